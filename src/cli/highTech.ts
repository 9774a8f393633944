import { type Command, Option } from 'commander';
import type { HighTechOptions } from '../assess/highTech.ts';
import type { Level } from '../assess/levels.ts';
import { asOfOption, stateOf } from './asOf.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { keepRun } from './keepRun.ts';
import { addListOptions, disclosureOf, type ListArguments, revisionOf } from './listOptions.ts';
import { addOutputOptions, type OutputOptions, put } from './output.ts';
import { year } from './year.ts';

const t = {
  about: {
    ru: 'высокие технологии по группам и годам, с нижней и верхней границами',
    en: 'high technology by group and year, with lower and upper bound',
  },
  level: {
    ru: 'уровень: region, district, country, union, world (по умолчанию — вся страна или весь мир)',
    en: 'level: region, district, country, union, world (default: the whole country or world)',
  },
  groups: {
    ru: 'файл своих групп территорий с составом по датам (JSON)',
    en: 'a file of groups of territories of your own, with members by date (JSON)',
  },
  from: { ru: 'первый год', en: 'first year' },
  to: { ru: 'последний год', en: 'last year' },
};

interface HighTechArguments extends GlobalOptions, OutputOptions, ListArguments {
  readonly level?: Level;
  readonly groups?: string;
  readonly from: number;
  readonly to: number;
}

export function registerHighTech(program: Command, language: Language, effects: CliEffects): void {
  const command = program
    .command('high-tech')
    .description(t.about[language])
    .addOption(
      new Option('--level <level>', t.level[language]).choices([
        'region',
        'district',
        'country',
        'union',
        'world',
      ]),
    )
    .option('--groups <file>', t.groups[language])
    .requiredOption('--from <year>', t.from[language], year)
    .requiredOption('--to <year>', t.to[language], year);
  addListOptions(command, language, { segments: 'nine', reExports: 'include' });
  addOutputOptions(command.addOption(asOfOption(language)), language).action(
    async (_options: unknown, child: Command) => {
      const options = child.optsWithGlobals<HighTechArguments>();
      const { openWorkspace } = await import('../store/openWorkspace.ts');
      const { highTech } = await import('../assess/highTech.ts');
      const workspace = await openWorkspace(options.workspace, stateOf(options));
      try {
        const { level, groups, from, to, flow, segments, alignment, reExports, inEdition, weights } = options;
        const question: HighTechOptions = {
          from,
          to,
          flow,
          segments,
          alignment,
          reExports,
          revision: revisionOf(options),
          ...disclosureOf(options),
          ...(level === undefined ? {} : { level }),
          ...(groups === undefined ? {} : { groups }),
          ...(inEdition === undefined ? {} : { inEdition }),
          ...(weights === undefined ? {} : { weights }),
        };
        const answer = await highTech(workspace, question);
        await keepRun(options.workspace, answer.manifest, effects);
        await put({ kind: 'high-tech', answer }, options, language, effects);
      } finally {
        await workspace.close();
      }
    },
  );
}
