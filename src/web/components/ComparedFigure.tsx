import { useContext, useEffect, useRef } from 'react';
import type { ComparisonExplanation } from '../../api/comparisonExplanation.ts';
import type { SeriesCountries } from '../../api/seriesCountries.ts';
import { formatNumber } from '../../domain/formatNumber.ts';
import { moneyText, percentText } from '../../domain/quantityText.ts';
import { type Asked, useAnswer } from '../answers.ts';
import { apiCallOf, commandOf } from '../copies.ts';
import { useLanguage } from '../language.ts';
import { comparedBy, worldChoices } from '../pages/world/worldChoices.ts';
import { choose, usePlace } from '../place.ts';
import { WorkspaceContext } from '../workspace.ts';
import { Waiting } from './States.tsx';

/** Is it a figure of a comparison of countries: compare/YEAR/TERRITORY/FIELD? */
export function isCompared(figure: string): boolean {
  return /^compare\/\d{4}\/[^/]+\/[A-Za-z]+$/.test(figure);
}

/** How a figure of a comparison comes about: formula, values of series with file and row, the command that repeats it. */
export function ComparedFigure({ figure }: { readonly figure: string }) {
  const { t } = useLanguage();
  const place = usePlace();
  const { data: workspace } = useContext(WorkspaceContext);
  const button = useRef<HTMLButtonElement>(null);
  const known = useAnswer<SeriesCountries>({ question: 'countries', options: {} });
  const asked = known.state === 'here' ? askedOf(figure, known.answer) : null;
  const answered = useAnswer<ComparisonExplanation>(asked);
  useEffect(() => {
    const from = document.activeElement as HTMLElement | null;
    button.current?.focus();
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') choose({ ask: null });
    };
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('keydown', leave);
      from?.focus?.();
    };
  }, []);
  const field = figure.split('/').at(-1) ?? '';
  const refused = known.state === 'refused' ? known : answered.state === 'refused' ? answered : null;
  return (
    <aside className="drawer" aria-labelledby="drawer-title">
      <div className="drawer-head">
        <h2 id="drawer-title">
          {t({ ru: 'Как получено это число?', en: 'How does this number come about?' })}
        </h2>
        <button type="button" className="btn" ref={button} onClick={() => choose({ ask: null })}>
          {t({ ru: 'Закрыть', en: 'Close' })} <kbd className="kbd">Esc</kbd>
        </button>
      </div>
      {refused !== null ? (
        <p className="note" role="alert">
          {t(refused.error.message)}
        </p>
      ) : answered.state !== 'here' || asked === null ? (
        <Waiting />
      ) : (
        <Explained data={answered.answer.data} field={field} asked={asked} />
      )}
    </aside>
  );

  function askedOf(id: string, countries: SeriesCountries): Asked {
    const [, year, territory = '', name] = id.split('/');
    const choices = worldChoices(place, countries, workspace.country);
    const all = [...choices.countries, ...choices.groups, 'WORLD'];
    const more = all.includes(territory) ? choices.countries : [...choices.countries, territory];
    const span = { from: Math.min(choices.from, Number(year)), to: Math.max(choices.to, Number(year)) };
    const { options } = comparedBy({ ...choices, ...span, countries: more });
    return {
      question: 'explain-compare',
      options: { ...options, territory, year: Number(year), field: name },
    };
  }
}

/** What is known of the figure. */
function Explained({
  data,
  field: name,
  asked: question,
}: {
  readonly data: ComparisonExplanation['data'];
  readonly field: string;
  readonly asked: Asked;
}) {
  const { t, language } = useLanguage();
  const value =
    data.value === null
      ? t({ ru: '…', en: '…' })
      : name.endsWith('Usd')
        ? moneyText(data.value, language)
        : name.startsWith('share')
          ? percentText(data.value, language, 3)
          : formatNumber(data.value, 2, language);
  return (
    <>
      <p className="drawer-value">
        <span>{value}</span>
        <small>{t(fieldNames[name] ?? { ru: name, en: name })}</small>
      </p>
      <h3>{t({ ru: 'Формула', en: 'Formula' })}</h3>
      <p className="formula">{data.formula}</p>
      <p className="note">
        {data.reproduced
          ? t({ ru: 'Пересчёт даёт то же.', en: 'Computed anew it is the same.' })
          : t({ ru: 'Пересчёт даёт другое.', en: 'Computed anew it differs.' })}
      </p>
      <h3>{t({ ru: 'Из чего', en: 'Made of' })}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col" className="l">
              {t({ ru: 'Ряд', en: 'Series' })}
            </th>
            <th scope="col">{t({ ru: 'Значение', en: 'Value' })}</th>
            <th scope="col">{t({ ru: 'Строка файла', en: 'Row of the file' })}</th>
          </tr>
        </thead>
        <tbody>
          {data.inputs.slice(0, 60).map((one) => (
            <tr key={`${one.name} ${one.territory} ${one.year}`}>
              <td className="l">
                {one.indicator}, {one.territory}, {one.year}
              </td>
              <td>{formatNumber(one.value, Number.isInteger(one.value) ? 0 : 2, language)}</td>
              <td>{one.row}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.inputs.length <= 60 ? null : (
        <p className="note">
          {t({ ru: `Ещё значений: ${data.inputs.length - 60}`, en: `${data.inputs.length - 60} more` })}
        </p>
      )}
      <p className="note">
        {[...new Set(data.inputs.map((one) => `${one.file} (sha256 ${one.sha256.slice(0, 12)})`))].join('; ')}
      </p>
      <h3>{t({ ru: 'Повторить', en: 'Repeat' })}</h3>
      <code>{commandOf(question, language)}</code>
      <code>{apiCallOf(question)}</code>
    </>
  );
}

const fieldNames: Readonly<Record<string, { readonly ru: string; readonly en: string }>> = {
  exportsUsd: { ru: 'Вывоз товаров', en: 'Merchandise exports' },
  exportsIndex: { ru: 'Индекс вывоза, предыдущий год = 100', en: 'Index of exports, year before = 100' },
  chainIndex: { ru: 'Цепной индекс вывоза', en: 'Chained index of exports' },
  directIndex: { ru: 'Индекс к базовому году', en: 'Index against the base year' },
  highTechUsd: { ru: 'Высокотехнологичный вывоз', en: 'High-technology exports' },
  shareOfExports: { ru: 'Высокие технологии в вывозе товаров', en: 'High technology in merchandise exports' },
  shareOfManufactured: {
    ru: 'Высокие технологии в вывозе обработанных изделий',
    en: 'High technology in manufactured exports',
  },
  shareOfWorldHighTech: {
    ru: 'Доля в мировом высокотехнологичном вывозе',
    en: "Share in the world's high-technology exports",
  },
};
