import { readFile, writeFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { MeasureAnswer } from '../api/measureAnswer.ts';
import type { MeasureOptions } from '../domain/measures/measureContext.ts';
import { findMeasure, type MeasureDefinition, measures } from '../domain/measures/registry.ts';
import { parsePeriod } from '../domain/period.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';

const t = {
  about: {
    ru: 'посчитать меру по рабочей области или по любой таблице',
    en: 'compute a measure over the workspace or any table',
  },
  id: { ru: 'мера; без неё — список мер', en: 'the measure; without it, the list of measures' },
  csv: {
    ru: 'таблица (CSV, XLSX, Parquet …) вместо рабочей области',
    en: 'a table (CSV, XLSX, Parquet …) instead of the workspace',
  },
  columns: {
    ru: 'столбцы таблицы: region=…,product=…,value=…',
    en: 'columns of the table: region=…,product=…,value=…',
  },
  year: { ru: 'год или период рабочей области', en: 'year or period of the workspace' },
  flow: { ru: 'направление: вывоз или ввоз', en: 'flow: exports or imports' },
  reExports: { ru: 'реэкспорт: исключить или учесть', en: 're-exports: left out or counted' },
  digits: { ru: 'знаков в коде товара', en: 'digits of product codes' },
  threshold: { ru: 'порог RCA для присутствия (1)', en: 'RCA from which a product is present (1)' },
  comparison: { ru: 'не ниже порога или выше', en: 'at least the threshold, or above it' },
  convention: { ru: 'знаки и масштаб сложности', en: 'sign and scale of complexity' },
  diagonal: { ru: 'близость товара к самому себе (1)', en: 'proximity of a product to itself (1)' },
  iterations: { ru: 'шагов приспособленности (20)', en: 'steps of fitness (20)' },
  lines: { ru: 'число строк номенклатуры n', en: 'number of lines n of the nomenclature' },
  characteristic: {
    ru: 'таблица «регион; значение» (доход на душу) для PRODY и EXPY',
    en: 'table of region and value (income per head) for PRODY and EXPY',
  },
  format: { ru: 'вид ответа', en: 'form of the answer' },
  output: { ru: 'записать ответ в файл', en: 'write the answer to a file' },
};

interface MeasureArguments extends GlobalOptions {
  readonly csv?: string;
  readonly columns?: string;
  readonly year?: string;
  readonly flow: 'export' | 'import';
  readonly digits: '2' | '4' | '6';
  readonly reExports: 'exclude' | 'include';
  readonly threshold?: number;
  readonly comparison?: 'at-least' | 'above';
  readonly convention?: 'atlas' | 'separate' | 'economiccomplexity-r';
  readonly diagonal?: '0' | '1';
  readonly iterations?: number;
  readonly lines?: number;
  readonly characteristic?: string;
  readonly format: 'text' | 'json' | 'csv';
  readonly output?: string;
}

export function registerMeasure(program: Command, language: Language, effects: CliEffects): void {
  program
    .command('measure')
    .description(t.about[language])
    .argument('[id]', t.id[language])
    .option('--csv <file>', t.csv[language])
    .option('--columns <names>', t.columns[language])
    .option('--year <period>', t.year[language])
    .addOption(new Option('--flow <flow>', t.flow[language]).choices(['export', 'import']).default('export'))
    .addOption(new Option('--digits <digits>', t.digits[language]).choices(['2', '4', '6']).default('6'))
    .addOption(
      new Option('--re-exports <choice>', t.reExports[language])
        .choices(['exclude', 'include'])
        .default('exclude'),
    )
    .option('--threshold <rca>', t.threshold[language], positive)
    .addOption(new Option('--comparison <comparison>', t.comparison[language]).choices(['at-least', 'above']))
    .addOption(
      new Option('--convention <name>', t.convention[language]).choices([
        'atlas',
        'separate',
        'economiccomplexity-r',
      ]),
    )
    .addOption(new Option('--diagonal <value>', t.diagonal[language]).choices(['0', '1']))
    .option('--iterations <steps>', t.iterations[language], count)
    .option('--lines <n>', t.lines[language], count)
    .option('--characteristic <file>', t.characteristic[language])
    .addOption(
      new Option('--format <format>', t.format[language]).choices(['text', 'json', 'csv']).default('text'),
    )
    .option('--output <file>', t.output[language])
    .action(async (id: string | undefined, _options: unknown, child: Command) => {
      const options = child.optsWithGlobals<MeasureArguments>();
      if (id === undefined) {
        effects.out(listText(language));
        return;
      }
      const measure = findMeasure(id);
      if (measure === null) {
        throw new TrajectaError('bad-option', {
          ru: `Меры «${id}» нет. Есть: ${measures.map((one) => one.id).join(', ')}.`,
          en: `There is no measure "${id}". There are: ${measures.map((one) => one.id).join(', ')}.`,
        });
      }
      const answer = await answerOf(measure, options);
      const text =
        options.format === 'json'
          ? `${JSON.stringify(answer)}\n`
          : options.format === 'csv'
            ? csvText(answer)
            : answerText(measure, answer, language);
      if (options.output === undefined) effects.out(text);
      else await writeFile(options.output, text);
    });
}

async function answerOf(measure: MeasureDefinition, options: MeasureArguments): Promise<MeasureAnswer> {
  const { measureMatrix, workspaceMatrix } = await import('../assess/measure.ts');
  const chosen = await measureOptions(options);
  if (options.csv !== undefined) {
    const { readPlainTable } = await import('../sources/readPlainTable.ts');
    const { matrix, findings, sha256 } = await readPlainTable(options.csv, columnsNamed(options.columns));
    return measureMatrix(measure, matrix, chosen, { findings, manifest: { file: options.csv, sha256 } });
  }
  const period = parsePeriod(options.year ?? '');
  if (period === null) {
    throw new TrajectaError('bad-option', {
      ru: 'Задайте таблицу ключом --csv или год рабочей области ключом --year, например --year 2019.',
      en: 'Give a table by --csv, or a year of the workspace by --year, for example --year 2019.',
    });
  }
  const { openWorkspace } = await import('../store/openWorkspace.ts');
  const workspace = await openWorkspace(options.workspace);
  try {
    const digits = Number(options.digits) as 2 | 4 | 6;
    const matrix = await workspaceMatrix(workspace, {
      flow: options.flow,
      period,
      digits,
      reExports: options.reExports,
    });
    return measureMatrix(measure, matrix, chosen, {
      manifest: { vintages: workspace.vintages, period: options.year, flow: options.flow, digits },
    });
  } finally {
    await workspace.close();
  }
}

async function measureOptions(options: MeasureArguments): Promise<MeasureOptions> {
  const { threshold, comparison, convention, iterations, lines } = options;
  const diagonal = options.diagonal === undefined ? undefined : options.diagonal === '0' ? 0 : 1;
  const characteristic =
    options.characteristic === undefined ? undefined : await readCharacteristic(options.characteristic);
  const given = Object.entries({
    threshold,
    comparison,
    convention,
    iterations,
    lines,
    diagonal,
    characteristic,
  });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined)) as MeasureOptions;
}

