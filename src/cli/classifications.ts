import { type Command, Option } from 'commander';
import type { ComparedList } from '../assess/lists/compareLists.ts';
import type { LinkWeights } from '../classifications/concordanceBetween.ts';
import { type HsEdition, hsEditions } from '../domain/edition.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';
import { formatText } from './optionTexts.ts';

const t = {
  about: { ru: 'классификаторы, соответствия, списки', en: 'classifications, concordances, lists' },
  import: {
    ru: 'взять таблицу соответствия или словарь кодов (книги ООН, файлы WITS, МСОК, словари ТН ВЭД, два столбца кодов)',
    en: 'take a concordance or a list of codes (UN workbooks, WITS files, ISIC, TN VED dictionaries, two columns of codes)',
  },
  file: { ru: 'файл', en: 'file' },
  from: { ru: 'исходная классификация, например HS2022', en: 'source classification, e.g. HS2022' },
  to: { ru: 'целевая классификация, например SITC4', en: 'target classification, e.g. SITC4' },
  as: { ru: 'имя словаря, например TNVED2024', en: 'id of the list of codes, e.g. TNVED2024' },
  list: { ru: 'какие соответствия и словари есть', en: 'which concordances and lists of codes there are' },
  diff: {
    ru: 'сравнить два списка: four, eight, nine, rev3, rev4, un-conversion, файл JSON или таблица кодов',
    en: 'compare two lists: four, eight, nine, rev3, rev4, un-conversion, a JSON file or a table of codes',
  },
  oneList: {
    ru: 'имя списка, файл JSON или таблица кодов',
    en: 'name of a list, a JSON file or a table of codes',
  },
  edition: {
    ru: 'редакция (по умолчанию — последняя в данных рабочей области, без данных HS2022)',
    en: 'edition (default: the latest of the data in the workspace; HS2022 without data)',
  },
  all: { ru: 'показать все коды', en: 'show all codes' },
  convert: {
    ru: 'перевести коды, или таблицу «код; стоимость», в другую классификацию',
    en: 'carry codes, or a table of code and value, over to another classification',
  },
  codes: { ru: 'коды или файл', en: 'codes or a file' },
  converted: {
    ru: ['код', 'соответствие', 'часть', 'стоимость'],
    en: ['code', 'counterpart', 'part', 'value'],
  },
  sums: {
    ru: ['всего', 'без соответствия', 'на неоднозначных кодах'],
    en: ['total', 'unmapped', 'on ambiguous codes'],
  },
  weights: {
    ru: 'как делить коды с несколькими соответствиями',
    en: 'how codes with several counterparts are parted',
  },
};

export function registerClassifications(program: Command, language: Language, effects: CliEffects): void {
  const command = program.command('classifications').description(t.about[language]);
  const format = () =>
    new Option('--format <format>', formatText[language]).choices(['text', 'json']).default('text');
  command
    .command('import')
    .description(t.import[language])
    .argument('<file>', t.file[language])
    .option('--from <name>', t.from[language])
    .option('--to <name>', t.to[language])
    .option('--as <name>', t.as[language])
    .addOption(format())
    .action(async (file: string, _options: unknown, child: Command) => {
      const options = child.optsWithGlobals<
        GlobalOptions & { from?: string; to?: string; as?: string; format: string }
      >();
      const { importClassifications } = await import('../store/importedClassifications.ts');
      const { from, to, as } = options;
      const settings = Object.fromEntries(
        Object.entries({ from, to, as }).filter(([, value]) => value !== undefined),
      );
      const report = await importClassifications(options.workspace, file, settings);
      if (options.format === 'json') {
        effects.out(`${JSON.stringify({ ...report, manifest: { settings } }, null, 2)}\n`);
        return;
      }
      for (const one of report.data)
        effects.out(
          `${one.id}: ${one.codes} ${one.kind === 'nomenclature' ? (language === 'ru' ? 'кодов' : 'codes') : language === 'ru' ? 'связей' : 'links'}\n`,
        );
      for (const finding of report.findings)
        effects.out(
          `* ${finding.message[language]}: ${finding.count ?? ''} (${(finding.examples ?? []).join('; ')})\n`,
        );
    });
  command
    .command('list')
    .description(t.list[language])
    .addOption(format())
    .action(async (_options: unknown, child: Command) => {
      const options = child.optsWithGlobals<GlobalOptions & { format: string }>();
      const { readManifest } = await import('../store/manifest.ts');
      const { workspaceConcordances } = await import('../store/importedClassifications.ts');
      const manifest = await readManifest(options.workspace);
      const { available } = workspaceConcordances(options.workspace, manifest);
      const lists = (manifest?.classifications ?? []).filter((one) => one.kind === 'nomenclature');
      if (options.format === 'json') {
        effects.out(
          `${JSON.stringify({ data: { concordances: available, lists }, findings: [], manifest: {} }, null, 2)}\n`,
        );
        return;
      }
      for (const one of available) effects.out(`${one.from} → ${one.to}  ${one.kind}  ${one.origin}\n`);
      for (const one of lists) effects.out(`${one.id}  ${one.codes}  ${one.file.name}\n`);
    });
  registerListDiff(command, language, effects, format());
  registerConvert(command, language, effects, format());
}

