import { useContext, useState } from 'react';
import type { TwoLanguages } from '../../domain/territory.ts';
import { choicesOf } from '../choices.ts';
import { useLanguage } from '../language.ts';
import { addressOf, choose, go, usePlace } from '../place.ts';
import { useWords } from '../useWords.ts';
import { WorkspaceContext } from '../workspace.ts';

interface Choice {
  readonly id: string;
  readonly text: string;
}

const t = {
  territory: { ru: 'Территория', en: 'Territory' },
  period: { ru: 'Период', en: 'Period' },
  flow: { ru: 'Поток', en: 'Flow' },
  export: { ru: 'Вывоз', en: 'Exports' },
  import: { ru: 'Ввоз', en: 'Imports' },
  segments: { ru: 'Сегменты', en: 'Segments' },
  alignment: { ru: 'Соответствие МСТК – ТН ВЭД', en: 'SITC – HS alignment' },
  resolved: { ru: 'уточнённое', en: 'resolved' },
  conversion: { ru: 'как у ООН', en: 'UN as it is' },
  base: { ru: 'База индекса', en: 'Base of the index' },
  reference: { ru: 'Эталон', en: 'Reference' },
  district: { ru: 'округ', en: 'district' },
  demo: { ru: 'Демо: синтетические данные', en: 'Demo: synthetic data' },
  change: { ru: 'Изменить', en: 'Change' },
  close: { ru: 'Свернуть', en: 'Close' },
} satisfies Record<string, TwoLanguages>;

const bases: readonly { readonly id: string; readonly name: TwoLanguages }[] = [
  { id: 'total', name: { ru: 'весь вывоз', en: 'all exports' } },
  { id: 'high-tech', name: { ru: 'высокие технологии', en: 'high technology' } },
  { id: 'non-resource', name: { ru: 'несырьевой вывоз', en: 'non-resource exports' } },
  { id: 'chapter', name: { ru: 'группы ТН ВЭД', en: 'HS chapters' } },
  { id: 'heading', name: { ru: 'позиции ТН ВЭД', en: 'HS headings' } },
];

/** Pages of one region: another territory stays on them. */
const pagesOfRegions = ['region', 'diversification', 'indicators'] as const;

/** What the pages show: territory, period, flow, lists, base and reference. On a phone one line that opens. */
export function ScopeBar() {
  const place = usePlace();
  const { data } = useContext(WorkspaceContext);
  const { t: say, language } = useLanguage();
  const words = useWords();
  const [open, setOpen] = useState(false);
  const { flow, period, segments } = choicesOf(place, data);
  const territories: readonly Choice[] = [
    {
      id: '',
      text: `${data.countryName[language]}${say({ ru: `, по ${words.ru.toMembers}`, en: `, by ${words.en.member}` })}`,
    },
    ...[...data.territories]
      .filter((one) => one.kind === 'region' && one.to === null)
      .map((one) => ({ id: one.id, text: one.name[language] }))
      .sort((a, b) => a.text.localeCompare(b.text, language)),
    // A district or a union stands in the list where the page is of it.
    ...data.territories
      .filter((one) => one.kind !== 'region' && one.id === place.id)
      .map((one) => ({ id: one.id, text: one.name[language] })),
  ];
  const years = data.coverage.filter((one) => one.flow === flow).map((one) => one.year);
  const periods = [...new Set([...years.reverse().map(String), period])].map((id) => ({
    id,
    text: say({ ru: /^\d{4}$/.test(id) ? `${id} год` : id, en: id }),
  }));
  const flows = [...new Set(data.coverage.map((one) => one.flow))].sort();
  const page = pagesOfRegions.find((one) => one === place.page) ?? 'region';
  const territory = page === place.page ? (place.id ?? '') : '';
  const hasDistricts = data.territories.some((one) => one.kind === 'district');
  const shown = territories.find((one) => one.id === territory)?.text ?? say(data.countryName);
  const line = [shown, periods.find((one) => one.id === period)?.text, say(t[flow])].join(' · ');
  return (
    <div className={open ? 'scope is-open' : 'scope'}>
      <div className="wrap">
        <p className="scope-line m">
          {line}{' '}
          <button type="button" className="lk" aria-expanded={open} onClick={() => setOpen(!open)}>
            {say(open ? t.close : t.change)}
          </button>
        </p>
        <div className="scope-fields">
          <Select
            label={say(t.territory)}
            value={territory}
            choices={territories}
            onChange={(id) => go(addressOf(id === '' ? 'overview' : page, id === '' ? null : id))}
          />
          <Select
            label={say(t.period)}
            value={period}
            choices={periods}
            onChange={(id) => choose({ period: id, ask: null })}
          />
          <Select
            label={say(t.flow)}
            value={flow}
            choices={[...new Set([...flows, flow])].map((id) => ({
              id,
              text: say(t[id as 'export' | 'import']),
            }))}
            onChange={(id) => choose({ flow: id, ask: null })}
          />
          <Select
            label={say(t.segments)}
            value={segments}
            choices={data.segmentSystems.map((one) => ({ id: one.id, text: one.name[language] }))}
            onChange={(id) => choose({ segments: id, segment: null, ask: null })}
          />
          <Select
            label={say(t.alignment)}
            value={place.query.alignment ?? 'resolved'}
            choices={[
              { id: 'resolved', text: say(t.resolved) },
              { id: 'un-conversion', text: say(t.conversion) },
            ]}
            onChange={(id) => choose({ alignment: id, ask: null })}
          />
          <Select
            label={say(t.base)}
            value={place.query.base ?? 'total'}
            choices={bases.map(({ id, name }) => ({ id, text: say(name) }))}
            onChange={(id) => choose({ base: id, ask: null })}
          />
          <Select
            label={say(t.reference)}
            value={place.query.reference ?? 'country'}
            choices={[
              { id: 'country', text: say({ ru: words.ru.whole, en: words.en.wholeName }) },
              ...(hasDistricts ? [{ id: 'district', text: say(t.district) }] : []),
            ]}
            onChange={(id) => choose({ reference: id, ask: null })}
          />
        </div>
        {data.synthetic ? <span className="demo">{say(t.demo)}</span> : null}
      </div>
    </div>
  );
}

function Select({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (id: string) => void;
}) {
  return (
    <label className="sel">
      <small>{label}</small>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {one.text}
          </option>
        ))}
      </select>
    </label>
  );
}
