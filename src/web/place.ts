import { useSyncExternalStore } from 'react';
import { type PageName, pages } from '../api/pages.ts';
import type { Language } from '../domain/formatNumber.ts';

/** Where the reader is: the address holds everything, language included. */
export interface Place {
  readonly page: PageName;
  /** Region, segment or product of the page. */
  readonly id: string | null;
  readonly query: Readonly<Record<string, string>>;
  readonly language: Language;
}

/** Choices that go along from page to page. */
export const carried = [
  'lang',
  'period',
  'flow',
  'segments',
  'revision',
  'alignment',
  'base',
  'reference',
  'withoutSelf',
  'reExports',
  'rule',
] as const;

export type Changes = Readonly<Record<string, string | null>>;

const listeners = new Set<() => void>();
let current = readPlace();

/** Where the reader is now. */
export function placeNow(): Place {
  return current;
}

function readPlace(): Place {
  const [first = '', id] = location.pathname.split('/').filter((part) => part !== '');
  const query = Object.fromEntries(new URLSearchParams(location.search));
  const page = (pages as readonly string[]).includes(first) ? (first as PageName) : 'overview';
  return {
    page,
    id: id === undefined ? null : decodeURIComponent(id),
    query,
    language: languageOf(query.lang),
  };
}

function languageOf(asked: string | undefined): Language {
  if (asked === 'ru' || asked === 'en') return asked;
  return navigator.language.toLowerCase().startsWith('ru') ? 'ru' : 'en';
}

/** The address of a place: the carried choices of the present one, with changes; null takes a choice away. */
export function addressOf(
  page: PageName,
  id: string | null,
  changes: Changes = {},
  from: Place = current,
): string {
  const same = page === from.page && id === from.id;
  const kept = Object.entries(from.query).filter(
    ([name]) => same || (carried as readonly string[]).includes(name),
  );
  const query = new URLSearchParams(kept);
  query.set('lang', from.language);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  const path = page === 'overview' ? '/' : `/${page}${id === null ? '' : `/${encodeURIComponent(id)}`}`;
  return `${path}?${query}`;
}

/** Goes to an address of the dashboard without loading the page anew. */
export function go(address: string, how: 'push' | 'replace' = 'push'): void {
  const before = current;
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', address);
  current = readPlace();
  if (before.page !== current.page || before.id !== current.id) window.scrollTo(0, 0);
  for (const listener of listeners) listener();
}

/** Changes choices of the present place. */
export function choose(changes: Changes, how: 'push' | 'replace' = 'push'): void {
  go(addressOf(current.page, current.id, changes), how);
}

window.addEventListener('popstate', () => {
  current = readPlace();
  for (const listener of listeners) listener();
});

/** A click on a link of the dashboard stays in the page. */
document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
    return;
  const link = (event.target as Element).closest('a[href]');
  const href = link?.getAttribute('href') ?? '';
  if (
    link === null ||
    !href.startsWith('/') ||
    /^\/(api|tables|assets)\b/.test(href) ||
    link.hasAttribute('download')
  )
    return;
  event.preventDefault();
  go(href);
});

export function usePlace(): Place {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
