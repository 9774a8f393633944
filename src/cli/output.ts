import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { Format } from '../reports/render.ts';
import type { Answer } from '../reports/reportOf.ts';
import type { CliEffects, Language } from './context.ts';

const t = {
  format: { ru: 'вид ответа', en: 'form of the answer' },
  output: { ru: 'записать ответ в файл', en: 'write the answer to a file' },
  all: { ru: 'показать все регионы', en: 'show all regions' },
  ids: { ru: 'показать номера строк (для explain)', en: 'show the ids of rows (for explain)' },
};

export interface OutputOptions {
  readonly format: Format;
  readonly output?: string;
  readonly all?: boolean;
  readonly ids?: boolean;
}

/** Adds the options of output that every question shares. */
export function addOutputOptions(command: Command, language: Language): Command {
  return command
    .addOption(
      new Option('--format <format>', t.format[language])
        .choices(['text', 'json', 'csv', 'xlsx'])
        .default('text'),
    )
    .option('--output <file>', t.output[language])
    .option('--all', t.all[language])
    .option('--ids', t.ids[language]);
}

/** Writes an answer to stdout or to the file asked for. */
export async function put(
  given: Answer,
  options: OutputOptions,
  language: Language,
  effects: CliEffects,
): Promise<void> {
  const { render } = await import('../reports/render.ts');
  if (options.format === 'xlsx' && options.output === undefined) {
    throw new TrajectaError('bad-option', {
      ru: '--format xlsx: назовите файл ключом --output, например --output таблицы.xlsx.',
      en: '--format xlsx: name a file by --output, for example --output tables.xlsx.',
    });
  }
  const content = await render(given, {
    format: options.format,
    language,
    all: options.all ?? false,
    ids: options.ids ?? false,
  });
  if (options.output === undefined) effects.out(content);
  else await writeFile(options.output, content);
}
