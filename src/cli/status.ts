import { join } from 'node:path';
import { type Command, Option } from 'commander';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { formatText } from './optionTexts.ts';

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
      const { readManifest } = await import('../store/manifest.ts');
      const { quarantinedRows } = await import('../store/quarantinedRows.ts');
      const { quarantinedValues } = await import('../store/series.ts');
      const { statusText, quarantineText } = await import('./statusText.ts');
      const stored = await readManifest(options.workspace);
      const series = stored?.series ?? [];
      // Series by country need no trade data beside them.
      const isSeriesOnly = stored !== null && stored.country === null && series.length > 0;
      const { openWorkspace } = await import('../store/openWorkspace.ts');
      const workspace = isSeriesOnly ? null : await openWorkspace(options.workspace);
      try {
        const values = quarantinedValues(options.workspace, series).map(({ id, cell, ...one }) => ({
          ...one,
          vintage: id,
          text: cell,
          value: null,
        }));
        const rows =
          options.quarantine === true
            ? [...(workspace === null ? [] : await quarantinedRows(workspace)), ...values]
            : [];
        if (options.format === 'json') {
          const manifest = {
            folder: join(options.workspace),
            country: stored?.country ?? null,
            coverage: workspace?.coverage ?? [],
            series,
          };
          const data = options.quarantine === true ? rows : (stored?.vintages ?? []);
          effects.out(
            `${JSON.stringify({ data, findings: workspace?.importFindings ?? [], manifest }, null, 2)}\n`,
          );
          return;
        }
        effects.out(
          options.quarantine === true || stored === null
            ? quarantineText(rows, language)
            : statusText(stored, language),
        );
      } finally {
        await workspace?.close();
      }
    });
}
