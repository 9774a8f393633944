import { type Command, InvalidArgumentError, Option } from 'commander';
import { asOfOption, stateOf } from './asOf.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { formatText } from './optionTexts.ts';

const t = {
  about: {
    ru: 'сверить данные с официальными итогами по регионам и годам (CSV, XLSX)',
    en: 'hold the data against official totals by region and year (CSV, XLSX)',
  },
  file: { ru: 'файл официальных итогов', en: 'file of official totals' },
  flow: { ru: 'направление, если файл его не называет', en: 'flow, where the file does not name it' },
  unit: {
    ru: 'единица итогов (по умолчанию — как в заголовке)',
    en: 'unit of the totals (default: as the heading says)',
  },
  tolerance: { ru: 'допуск, %', en: 'tolerance, %' },
  all: { ru: 'показать и совпавшие', en: 'show those that agree too' },
};
const units = { usd: 1, 'thousand-usd': 1000, 'million-usd': 1e6, 'billion-usd': 1e9 } as const;

interface ReconcileArguments extends GlobalOptions {
  readonly flow?: 'export' | 'import';
  readonly unit?: keyof typeof units;
  readonly tolerance: number;
  readonly all?: boolean;
  readonly format: 'text' | 'json';
}

export function registerReconcile(program: Command, language: Language, effects: CliEffects): void {
  program
    .command('reconcile')
    .description(t.about[language])
    .argument('<file>', t.file[language])
    .addOption(new Option('--flow <flow>', t.flow[language]).choices(['export', 'import']))
    .addOption(new Option('--unit <unit>', t.unit[language]).choices(Object.keys(units)))
    .option('--tolerance <percent>', t.tolerance[language], percent, 0)
    .option('--all', t.all[language])
    .addOption(asOfOption(language))
    .addOption(
      new Option('--format <format>', formatText[language]).choices(['text', 'json']).default('text'),
    )
    .action(async (file: string, _options: unknown, child: Command) => {
      const options = child.optsWithGlobals<ReconcileArguments>();
      const { openWorkspace } = await import('../store/openWorkspace.ts');
      const { readTotals } = await import('../sources/readTotals.ts');
      const { reconcile } = await import('../assess/reconcile.ts');
      const workspace = await openWorkspace(options.workspace, stateOf(options));
      const opened = [workspace];
      try {
        const totals = await readTotals(file, workspace.territories, {
          ...(options.flow === undefined ? {} : { flow: options.flow }),
          ...(options.unit === undefined ? {} : { unit: units[options.unit] }),
        });
        const earlier = [];
        const inForce = workspace.vintages;
        // What vintages of this state have replaced as a whole; what comes after it is no earlier state.
        const replaced = workspace.manifest.vintages.filter(
          (one) => one.replacedBy !== null && inForce.includes(one.replacedBy),
        );
        for (const vintage of replaced) {
          const vintages = [...inForce.filter((id) => id !== vintage.replacedBy), vintage.id];
          const before = await openWorkspace(options.workspace, { vintages });
          opened.push(before);
          earlier.push({ replaced: vintage.id, workspace: before });
        }
        const answer = await reconcile(workspace, totals, { tolerance: options.tolerance / 100, earlier });
        if (options.format === 'json') effects.out(`${JSON.stringify(answer, null, 2)}\n`);
        else {
          const { reconciliationText } = await import('../reports/reconciliationText.ts');
          effects.out(reconciliationText(answer, language, options.all ?? false));
        }
      } finally {
        for (const one of opened) await one.close();
      }
    });
}

function percent(text: string): number {
  const number = Number(text.replace(',', '.').replace('%', ''));
  if (!(number >= 0 && number <= 100)) throw new InvalidArgumentError('0–100');
  return number;
}
