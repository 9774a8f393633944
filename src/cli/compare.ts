import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ComparisonOptions } from '../assess/international/comparisonOptions.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { addOutputOptions, type OutputOptions, put } from './output.ts';

const t = {
  about: {
    ru: 'сравнить страны и группы: индексы вывоза, доли высоких технологий, доля в мире',
    en: 'compare countries and groups: export indices, shares of high technology, share in the world',
  },
  countries: { ru: 'страны через запятую: RU,BR,IN,CN', en: 'countries by comma: RU,BR,IN,CN' },
  groups: { ru: 'группы через запятую: BRICS,EAEU,EMU,EU', en: 'groups by comma: BRICS,EAEU,EMU,EU' },
  groupFile: { ru: 'файл своих групп (JSON)', en: 'a file of groups of your own (JSON)' },
  from: { ru: 'первый год', en: 'first year' },
  to: { ru: 'последний год', en: 'last year' },
  chainFrom: { ru: 'год, от которого считать цепной индекс', en: 'base year of the chained index' },
  valuation: {
    ru: 'current — текущие доллары; volume — физический объём (делением на индекс средних цен); volume-index — по опубликованному индексу объёма',
    en: 'current: current dollars; volume: physical volume (by the unit value index); volume-index: by the published volume index',
  },
  membership: {
    ru: 'состав групп: последнего года во все годы или каждого года свой',
    en: 'members of groups: those of the last year in all years, or those of each year',
  },
  world: {
    ru: 'мир: опубликованный итог или сумма стран с данными',
    en: 'the world: the published total, or the sum of countries with data',
  },
  printed: { ru: 'рядом — напечатанное в статье (таблица 1)', en: "the paper's table 1 beside ours" },
};

interface CompareArguments
  extends GlobalOptions,
    OutputOptions,
    Omit<ComparisonOptions, 'countries' | 'groups'> {
  readonly countries: readonly string[];
  readonly groups?: readonly string[];
}

export function registerCompare(program: Command, language: Language, effects: CliEffects): void {
  const command = program
    .command('compare')
    .description(t.about[language])
    .option('--countries <list>', t.countries[language], list, [])
    .option('--groups <list>', t.groups[language], list)
    .option('--group-file <file>', t.groupFile[language])
    .requiredOption('--from <year>', t.from[language], year)
    .requiredOption('--to <year>', t.to[language], year)
    .option('--chain-from <year>', t.chainFrom[language], year)
    .addOption(
      new Option('--valuation <name>', t.valuation[language]).choices(['current', 'volume', 'volume-index']),
    )
    .addOption(new Option('--membership <name>', t.membership[language]).choices(['fixed', 'moving']))
    .addOption(new Option('--world <name>', t.world[language]).choices(['published', 'sum']))
    .option('--printed', t.printed[language]);
  addOutputOptions(command, language).action(async (_options: unknown, child: Command) => {
    const options = child.optsWithGlobals<CompareArguments>();
    const { openSeries } = await import('../store/series.ts');
    const { compareCountries } = await import('../assess/international/compareCountries.ts');
    const { countries, groups, from, to, chainFrom, valuation, membership, world, printed, groupFile } =
      options;
    const given = Object.entries({ groups, chainFrom, valuation, membership, world, printed, groupFile });
    const set = Object.fromEntries(given.filter(([, value]) => value !== undefined));
    const reader = await openSeries(options.workspace);
    const answer = await compareCountries(reader, { countries, from, to, ...set });
    const { saveComparisonRun } = await import('../store/comparisonRuns.ts');
    await saveComparisonRun(options.workspace, answer.manifest);
    await put({ kind: 'compare', answer }, options, language, effects);
  });
}

function list(text: string): readonly string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function year(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('2007');
  return Number(text);
}
