import { writeFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ScorecardOptions } from '../api/scorecard.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { keepRun } from './keepRun.ts';
import { addOutputOptions, type OutputOptions, put } from './output.ts';

const t = {
  about: {
    ru: 'показатели региона с границами: значение, статус, разрыв, тренд, путь к цели',
    en: "a region's indicators with bounds: value, status, gap, trend, path to a target",
  },
  region: {
    ru: 'регион: код или название; без него или с --all — все регионы',
    en: 'the region: id or name; without it, or with --all, all regions',
  },
  year: { ru: 'год (без ключа — последний целый)', en: 'year (default: the last whole one)' },
  system: {
    ru: 'система показателей: paper или файл JSON',
    en: 'system of indicators: paper or a JSON file',
  },
  series: {
    ru: 'ваши ряды: регион, год, ряд, значение, единица (CSV, XLSX); можно несколько файлов',
    en: 'your series: region, year, series, value, unit (CSV, XLSX); several files may be given',
  },
  rates: {
    ru: 'среднегодовые курсы: год, валюта, курс за доллар',
    en: 'yearly average rates: year, currency, rate per dollar',
  },
  indicator: { ru: 'только эти показатели', en: 'only these indicators' },
  segments: { ru: 'группы перечня высоких технологий', en: 'groups of the high-technology list' },
  target: {
    ru: 'цель: значение показателя к году --by',
    en: 'target: value of the indicator by the year --by',
  },
  by: {
    ru: 'год цели (без --target цель — граница)',
    en: 'year of the target (without --target: the bound)',
  },
  whatIf: {
    ru: 'что если: ряд=+10%, ряд=-2 млн, ряд=500 млн',
    en: 'what if: series=+10%, series=-2 million, series=500 million',
  },
  template: {
    ru: 'образец таблицы рядов для заполнения',
    en: 'a template of the table of series, to be filled in',
  },
};

interface ScorecardArguments extends GlobalOptions, OutputOptions, Omit<ScorecardOptions, 'system'> {
  readonly system: string;
  readonly series?: readonly string[];
  readonly rates?: string;
}

export function registerScorecard(program: Command, language: Language, effects: CliEffects): void {
  const command = program
    .command('scorecard')
    .description(t.about[language])
    .option('--region <region>', t.region[language])
    .option('--year <year>', t.year[language], year)
    .option('--system <system>', t.system[language], 'paper')
    .option('--series <files...>', t.series[language])
    .option('--rates <file>', t.rates[language])
    .option('--indicator <ids...>', t.indicator[language])
    .addOption(
      new Option('--segments <system>', t.segments[language]).choices(['eight', 'nine']).default('eight'),
    )
    .addOption(new Option('--re-exports <choice>').choices(['exclude', 'include']).default('exclude'))
    .option('--target <value>', t.target[language], number)
    .option('--by <year>', t.by[language], year)
    .option('--what-if <changes...>', t.whatIf[language]);
  addOutputOptions(command, language).action(async (_options: unknown, child: Command) =>
    answer(child.optsWithGlobals<ScorecardArguments>(), language, effects),
  );
  command
    .command('template')
    .description(t.template[language])
    .action(async (_options: unknown, child: Command) =>
      template(child.optsWithGlobals<ScorecardArguments>(), language, effects),
    );
}

async function answer(options: ScorecardArguments, language: Language, effects: CliEffects): Promise<void> {
  const { openWorkspace } = await import('../store/openWorkspace.ts');
  const { scorecard } = await import('../assess/scorecard/scorecard.ts');
  const { loadIndicatorSystem } = await import('../classifications/indicatorSystems.ts');
  const { readRates, readSeries } = await import('../sources/readSeries.ts');
  const indicators = loadIndicatorSystem(options.system);
  const workspace = await openWorkspace(options.workspace);
  try {
    const { values, files } = await readSeries(options.series ?? [], indicators, workspace.territories);
    const rates = options.rates === undefined ? null : await readRates(options.rates);
    const supplied = {
      values,
      rates: rates?.rates ?? [],
      files: rates === null ? files : [...files, { file: rates.file, sha256: rates.sha256 }],
    };
    const region = options.all === true ? undefined : options.region;
    const { year, indicator, segments, reExports, target, by, whatIf } = options;
    const question = Object.fromEntries(
      Object.entries({
        region,
        year,
        system: indicators.id,
        indicator,
        segments,
        reExports,
        target,
        by,
        whatIf,
      }).filter(([, value]) => value !== undefined),
    ) as ScorecardOptions;
    const result = await scorecard(workspace, question, { indicators, supplied });
    await keepRun(options.workspace, result.manifest, effects);
    await put({ kind: 'scorecard', answer: result }, options, language, effects);
  } finally {
    await workspace.close();
  }
}

async function template(options: ScorecardArguments, language: Language, effects: CliEffects): Promise<void> {
  const { seriesTemplate } = await import('../reports/seriesTemplate.ts');
  const { loadIndicatorSystem } = await import('../classifications/indicatorSystems.ts');
  const format = options.format === 'xlsx' ? 'xlsx' : 'csv';
  if (format === 'xlsx' && options.output === undefined)
    throw new TrajectaError('bad-option', {
      ru: '--format xlsx: назовите файл ключом --output, например --output ряды.xlsx.',
      en: '--format xlsx: name a file by --output, for example --output series.xlsx.',
    });
  const last = options.year ?? null;
  const content = await seriesTemplate(
    loadIndicatorSystem(options.system),
    { regions: [options.region ?? ''], years: last === null ? [] : [last - 1, last] },
    format,
    language,
  );
  if (options.output === undefined) effects.out(content);
  else await writeFile(options.output, content);
}

function year(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('2019');
  return Number(text);
}

function number(text: string): number {
  const value = Number(text.replace('%', '').replace(',', '.'));
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('15');
  return value;
}
