import { useEffect, useState, useSyncExternalStore } from 'react';
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

const known = new Map<string, Promise<unknown>>();

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
  const response = await fetch(address, { headers: { accept: 'application/json' } });
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
  if (found !== undefined) return found as Promise<Answer>;
  const asked = load(address);
  known.set(address, asked);
  asked.catch(() => known.delete(address));
  return asked as Promise<Answer>;
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

/** The answer to a question, as it comes; null asks nothing. */
export function useAnswer<Answer>(asked: Asked | null): Answered<Answer> {
  const address = asked === null ? null : addressOfQuestion(asked);
  const [attempt, setAttempt] = useState(0);
  const now = useTurn();
  const [state, setState] = useState<{ address: string | null; value: Answered<Answer> }>({
    address: null,
    value: { state: 'waiting', since: Date.now() },
  });
  useEffect(() => {
    if (address === null) return;
    let wanted = true;
    const put = (value: Answered<Answer>) => {
      if (wanted) setState({ address, value });
    };
    ask<Answer>(address).then(
      (answer) => put({ state: 'here', answer }),
      (error: unknown) => {
        const refused =
          error instanceof Refused
            ? error
            : new Refused(0, {
                code: 'unreachable',
                message: {
                  ru: 'Сервер не отвечает. Проверьте, что он запущен.',
                  en: 'The server does not answer. Check that it is running.',
                },
              });
        const { status, error: why } = refused;
        put({ state: 'refused', status, error: why, retry: () => setAttempt((one) => one + 1) });
      },
    );
    return () => {
      wanted = false;
    };
  }, [address, attempt, now]);
  return state.address === address ? state.value : { state: 'waiting', since: Date.now() };
}
