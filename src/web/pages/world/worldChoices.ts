import { useContext } from 'react';
import type { SeriesCountries } from '../../../api/seriesCountries.ts';
import type { Asked } from '../../answers.ts';
import { type Place, usePlace } from '../../place.ts';
import { WorkspaceContext } from '../../workspace.ts';

/** Whom and when the page compares, with what stands where nothing is chosen. */
export interface WorldChoices {
  readonly countries: readonly string[];
  readonly groups: readonly string[];
  readonly focus: string;
  readonly from: number;
  readonly to: number;
  readonly chainFrom: number;
  readonly valuation: 'current' | 'volume';
  readonly membership: 'fixed' | 'moving';
}

const usualCountries = ['RU', 'CN', 'IN', 'BR', 'ZA', 'US', 'DE'];
const usualGroups = ['BRICS', 'EAEU'];

/** Choices of the address over what the series hold. */
export function worldChoices(place: Place, known: SeriesCountries, own: string): WorldChoices {
  const { query } = place;
  const has = (id: string) => known.data.some((one) => one.territory === id);
  const listed = (text: string | undefined, usual: readonly string[]) =>
    (text === undefined ? usual : text.split(',')).filter(has);
  const countries = listed(
    query.countries,
    [...new Set([...(has(own) ? [own] : []), ...usualCountries])].slice(0, 8),
  );
  const groups = listed(query.groups, usualGroups);
  const last = commonest(known.data.flatMap((one) => (one.level === 'country' ? [one.exportsTo] : [])));
  const first = Math.min(...known.data.flatMap((one) => one.exportsFrom ?? []), last);
  const to = yearOf(query.to, first + 1, last) ?? last;
  const from = yearOf(query.from, first + 1, to) ?? Math.max(first + 1, to - 10);
  const all = [...countries, ...groups];
  return {
    countries,
    groups,
    focus: all.includes(query.focus ?? '')
      ? (query.focus ?? '')
      : (all.find((one) => one === own) ?? all[0] ?? ''),
    from,
    to,
    // A chain needs two years.
    chainFrom: yearOf(query.chainFrom, first, to) ?? (from < to ? from : Math.max(first, to - 1)),
    valuation: query.valuation === 'volume' ? 'volume' : 'current',
    membership: query.membership === 'moving' ? 'moving' : 'fixed',
  };
}

/** The choices of the page that is open. */
export function useWorldChoices(known: SeriesCountries): WorldChoices {
  const place = usePlace();
  const { data } = useContext(WorkspaceContext);
  return worldChoices(place, known, data.country);
}

/** The comparison that the choices ask for. */
export function comparedBy(choices: WorldChoices): Asked {
  const { countries, groups, from, to, chainFrom, valuation, membership } = choices;
  return {
    question: 'compare',
    options: {
      countries: countries.join(','),
      groups: groups.join(','),
      from,
      to,
      chainFrom,
      valuation: valuation === 'current' ? undefined : valuation,
      membership: membership === 'fixed' ? undefined : membership,
    },
  };
}

function yearOf(text: string | undefined, least: number, most: number): number | null {
  if (text === undefined || !/^\d{4}$/.test(text)) return null;
  const year = Number(text);
  return year >= least && year <= most ? year : null;
}

/** The last year that most countries have: a single early bird does not move it. */
function commonest(years: readonly (number | null)[]): number {
  const counts = new Map<number, number>();
  for (const year of years) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
