import type { KnownSystem } from '../../../api/indicatorSystems.ts';
import type { ScorecardRow } from '../../../api/scorecard.ts';
import { addressOfQuestion } from '../../answers.ts';
import { Section } from '../../components/Section.tsx';
import { useLanguage } from '../../language.ts';
import { OwnSeries } from './OwnSeries.tsx';
import { seriesName, yearsOfMissing } from './seriesText.ts';

/** Which series are missing, and how to give them: the template, and where to send it. */
export function MissingSeries({
  rows,
  system,
  region,
  year,
}: {
  readonly rows: readonly ScorecardRow[];
  readonly system: KnownSystem;
  readonly region: string | null;
  readonly year: number;
}) {
  const { t, language } = useLanguage();
  const missing = yearsOfMissing(rows.flatMap((row) => row.missing));
  if (missing.size === 0)
    return (
      <Section id="missing" title={t({ ru: 'Свои ряды', en: 'Own series' })} say={[]}>
        <OwnSeries system={system} />
      </Section>
    );
  const template = (form: string) =>
    addressOfQuestion(
      {
        question: 'series-template',
        options: { year, lang: language, ...(region === null ? {} : { region }), system: system.id },
      },
      `.${form}`,
    );
  return (
    <Section
      id="missing"
      title={t({ ru: 'Каких рядов не хватает', en: 'Which series are missing' })}
      say={[
        [
          t({
            ru: `Таможенные данные говорят не обо всём: рядов, которые можно дать таблицей, — ${missing.size}. Как только она отправлена, показатели считаются.`,
            en: `Customs data does not tell everything: ${missing.size} series can be given as a table. Indicators are computed as soon as it is sent.`,
          }),
        ],
      ]}
    >
      <ul className="plain missing">
        {[...missing].map(([id, years]) => (
          <li key={id}>
            {seriesName(system, id, language)} <span className="quiet">{years.join(', ')}</span>{' '}
            <code>{id}</code>
          </li>
        ))}
      </ul>
      <ol className="steps">
        <li>
          {t({ ru: 'Скачайте образец', en: 'Download the template' })}:{' '}
          <a href={template('xlsx')} download>
            XLSX
          </a>{' '}
          ·{' '}
          <a href={template('csv')} download>
            CSV
          </a>
        </li>
        <li>
          {t({
            ru: 'Впишите значения, которые у вас есть; единицу можно поменять (млн руб., тыс. долл.). Пустые строки пропускаются.',
            en: 'Fill in the values that you have; the unit may be changed (million RUB, thousand USD). Empty rows are passed over.',
          })}
        </li>
        <li>
          {t({
            ru: 'Отправьте заполненную таблицу (CSV или XLSX). Если ряды не в долларах, отправьте так же таблицу годовых курсов: столбцы «год», «валюта», «курс» (единиц валюты за доллар).',
            en: 'Send the filled table (CSV or XLSX). Where series are not in dollars, send a table of yearly rates likewise: columns year, currency, rate (units for one dollar).',
          })}
          <OwnSeries system={system} />
        </li>
      </ol>
    </Section>
  );
}