function registerListDiff(command: Command, language: Language, effects: CliEffects, format: Option): void {
  command
    .command('diff')
    .description(t.diff[language])
    .argument('<a>', t.oneList[language])
    .argument('<b>', t.oneList[language])
    .addOption(new Option('--edition <editions...>', t.edition[language]).choices(hsEditions))
    .option('--all', t.all[language])
    .addOption(format)
    .action(async (a: string, b: string, _options: unknown, child: Command) => {
      const options = child.optsWithGlobals<
        GlobalOptions & { edition?: HsEdition[]; all?: boolean; format: string }
      >();
      const { compareLists } = await import('../assess/lists/compareLists.ts');
      const { readManifest } = await import('../store/manifest.ts');
      const { workspaceConcordances } = await import('../store/importedClassifications.ts');
      const { openWorkspace } = await import('../store/openWorkspace.ts');
      const manifest = await readManifest(options.workspace);
      const workspace =
        manifest === null || manifest.vintages.length === 0 ? null : await openWorkspace(options.workspace);
      try {
        const source = workspaceConcordances(options.workspace, manifest);
        const comparison = await compareLists(
          await namedList(a),
          await namedList(b),
          options.edition ?? null,
          source,
          workspace,
        );
        const { listComparisonText } = await import('../reports/classifiedText.ts');
        const limit = options.all === true ? Number.POSITIVE_INFINITY : 40;
        effects.out(
          options.format === 'json'
            ? `${JSON.stringify(comparison, null, 2)}\n`
            : listComparisonText(comparison, language, limit),
        );
      } finally {
        await workspace?.close();
      }
    });
}

/** `rev3`, `rev4`, `un-conversion`: the nine groups so aligned; else a segment system. */
async function namedList(name: string): Promise<ComparedList> {
  const { loadSegmentSystem } = await import('../classifications/segmentSystems.ts');
  const variant = ['rev3', 'rev4', 'un-conversion'].includes(name);
  return {
    name,
    system: await loadSegmentSystem(variant ? 'nine' : name),
    revision: name === 'rev3' ? 3 : 4,
    alignment: name === 'un-conversion' ? 'un-conversion' : 'resolved',
  };
}

function registerConvert(command: Command, language: Language, effects: CliEffects, format: Option): void {
  command
    .command('convert')
    .description(t.convert[language])
    .argument('<codes...>', t.codes[language])
    .requiredOption('--from <name>', t.from[language])
    .requiredOption('--to <name>', t.to[language])
    .addOption(
      new Option('--weights <weights>', t.weights[language])
        .choices(['conversion', 'equal'])
        .default('conversion'),
    )
    .addOption(format)
    .action(async (given: string[], _options: unknown, child: Command) => {
      const options = child.optsWithGlobals<
        GlobalOptions & { from: string; to: string; weights: LinkWeights; format: string }
      >();
      const { convertCodes } = await import('../assess/convertCodes.ts');
      const { workspaceConcordances } = await import('../store/importedClassifications.ts');
      const { readManifest } = await import('../store/manifest.ts');
      const source = workspaceConcordances(options.workspace, await readManifest(options.workspace));
      const values = await codesGiven(given);
      const { steps, findings, ...data } = convertCodes(
        source,
        options.from,
        options.to,
        options.weights,
        values,
      );
      if (options.format === 'json') {
        effects.out(
          `${JSON.stringify({ data, findings, manifest: { from: options.from, to: options.to, weights: options.weights, steps } }, null, 2)}\n`,
        );
        return;
      }
      effects.out(
        `${steps.map((step) => `${step.from}${step.inverted ? ' ⇠ ' : ' → '}${step.to}`).join(', ')}\n`,
      );
      effects.out(`${t.converted[language].join('\t')}\n`);
      const number = (value: number) => {
        const text = String(Number(value.toPrecision(12)));
        return language === 'ru' ? text.replace('.', ',') : text;
      };
      for (const link of data.links)
        effects.out(
          `${link.source}\t${link.target ?? '–'}\t${number(Number(link.weight.toPrecision(6)))}\t${number(link.value)}\n`,
        );
      const [total, unmapped, ambiguous] = t.sums[language];
      effects.out(
        `${total} ${number(data.total)}, ${unmapped} ${number(data.unmapped)}, ${ambiguous} ${number(data.ambiguous)}\n`,
      );
      for (const finding of findings)
        effects.out(`* ${finding.message[language]}: ${(finding.examples ?? []).join('; ')}\n`);
    });
}

/** Codes by themselves count 1 each; a file gives a value with each code. */
async function codesGiven(given: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const codes = given.filter((text) => /^[\d.]+$/.test(text));
  if (codes.length === given.length) return new Map(codes.map((code) => [code.replaceAll('.', ''), 1]));
  const { readSmallFile } = await import('../files/grid.ts');
  const values = new Map<string, number>();
  for (const path of given) {
    const { sheets } = await readSmallFile(path);
    for (const row of sheets[0]?.rows ?? []) {
      const code = (row[0] ?? '').replace(/[.\s]/g, '');
      const number = Number((row[1] ?? '').replace(/[\s\u00A0]/g, '').replace(',', '.'));
      if (/^\d{1,10}$/.test(code) && Number.isFinite(number))
        values.set(code, (values.get(code) ?? 0) + number);
    }
  }
  if (values.size > 0) return values;
  throw new TrajectaError('bad-option', {
    ru: 'Ни одного кода: нужны коды через пробел или файл со столбцами «код» и «стоимость».',
    en: 'No code found: give codes parted by spaces, or a file with the columns code and value.',
  });
}
