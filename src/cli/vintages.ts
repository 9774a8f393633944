import { writeFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { VintageDiff } from '../api/vintages.ts';
import { type CliEffects, type GlobalOptions, type Language, progressTo } from './context.ts';
import { formatText } from './optionTexts.ts';

const t = {
  vintage: { ru: 'загрузка', en: 'a vintage' },
  about: {
    ru: 'загрузки рабочей области: список состояний, что изменилось между ними, удаление заменённых',
    en: 'vintages of the workspace: its states, what changed between them, removing replaced ones',
  },
  list: { ru: 'состояния по порядку загрузок', en: 'states in the order of imports' },
  diff: {
    ru: 'что изменилось от состояния A к состоянию B: по годам, регионам, товарам (номер, загрузка или now)',
    en: 'what changed from state A to state B: by year, region, product (number, vintage or now)',
  },
  prune: {
    ru: 'убрать загрузки, заменённые целиком, и ненужные кубы; действующие данные не изменятся',
    en: 'remove vintages replaced as a whole, and needless cubes; what is in force does not change',
  },
  dryRun: { ru: 'только показать, что будет убрано', en: 'only show what would be removed' },
  limit: { ru: 'сколько клеток показать', en: 'how many cells to show' },
  output: { ru: 'записать ответ в файл', en: 'write the answer to a file' },
};

interface VintagesArguments extends GlobalOptions {
  readonly format: 'text' | 'json' | 'csv';
  readonly output?: string;
  readonly limit: number;
  readonly dryRun?: boolean;
}

export function registerVintages(program: Command, language: Language, effects: CliEffects): void {
  const format = (...choices: readonly string[]) =>
    new Option('--format <format>', formatText[language]).choices([...choices]).default('text');
  const command = program.command('vintages').description(t.about[language]);
  command
    .command('list', { isDefault: true })
    .description(t.list[language])
    .addOption(format('text', 'json'))
    .action(async (_options: unknown, child: Command) => {
      const options = child.optsWithGlobals<VintagesArguments>();
      const { listVintages } = await import('../store/listVintages.ts');
      const answer = await listVintages(options.workspace);
      const { vintageListText } = await import('../reports/vintages/vintageText.ts');
      effects.out(options.format === 'json' ? json(answer) : vintageListText(answer, language));
    });
  command
    .command('diff')
    .description(t.diff[language])
    .argument('<a>', t.vintage[language])
    .argument('<b>', t.vintage[language])
    .option('--limit <count>', t.limit[language], count, 20)
    .addOption(format('text', 'json', 'csv'))
    .option('--output <file>', t.output[language])
    .action(async (a: string, b: string, _options: unknown, child: Command) => {
      const options = child.optsWithGlobals<VintagesArguments>();
      const answer = await compared(
        options.workspace,
        a,
        b,
        options.format === 'csv' ? Number.MAX_SAFE_INTEGER : options.limit,
      );
      const { vintageDiffText } = await import('../reports/vintages/vintageText.ts');
      const { rowsToCsv } = await import('../reports/render.ts');
      const content =
        options.format === 'json'
          ? json(answer)
          : options.format === 'csv'
            ? rowsToCsv(answer.data.cells, language)
            : vintageDiffText(answer, language);
      if (options.output === undefined) effects.out(content);
      else await writeFile(options.output, content);
    });
  command
    .command('prune')
    .description(t.prune[language])
    .option('--dry-run', t.dryRun[language])
    .addOption(format('text', 'json'))
    .action(async (_options: unknown, child: Command) => {
      const options = child.optsWithGlobals<VintagesArguments>();
      const dryRun = options.dryRun ?? false;
      const { pruneVintages } = await import('../store/pruneVintages.ts');
      const pruning = await pruneVintages(options.workspace, { dryRun }, progressTo(effects, language));
      const { listVintages } = await import('../store/listVintages.ts');
      const left = (await listVintages(options.workspace)).data.map((one) => one.vintage);
      const answer = {
        data: {
          vintages: pruning.vintages.map(({ id, file, replacedBy }) => ({
            vintage: id,
            file: file.name,
            replacedBy,
          })),
          files: [...pruning.files],
          bytes: pruning.bytes,
          dryRun,
        },
        findings: [],
        manifest: { vintages: left },
      };
      const { pruningText } = await import('../reports/vintages/vintageText.ts');
      effects.out(options.format === 'json' ? json(answer) : pruningText(answer, language));
    });
}

async function compared(folder: string, a: string, b: string, limit: number): Promise<VintageDiff> {
  const { openWorkspace } = await import('../store/openWorkspace.ts');
  const { compareStates } = await import('../assess/compareStates.ts');
  const before = await openWorkspace(folder, { asOf: a });
  try {
    const after = await openWorkspace(folder, { asOf: b });
    return await compareStates(before, after, { limit }).finally(() => after.close());
  } finally {
    await before.close();
  }
}

function json(answer: object): string {
  return `${JSON.stringify(answer, null, 2)}\n`;
}

function count(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('20');
  return Number(text);
}
