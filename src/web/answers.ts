import { useEffect, useReducer, useRef, useSyncExternalStore } from 'react';
import type { Refusal } from '../api/refusal.ts';

export type Options = Readonly<Record<string, string | number | boolean | undefined>>;

/** A question with its options: what a figure rests on, what is copied and downloaded. */
export interface Asked {
  readonly question: string;
  readonly options: Options;
}

export type Answered<Answer> =
  | { readonly state: 'waiting'; readonly since: number }
  | { readonly state: 'refused'; readonly status: number; readonly error: Refusal['error']; retry(): void }
  | { readonly state: 'here'; readonly answer: Answer };

/** Path of a question by HTTP, options in a fixed order. */
export function addressOfQuestion({ question, options }: Asked, form = ''): string {
  const query = new URLSearchParams();
  for (const name of Object.keys(options).sort()) {
    const value = options[name];
    if (value !== undefined && value !== '' && value !== false) query.set(name, String(value));
  }
  const text = String(query);
  return `/api/v1/${question}${form}${text === '' ? '' : `?${text}`}`;
}

/** An answer that has been asked for; `here` once it has come. */
interface Known {
  readonly promise: Promise<unknown>;
  here: Answered<never> | null;
}
const known = new Map<string, Known>();

export class Refused extends Error {
  readonly status: number;
  readonly error: Refusal['error'];
  constructor(status: number, error: Refusal['error']) {
    super(error.message.en);
    this.status = status;
    this.error = error;
  }
}

async function load(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (response.ok) return response.json();
  const body = (await response.json().catch(() => null)) as Refusal | null;
  throw new Refused(
    response.status,
    body?.error ?? {
      code: 'internal',
      message: { ru: 'Сервер ответил непонятно.', en: 'The server gave no readable answer.' },
    },
  );
}

/** An answer by its address, asked for once. */
export function ask<Answer>(address: string): Promise<Answer> {
  const found = known.get(address);
  if (found !== undefined) return found.promise as Promise<Answer>;
  return keep(address, load(address)) as Promise<Answer>;
}

function keep(address: string, promise: Promise<unknown>): Promise<unknown> {
  const asked: Known = { promise, here: null };
  known.set(address, asked);
  promise.then(
    (answer) => {
      asked.here = { state: 'here', answer: answer as never };
    },
    () => known.delete(address),
  );
  return promise;
}

/** Answers that the server has put into the page itself, by address: they need not be asked for. */
export function takeAnswersOfPage(): void {
  const text = document.getElementById('answers')?.textContent ?? '';
  if (text === '') return;
  for (const [address, answer] of Object.entries(JSON.parse(text) as Record<string, unknown>)) {
    known.set(address, {
      promise: Promise.resolve(answer),
      here: { state: 'here', answer: answer as never },
    });
  }
}

/** Asks what will be shown once something else is here, so that one does not wait for the other. */
export function useAskedAhead(asked: readonly Asked[]): void {
  const addresses = asked.map((one) => addressOfQuestion(one)).join(' ');
  useEffect(() => {
    // Who shows an answer says what became of it.
    for (const address of addresses.split(' ').filter((one) => one !== ''))
      ask(address).catch(() => undefined);
  }, [addresses]);
}

let turn = 0;
const listeners = new Set<() => void>();

/** Forgets all answers: the data has changed. What is shown is asked for anew. */
export function forgetAnswers(): void {
  known.clear();
  turn += 1;
  for (const listener of listeners) listener();
}

/** How often the answers have been forgotten. */
export function useTurn(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => turn,
  );
}

/** The answer to a question, as it comes; null asks nothing. One that is known is there at once. */
export function useAnswer<Answer>(asked: Asked | null): Answered<Answer> {
  const address = asked === null ? null : addressOfQuestion(asked);
  const [attempt, retry] = useReducer((one: number) => one + 1, 0);
  const [, redraw] = useReducer((one: number) => one + 1, 0);
  const now = useTurn();
  const shown = useRef<{ readonly address: string | null; readonly value: Answered<Answer> }>(null);
  useEffect(() => {
    if (address === null) return;
    const there = hereAt<Answer>(address);
    if (there !== null) {
      shown.current = { address, value: there };
      return;
    }
    let wanted = true;
    const put = (value: Answered<Answer>) => {
      if (!wanted) return;
      shown.current = { address, value };
      redraw();
    };
    ask<Answer>(address).then(
      (answer) => put(hereAt(address) ?? { state: 'here', answer }),
      (error: unknown) => put({ state: 'refused', ...whyRefused(error), retry }),
    );
    return () => {
      wanted = false;
    };
  }, [address, attempt, now]);
  const there = address === null ? null : hereAt<Answer>(address);
  if (there !== null) return there;
  // Of answers that have been forgotten what was shown stays until the new one comes.
  return shown.current?.address === address ? shown.current.value : { state: 'waiting', since: Date.now() };
}

function hereAt<Answer>(address: string): Answered<Answer> | null {
  return known.get(address)?.here ?? null;
}

function whyRefused(error: unknown): { readonly status: number; readonly error: Refusal['error'] } {
  if (error instanceof Refused) return { status: error.status, error: error.error };
  return {
    status: 0,
    error: {
      code: 'unreachable',
      message: {
        ru: 'Сервер не отвечает. Проверьте, что он запущен.',
        en: 'The server does not answer. Check that it is running.',
      },
    },
  };
}
