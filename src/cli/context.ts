import type { TwoLanguages } from '../domain/territory.ts';
import { visibleText } from '../domain/visibleText.ts';

export type Language = 'ru' | 'en';

/** What a command may do to the world; tests hand in their own. */
export interface CliEffects {
  out(text: string | Uint8Array): void;
  err(text: string): void;
  readonly isTerminal: boolean;
  readonly columns: number;
}

export interface GlobalOptions {
  readonly workspace: string;
  readonly lang: Language;
  /** A state of the workspace before later imports, where the command can be asked of one. */
  readonly asOf?: string;
}

export const defaultEffects: CliEffects = {
  // What a terminal shows may hold texts of hostile files; what goes to a file or a pipe stays as it is.
  out: (text) =>
    void process.stdout.write(typeof text === 'string' && process.stdout.isTTY ? visibleText(text) : text),
  err: (text) => void process.stderr.write(visibleText(text)),
  isTerminal: process.stdout.isTTY === true,
  columns: process.stdout.columns ?? 120,
};

/** The language asked for, or that of the machine: Russian where its locale is Russian, else English. */
export function languageOf(
  arguments_: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Language {
  const index = arguments_.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const given =
    index < 0 ? environment.TRAJECTA_LANG : (arguments_[index]?.split('=')[1] ?? arguments_[index + 1]);
  if (given === 'ru' || given === 'en') return given;
  const locale = environment.LC_ALL ?? environment.LANG ?? Intl.DateTimeFormat().resolvedOptions().locale;
  return locale.toLowerCase().startsWith('ru') ? 'ru' : 'en';
}

/** Progress goes to stderr only, so that stdout holds the answer and nothing else. */
export function progressTo(effects: CliEffects, language: Language): { progress(text: TwoLanguages): void } {
  return { progress: (text) => effects.err(`… ${text[language]}\n`) };
}
