import type { Command } from 'commander';
import type { ProtectedTrajectoryOptions } from '../assess/trajectory/trajectory.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { addIndexOptions, type IndexArguments } from './indexOptions.ts';
import { keepRun } from './keepRun.ts';
import { addListOptions, disclosureOf, type ListArguments, revisionOf } from './listOptions.ts';
import { addOutputOptions, type OutputOptions, put } from './output.ts';
import { withWorld, worldOption } from './world.ts';
import { year } from './year.ts';

const t = {
  about: {
    ru: 'путь за годы: индекс, доли и места, направление с его проверкой, разрывы ряда',
    en: 'the path over years: index, shares and ranks, direction with its test, breaks',
  },
  region: {
    ru: 'регионы, округа или страна (код или название); без ключа — все регионы по направлению',
    en: 'regions, districts or the country (id or name); without it all regions by direction',
  },
  from: { ru: 'первый год', en: 'first year' },
  to: { ru: 'последний год', en: 'last year' },
};

interface TrajectoryArguments extends GlobalOptions, OutputOptions, ListArguments, IndexArguments {
  readonly region?: string[];
  readonly from?: number;
  readonly to?: number;
  readonly world?: string;
}

export function registerTrajectory(program: Command, language: Language, effects: CliEffects): void {
  const command = program
    .command('trajectory')
    .description(t.about[language])
    .option('--region <territories...>', t.region[language])
    .option('--from <year>', t.from[language], year)
    .option('--to <year>', t.to[language], year)
    .addOption(worldOption(language));
  addIndexOptions(command, language);
  addListOptions(command, language, { segments: 'four', reExports: 'exclude' });
  addOutputOptions(command, language).action(async (_options: unknown, child: Command) => {
    const options = child.optsWithGlobals<TrajectoryArguments>();
    const { openWorkspace } = await import('../store/openWorkspace.ts');
    const { trajectory } = await import('../assess/trajectory/trajectory.ts');
    const { workspace, close } = await withWorld(await openWorkspace(options.workspace), options.world);
    try {
      const answer = await trajectory(workspace, questionOf(options));
      await keepRun(options.workspace, answer.manifest, effects);
      await put({ kind: 'trajectory', answer }, options, language, effects);
    } finally {
      await close();
    }
  });
}

function questionOf(options: TrajectoryArguments): ProtectedTrajectoryOptions {
  const { region, from, to, flow, segments, alignment, reExports, inEdition, weights } = options;
  const { base, reference, union, withoutSelf, leaveOut, rule } = options;
  const question = {
    territories: region,
    from,
    to,
    flow,
    segments,
    revision: revisionOf(options),
    alignment,
    reExports,
    inEdition,
    weights,
    base,
    reference,
    union,
    withoutSelf,
    leaveOut,
    rule,
    ...disclosureOf(options),
  };
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined));
}
