import { type Command, Option } from 'commander';
import type { ImportReport } from '../api/importReport.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { type RowText, rowTexts } from '../sources/importPlan.ts';
import type { Asked } from '../sources/wdi/indicatorCells.ts';
import { type CliEffects, type GlobalOptions, type Language, progressTo } from './context.ts';

const t = {
  import: { ru: 'импорт данных в рабочую область', en: 'take data into the workspace' },
  fts: {
    ru: 'выгрузка ФТС России: CSV, TSV, точка с запятой (UTF-8, windows-1251, cp866), DBF, XLSX, Parquet, gz, zip',
    en: "unload of Russia's customs service: CSV, TSV, semicolon (UTF-8, windows-1251, cp866), DBF, XLSX, Parquet, gz, zip",
  },
  table: {
    ru: 'любая таблица, длинная или широкая (CSV, DBF, XLSX, Parquet, gz, zip), с файлом описания столбцов',
    en: 'any table, long or wide (CSV, DBF, XLSX, Parquet, gz, zip), with a mapping file',
  },
  comexstat: {
    ru: 'открытые данные Comex Stat (Бразилия) по штатам или муниципалитетам',
    en: 'open data of Comex Stat (Brazil) by state or municipality',
  },
  wdi: {
    ru: 'показатели Всемирного банка по странам и годам: JSON API, таблицы по годам (CSV, XLSX, zip), длинные таблицы',
    en: 'indicators of the World Bank by country and year: JSON of its API, tables with a column for each year (CSV, XLSX, zip), long tables',
  },
  comtrade: {
    ru: 'UN Comtrade по странам: JSON API, файлы bulk (txt, gz), CSV сайта; в область мира',
    en: 'UN Comtrade by country: JSON of its API, bulk files (txt, gz), CSV of its website; into a workspace of the world',
  },
  indicator: {
    ru: 'показатель, если его не называют ни столбец, ни имя файла, например TX.VAL.TECH.CD',
    en: 'the indicator, where neither a column nor the name of the file tells it, e.g. TX.VAL.TECH.CD',
  },
  valueColumn: {
    ru: 'столбец со значениями показателя, если столбцов с числами несколько',
    en: "the column with the indicator's values, where several columns hold numbers",
  },
  flow: {
    ru: 'вывоз или ввоз (по умолчанию — по имени файла: EXP_…, IMP_…)',
    en: 'exports or imports (default: by the name of the file, EXP_…, IMP_…)',
  },
  suggestMap: {
    ru: 'составить черновик файла описания и вывести его; ничего не импортировать',
    en: 'draft a mapping file and print it; import nothing',
  },
  sheet: { ru: 'лист книги Excel', en: 'sheet of a workbook' },
  member: { ru: 'файл внутри zip', en: 'file within a zip' },
  headingRow: { ru: 'номер строки с именами столбцов', en: 'number of the row that names the columns' },
  maxUnpacked: {
    ru: 'наибольший размер распакованного файла, например 50GB',
    en: 'largest size of an unpacked file, for example 50GB',
  },
  file: {
    ru: 'файл или несколько; каждый — своя загрузка, уже загруженные пропускаются',
    en: 'a file or several; each is a vintage of its own, those stored already are passed over',
  },
  map: { ru: 'файл описания столбцов (JSON)', en: 'mapping file (JSON)' },
  money: {
    ru: 'единица столбца STOIM (по умолчанию — как сказано в заголовке столбца, иначе доллары)',
    en: 'unit of the STOIM column (default: as its heading says, else dollars)',
  },
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
  column: {
    ru: 'столбец, чьё имя не узнано, например value="Сумма по ДТ" (flow, period, line, value, region, partner, unit, net_weight, quantity)',
    en: 'a column whose name is not recognised, e.g. value="Sum" (flow, period, line, value, region, partner, unit, net_weight, quantity)',
  },
  replaces: { ru: 'загрузка, которую этот файл исправляет', en: 'vintage that this file corrects' },
  whole: {
    ru: 'заменить эту загрузку целиком, а не только то, что есть в файле',
    en: 'replace all of that vintage, not just what the file holds',
  },
  add: { ru: 'файл дополняет уже загруженное', en: 'the file is more of what is stored' },
  acceptUnknownCodes: {
    ru: 'загрузить и файл, в котором почти нет известных кодов',
    en: 'store also a file that holds hardly any known code',
  },
  format: { ru: 'вид отчёта', en: 'form of the report' },
};

