import { type Command, Option } from 'commander';
import type { ImportReport } from '../api/importReport.ts';
import { type CliEffects, type GlobalOptions, type Language, progressTo } from './context.ts';

const t = {
  import: { ru: 'импорт данных в рабочую область', en: 'take data into the workspace' },
  fts: {
    ru: 'выгрузка ФТС России (CSV, TSV, точка с запятой; UTF-8, windows-1251)',
    en: "unload of Russia's customs service (CSV, TSV, semicolon; UTF-8, windows-1251)",
  },
  table: {
    ru: 'любая таблица (CSV, Parquet) с файлом описания столбцов',
    en: 'any table (CSV, Parquet) with a mapping file',
  },
  file: { ru: 'файл', en: 'file' },
  map: { ru: 'файл описания столбцов (JSON)', en: 'mapping file (JSON)' },
  money: { ru: 'единица столбца STOIM', en: 'unit of the STOIM column' },
  encoding: { ru: 'кодировка (по умолчанию определяется)', en: 'encoding (default: detected)' },
  delimiter: {
    ru: 'разделитель столбцов (по умолчанию определяется)',
    en: 'field delimiter (default: detected)',
  },
  mark: { ru: 'десятичный знак (по умолчанию определяется)', en: 'decimal mark (default: detected)' },
  edition: {
    ru: 'редакция ГС: calendar или HS1992…HS2022',
    en: 'edition of the HS: calendar or HS1992…HS2022',
  },
  replaces: { ru: 'загрузка, которую этот файл исправляет', en: 'vintage that this file corrects' },
  add: { ru: 'файл дополняет уже загруженное', en: 'the file is more of what is stored' },
  format: { ru: 'вид отчёта', en: 'form of the report' },
};

interface ImportArguments extends GlobalOptions {
  readonly format: 'text' | 'json';
  readonly moneyUnit?: 'usd' | 'thousand-usd';
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly decimalMark?: '.' | ',';
  readonly edition?: string;
  readonly map: string;
  readonly replaces?: string;
  readonly add?: boolean;
}

export function registerImport(program: Command, language: Language, effects: CliEffects): void {
  const command = program.command('import').description(t.import[language]);
  const common = (child: Command): Command =>
    child
      .argument('<file>', t.file[language])
      .option('--replaces <vintage>', t.replaces[language])
      .option('--add', t.add[language])
      .addOption(
        new Option('--format <format>', t.format[language]).choices(['text', 'json']).default('text'),
      );
  common(command.command('fts').description(t.fts[language]))
    .addOption(
      new Option('--money-unit <unit>', t.money[language]).choices(['usd', 'thousand-usd']).default('usd'),
    )
    .option('--encoding <name>', t.encoding[language])
    .option('--delimiter <character>', t.delimiter[language])
    .addOption(new Option('--decimal-mark <mark>', t.mark[language]).choices(['.', ',']))
    .option('--edition <edition>', t.edition[language])
    .action(async (file: string, _options: unknown, child: Command) => {
      const options = child.optsWithGlobals<ImportArguments>();
      const { importFts } = await import('../sources/fts/importFts.ts');
      const delimiter = options.delimiter === '\\t' ? '\t' : options.delimiter;
      const settings = delimiter === undefined ? options : { ...options, delimiter };
      await print(
        await importFts(options.workspace, file, settings, progressTo(effects, language)),
        options,
        language,
        effects,
      );
    });
  common(command.command('table').description(t.table[language]))
    .requiredOption('--map <file>', t.map[language])
    .action(async (file: string, _options: unknown, child: Command) => {
      const options = child.optsWithGlobals<ImportArguments>();
      const { importTable } = await import('../sources/table/importTable.ts');
      await print(
        await importTable(options.workspace, file, options, progressTo(effects, language)),
        options,
        language,
        effects,
      );
    });
}

async function print(
  report: ImportReport,
  options: ImportArguments,
  language: Language,
  effects: CliEffects,
): Promise<void> {
  if (options.format === 'json') {
    effects.out(`${JSON.stringify(report, null, 2)}\n`);
    return;
  }
  const { importReportText } = await import('../reports/importReportText.ts');
  effects.out(importReportText(report, language));
}
