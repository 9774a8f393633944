import { type Command, Option } from 'commander';
import type { MeasureAnswer } from '../api/measureAnswer.ts';
import type { MeasuredColumns } from '../assess/measures/columnsOfWorkspace.ts';
import type { Grouping } from '../assess/mergedInto.ts';
import type { MeasureDefinition } from '../domain/measures/measureDefinition.ts';
import type { MeasureOptions } from '../domain/measures/measureOptions.ts';
import { findMeasure, measures } from '../domain/measures/registry.ts';
import type { TradeColumns } from '../domain/measures/tradeColumns.ts';
import { codeColumns } from '../domain/measures/tradeColumns.ts';
import { parsePeriod } from '../domain/period.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { PlainTableColumns } from '../sources/readPlainTable.ts';
import { asOfOption, stateOf } from './asOf.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { describeMeasure, listMeasures } from './measureHelp.ts';
import { addMeasureOptions, measureOptions } from './measureOptions.ts';
import { number, whole } from './numbers.ts';
import { reExportsText } from './optionTexts.ts';
import { addOutputOptions, type OutputOptions, put } from './output.ts';
import { withWorld } from './world.ts';

const t = {
  about: {
    ru: 'посчитать меру по рабочей области или по любой таблице',
    en: 'compute a measure over the workspace or any table',
  },
  id: {
    ru: 'мера; без неё — список мер; describe ID — всё о мере',
    en: 'the measure; without it, the list of measures; describe ID tells all of one',
  },
  described: { ru: 'мера, о которой рассказать', en: 'the measure to be described' },
  csv: {
    ru: 'таблица (CSV, XLSX, Parquet …, и сжатая) вместо рабочей области',
    en: 'a table (CSV, XLSX, Parquet …, packed too) instead of the workspace',
  },
  columns: {
    ru: 'столбцы таблицы: region=…,product=…,value=…[,partner=…,period=…,flow=…,quantity=…]',
    en: 'columns of the table: region=…,product=…,value=…[,partner=…,period=…,flow=…,quantity=…]',
  },
  referenceCsv: {
    ru: 'таблица эталона (мир), столбцы те же, без region',
    en: 'a table of the reference (the world), of the same columns without region',
  },
  draws: {
    ru: 'столько выборок с возвращением: интервалы значений и мест (таблица --csv, мера по регионам)',
    en: 'so many draws with replacement: intervals of values and ranks (a table --csv, a measure by region)',
  },
  seed: { ru: 'зерно случайных чисел (1)', en: 'seed of the random numbers (1)' },
  drawn: { ru: 'из чего делаются выборки', en: 'what is drawn' },
  atLeast: {
    ru: 'вердикт выборки «да» — с этого значения',
    en: 'the verdict of a draw is yes from this value',
  },
  year: { ru: 'год или период рабочей области', en: 'year or period of the workspace' },
  reExports: { ru: 'реэкспорт: исключить или учесть', en: 're-exports: left out or counted' },
  digits: { ru: 'знаков в коде товара', en: 'digits of product codes' },
  level: {
    ru: 'по округам (district), союзам (union) или всё вместе (country, world) вместо регионов или стран данных',
    en: 'by district or union, or all as one (country, world), instead of the regions or countries of the data',
  },
  world: {
    ru: 'рабочая область мира: её страны вместе — эталон',
    en: 'a workspace of the world: its countries together are the reference',
  },
  referenceUnion: {
    ru: 'из стран --world только участники этого союза',
    en: 'of the countries of --world only the members of this union',
  },
  union: {
    ru: 'союзы как одна строка каждый; прочие страны остаются рядом',
    en: 'unions, each as one row; the other countries stay beside them',
  },
  territoryGroups: {
    ru: 'файл своих групп территорий (JSON)',
    en: 'a file of groups of territories of your own (JSON)',
  },
};

interface MeasureArguments extends GlobalOptions, OutputOptions {
  readonly csv?: string;
  readonly columns?: string;
  readonly referenceCsv?: string;
  readonly year?: string;
  readonly digits: '2' | '4' | '6';
  readonly reExports: 'exclude' | 'include';
  readonly level?: Grouping['level'];
  readonly world?: string;
  readonly referenceUnion?: string;
  readonly union?: readonly string[];
  readonly territoryGroups?: string;
  readonly draws?: number;
  readonly seed?: number;
  readonly drawn: 'products' | 'partners';
  readonly atLeast?: number;
}

