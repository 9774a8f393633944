import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Check, QualityOptions } from '../api/check.ts';
import type { CheckOptions } from '../assess/check.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { OpenWorkspace } from '../store/openWorkspace.ts';
import { asOfOption, stateOf } from './asOf.ts';
import { type CliEffects, type GlobalOptions, type Language, progressTo } from './context.ts';

const t = {
  about: {
    ru: 'проверить хранилище (контрольные суммы, итоги) и данные (полнота, разрывы, цены, коды, повторы); сравнить с данными партнёра',
    en: "check the store (checksums, totals) and the data (coverage, breaks, prices, codes, repetitions); hold it against a partner's data",
  },
  flow: { ru: 'только вывоз или ввоз', en: 'only exports or imports' },
  from: { ru: 'первый год', en: 'first year' },
  to: { ru: 'последний год', en: 'last year' },
  examples: { ru: 'сколько примеров показать в каждой находке', en: 'examples of each finding' },
  deviations: {
    ru: 'сколько робастных отклонений делают цену выбросом',
    en: 'robust deviations that make a price an outlier',
  },
  only: { ru: 'только хранилище (store) или только данные (data)', en: 'only the store, or only the data' },
  clean: {
    ru: 'удалить файлы, которых манифест не называет',
    en: 'remove files that the manifest does not name',
  },
  repair: { ru: 'построить повреждённые кубы заново', en: 'make damaged cubes anew' },
  mirror: {
    ru: 'данные партнёра: папка рабочей области или файл (выгрузка; другая таблица — с --map)',
    en: "the partner's data: a workspace folder or a file (an unload; another table with --map)",
  },
  map: { ru: 'файл описания столбцов для --mirror', en: 'mapping file for --mirror' },
  margin: {
    ru: 'надбавка СИФ к ФОБ, % (по умолчанию 6: МВФ с 2018 года)',
    en: 'margin of CIF over FOB, % (default 6: the IMF since 2018)',
  },
  tolerance: {
    ru: 'расхождение с партнёром, которое считать согласием, %',
    en: 'difference from the partner that counts as agreement, %',
  },
  format: { ru: 'вид ответа', en: 'form of the answer' },
  output: { ru: 'записать ответ в файл', en: 'write the answer to a file' },
};

interface CheckArguments extends GlobalOptions {
  readonly flow?: 'export' | 'import';
  readonly from?: number;
  readonly to?: number;
  readonly examples: number;
  readonly deviations: number;
  readonly only?: 'store' | 'data';
  readonly clean?: boolean;
  readonly repair?: boolean;
  readonly mirror?: string;
  readonly map?: string;
  readonly cifMargin: number;
  readonly tolerance: number;
  readonly format: 'text' | 'json' | 'csv' | 'xlsx' | 'html';
  readonly output?: string;
}

export function registerCheck(program: Command, language: Language, effects: CliEffects): void {
  program
    .command('check')
    .description(t.about[language])
    .addOption(new Option('--flow <flow>', t.flow[language]).choices(['export', 'import']))
    .option('--from <year>', t.from[language], year)
    .option('--to <year>', t.to[language], year)
    .option('--examples <count>', t.examples[language], count, 5)
    .option('--deviations <number>', t.deviations[language], positive, 5)
    .addOption(new Option('--only <part>', t.only[language]).choices(['store', 'data']))
    .addOption(asOfOption(language))
    .option('--clean', t.clean[language])
    .option('--repair', t.repair[language])
    .option('--mirror <path>', t.mirror[language])
    .option('--map <file>', t.map[language])
    .option('--cif-margin <percent>', t.margin[language], percent, 6)
    .option('--tolerance <percent>', t.tolerance[language], percent, 10)
    .addOption(
      new Option('--format <format>', t.format[language])
        .choices(['text', 'json', 'csv', 'xlsx', 'html'])
        .default('text'),
    )
    .option('--output <file>', t.output[language])
    .action(async (_options: unknown, child: Command) => {
      const options = child.optsWithGlobals<CheckArguments>();
      const answer = await answerOf(options, language, effects);
      await putCheck(answer, options, language, effects);
      if (answer.data.integrity?.sound === false) throw damaged(options.workspace, answer);
    });
}

