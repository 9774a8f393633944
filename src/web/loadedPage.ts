import { type ComponentType, useEffect, useReducer } from 'react';
import { type PageModule, pageModules } from './pages.ts';

export type LoadedPage =
  | { readonly state: 'waiting' }
  | { readonly state: 'here'; readonly component: ComponentType }
  /** Its file is no longer there (`renewed`) or the server is not: nothing helps but to load the whole anew. */
  | { readonly state: 'failed'; readonly why: 'renewed' | 'unreachable' };

const waiting: LoadedPage = { state: 'waiting' };
const pages = new Map<PageModule, LoadedPage>();
const listeners = new Set<() => void>();

function put(module: PageModule, page: LoadedPage): void {
  pages.set(module, page);
  for (const listener of listeners) listener();
}

/**
 * Loads a page once. React's own loading on demand is not used: it holds back for 300 ms what follows a first wait. Where
 * the file is gone because the program has been renewed, the whole is loaded anew, once.
 */
export async function loadPage(module: PageModule): Promise<void> {
  if (pages.has(module)) return;
  pages.set(module, waiting);
  try {
    put(module, { state: 'here', component: (await module.load()).default });
  } catch {
    const reached = await fetch('/health').then(
      ({ ok }) => ok,
      () => false,
    );
    put(module, { state: 'failed', why: reached ? 'renewed' : 'unreachable' });
    if (reached && !reloadedLately()) location.reload();
  }
}

const key = 'trajecta-reloaded';
const enough = 20_000;

/** Has the whole been loaded anew a moment ago for the same reason? Then it would not help to do it again. */
function reloadedLately(): boolean {
  const last = Number(sessionStorage.getItem(key));
  sessionStorage.setItem(key, String(Date.now()));
  return Date.now() - last < enough;
}

/** A page as it comes. */
export function useLoadedPage(module: PageModule): LoadedPage {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  useEffect(() => {
    listeners.add(redraw);
    void loadPage(module);
    return () => {
      listeners.delete(redraw);
    };
  }, [module]);
  return pages.get(module) ?? waiting;
}

/** Fetches the other pages in idle moments, so that going to one waits for no file. What fails is said when it is gone to. */
export function fetchOtherPages(modules: readonly PageModule[] = pageModules): void {
  const [next, ...rest] = modules;
  if (next === undefined) return;
  whenIdle(() => {
    if (pages.has(next)) return fetchOtherPages(rest);
    next.load().then(
      ({ default: component }) => {
        if (!pages.has(next)) put(next, { state: 'here', component });
        fetchOtherPages(rest);
      },
      () => undefined,
    );
  });
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 5000 });
  else setTimeout(work, 1000);
}