export function registerMeasure(program: Command, language: Language, effects: CliEffects): void {
  const command = program
    .command('measure')
    .description(t.about[language])
    .argument('[id]', t.id[language])
    .argument('[described]', t.described[language])
    .option('--csv <file>', t.csv[language])
    .option('--columns <names>', t.columns[language])
    .option('--reference-csv <file>', t.referenceCsv[language])
    .option('--year <period>', t.year[language])
    .addOption(asOfOption(language))
    .addOption(new Option('--digits <digits>', t.digits[language]).choices(['2', '4', '6']).default('6'))
    .addOption(
      new Option('--re-exports <choice>', reExportsText[language])
        .choices(['exclude', 'include'])
        .default('exclude'),
    )
    .addOption(
      new Option('--level <level>', t.level[language]).choices(['district', 'union', 'country', 'world']),
    )
    .option('--world <folder>', t.world[language])
    .option('--reference-union <id>', t.referenceUnion[language])
    .option('--union <ids...>', t.union[language])
    .option('--territory-groups <file>', t.territoryGroups[language])
    .option('--draws <number>', t.draws[language], whole(100_000))
    .option('--seed <number>', t.seed[language], whole(4_294_967_295))
    .addOption(
      new Option('--drawn <what>', t.drawn[language]).choices(['products', 'partners']).default('products'),
    )
    .option('--at-least <value>', t.atLeast[language], number);
  addOutputOptions(addMeasureOptions(command, language), language).action(
    async (id: string | undefined, described: string | undefined, _options: unknown, child: Command) => {
      const options = child.optsWithGlobals<MeasureArguments>();
      if (id === undefined) {
        effects.out(listMeasures(language));
        return;
      }
      if (id === 'describe') {
        effects.out(describeMeasure(known(described ?? ''), language));
        return;
      }
      const answer = await answerOf(known(id), options, await measureOptions(child));
      await put({ kind: 'measure', answer }, options, language, effects);
    },
  );
}

function known(id: string): MeasureDefinition {
  const measure = findMeasure(id);
  if (measure !== null) return measure;
  throw new TrajectaError('bad-option', {
    ru: `Меры «${id}» нет. Есть: ${measures.map((one) => one.id).join(', ')}.`,
    en: `There is no measure "${id}". There are: ${measures.map((one) => one.id).join(', ')}.`,
  });
}

async function answerOf(
  definition: MeasureDefinition,
  options: MeasureArguments,
  chosen: MeasureOptions,
): Promise<MeasureAnswer> {
  if (options.csv === undefined) refuseUnneeded(options, 'columns', '--columns');
  refuseTwoReferences(options);
  const draw = await drawer(definition, options);
  if (options.csv === undefined) return ofWorkspace(definition, options, chosen);
  const given = await ofTable(options.csv, columnsNamed(options.columns));
  if (options.referenceCsv === undefined) {
    const { measure } = await import('../assess/measures/measure.ts');
    return draw(measure(definition, given.columns, chosen, given), given.columns, chosen);
  }
  const { measureAgainst } = await import('../assess/measures/measureAgainst.ts');
  const reference = await referenceTable(options.referenceCsv, options.columns);
  const {
    answer,
    columns,
    options: used,
  } = measureAgainst(definition, chosen, given, reference, 'referenceFile');
  return draw(answer, columns, used);
}

/** A table of the reference, whose columns are called as those of the table itself. */
async function referenceTable(path: string, columns: string | undefined): Promise<MeasuredColumns> {
  const { region, ...rest } = columnsNamed(columns);
  void region;
  return ofTable(path, rest);
}

/** What adds draws to an answer where they are asked for. */
async function drawer(
  definition: MeasureDefinition,
  { draws, seed, drawn, atLeast, csv }: MeasureArguments,
): Promise<(answer: MeasureAnswer, columns: TradeColumns, chosen: MeasureOptions) => MeasureAnswer> {
  if (draws === undefined) return (answer) => answer;
  if (csv === undefined) {
    throw new TrajectaError('bad-option', {
      ru: `--draws — для таблиц (--csv). По рабочей области: trajecta uncertainty ${definition.id} --year ….`,
      en: `--draws is for tables (--csv). Over the workspace: trajecta uncertainty ${definition.id} --year ….`,
    });
  }
  const { withDraws } = await import('../assess/measures/withDraws.ts');
  const bootstrap = {
    draws,
    over: drawn === 'partners' ? ('partner' as const) : ('product' as const),
    ...(seed === undefined ? {} : { seed }),
    ...(atLeast === undefined ? {} : { atLeast }),
  };
  return (answer, columns, chosen) => withDraws(answer, definition, columns, chosen, bootstrap);
}

