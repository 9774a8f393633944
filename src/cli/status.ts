import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { SeriesFile } from '../store/manifest.ts';
import type { OpenWorkspace } from '../store/openWorkspace.ts';
import { asOfOption, stateOf } from './asOf.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { formatText } from './optionTexts.ts';

const t = {
  about: {
    ru: 'что хранит рабочая область: размеры, загрузки, полнота по годам, свежесть',
    en: 'what the workspace holds: sizes, vintages, coverage by year, freshness',
  },
  quarantine: {
    ru: 'показать отложенные строки: файл, строка, столбец, значение, причина',
    en: 'list quarantined rows: file, row, column, value, reason',
  },
  output: { ru: 'записать ответ в файл', en: 'write the answer to a file' },
};

interface StatusArguments extends GlobalOptions {
  readonly quarantine?: boolean;
  readonly format: 'text' | 'json' | 'csv';
  readonly output?: string;
}

export function registerStatus(program: Command, language: Language, effects: CliEffects): void {
  program
    .command('status')
    .description(t.about[language])
    .option('--quarantine', t.quarantine[language])
    .addOption(asOfOption(language))
    .addOption(
      new Option('--format <format>', formatText[language]).choices(['text', 'json', 'csv']).default('text'),
    )
    .option('--output <file>', t.output[language])
    .action(async (_options: unknown, child: Command) => {
      const options = child.optsWithGlobals<StatusArguments>();
      const write = async (content: string): Promise<void> => {
        if (options.output === undefined) effects.out(content);
        else await writeFile(options.output, content);
      };
      const { readManifest } = await import('../store/manifest.ts');
      const stored = await readManifest(options.workspace);
      const series = stored?.series ?? [];
      // Series by country need no trade data beside them.
      if (stored?.country === null && series.length > 0) {
        await write(await seriesAnswer(series, options, language));
        return;
      }
      const { openWorkspace } = await import('../store/openWorkspace.ts');
      const workspace = await openWorkspace(options.workspace, stateOf(options));
      try {
        const content =
          options.quarantine === true
            ? await quarantineAnswer(workspace, series, options, language)
            : await statusAnswer(workspace, series, options, language);
        await write(content);
      } finally {
        await workspace.close();
      }
    });
}

/** Of a workspace that holds series by country and nothing else. */
async function seriesAnswer(
  series: readonly SeriesFile[],
  { format, quarantine, workspace }: StatusArguments,
  language: Language,
): Promise<string> {
  const rows = await quarantinedSeries(workspace, series);
  const manifest = { folder: workspace, country: null, vintages: [] };
  if (format === 'json') return json({ data: quarantine === true ? rows : series, findings: [], manifest });
  const { quarantineText } = await import('../reports/status/quarantineText.ts');
  const { seriesText } = await import('../reports/status/seriesText.ts');
  const { rowsToCsv } = await import('../reports/render.ts');
  if (format === 'csv') return rowsToCsv(quarantine === true ? rows : [...series], language);
  return quarantine === true ? quarantineText(rows, language) : seriesText([...series], language);
}

/** Values of series that could not be used, as quarantined rows. */
async function quarantinedSeries(folder: string, series: readonly SeriesFile[]) {
  const { quarantinedValues } = await import('../store/series.ts');
  return quarantinedValues(folder, series).map(({ id, cell, ...one }) => ({
    ...one,
    vintage: id,
    text: cell,
    value: null,
  }));
}

async function statusAnswer(
  workspace: OpenWorkspace,
  series: readonly SeriesFile[],
  { format, asOf }: StatusArguments,
  language: Language,
): Promise<string> {
  const { workspaceStatus } = await import('../store/workspaceStatus.ts');
  const answer = await workspaceStatus(workspace, asOf);
  if (format === 'json') return json(answer);
  const { coverageRows, statusText } = await import('../reports/status/statusText.ts');
  const { rowsToCsv } = await import('../reports/render.ts');
  const { seriesText } = await import('../reports/status/seriesText.ts');
  return format === 'csv'
    ? rowsToCsv(coverageRows(answer), language)
    : statusText(answer, language) + seriesText([...series], language);
}

async function quarantineAnswer(
  workspace: OpenWorkspace,
  series: readonly SeriesFile[],
  { format }: StatusArguments,
  language: Language,
): Promise<string> {
  const { quarantinedRows } = await import('../store/quarantinedRows.ts');
  const rows = [
    ...(await quarantinedRows(workspace)).map((row) => ({ ...row })),
    ...(await quarantinedSeries(workspace.folder, series)),
  ];
  const { folder, vintages, importFindings } = workspace;
  if (format === 'json')
    return json({ data: rows, findings: importFindings, manifest: { folder, vintages } });
  const { quarantineText } = await import('../reports/status/quarantineText.ts');
  const { rowsToCsv } = await import('../reports/render.ts');
  return format === 'csv' ? rowsToCsv(rows, language) : quarantineText(rows, language);
}

function json(answer: object): string {
  return `${JSON.stringify(answer, null, 2)}\n`;
}