async function readCharacteristic(path: string): Promise<ReadonlyMap<string, number>> {
  await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new TrajectaError('file-not-found', { ru: `Файла ${path} нет.`, en: `There is no file ${path}.` });
  });
  const { readSmallFile } = await import('../files/grid.ts');
  const { sheets } = await readSmallFile(path);
  const values = new Map<string, number>();
  for (const row of sheets[0]?.rows ?? []) {
    const value = Number((row[1] ?? '').replace(/[\s\u00A0]/g, '').replace(',', '.'));
    if (row[0] !== undefined && (row[1] ?? '') !== '' && Number.isFinite(value)) values.set(row[0], value);
  }
  return values;
}

function columnsNamed(text: string | undefined): { region: string; product: string; value: string } {
  const named = Object.fromEntries(
    (text ?? 'region=region,product=product,value=value')
      .split(',')
      .map((pair) => pair.split('=') as [string, string]),
  );
  const { region, product, value } = named;
  if (region && product && value) return { region, product, value };
  throw new TrajectaError('bad-option', {
    ru: `--columns ${text}: нужны region=…,product=…,value=….`,
    en: `--columns ${text}: region=…,product=…,value=… are wanted.`,
  });
}

function listText(language: Language): string {
  return `${measures.map((one) => `${one.id.padEnd(24)} ${one.by.padEnd(18)} ${one.name[language]}`).join('\n')}\n`;
}

function answerText(measure: MeasureDefinition, answer: MeasureAnswer, language: Language): string {
  const rows = [...answer.data]
    .sort((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY))
    .slice(0, 30);
  const lines = [
    `${measure.name[language]} (${measure.id}): ${measure.meaning[language]}`,
    `${measure.formula}; ${measure.unit}; ${measure.range}`,
    '',
  ];
  for (const row of rows) {
    const { value, reason, ...names } = row;
    lines.push(
      `${Object.values(names).join('  ').padEnd(28)} ${value === null ? (reason ?? '') : String(Number(value.toPrecision(8)))}`,
    );
  }
  if (answer.data.length > rows.length) lines.push(`… ${answer.data.length - rows.length}`);
  lines.push(
    '',
    ...answer.findings.map(
      (finding) =>
        `* ${finding.message[language]}${finding.count === undefined ? '' : ` (${finding.count})`}`,
    ),
  );
  return `${lines.join('\n')}\n`;
}

function csvText(answer: MeasureAnswer): string {
  const names = [...new Set(answer.data.flatMap((row) => Object.keys(row)))];
  const cell = (value: unknown) => {
    const text = value === null || value === undefined ? '' : String(value);
    return /[",\r\n]/.test(text)
      ? `"${text.replaceAll('"', '""')}"`
      : typeof value === 'string' && /^[=+\-@\t\r]/.test(text)
        ? `'${text}`
        : text;
  };
  return `${[names, ...answer.data.map((row) => names.map((name) => row[name as keyof typeof row]))].map((row) => row.map(cell).join(',')).join('\n')}\n`;
}

function positive(text: string): number {
  const value = Number(text.replace(',', '.'));
  if (!(value > 0)) throw new InvalidArgumentError('1');
  return value;
}

function count(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('20');
  return Number(text);
}
