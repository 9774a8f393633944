import { type Command, Option } from 'commander';
import type { UncertaintyOptions } from '../api/uncertainty.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { addIndexOptions, type IndexArguments } from './indexOptions.ts';
import { keepRun } from './keepRun.ts';
import { addListOptions, type ListArguments, revisionOf } from './listOptions.ts';
import { number, whole } from './numbers.ts';
import { addOutputOptions, type OutputOptions, put } from './output.ts';
import { refuseDisclosure } from './refuseDisclosure.ts';

const t = {
  about: {
    ru: 'насколько надёжны значения, места и вердикты: выборки строк и иной выбор определений',
    en: 'how sure values, ranks and verdicts are: draws of lines, and other choices of definitions',
  },
  measure: {
    ru: 'мера по регионам: trajectory-index (по умолчанию), hhi, eci, theil … (trajecta measure)',
    en: 'a measure by region: trajectory-index (default), hhi, eci, theil … (trajecta measure)',
  },
  period: { ru: 'год или период', en: 'year or period' },
  over: { ru: 'из чего делаются выборки', en: 'what is drawn' },
  draws: { ru: 'сколько выборок (1000)', en: 'number of draws (1000)' },
  seed: { ru: 'зерно случайных чисел (1)', en: 'seed of the random numbers (1)' },
  digits: { ru: 'знаков в коде товара, для мер', en: 'digits of product codes, for measures' },
  scope: {
    ru: 'по чему считать меру: all (все товары, по умолчанию), high-tech или сегмент',
    en: 'what a measure runs over: all goods (all, default), high-tech, or a segment',
  },
  atLeast: {
    ru: 'вердикт меры «да» — с этого значения',
    en: 'the verdict of a measure is yes from this value',
  },
  set: {
    ru: 'настройки меры: threshold=0.8 iterations=50 pci=ФАЙЛ … (trajecta measure describe МЕРА)',
    en: 'options of the measure: threshold=0.8 iterations=50 pci=FILE … (trajecta measure describe ID)',
  },
};

/** Why disclosure control is refused. */
const cannotProtect = {
  ru: 'концы интервалов — значения на нескольких строках, а варианты отличаются несколькими кодами: из их разностей скрытое вычисляется.',
  en: 'the ends of intervals are values over a few lines, and variants differ by a few codes: their differences give away what is hidden.',
};

interface UncertaintyArguments extends GlobalOptions, OutputOptions, ListArguments, IndexArguments {
  readonly year: string;
  readonly over: 'products' | 'partners';
  readonly draws?: number;
  readonly seed?: number;
  readonly digits?: '2' | '4' | '6';
  readonly scope?: string;
  readonly atLeast?: number;
  readonly set?: readonly string[];
}

export function registerUncertainty(program: Command, language: Language, effects: CliEffects): void {
  const command = program
    .command('uncertainty')
    .description(t.about[language])
    .argument('[measure]', t.measure[language])
    .requiredOption('--year <period>', t.period[language])
    .addOption(
      new Option('--over <what>', t.over[language]).choices(['products', 'partners']).default('products'),
    )
    .option('--draws <number>', t.draws[language], whole(100_000))
    .option('--seed <number>', t.seed[language], whole(4_294_967_295))
    .addOption(new Option('--digits <digits>', t.digits[language]).choices(['2', '4', '6']))
    .option('--scope <scope>', t.scope[language])
    .option('--at-least <value>', t.atLeast[language], number)
    .option('--set <pairs...>', t.set[language]);
  addIndexOptions(command, language);
  addListOptions(command, language, { segments: 'four', reExports: 'exclude', disclosure: 'refused' });
  addOutputOptions(command, language).action(
    async (measure: string | undefined, _options: unknown, child: Command) => {
      const options = child.optsWithGlobals<UncertaintyArguments>();
      refuseDisclosure(options, cannotProtect);
      const { openWorkspace } = await import('../store/openWorkspace.ts');
      const { uncertainty } = await import('../assess/uncertainty/uncertainty.ts');
      const workspace = await openWorkspace(options.workspace);
      try {
        const answer = await uncertainty(workspace, await questionOf(measure, options));
        await keepRun(options.workspace, answer.manifest, effects);
        await put({ kind: 'uncertainty', answer }, options, language, effects);
      } finally {
        await workspace.close();
      }
    },
  );
}

async function questionOf(
  measure: string | undefined,
  options: UncertaintyArguments,
): Promise<UncertaintyOptions> {
  const { year, over, draws, seed, flow, segments, alignment, reExports, inEdition, weights } = options;
  const { base, reference, union, withoutSelf, leaveOut, rule, scope, atLeast } = options;
  const { optionsOfPairs } = await import('./measureOptions.ts');
  const digits = options.digits === undefined ? undefined : Number(options.digits);
  const question = {
    measure,
    over,
    draws,
    seed,
    digits,
    scope,
    atLeast,
    measureOptions: options.set === undefined ? undefined : await optionsOfPairs(options.set),
    flow,
    segments,
    alignment,
    reExports,
    inEdition,
    weights,
    base,
    reference,
    union,
    withoutSelf,
    leaveOut,
    rule,
    revision: revisionOf(options),
  };
  const set = Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined));
  return { ...set, period: year };
}
