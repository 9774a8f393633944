import { type Command, Option } from 'commander';
import { type CliEffects, type GlobalOptions, type Language, progressTo } from './context.ts';
import { formatText } from './optionTexts.ts';

const t = {
  about: {
    ru: 'сложить мелкие файлы многих загрузок вместе: по одному на поток и год; состояния и строки не меняются',
    en: 'put the small files of many imports together, one for each flow and year; states and rows do not change',
  },
  dryRun: { ru: 'только показать, что будет сложено', en: 'only show what would be put together' },
};

interface CompactArguments extends GlobalOptions {
  readonly dryRun?: boolean;
  readonly format: 'text' | 'json';
}

export function registerCompact(program: Command, language: Language, effects: CliEffects): void {
  program
    .command('compact')
    .description(t.about[language])
    .option('--dry-run', t.dryRun[language])
    .addOption(
      new Option('--format <format>', formatText[language]).choices(['text', 'json']).default('text'),
    )
    .action(async (_options: unknown, child: Command) => {
      const { workspace, dryRun = false, format } = child.optsWithGlobals<CompactArguments>();
      const { compactStore } = await import('../store/compaction/compactStore.ts');
      const answer = await compactStore(workspace, { dryRun }, progressTo(effects, language));
      const { compactionText } = await import('../reports/compactionText.ts');
      effects.out(
        format === 'json' ? `${JSON.stringify(answer, null, 2)}\n` : compactionText(answer, language),
      );
    });
}