async function answerOf(options: CheckArguments, language: Language, effects: CliEffects): Promise<Check> {
  const { check } = await import('../assess/check.ts');
  const { only, clean, repair } = options;
  const chosen: CheckOptions = {
    ...qualityOptions(options),
    ...stateOf(options),
    ...(only === undefined ? {} : { only }),
    ...(clean === undefined ? {} : { clean }),
    ...(repair === undefined ? {} : { repair }),
  };
  const run = (mirror: OpenWorkspace | null) =>
    check(options.workspace, chosen, mirror, progressTo(effects, language));
  return options.mirror === undefined ? run(null) : withMirror(options.mirror, options, run);
}

function qualityOptions(options: CheckArguments): QualityOptions {
  const { flow, from, to, examples, deviations } = options;
  return {
    ...(flow === undefined ? {} : { flow }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    examples,
    deviations,
    cifMargin: options.cifMargin / 100,
    tolerance: options.tolerance / 100,
  };
}

/** Opens the partner's workspace, or takes its file into one that is gone afterwards. */
async function withMirror<Result>(
  path: string,
  options: CheckArguments,
  use: (mirror: OpenWorkspace) => Promise<Result>,
): Promise<Result> {
  const { openWorkspace } = await import('../store/openWorkspace.ts');
  const found = await stat(path).catch(() => null);
  if (found === null) {
    throw new TrajectaError('file-not-found', {
      ru: `--mirror ${path}: такого файла или папки нет.`,
      en: `--mirror ${path}: there is no such file or folder.`,
    });
  }
  const isFolder = found.isDirectory();
  const folder = isFolder ? path : await mkdtemp(join(tmpdir(), 'trajecta-mirror-'));
  try {
    if (!isFolder) await importMirror(folder, path, options.map);
    const mirror = await openWorkspace(folder);
    return await use(mirror).finally(() => mirror.close());
  } finally {
    if (!isFolder) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function importMirror(folder: string, path: string, map: string | undefined): Promise<void> {
  if (map === undefined) {
    const { importFts } = await import('../sources/fts/importFts.ts');
    await importFts(folder, path);
    return;
  }
  const { importTable } = await import('../sources/table/importTable.ts');
  await importTable(folder, path, { map });
}

async function putCheck(
  answer: Check,
  options: CheckArguments,
  language: Language,
  effects: CliEffects,
): Promise<void> {
  if (options.format === 'xlsx' && options.output === undefined) {
    throw new TrajectaError('bad-option', {
      ru: '--format xlsx: назовите файл ключом --output, например --output проверка.xlsx.',
      en: '--format xlsx: name a file by --output, for example --output check.xlsx.',
    });
  }
  const { renderCheck } = await import('../reports/check/renderCheck.ts');
  const content = await renderCheck(answer, options.format, language);
  if (options.output === undefined) effects.out(content);
  else await writeFile(options.output, content);
}

function damaged(folder: string, answer: Check): TrajectaError {
  const count = answer.data.integrity?.problems.length ?? 0;
  return new TrajectaError('store-damaged', {
    ru: `Хранилище ${folder} повреждено (${count}); что делать, сказано у каждой находки выше.`,
    en: `The store ${folder} is damaged (${count} problems); what to do is said beside each of them above.`,
  });
}

function year(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('2019');
  return Number(text);
}

function count(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError('0–999');
  return Number(text);
}

function positive(text: string): number {
  const value = Number(text.replace(',', '.'));
  if (!(value > 0 && value <= 1000)) throw new InvalidArgumentError('5');
  return value;
}

function percent(text: string): number {
  const value = Number(text.replace(',', '.').replace('%', ''));
  if (!(value >= 0 && value <= 100)) throw new InvalidArgumentError('0–100');
  return value;
}