interface ImportArguments extends GlobalOptions {
  readonly format: 'text' | 'json';
  readonly moneyUnit?: 'usd' | 'thousand-usd';
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly decimalMark?: '.' | ',';
  readonly edition?: string;
  readonly column?: readonly string[];
  readonly map?: string;
  readonly suggestMap?: boolean;
  readonly flow?: 'export' | 'import';
  readonly sheet?: string;
  readonly member?: string;
  readonly headingRow?: string;
  readonly maxUnpacked?: string;
  readonly replaces?: string;
  readonly whole?: boolean;
  readonly add?: boolean;
  readonly acceptUnknownCodes?: boolean;
}

export function registerImport(program: Command, language: Language, effects: CliEffects): void {
  const command = program.command('import').description(t.import[language]);
  const source = (name: string, about: string): Command =>
    command
      .command(name)
      .description(about)
      .argument('<file...>', t.file[language])
      .option('--replaces <vintage>', t.replaces[language])
      .option('--whole', t.whole[language])
      .option('--add', t.add[language])
      .option('--accept-unknown-codes', t.acceptUnknownCodes[language])
      .option('--encoding <name>', t.encoding[language])
      .option('--delimiter <character>', t.delimiter[language])
      .option('--sheet <name>', t.sheet[language])
      .option('--member <name>', t.member[language])
      .option('--heading-row <number>', t.headingRow[language])
      .option('--max-unpacked <size>', t.maxUnpacked[language])
      .addOption(
        new Option('--format <format>', t.format[language]).choices(['text', 'json']).default('text'),
      );
  source('fts', t.fts[language])
    .addOption(new Option('--money-unit <unit>', t.money[language]).choices(['usd', 'thousand-usd']))
    .addOption(new Option('--decimal-mark <mark>', t.mark[language]).choices(['.', ',']))
    .option('--edition <edition>', t.edition[language])
    .option('--column <meaning=name...>', t.column[language])
    .action(async (files: readonly string[], _options: unknown, child: Command) => {
      const options = child.optsWithGlobals<ImportArguments>();
      const { importFts } = await import('../sources/fts/importFts.ts');
      const { moneyUnit, decimalMark, edition } = options;
      const columns = options.column === undefined ? undefined : columnsNamed(options.column);
      const settings = { ...settingsOf(options), ...set({ moneyUnit, decimalMark, edition, columns }) };
      await importEach(files, options, language, effects, (file, to) =>
        importFts(options.workspace, file, settings, to),
      );
    });
  source('comexstat', t.comexstat[language])
    .addOption(new Option('--flow <flow>', t.flow[language]).choices(['export', 'import']))
    .action(async (files: readonly string[], _options: unknown, child: Command) => {
      const options = child.optsWithGlobals<ImportArguments>();
      const { importComexstat } = await import('../sources/comexstat/importComexstat.ts');
      const settings = { ...settingsOf(options), ...set({ flow: options.flow }) };
      await importEach(files, options, language, effects, (file, to) =>
        importComexstat(options.workspace, file, settings, to),
      );
    });
  source('comtrade', t.comtrade[language]).action(
    async (files: readonly string[], _options: unknown, child: Command) => {
      const options = child.optsWithGlobals<ImportArguments>();
      const { importComtrade } = await import('../sources/comtrade/importComtrade.ts');
      await importEach(files, options, language, effects, (file, to) =>
        importComtrade(options.workspace, file, settingsOf(options), to),
      );
    },
  );
  command
    .command('wdi')
    .description(t.wdi[language])
    .argument('<file>', t.file[language])
    .option('--indicator <id>', t.indicator[language])
    .option('--value-column <name>', t.valueColumn[language])
    .addOption(new Option('--format <format>', t.format[language]).choices(['text', 'json']).default('text'))
    .action(async (file: string, _options: unknown, child: Command) => {
      const options = child.optsWithGlobals<ImportArguments & Asked>();
      const { importWdi } = await import('../sources/wdi/importWdi.ts');
      const report = await importWdi(
        options.workspace,
        file,
        set({ indicator: options.indicator, valueColumn: options.valueColumn }),
      );
      if (options.format === 'json') effects.out(`${JSON.stringify(report, null, 2)}\n`);
      else {
        const { seriesReportText } = await import('../reports/seriesReportText.ts');
        effects.out(seriesReportText(report, language));
      }
    });
  source('table', t.table[language])
    .option('--map <file>', t.map[language])
    .option('--suggest-map', t.suggestMap[language])
    .action(async (files: readonly string[], _options: unknown, child: Command) => {
      const options = child.optsWithGlobals<ImportArguments>();
      if (options.suggestMap === true) {
        await suggest(files[0] ?? '', options, language, effects);
        return;
      }
      if (options.map === undefined) {
        throw new TrajectaError('bad-option', {
          ru: 'Назовите файл описания: --map ОПИСАНИЕ.json. Черновик даст --suggest-map.',
          en: 'Name a mapping file: --map MAPPING.json. --suggest-map drafts one.',
        });
      }
      const { importTable } = await import('../sources/table/importTable.ts');
      const settings = { ...settingsOf(options), map: options.map };
      await importEach(files, options, language, effects, (file, to) =>
        importTable(options.workspace, file, settings, to),
      );
    });
}

