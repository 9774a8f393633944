import type { Command } from 'commander';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { makeDemo } from './demo.ts';
import { keepRun } from './keepRun.ts';
import { put } from './output.ts';
import { serveWorkspace, whole } from './serve.ts';

const t = {
  about: {
    ru: 'создать (если её нет) рабочую область с синтетическими данными, показать четыре таблицы и открыть страницу',
    en: 'make the workspace with synthetic data where there is none, print the four tables and serve the page',
  },
  port: { ru: 'порт', en: 'port' },
};

export function registerStart(program: Command, language: Language, effects: CliEffects): void {
  program
    .command('start')
    .description(t.about[language])
    .option('--port <port>', t.port[language], whole)
    .action(async (_options: unknown, child: Command) => {
      const options = child.optsWithGlobals<GlobalOptions & { port?: number }>();
      const { readManifest } = await import('../store/manifest.ts');
      if ((await readManifest(options.workspace)) === null)
        await makeDemo(options.workspace, language, effects);
      const { openWorkspace } = await import('../store/openWorkspace.ts');
      const { assess } = await import('../assess/assess.ts');
      const { lastYear } = await import('../assess/lastYear.ts');
      const workspace = await openWorkspace(options.workspace);
      const answer = await assess(workspace, { period: String(lastYear(workspace)) }).finally(() =>
        workspace.close(),
      );
      const four = { ...answer, data: answer.data.filter((row) => row.segment !== 'other') };
      await keepRun(options.workspace, answer.manifest, effects);
      await put({ kind: 'assess', answer: four }, { format: 'text' }, language, effects);
      await serveWorkspace(options.workspace, options, language, effects);
    });
}
