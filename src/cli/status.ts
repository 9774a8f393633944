import { join } from 'node:path';
import { type Command, Option } from 'commander';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { formatText } from './formatText.ts';

const t = {
  about: { ru: 'что хранит рабочая область', en: 'what the workspace holds' },
  quarantine: {
    ru: 'показать отложенные строки: файл, строка, столбец, значение, причина',
    en: 'list quarantined rows: file, row, column, value, reason',
  },
};

export function registerStatus(program: Command, language: Language, effects: CliEffects): void {
  program
    .command('status')
    .description(t.about[language])
    .option('--quarantine', t.quarantine[language])
    .addOption(
      new Option('--format <format>', formatText[language]).choices(['text', 'json']).default('text'),
    )
    .action(async (_options: unknown, child: Command) => {
      const options = child.optsWithGlobals<
        GlobalOptions & { quarantine?: boolean; format: 'text' | 'json' }
      >();
      const { openWorkspace } = await import('../store/openWorkspace.ts');
      const { quarantinedRows } = await import('../store/quarantinedRows.ts');
      const workspace = await openWorkspace(options.workspace);
      try {
        const data =
          options.quarantine === true ? await quarantinedRows(workspace) : workspace.manifest.vintages;
        if (options.format === 'json') {
          const manifest = {
            folder: join(options.workspace),
            country: workspace.country,
            coverage: workspace.coverage,
          };
          effects.out(`${JSON.stringify({ data, findings: workspace.importFindings, manifest }, null, 2)}\n`);
          return;
        }
        const { statusText, quarantineText } = await import('./statusText.ts');
        effects.out(
          options.quarantine === true
            ? quarantineText(await quarantinedRows(workspace), language)
            : statusText(workspace.manifest, language),
        );
      } finally {
        await workspace.close();
      }
    });
}
