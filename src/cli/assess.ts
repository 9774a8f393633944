import { type Command, Option } from 'commander';
import type { AssessOptions } from '../assess/options.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { asOfOption, stateOf } from './asOf.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { addIndexOptions } from './indexOptions.ts';
import { keepRun } from './keepRun.ts';
import { addListOptions, disclosureOf, type ListArguments, revisionOf } from './listOptions.ts';
import { addOutputOptions, type OutputOptions, put } from './output.ts';
import { withWorld, worldOption } from './world.ts';

const t = {
  about: {
    ru: 'таблицы траектории: регионы по сегментам, индекс, доли, вердикт',
    en: 'the trajectory tables: regions by segment, index, shares, verdict',
  },
  year: { ru: 'год', en: 'year' },
  period: {
    ru: 'период: 2019, 2017..2019, 2019-01..2019-06',
    en: 'period: 2019, 2017..2019, 2019-01..2019-06',
  },
  toDate: {
    ru: 'с начала года по месяц (ГГГГ-ММ) и те же месяцы годом раньше',
    en: 'year to date up to a month (YYYY-MM), and the same months of the year before',
  },
  compare: { ru: 'и предыдущий период той же длины', en: 'the period before of the same length too' },
  level: {
    ru: 'уровень строк: region, district, country, union, world (по умолчанию — уровень данных)',
    en: 'level of the rows: region, district, country, union, world (default: that of the data)',
  },
  groups: {
    ru: 'файл своих групп территорий с составом по датам (JSON)',
    en: 'a file of groups of territories of your own, with members by date (JSON)',
  },
};

interface AssessArguments
  extends GlobalOptions,
    OutputOptions,
    ListArguments,
    Omit<AssessOptions, 'period' | 'revision' | keyof ListArguments> {
  readonly year?: string;
  readonly period?: string;
  readonly yearToDate?: string;
  readonly world?: string;
}

export function registerAssess(program: Command, language: Language, effects: CliEffects): void {
  const command = program
    .command('assess')
    .description(t.about[language])
    .option('--year <year>', t.year[language])
    .option('--period <period>', t.period[language])
    .option('--year-to-date <month>', t.toDate[language])
    .option('--compare-with-previous', t.compare[language])
    .addOption(
      new Option('--level <level>', t.level[language]).choices([
        'region',
        'district',
        'country',
        'union',
        'world',
      ]),
    )
    .option('--groups <file>', t.groups[language])
    .addOption(worldOption(language));
  addIndexOptions(command, language);
  addListOptions(command, language, { segments: 'four', reExports: 'exclude' });
  addOutputOptions(command.addOption(asOfOption(language)), language).action(
    async (_options: unknown, child: Command) => {
      const options = child.optsWithGlobals<AssessArguments>();
      const { openWorkspace } = await import('../store/openWorkspace.ts');
      const { assess } = await import('../assess/assess.ts');
      const { workspace, close } = await withWorld(
        await openWorkspace(options.workspace, stateOf(options)),
        options.world,
      );
      try {
        const answer = await assess(workspace, assessOptions(options));
        await keepRun(options.workspace, answer.manifest, effects);
        await put({ kind: 'assess', answer }, options, language, effects);
      } finally {
        await close();
      }
    },
  );
}

function assessOptions(options: AssessArguments): AssessOptions {
  const {
    flow,
    segments,
    alignment,
    base,
    level,
    reference,
    union,
    groups,
    withoutSelf,
    leaveOut,
    reExports,
    rule,
    compareWithPrevious,
    inEdition,
    weights,
  } = options;
  const given = Object.entries({
    flow,
    segments,
    alignment,
    base,
    level,
    reference,
    union,
    groups,
    withoutSelf,
    leaveOut,
    reExports,
    rule,
    compareWithPrevious,
    inEdition,
    weights,
  });
  const set = Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Omit<
    AssessOptions,
    'period'
  >;
  return { ...set, revision: revisionOf(options), ...disclosureOf(options), ...periodOptions(options) };
}

function periodOptions(options: AssessArguments): Pick<AssessOptions, 'period' | 'compareWithPrevious'> {
  const chosen = [options.year, options.period, options.yearToDate].filter((text) => text !== undefined);
  if (chosen.length !== 1) {
    throw new TrajectaError('bad-option', {
      ru: 'Задайте период одним из ключей: --year 2019, --period 2017..2019, --year-to-date 2019-06.',
      en: 'Give the period by one of: --year 2019, --period 2017..2019, --year-to-date 2019-06.',
    });
  }
  const toDate = /^(\d{4})-(\d{2})$/.exec(options.yearToDate ?? '');
  if (toDate !== null)
    return { period: `${toDate[1]}-01..${toDate[1]}-${toDate[2]}`, compareWithPrevious: true };
  return { period: chosen[0] ?? '' };
}