function refuseUnneeded(options: MeasureArguments, name: 'columns', flag: string): void {
  if (options[name] === undefined || options.referenceCsv !== undefined) return;
  throw new TrajectaError('bad-option', {
    ru: `${flag} называет столбцы таблицы: нужен ключ --csv.`,
    en: `${flag} names the columns of a table: --csv is wanted.`,
  });
}

/** A workspace of the world is the reference of a workspace, and the only one. */
function refuseTwoReferences({ csv, referenceCsv, world, referenceUnion }: MeasureArguments): void {
  if (world === undefined && referenceUnion === undefined) return;
  if (csv === undefined && referenceCsv === undefined) return;
  throw new TrajectaError('bad-option', {
    ru: '--world и --reference-union — для рабочей области (--year), без --csv и --reference-csv. Эталон таблицы задаёт --reference-csv.',
    en: '--world and --reference-union are for a workspace (--year), without --csv and --reference-csv. The reference of a table is given by --reference-csv.',
  });
}

async function ofTable(path: string, columns: PlainTableColumns): Promise<MeasuredColumns> {
  const { readPlainTable } = await import('../sources/readPlainTable.ts');
  const table = await readPlainTable(path, columns);
  return { columns: table.columns, findings: table.findings, manifest: { file: path, sha256: table.sha256 } };
}

async function ofWorkspace(
  definition: MeasureDefinition,
  options: MeasureArguments,
  chosen: MeasureOptions,
): Promise<MeasureAnswer> {
  const period = parsePeriod(options.year ?? '');
  if (period === null) {
    throw new TrajectaError('bad-option', {
      ru: 'Задайте таблицу ключом --csv или год рабочей области ключом --year, например --year 2019 или --year 2017..2019.',
      en: 'Give a table by --csv, or a year of the workspace by --year, for example --year 2019 or --year 2017..2019.',
    });
  }
  const { openWorkspace } = await import('../store/openWorkspace.ts');
  const { workspace, close } = await withWorld(
    await openWorkspace(options.workspace, stateOf(options)),
    options.world,
  );
  const asked = {
    period,
    reExports: options.reExports,
    digits: Number(options.digits) as 2 | 4 | 6,
    grouping: await groupingOf(options),
  };
  try {
    if (options.referenceCsv === undefined) {
      const { measureOfWorkspace } = await import('../assess/measures/measureOfWorkspace.ts');
      const { referenceUnion } = options;
      return await measureOfWorkspace(workspace, definition, { ...asked, referenceUnion }, chosen);
    }
    const { columnsOfWorkspace } = await import('../assess/measures/columnsOfWorkspace.ts');
    const { measureAgainst } = await import('../assess/measures/measureAgainst.ts');
    const given = await columnsOfWorkspace(workspace, definition, asked, chosen);
    const reference = await referenceTable(options.referenceCsv, options.columns);
    return measureAgainst(definition, chosen, given, reference, 'referenceFile').answer;
  } finally {
    await close();
  }
}

async function groupingOf(options: MeasureArguments): Promise<Grouping | null> {
  if (options.level === undefined && options.union === undefined) return null;
  const { loadTerritoryGroups } = await import('../classifications/territoryGroups.ts');
  const own = options.territoryGroups === undefined ? [] : await loadTerritoryGroups(options.territoryGroups);
  return { level: options.level ?? 'union', unions: options.union ?? [], own };
}

const columnNames: readonly string[] = [...codeColumns, 'value', 'quantity'];

function columnsNamed(text: string | undefined): PlainTableColumns {
  const pairs = (text ?? 'region=region,product=product,value=value')
    .split(',')
    .map(
      (pair) => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim()] as const,
    );
  const wrong = pairs.find(([name, column]) => !columnNames.includes(name) || column === '');
  const named = Object.fromEntries(pairs) as Partial<PlainTableColumns>;
  if (wrong === undefined && named.value !== undefined) return named as PlainTableColumns;
  throw new TrajectaError('bad-option', {
    ru: `--columns ${text}: нужно value=… и, как требует мера, ${codeColumns.map((name) => `${name}=…`).join(', ')}, quantity=…`,
    en: `--columns ${text}: value=… is wanted and, as the measure needs, ${codeColumns.map((name) => `${name}=…`).join(', ')}, quantity=…`,
  });
}
