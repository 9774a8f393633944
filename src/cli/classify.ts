import { type Command, Option } from 'commander';
import { hsEditions } from '../domain/edition.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { formatText } from './formatText.ts';

const t = {
  about: {
    ru: 'весь путь кода: уровни, редакции, МСТК, списки, сегменты, имена — и что о нём не известно',
    en: 'the whole path of a code: levels, editions, SITC, lists, segments, names, and what is not known of it',
  },
  code: { ru: 'код: от 2 до 10 цифр', en: 'code: 2 to 10 digits' },
  edition: {
    ru: 'редакция, в которой читать код (по умолчанию — действующая в году или HS2022)',
    en: 'edition in which to read the code (default: that in force in the year, or HS2022)',
  },
  year: { ru: 'год', en: 'year' },
  country: { ru: 'страна календаря редакций', en: 'country of the calendar of editions' },
  segments: { ru: 'своя система сегментов', en: 'a segment system of your own' },
};

interface ClassifyArguments extends GlobalOptions {
  readonly edition?: string;
  readonly year?: string;
  readonly country?: string;
  readonly segments?: string;
  readonly format: 'text' | 'json';
}

export function registerClassify(program: Command, language: Language, effects: CliEffects): void {
  program
    .command('classify')
    .description(t.about[language])
    .argument('<codes...>', t.code[language])
    .addOption(new Option('--edition <edition>', t.edition[language]).choices(hsEditions))
    .option('--year <year>', t.year[language])
    .option('--country <country>', t.country[language])
    .option('--segments <system>', t.segments[language])
    .addOption(
      new Option('--format <format>', formatText[language]).choices(['text', 'json']).default('text'),
    )
    .action(async (codes: string[], _options: unknown, child: Command) => {
      const options = child.optsWithGlobals<ClassifyArguments>();
      const { classifyCode } = await import('../assess/classifyCode.ts');
      const { readManifest } = await import('../store/manifest.ts');
      const { importedNames, workspaceConcordances } = await import('../store/importedClassifications.ts');
      const { loadSegmentSystem } = await import('../classifications/segmentSystems.ts');
      // Without a workspace the program answers from its own tables.
      const manifest = await readManifest(options.workspace);
      const context = {
        concordances: workspaceConcordances(options.workspace, manifest),
        nameOf: importedNames(options.workspace, manifest),
      };
      const country = options.country ?? manifest?.country ?? 'RU';
      const system = options.segments === undefined ? null : await loadSegmentSystem(options.segments);
      const data = codes.map((code) =>
        classifyCode(context, code, {
          country,
          ...(options.edition === undefined ? {} : { edition: options.edition }),
          ...(options.year === undefined ? {} : { year: Number(options.year) }),
          ...(system === null ? {} : { segments: system }),
        }),
      );
      if (options.format === 'json') {
        const imported = (manifest?.classifications ?? []).map(({ id, file }) => ({ id, ...file }));
        effects.out(
          `${JSON.stringify({ data, findings: [], manifest: { classifications: imported } }, null, 2)}\n`,
        );
        return;
      }
      const { classifiedText } = await import('../reports/classifiedText.ts');
      const { highTechnologyGroups } = await import('../classifications/segmentSystems.ts');
      const groups = new Map(highTechnologyGroups().map(({ id, name }) => [id, name[language]]));
      effects.out(data.map((one) => classifiedText(one, language, (id) => groups.get(id) ?? id)).join('\n'));
    });
}
