import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
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
      const { openWorkspace } = await import('../store/openWorkspace.ts');
      const workspace = await openWorkspace(options.workspace, stateOf(options));
      try {
        const content =
          options.quarantine === true
            ? await quarantineAnswer(workspace, options, language)
            : await statusAnswer(workspace, options, language);
        if (options.output === undefined) effects.out(content);
        else await writeFile(options.output, content);
      } finally {
        await workspace.close();
      }
    });
}

async function statusAnswer(
  workspace: OpenWorkspace,
  { format, asOf }: StatusArguments,
  language: Language,
): Promise<string> {
  const { workspaceStatus } = await import('../store/workspaceStatus.ts');
  const answer = await workspaceStatus(workspace, asOf);
  if (format === 'json') return json(answer);
  const { coverageRows, statusText } = await import('../reports/status/statusText.ts');
  const { rowsToCsv } = await import('../reports/render.ts');
  return format === 'csv' ? rowsToCsv(coverageRows(answer), language) : statusText(answer, language);
}

async function quarantineAnswer(
  workspace: OpenWorkspace,
  { format }: StatusArguments,
  language: Language,
): Promise<string> {
  const { quarantinedRows } = await import('../store/quarantinedRows.ts');
  const rows = (await quarantinedRows(workspace)).map((row) => ({ ...row }));
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
