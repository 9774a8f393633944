import { type FormEvent, useId, useState } from 'react';
import type { SeriesCountries } from '../../../api/seriesCountries.ts';
import { useLanguage } from '../../language.ts';
import { addressOf, choose } from '../../place.ts';
import type { WorldChoices } from './worldChoices.ts';

/** Whom to compare and over which years: names to take away, a field to add one, years. */
export function CountryPicker({
  known,
  choices,
}: {
  readonly known: SeriesCountries;
  readonly choices: WorldChoices;
}) {
  const { t, language } = useLanguage();
  const names = useId();
  const [text, setText] = useState('');
  const [missed, setMissed] = useState(false);
  const nameOf = (id: string) =>
    known.data.find((one) => one.territory === id)?.territoryName[language] ?? id;
  const put = (kind: 'countries' | 'groups', ids: readonly string[]) =>
    choose({ [kind]: ids.join(','), ask: null }, 'replace');
  const add = (event: FormEvent) => {
    event.preventDefault();
    const wanted = text.trim().toLowerCase();
    const found =
      known.data.find((one) =>
        [one.territory, one.territoryName.ru, one.territoryName.en].some(
          (name) => name.toLowerCase() === wanted,
        ),
      ) ?? known.data.find((one) => one.territoryName[language].toLowerCase().startsWith(wanted));
    setMissed(found === undefined || wanted === '');
    if (found === undefined || wanted === '') return;
    const kind = found.level === 'union' ? 'groups' : 'countries';
    put(kind, [...new Set([...choices[kind], found.territory])]);
    setText('');
  };
  const first = Math.min(...known.data.flatMap((one) => one.exportsFrom ?? []));
  const last = Math.max(...known.data.flatMap((one) => one.exportsTo ?? []));
  const years = Array.from({ length: last - first + 1 }, (_, place) => last - place);
  const volume = known.manifest.series.some((one) => one.name === 'unitValue');
  const year = (name: 'from' | 'to' | 'chainFrom', label: string, least: number, most: number) => (
    <label className="inline">
      {label}{' '}
      <select
        value={choices[name]}
        onChange={(event) => choose({ [name]: event.target.value, ask: null }, 'replace')}
      >
        {years
          .filter((one) => one >= least && one <= most)
          .map((one) => (
            <option key={one}>{one}</option>
          ))}
      </select>
    </label>
  );
  return (
    <section className="picker" aria-label={t({ ru: 'Кого сравнить', en: 'Whom to compare' })}>
      <ul className="chips">
        {(['groups', 'countries'] as const).flatMap((kind) =>
          choices[kind].map((id) => (
            <li key={id}>
              <a
                href={addressOf('world', null, { focus: id })}
                aria-current={id === choices.focus ? 'true' : undefined}
              >
                {nameOf(id)}
              </a>
              <button
                type="button"
                aria-label={t({ ru: `Убрать: ${nameOf(id)}`, en: `Remove ${nameOf(id)}` })}
                onClick={() =>
                  put(
                    kind,
                    choices[kind].filter((one) => one !== id),
                  )
                }
              >
                ×
              </button>
            </li>
          )),
        )}
      </ul>
      <form onSubmit={add}>
        <input
          list={names}
          value={text}
          aria-label={t({ ru: 'Добавить страну или союз', en: 'Add a country or a union' })}
          placeholder={t({ ru: 'Добавить страну или союз', en: 'Add a country or a union' })}
          onChange={(event) => setText(event.target.value)}
        />
        <datalist id={names}>
          {known.data.map((one) => (
            <option key={one.territory} value={one.territoryName[language]} />
          ))}
        </datalist>
        <button type="submit" className="btn">
          {t({ ru: 'Добавить', en: 'Add' })}
        </button>
        {missed ? (
          <span role="status" className="sm">
            {t({ ru: 'Такой страны в рядах нет.', en: 'The series have no such country.' })}
          </span>
        ) : null}
      </form>
      <div className="years">
        {year('from', t({ ru: 'с', en: 'from' }), first + 1, choices.to)}
        {year('to', t({ ru: 'по', en: 'to' }), choices.from, last)}
        {year('chainFrom', t({ ru: 'цепной индекс от', en: 'chained from' }), first, choices.to)}
        {volume ? (
          <label className="inline">
            {t({ ru: 'оценка', en: 'valuation' })}{' '}
            <select
              value={choices.valuation}
              onChange={(event) => choose({ valuation: event.target.value, ask: null }, 'replace')}
            >
              <option value="current">{t({ ru: 'текущие доллары', en: 'current dollars' })}</option>
              <option value="volume">{t({ ru: 'физический объём', en: 'volume' })}</option>
            </select>
          </label>
        ) : null}
        {choices.groups.length === 0 ? null : (
          <label className="inline">
            {t({ ru: 'состав союзов', en: 'members of unions' })}{' '}
            <select
              value={choices.membership}
              onChange={(event) => choose({ membership: event.target.value, ask: null }, 'replace')}
            >
              <option value="fixed">{t({ ru: `${choices.to} года`, en: `those of ${choices.to}` })}</option>
              <option value="moving">{t({ ru: 'каждого года свой', en: 'of each year' })}</option>
            </select>
          </label>
        )}
      </div>
    </section>
  );
}