/**
 * Imports files one after the other. Each is stored, or not, for itself: after a stop the same command goes on where
 * it was. Several reports in JSON are one list.
 */
async function importEach(
  files: readonly string[],
  options: ImportArguments,
  language: Language,
  effects: CliEffects,
  importOne: (file: string, to: ReturnType<typeof progressTo>) => Promise<ImportReport>,
): Promise<void> {
  if (files.length > 1 && options.replaces !== undefined) {
    throw new TrajectaError('bad-option', {
      ru: '--replaces называет одну загрузку и принимает один файл.',
      en: '--replaces names one vintage and takes one file.',
    });
  }
  const to = progressTo(effects, language);
  const reports: ImportReport[] = [];
  for (const [place, file] of files.entries()) {
    if (files.length > 1)
      to.progress({
        ru: `Файл ${place + 1} из ${files.length}: ${file}`,
        en: `File ${place + 1} of ${files.length}: ${file}`,
      });
    const report = await importOne(file, to);
    if (report.manifest.alreadyStored && report.manifest.mended === undefined)
      to.progress({ ru: `${file}: уже загружен, пропущен`, en: `${file}: stored already, passed over` });
    reports.push(report);
    if (options.format === 'text') await print(report, language, effects);
  }
  if (options.format === 'json')
    effects.out(`${JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)}\n`);
}

/** The draft goes to stdout, to be kept in a file; the reasons to stderr. */
async function suggest(
  file: string,
  options: ImportArguments,
  language: Language,
  effects: CliEffects,
): Promise<void> {
  const { suggestMapping } = await import('../sources/table/suggestMapping.ts');
  const { mapping, notes } = await suggestMapping(file, settingsOf(options));
  for (const note of notes) effects.err(`… ${note[language]}\n`);
  effects.out(`${JSON.stringify(mapping, null, 2)}\n`);
}

function set<Values extends object>(values: Values): { [Name in keyof Values]?: NonNullable<Values[Name]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Values]?: NonNullable<Values[Name]>;
  };
}

function settingsOf(options: ImportArguments) {
  const { encoding, sheet, member, replaces, whole, add, acceptUnknownCodes } = options;
  return set({
    encoding,
    sheet,
    member,
    replaces,
    whole,
    add,
    acceptUnknownCodes,
    delimiter: options.delimiter === '\\t' ? '\t' : options.delimiter,
    headingRow: options.headingRow === undefined ? undefined : rowNumber(options.headingRow),
    maximumBytes: options.maxUnpacked === undefined ? undefined : bytesOf(options.maxUnpacked),
  });
}

/** Texts for which a column may be named; `breakdown` is made of several. */
const namedTexts = rowTexts.filter((text) => text !== 'breakdown');

/** @example columnsNamed(['value=Сумма']) // { value: 'Сумма' } */
function columnsNamed(texts: readonly string[]): Partial<Record<RowText, string>> {
  return Object.fromEntries(
    texts.map((text) => {
      const [meaning = '', ...name] = text.split('=');
      if (name.length > 0 && (namedTexts as readonly string[]).includes(meaning))
        return [meaning, name.join('=')];
      throw new TrajectaError('bad-option', {
        ru: `--column ${text}: нужно смысл=имя, где смысл — ${namedTexts.join(', ')}.`,
        en: `--column ${text}: meaning=name is wanted, the meaning being ${namedTexts.join(', ')}.`,
      });
    }),
  );
}

function rowNumber(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new TrajectaError('bad-option', {
    ru: `--heading-row ${text}: нужен номер строки, 1 — первая.`,
    en: `--heading-row ${text}: the number of a row is wanted, 1 = first.`,
  });
}

/** @example bytesOf('50GB') // 50000000000 */
export function bytesOf(text: string): number {
  const parts = /^(\d+(?:\.\d+)?)\s*(KB|MB|GB|TB)$/i.exec(text);
  const unit = { KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 }[(parts?.[2] ?? '').toUpperCase()];
  if (parts !== null && unit !== undefined) return Math.round(Number(parts[1]) * unit);
  throw new TrajectaError('bad-option', {
    ru: `--max-unpacked ${text}: нужен размер, например 500MB или 50GB.`,
    en: `--max-unpacked ${text}: a size is wanted, for example 500MB or 50GB.`,
  });
}

async function print(report: ImportReport, language: Language, effects: CliEffects): Promise<void> {
  const { importReportText } = await import('../reports/importReportText.ts');
  effects.out(importReportText(report, language));
}
