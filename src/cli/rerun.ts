import type { Command } from 'commander';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { addOutputOptions, type OutputOptions, put } from './output.ts';
import { openForRun, worldOption } from './world.ts';

const t = {
  about: {
    ru: 'повторить расчёт по его манифесту и сказать, что не так, как было',
    en: 'make a run again from its manifest and say what is not as it was',
  },
  manifest: {
    ru: 'результат (JSON), манифест или номер расчёта',
    en: 'a result (JSON), a manifest or the id of a run',
  },
  same: {
    ru: 'Воспроизведено: строки те же до байта.',
    en: 'Reproduced: the rows are the same to the byte.',
  },
  other: { ru: 'НЕ воспроизведено. Отличается:', en: 'NOT reproduced. Different are:' },
  changed: {
    ru: 'Изменилось вокруг, на строки не повлияло:',
    en: 'Changed around it, without effect on the rows:',
  },
};

export function registerRerun(program: Command, language: Language, effects: CliEffects): void {
  const command = program
    .command('rerun')
    .description(t.about[language])
    .argument('<manifest>', t.manifest[language])
    .addOption(worldOption(language));
  addOutputOptions(command, language).action(async (name: string, _options: unknown, child: Command) => {
    const options = child.optsWithGlobals<GlobalOptions & OutputOptions & { readonly world?: string }>();
    const { readNamedResult } = await import('./resultFile.ts');
    const { rerun } = await import('../assess/trace/rerun.ts');
    const { manifest } = await readNamedResult(name, options.workspace);
    if (manifest === null) {
      throw new TrajectaError('bad-result', {
        ru: `У ${name} нет манифеста: дайте результат в JSON.`,
        en: `${name} has no manifest: give a result in JSON.`,
      });
    }
    const { workspace, close } = await openForRun(options.workspace, options.world, manifest);
    try {
      const report = await rerun(workspace, manifest);
      effects.err(`${report.reproduced ? t.same[language] : t.other[language]}\n`);
      if (report.reproduced && report.differences.length > 0) effects.err(`${t.changed[language]}\n`);
      const { changeText } = await import('../reports/comparisonText.ts');
      for (const { was, now, ...one } of report.differences)
        effects.err(`${changeText({ ...one, a: was, b: now }, language).join('\n')}\n`);
      const { answer } = report;
      await put({ kind: manifest.command, answer } as Parameters<typeof put>[0], options, language, effects);
      if (!report.reproduced) {
        throw new TrajectaError('not-reproduced', {
          ru: `Расчёт ${manifest.run} не воспроизведён; какие величины изменились — trajecta diff.`,
          en: `The run ${manifest.run} is not reproduced; trajecta diff says which figures have changed.`,
        });
      }
    } finally {
      await close();
    }
  });
}
