import { type Command, InvalidArgumentError, Option } from 'commander';
import type { HighTechOptions } from '../assess/highTech.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { addOutputOptions, type OutputOptions, put } from './output.ts';

const t = {
  about: {
    ru: 'высокие технологии по группам и годам, с нижней и верхней границами',
    en: 'high technology by group and year, with lower and upper bound',
  },
  level: { ru: 'уровень', en: 'level' },
  from: { ru: 'первый год', en: 'first year' },
  to: { ru: 'последний год', en: 'last year' },
  flow: { ru: 'направление', en: 'flow' },
  segments: { ru: 'nine, eight, four или файл JSON', en: 'nine, eight, four or a JSON file' },
  list: { ru: 'перечень: МСТК ред. 4 или 3', en: 'list: SITC Rev.4 or Rev.3' },
  alignment: { ru: 'увязка перечня с ГС', en: 'alignment of the list with the HS' },
  reExports: { ru: 'реэкспорт', en: 're-exports' },
};

interface HighTechArguments extends GlobalOptions, OutputOptions {
  readonly level: 'country' | 'region';
  readonly from: number;
  readonly to: number;
  readonly flow: 'export' | 'import';
  readonly segments: string;
  readonly list: 'rev4' | 'rev3';
  readonly alignment: 'resolved' | 'un-conversion';
  readonly reExports: 'exclude' | 'include';
}

export function registerHighTech(program: Command, language: Language, effects: CliEffects): void {
  const command = program
    .command('high-tech')
    .description(t.about[language])
    .addOption(
      new Option('--level <level>', t.level[language]).choices(['country', 'region']).default('country'),
    )
    .requiredOption('--from <year>', t.from[language], year)
    .requiredOption('--to <year>', t.to[language], year)
    .addOption(new Option('--flow <flow>', t.flow[language]).choices(['export', 'import']).default('export'))
    .option('--segments <system>', t.segments[language], 'nine')
    .addOption(new Option('--list <list>', t.list[language]).choices(['rev4', 'rev3']).default('rev4'))
    .addOption(
      new Option('--alignment <alignment>', t.alignment[language])
        .choices(['resolved', 'un-conversion'])
        .default('resolved'),
    )
    .addOption(
      new Option('--re-exports <choice>', t.reExports[language])
        .choices(['exclude', 'include'])
        .default('include'),
    );
  addOutputOptions(command, language).action(async (_options: unknown, child: Command) => {
    const options = child.optsWithGlobals<HighTechArguments>();
    const { openWorkspace } = await import('../store/openWorkspace.ts');
    const { highTech } = await import('../assess/highTech.ts');
    const workspace = await openWorkspace(options.workspace);
    try {
      const { level, from, to, flow, segments, alignment, reExports } = options;
      const question: HighTechOptions = {
        level,
        from,
        to,
        flow,
        segments,
        alignment,
        reExports,
        revision: options.list === 'rev3' ? 3 : 4,
      };
      const answer = await highTech(workspace, question);
      await put({ kind: 'high-tech', answer }, options, language, effects);
    } finally {
      await workspace.close();
    }
  });
}

function year(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('2007');
  return Number(text);
}
