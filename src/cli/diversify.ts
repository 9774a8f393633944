import { type Command, InvalidArgumentError, Option } from 'commander';
import type { DiversificationOptions } from '../api/diversification.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { keepRun } from './keepRun.ts';
import { addListOptions, type ListArguments, revisionOf } from './listOptions.ts';
import { addOutputOptions, type OutputOptions, put } from './output.ts';
import { refuseDisclosure } from './refuseDisclosure.ts';
import { year } from './year.ts';

const t = {
  about: {
    ru: 'диверсификация: прежние связи, новые товары и рынки, реальная ценность',
    en: 'diversification: continuing relations, new products and markets, real value',
  },
  region: {
    ru: 'регион, округ или страна: код или название; без ключа — все территории уровня --level',
    en: 'region, district or the country: id or name; without it all territories of --level',
  },
  level: {
    ru: 'все регионы (по умолчанию), округа или страна',
    en: 'all regions (default), districts or the country',
  },
  reference: {
    ru: 'с кем сравнивать: rest — остальные регионы данных (по умолчанию), world — таблица --demand',
    en: 'what is compared with: rest, all other regions of the data (default), or world, the table --demand',
  },
  from: { ru: 'первый год', en: 'first year' },
  to: { ru: 'последний год', en: 'last year' },
  scope: { ru: 'all, high-tech или код сегмента', en: 'all, high-tech, or the id of a segment' },
  digits: {
    ru: 'знаков в коде товара (6; 4, если в источнике шести знаков нет)',
    en: 'digits of product codes (6; 4 where the source has no six)',
  },
  by: {
    ru: 'какие связи: товары или также рынки и пары «товар — рынок» (по умолчанию all)',
    en: 'which relations: products, or markets and pairs of both too (default all)',
  },
  active: {
    ru: 'связь действует, если вывоз за год больше, долл.',
    en: 'a relation is active above this value a year, USD',
  },
  demand: {
    ru: 'таблица мирового спроса (product, value, market, year), CSV или XLSX',
    en: "table of the world's demand (product, value, market, year), CSV or XLSX",
  },
};

/** Why disclosure control is refused. */
const cannotProtect = {
  ru: 'показатели складываются из отдельных связей «товар — рынок», за которыми часто один участник, и он вычисляется из индекса концентрации, числа связей и разности двух лет, даже если сами связи скрыть.',
  en: 'the figures are made of single relations of product and market, often of one contributor, who can be computed from the index of concentration, the number of relations and the difference of two years even where the relations are hidden.',
};

interface DiversifyArguments extends GlobalOptions, OutputOptions, ListArguments {
  readonly region?: string;
  readonly level?: 'region' | 'district' | 'country';
  readonly reference?: 'rest' | 'world';
  readonly from: number;
  readonly to: number;
  readonly scope: string;
  readonly digits?: '2' | '4' | '6';
  readonly activeAbove?: number;
  readonly demand?: string;
  readonly by?: 'product' | 'all';
}

export function registerDiversify(program: Command, language: Language, effects: CliEffects): void {
  const command = program
    .command('diversify')
    .description(t.about[language])
    .option('--region <territory>', t.region[language])
    .addOption(new Option('--level <level>', t.level[language]).choices(['region', 'district', 'country']))
    .requiredOption('--from <year>', t.from[language], year)
    .requiredOption('--to <year>', t.to[language], year)
    .option('--scope <scope>', t.scope[language], 'all')
    .addOption(new Option('--digits <digits>', t.digits[language]).choices(['2', '4', '6']))
    .option('--active-above <usd>', t.active[language], amount)
    .addOption(new Option('--by <relations>', t.by[language]).choices(['product', 'all']))
    .option('--demand <file>', t.demand[language])
    .addOption(new Option('--reference <reference>', t.reference[language]).choices(['rest', 'world']));
  addListOptions(command, language, { segments: 'four', reExports: 'exclude', disclosure: 'refused' });
  addOutputOptions(command, language).action(async (_options: unknown, child: Command) => {
    const options = child.optsWithGlobals<DiversifyArguments>();
    refuseDisclosure(options, cannotProtect);
    const { openWorkspace } = await import('../store/openWorkspace.ts');
    const { diversify } = await import('../assess/diversify/diversify.ts');
    const question = await questionOf(options);
    const workspace = await openWorkspace(options.workspace);
    try {
      const answer = await diversify(workspace, question);
      await keepRun(options.workspace, answer.manifest, effects);
      await put({ kind: 'diversify', answer }, options, language, effects);
    } finally {
      await workspace.close();
    }
  });
}

async function questionOf(options: DiversifyArguments): Promise<DiversificationOptions> {
  const { region, from, to, scope, activeAbove, flow, segments, alignment, reExports, inEdition, weights } =
    options;
  const world =
    options.demand === undefined
      ? undefined
      : await (await import('./demandTable.ts')).readDemandTable(options.demand);
  const question = {
    territory: region,
    level: options.level,
    reference: options.reference,
    from,
    to,
    scope,
    digits: options.digits === undefined ? undefined : Number(options.digits),
    activeAbove,
    by: options.by,
    world,
    flow,
    segments,
    revision: revisionOf(options),
    alignment,
    reExports,
    inEdition,
    weights,
  };
  const set = Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined));
  return { ...set, from, to };
}

function amount(text: string): number {
  const value = Number(text.replace(/[\s\u00A0]/g, '').replace(',', '.'));
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) throw new InvalidArgumentError('1000');
  return value;
}
