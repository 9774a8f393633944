import { Option } from 'commander';
import type { GlobalOptions, Language } from './context.ts';

/** The option of commands that can be asked of an earlier state of the workspace. */
export function asOfOption(language: Language): Option {
  return new Option(
    '--as-of <state>',
    language === 'ru'
      ? 'состояние после загрузки: её номер или имя (см. vintages)'
      : 'the state after an import: its number or vintage (see vintages)',
  );
}

/** The state asked for, as `openWorkspace` takes it. */
export function stateOf(options: Pick<GlobalOptions, 'asOf'>): { readonly asOf?: string } {
  return options.asOf === undefined ? {} : { asOf: options.asOf };
}
