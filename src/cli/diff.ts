import { type Command, Option } from 'commander';
import type { Comparison } from '../api/comparison.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { formatText } from './optionTexts.ts';
import { openForRun, worldOption } from './world.ts';

const t = {
  about: {
    ru: 'сравнить два результата: какие величины разошлись и почему',
    en: 'compare two results: which figures differ, and by which cause',
  },
  result: { ru: 'результат (JSON, CSV) или номер расчёта', en: 'a result (JSON, CSV) or the id of a run' },
  all: { ru: 'показать все различия', en: 'show all differences' },
};

export function registerDiff(program: Command, language: Language, effects: CliEffects): void {
  program
    .command('diff')
    .description(t.about[language])
    .argument('<a>', t.result[language])
    .argument('<b>', t.result[language])
    .option('--all', t.all[language])
    .addOption(worldOption(language))
    .addOption(
      new Option('--format <format>', formatText[language]).choices(['text', 'json']).default('text'),
    )
    .action(async (a: string, b: string, _options: unknown, child: Command) => {
      const options = child.optsWithGlobals<
        GlobalOptions & { all?: boolean; format: 'text' | 'json'; world?: string }
      >();
      const { comparisonText } = await import('../reports/comparisonText.ts');
      const comparison = await compare(a, b, options.workspace, options.world);
      effects.out(
        options.format === 'json'
          ? `${JSON.stringify(comparison, null, 2)}\n`
          : comparisonText(comparison, language, options.all === true ? Number.POSITIVE_INFINITY : 30),
      );
    });
}

async function compare(a: string, b: string, folder: string, world: string | undefined): Promise<Comparison> {
  const { readNamedResult } = await import('./resultFile.ts');
  const { compareRuns } = await import('../assess/trace/compareRuns.ts');
  const { runAgain } = await import('../assess/trace/runAgain.ts');
  const { TrajectaError } = await import('../domain/trajectaError.ts');
  const opened: { close(): Promise<void> }[] = [];
  const open: Parameters<typeof compareRuns>[2] = async (manifest) => {
    try {
      const both = await openForRun(folder, world, manifest);
      opened.push(both);
      return both.workspace;
    } catch (error) {
      // Without the data of both runs the causes are named, and their effects not parted.
      if (error instanceof TrajectaError) return null;
      throw error;
    }
  };
  const result = async (name: string) => {
    const named = await readNamedResult(name, folder);
    if (named.rows !== null) return { ...named, rows: named.rows };
    if (named.manifest === null) throw new Error(`${name} holds neither rows nor a manifest`);
    const both = await openForRun(folder, world, named.manifest);
    opened.push(both);
    return { ...named, rows: (await runAgain(both.workspace, named.manifest)).data };
  };
  try {
    return await compareRuns(await result(a), await result(b), open);
  } finally {
    for (const one of opened) await one.close();
  }
}
