import { type Command, Option } from 'commander';
import { type ProductOptions, productOptionsSchema } from '../api/product.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { keepRun } from './keepRun.ts';
import { addOutputOptions, type OutputOptions, put } from './output.ts';

const t = {
  about: {
    ru: 'товар: кто вывозит, куда, по годам, что ниже по коду, что из него в перечне, цены за единицу',
    en: 'a product: who exports it, where to, its years, the codes below, what of it is on the list, unit values',
  },
  code: {
    ru: 'группа, позиция, шесть знаков или национальная строка: 30, 3004, 300490, 3004900002',
    en: 'chapter, heading, six digits or national line: 30, 3004, 300490, 3004900002',
  },
  period: {
    ru: 'период: 2019, 2017..2019, 2019-01..2019-06 (по умолчанию последний полный год)',
    en: 'period: 2019, 2017..2019, 2019-01..2019-06 (default the last whole year)',
  },
  flow: { ru: 'направление', en: 'flow' },
  segments: { ru: 'система сегментов', en: 'segment system' },
  list: { ru: 'перечень: МСТК ред. 4 или 3', en: 'list: SITC Rev.4 or Rev.3' },
  alignment: { ru: 'увязка перечня с ГС', en: 'alignment of the list with the HS' },
  reExports: { ru: 'реэкспорт', en: 're-exports' },
};

interface ProductArguments extends GlobalOptions, OutputOptions {
  readonly period?: string;
  readonly flow?: 'export' | 'import';
  readonly segments?: string;
  readonly list?: 'rev4' | 'rev3';
  readonly alignment?: 'resolved' | 'un-conversion';
  readonly reExports?: 'exclude' | 'include';
}

export function registerProduct(program: Command, language: Language, effects: CliEffects): void {
  const choice = (flags: string, text: string, choices: readonly string[]) =>
    new Option(flags, text).choices(choices);
  const command = program
    .command('product')
    .description(t.about[language])
    .argument('<code>', t.code[language])
    .option('--period <period>', t.period[language])
    .addOption(choice('--flow <flow>', t.flow[language], ['export', 'import']))
    .option('--segments <system>', t.segments[language])
    .addOption(choice('--list <list>', t.list[language], ['rev4', 'rev3']))
    .addOption(choice('--alignment <alignment>', t.alignment[language], ['resolved', 'un-conversion']))
    .addOption(choice('--re-exports <choice>', t.reExports[language], ['exclude', 'include']));
  addOutputOptions(command, language).action(async (code: string, _options: unknown, child: Command) => {
    const options = child.optsWithGlobals<ProductArguments>();
    const question = questionOf(code, options);
    const { openWorkspace } = await import('../store/openWorkspace.ts');
    const { product } = await import('../assess/profile/product.ts');
    const workspace = await openWorkspace(options.workspace);
    try {
      const answer = await product(workspace, question);
      await keepRun(options.workspace, answer.manifest, effects);
      await put({ kind: 'product', answer }, options, language, effects);
    } finally {
      await workspace.close();
    }
  });
}

/** Only what is given, as by HTTP: the same question is the same run. */
function questionOf(code: string, options: ProductArguments): ProductOptions {
  const { period, flow, segments, list, alignment, reExports } = options;
  const revision = list === undefined ? undefined : list === 'rev3' ? 3 : 4;
  const given = { code: code.replace(/[ .]/g, ''), period, flow, segments, revision, alignment, reExports };
  const parsed = productOptionsSchema.safeParse(
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  );
  if (parsed.success) return parsed.data;
  const field = String(parsed.error.issues[0]?.path[0] ?? 'code');
  throw new TrajectaError('bad-option', {
    ru: `${field}: не принято. Код — от 2 до 10 цифр, кроме 3 и 5 (30, 3004, 300490, 3004900002); период — 2019, 2017..2019, 2019-01..2019-06.`,
    en: `${field}: not accepted. A code is 2 to 10 digits but not 3 or 5 (30, 3004, 300490, 3004900002); a period 2019, 2017..2019, 2019-01..2019-06.`,
  });
}
