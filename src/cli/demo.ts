import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { ImportReport } from '../api/importReport.ts';
import { type CliEffects, type GlobalOptions, type Language, progressTo } from './context.ts';

const t = {
  about: {
    ru: 'создать синтетические демонстрационные данные (Россия, 2012–2019) и загрузить их',
    en: 'make the synthetic demonstration data (Russia, 2012–2019) and take it in',
  },
  output: {
    ru: 'только записать выгрузку в файл, не загружая',
    en: 'only write the unload to a file, take nothing in',
  },
  generating: {
    ru: 'Создаю синтетические данные: Россия, 2012–2019',
    en: 'Making the synthetic data: Russia, 2012–2019',
  },
};

export function registerDemo(program: Command, language: Language, effects: CliEffects): void {
  program
    .command('demo')
    .description(t.about[language])
    .option('--output <file>', t.output[language])
    .action(async (_options: unknown, child: Command) => {
      const options = child.optsWithGlobals<GlobalOptions & { output?: string }>();
      if (options.output !== undefined) {
        const { writeDemo } = await import('../demo/writeDemo.ts');
        progressTo(effects, language).progress(t.generating);
        await writeDemo(options.output);
        return;
      }
      const report = await makeDemo(options.workspace, language, effects);
      const { importReportText } = await import('../reports/importReportText.ts');
      effects.out(importReportText(report, language));
    });
}

/** Writes the made-up unload into the workspace folder and imports it as any other file, marked synthetic. */
export async function makeDemo(
  workspace: string,
  language: Language,
  effects: CliEffects,
): Promise<ImportReport> {
  const { writeDemo } = await import('../demo/writeDemo.ts');
  const { importFts } = await import('../sources/fts/importFts.ts');
  const progress = progressTo(effects, language);
  progress.progress(t.generating);
  await mkdir(workspace, { recursive: true });
  const file = join(workspace, 'synthetic-demo.csv');
  await writeDemo(file);
  return importFts(workspace, file, { moneyUnit: 'thousand-usd' }, progress);
}
