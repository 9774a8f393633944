import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { keepRun } from './keepRun.ts';
import { addListOptions, type ListArguments, revisionOf } from './listOptions.ts';
import { addOutputOptions, type OutputOptions, put } from './output.ts';
import { year } from './year.ts';

const t = {
  about: {
    ru: 'что регион мог бы вывозить: сложность товаров, расстояние до них, выигрыш перспектив',
    en: 'what a region could come to export: complexity of products, distance to them, outlook gain',
  },
  region: { ru: 'регион: код или название', en: 'region: id or name' },
  year: { ru: 'год (последний целый)', en: 'year (the last whole one)' },
  scope: { ru: 'all, high-tech или код сегмента', en: 'all, high-tech, or the id of a segment' },
  digits: {
    ru: 'знаков в коде товара (4; для высоких технологий 6)',
    en: 'digits of product codes (4; 6 for high technology)',
  },
  threshold: { ru: 'RCA, с которого товар присутствует (1)', en: 'RCA from which a product is present (1)' },
  complexity: {
    ru: 'сложность товаров извне, например мировая: таблица product, value (CSV, XLSX); без неё — по регионам страны',
    en: "complexity of products from elsewhere, e.g. the world's: a table product, value (CSV, XLSX); without it, by the country's regions",
  },
};

interface OpportunitiesArguments extends GlobalOptions, OutputOptions, ListArguments {
  readonly region: string;
  readonly year?: number;
  readonly scope: string;
  readonly digits?: '4' | '6';
  readonly threshold?: number;
  readonly complexity?: string;
}

export function registerOpportunities(program: Command, language: Language, effects: CliEffects): void {
  const command = program
    .command('opportunities')
    .description(t.about[language])
    .requiredOption('--region <territory>', t.region[language])
    .option('--year <year>', t.year[language], year)
    .option('--scope <scope>', t.scope[language], 'all')
    .addOption(new Option('--digits <digits>', t.digits[language]).choices(['4', '6']))
    .option('--threshold <rca>', t.threshold[language], positive)
    .option('--complexity <file>', t.complexity[language]);
  addListOptions(command, language, {
    segments: 'four',
    reExports: 'exclude',
    disclosure: false,
    editions: false,
  });
  addOutputOptions(command, language).action(async (_options: unknown, child: Command) => {
    const options = child.optsWithGlobals<OpportunitiesArguments>();
    const { openWorkspace } = await import('../store/openWorkspace.ts');
    const { opportunities } = await import('../assess/opportunities/opportunities.ts');
    const { region, scope, threshold, flow, segments, alignment, reExports } = options;
    const complexity =
      options.complexity === undefined
        ? undefined
        : await (await import('./complexityTable.ts')).readComplexityTable(options.complexity);
    const workspace = await openWorkspace(options.workspace);
    try {
      const answer = await opportunities(workspace, {
        territory: region,
        year: options.year,
        scope,
        digits: options.digits === undefined ? undefined : (Number(options.digits) as 4 | 6),
        threshold,
        flow,
        segments,
        revision: revisionOf(options),
        alignment,
        reExports,
        complexity,
      });
      await keepRun(options.workspace, answer.manifest, effects);
      await put({ kind: 'opportunities', answer }, options, language, effects);
    } finally {
      await workspace.close();
    }
  });
}

function positive(text: string): number {
  const value = Number(text.replace(',', '.'));
  if (!(value > 0 && value <= 100)) throw new InvalidArgumentError('1');
  return value;
}
