import type { RunManifest } from '../../api/assessment.ts';
import type { Explanation, Operand } from '../../api/explanation.ts';
import type { PatentRow } from '../../api/patents.ts';
import type { SectorRow } from '../../api/sectors.ts';
import { industriesOf, industryOf, isic3ByHs } from '../../classifications/industries.ts';
import { loadSegmentSystem } from '../../classifications/segmentSystems.ts';
import { type HsEdition, isHsEdition } from '../../domain/edition.ts';
import { figureName } from '../../domain/figureName.ts';
import { formatNumber, type Language } from '../../domain/formatNumber.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import { territoryIndex } from '../../domain/territoryIndex.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { RowsQuestion } from '../../store/queries/contributingRows.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { wholeOf } from '../highTech.ts';
import type { IndustryFigure, TableFile } from '../industryStatistics.ts';
import { topLevel } from '../levels.ts';
import { noBridges } from '../lists/bridges.ts';
import { segmentLists } from '../lists/segmentLists.ts';
import { type PatentCount, partsOf, patentClasses } from '../patents.ts';
import { readStatusSums } from '../readSums.ts';
import { placesOf, type SectorOptions } from '../sectors.ts';
import { type FigureId, rowId } from './figureId.ts';
import { allRows, type OperandQuestion, operandRows } from './operandRows.ts';
import { runAgain } from './runAgain.ts';

interface ExplainOptions {
  readonly rows?: number;
  readonly language?: Language;
  readonly copyRows?: (sql: string) => Promise<void>;
}

type Row = SectorRow | PatentRow;

/** The parts of a figure: of a territory and of everything, of the class asked for and of all. */
interface Parts {
  readonly own: number;
  readonly ownAll: number;
  readonly whole: number;
  readonly wholeAll: number;
  readonly highTech: number;
}

const formulas: Readonly<Record<string, readonly [formula: string, of: (parts: Parts) => number | null]>> = {
  value: ['X(r,i)', (parts) => parts.own],
  patents: ['X(r,i)', (parts) => parts.own],
  share: ['X(r,i) / X(r)', (parts) => over(parts.own, parts.ownAll)],
  specialisation: [
    '(X(r,i) / X(r)) / (X(i) / X)',
    (parts) => over(over(parts.own, parts.ownAll), over(parts.whole, parts.wholeAll)),
  ],
  highTechValue: ['Σ high technology in X(r,i)', (parts) => parts.highTech],
};
const needed: Readonly<Record<string, readonly (keyof Parts)[]>> = {
  value: ['own'],
  patents: ['own'],
  share: ['own', 'ownAll'],
  specialisation: ['own', 'ownAll', 'whole', 'wholeAll'],
  highTechValue: ['highTech'],
};
const symbols: Readonly<Record<keyof Parts, string>> = {
  own: 'X(r,i)',
  ownAll: 'X(r)',
  whole: 'X(i)',
  wholeAll: 'X',
  highTech: 'H(r,i)',
};

/**
 * A figure of `sectors` or `patents`: the formula, the sums behind it down to rows of the trade data, or of the table
 * of the user's own, and the figure computed anew from them.
 */
export async function explainApproach(
  workspace: WorkspaceReader,
  manifest: RunManifest,
  id: FigureId,
  options: ExplainOptions,
): Promise<Explanation> {
  const answer = await runAgain(workspace, manifest);
  const rows = answer.data as readonly Row[];
  const row = rows.find((one) => one.id === rowId(id.run, id.period, id.segment, id.territory));
  const field = id.field ?? (manifest.command === 'patents' ? 'patents' : 'value');
  const shown = row === undefined ? undefined : (row as unknown as Readonly<Record<string, unknown>>)[field];
  if (row === undefined || shown === undefined) throw unknownFigure(rows, id, row);
  const language = options.language ?? 'en';
  const isTable = 'figures' in manifest.definitions || manifest.command === 'patents';
  const found = isTable
    ? fromTable(workspace, manifest, row, field, options.rows ?? 20)
    : await fromTrade(workspace, manifest, row as SectorRow, field, options);
  const how = formulas[field];
  const recomputed = how === undefined ? null : how[1](found.parts);
  const value = typeof shown === 'number' ? shown : null;
  const unit = unitOf(manifest, field, isTable);
  return {
    data: {
      id: `${row.id}/${field}`,
      title: titleOf(row, field),
      value,
      text: typeof shown === 'string' ? shown : null,
      reason: value === null && typeof shown !== 'string' ? 'denominator-zero' : null,
      unit,
      formula: how?.[0] ?? field,
      substituted: how === undefined ? '' : substituted(how[0], found.parts, recomputed, language),
      operands: [...found.operands],
      related: [...found.related],
      recomputed,
      agrees: how === undefined || agree(value, recomputed),
      definitions: definitionsOf(manifest),
    },
    findings: answer.findings.map((finding) => ({ ...finding })),
    manifest: { ...manifest, definitions: definitionsOf(manifest) },
  };
}

interface Found {
  readonly parts: Parts;
  readonly operands: readonly Operand[];
  readonly related: Explanation['data']['related'];
}

/** Sums of the trade data behind a figure of industries. */
async function fromTrade(
  workspace: WorkspaceReader,
  manifest: RunManifest,
  row: SectorRow,
  field: string,
  options: ExplainOptions,
): Promise<Found> {
  const {
    year,
    flow = 'export',
    reExports = 'exclude',
    level,
  } = manifest.options as unknown as SectorOptions;
  const period = { fromYear: year, toYear: year, months: null };
  const sums = await readStatusSums(workspace, flow, period);
  const everyone = [...new Set(sums.map((sum) => sum.region))].sort();
  const editions = [...new Set(sums.map((sum) => sum.edition))].filter(isHsEdition).sort();
  const dictionary = workspace.territories;
  const places = placesOf(dictionary, level ?? topLevel(dictionary), year, everyone);
  const members = places.find(([territory]) => territory === row.territory)?.[1] ?? [];
  const isRest = row.technologyClass === 'unallocated';
  const codes = codesOfIndustry(editions, row);
  const wanted = needed[field] ?? ['own'];
  const operands: Operand[] = [];
  const questions: OperandQuestion[] = [];
  const sum = async (
    name: keyof Parts,
    regions: readonly string[],
    chosen: RowsQuestion['codes'],
    symbol = symbols[name],
  ): Promise<number> => {
    const question: OperandQuestion = {
      symbol,
      bound: 'chosen',
      definition: definitionText(row, name, chosen),
      rows: { flow, period, reExports, regions, codes: chosen },
    };
    questions.push(question);
    const operand = await operandRows(workspace, question, options.rows ?? 20);
    operands.push(operand);
    return operand.valueUsd;
  };
  // What no industry has is all there is less what industries have.
  const ofClass = async (name: 'own' | 'whole', regions: readonly string[]) =>
    isRest
      ? (await sum(name, regions, null, `${symbols[name]} +`)) -
        (await sum(name, regions, codes, `${symbols[name]} −`))
      : sum(name, regions, codes);
  const parts = {
    own: wanted.includes('own') ? await ofClass('own', members) : 0,
    ownAll: wanted.includes('ownAll') ? await sum('ownAll', members, null) : 0,
    whole: wanted.includes('whole') ? await ofClass('whole', everyone) : 0,
    wholeAll: wanted.includes('wholeAll') ? await sum('wholeAll', everyone, null) : 0,
    highTech:
      wanted.includes('highTech') && !isRest
        ? await sum('highTech', members, await highTechOf(workspace, editions, codes))
        : 0,
  };
  if (questions.length > 0) await options.copyRows?.(allRows(workspace, questions));
  return { parts, operands, related: [] };
}

/** Six-digit codes of an industry, of a class, or (of what is not allocated) of all industries. */
function codesOfIndustry(editions: readonly HsEdition[], row: SectorRow): NonNullable<RowsQuestion['codes']> {
  const industries = industriesOf('isic3');
  return editions.flatMap((edition) =>
    [...isic3ByHs(edition)].flatMap(([code, isic]) => {
      const industry = industryOf(industries, isic);
      const counts =
        industry !== null &&
        code !== '' &&
        (row.technologyClass === 'unallocated' ||
          (row.industry === null
            ? industry.technologyClass === row.technologyClass
            : industry.id === row.industry));
      return counts ? [{ edition, by: 'hs6' as const, code, weight: 1 }] : [];
    }),
  );
}

/** The same codes by the part of them in the high-technology list. */
async function highTechOf(
  workspace: WorkspaceReader,
  editions: readonly HsEdition[],
  codes: NonNullable<RowsQuestion['codes']>,
): Promise<NonNullable<RowsQuestion['codes']>> {
  const nine = await loadSegmentSystem('nine');
  const whole = { id: 'all', name: { ru: '', en: '' }, ...wholeOf(nine.segments, nine.id) };
  const lists = segmentLists(
    { revision: 4, alignment: 'resolved', inEdition: null },
    workspace.concordances,
    noBridges,
  );
  const weights = new Map(editions.map((edition) => [edition as string, lists(whole, 'chosen')(edition)]));
  return codes.flatMap((one) => {
    const weight = weights.get(one.edition)?.weights.get(one.code) ?? 0;
    return weight === 0 ? [] : [{ ...one, weight }];
  });
}

/** Rows of the user's own table behind a figure, the largest first. */
function fromTable(
  workspace: WorkspaceReader,
  manifest: RunManifest,
  row: Row,
  field: string,
  limit: number,
): Found {
  const { file } = manifest.definitions as unknown as TableFile;
  const counted = 'patentClass' in row ? documents(workspace, manifest, row) : figures(manifest, row);
  const add = (holds: (one: Counted) => boolean) =>
    counted.filter(holds).reduce((sum, one) => sum + one.value, 0);
  const mine = counted.filter((one) => one.isOwn && one.isOfClass);
  const largest = [...mine].sort((a, b) => b.value - a.value).slice(0, limit);
  const related: Explanation['data']['related'] = largest.map((one) => ({
    id: `${file}:${one.row}`,
    value: one.value,
    note: { ru: one.note, en: one.note },
  }));
  if ('patentClass' in row && (field === 'segmentValueUsd' || field === 'trajectoryIndex'))
    related.push({
      id: `assess ${row.year}/${row.segment}/${row.territory}/${field}`,
      value: row[field],
      note: {
        ru: `trajecta assess --year ${row.year}: сегмент, ближайший к классу`,
        en: `trajecta assess --year ${row.year}: the segment nearest to the class`,
      },
    });
  return {
    parts: {
      own: add((one) => one.isOwn && one.isOfClass),
      ownAll: add((one) => one.isOwn),
      whole: add((one) => one.isOfClass),
      wholeAll: add(() => true),
      highTech: 0,
    },
    operands: [],
    related,
  };
}

/** What one row of a table counts. */
interface Counted {
  readonly row: number;
  readonly value: number;
  readonly isOwn: boolean;
  readonly isOfClass: boolean;
  readonly note: string;
}

function documents(workspace: WorkspaceReader, manifest: RunManifest, row: PatentRow): readonly Counted[] {
  const { records } = manifest.definitions as unknown as { readonly records: readonly PatentCount[] };
  const classes = patentClasses();
  const find = manifest.workspace.vintages.length === 0 ? () => null : territoryIndex(workspace.territories);
  return records
    .filter((record) => record.year === row.year)
    .flatMap((record) =>
      partsOf(record, classes).map((part) => ({
        row: record.row ?? 0,
        value: part.part,
        isOwn: (find(record.region)?.id ?? record.region) === row.territory,
        isOfClass:
          row.patentClass === 'all' ||
          (row.patentClass === 'all-high-tech'
            ? part.patentClass !== 'other'
            : part.patentClass === row.patentClass),
        note: `${part.symbol}: ${record.count} / ${new Set(record.ipc.map((one) => one.slice(0, 4).trim())).size} / ${record.regions}`,
      })),
    );
}

function figures(manifest: RunManifest, row: SectorRow): readonly Counted[] {
  const held = manifest.definitions as unknown as { readonly figures: readonly IndustryFigure[] };
  const industries = industriesOf('isic4');
  return held.figures
    .filter((figure) => figure.year === row.year)
    .map((figure) => {
      const industry = industryOf(industries, figure.industry);
      return {
        row: figure.row ?? 0,
        value: figure.value,
        isOwn: row.territory === 'all' || figure.region === row.territory,
        isOfClass:
          row.technologyClass === 'unallocated'
            ? industry === null
            : row.industry === null
              ? industry?.technologyClass === row.technologyClass
              : industry?.id === row.industry,
        note: `${figure.region}, ${figure.industry}`,
      };
    });
}

function definitionText(row: SectorRow, name: keyof Parts, codes: RowsQuestion['codes']): TwoLanguages {
  const isOwn = name === 'own' || name === 'ownAll' || name === 'highTech';
  const where = isOwn ? row.territoryName : { ru: 'все территории', en: 'all territories' };
  const what = row.industryName ?? row.className;
  const of = (language: 'ru' | 'en') =>
    codes === null
      ? language === 'ru'
        ? 'все товары'
        : 'all goods'
      : `${row.technologyClass === 'unallocated' ? (language === 'ru' ? 'все отрасли' : 'all industries') : what[language]} (${codes.length})`;
  return { ru: `${where.ru}, ${row.year}: ${of('ru')}`, en: `${where.en}, ${row.year}: ${of('en')}` };
}

/** The records are in the manifest kept; here their number will do. */
function definitionsOf(manifest: RunManifest): Readonly<Record<string, unknown>> {
  const { records, figures: held, ...rest } = manifest.definitions;
  const count = (list: unknown) => (Array.isArray(list) ? { rows: list.length } : {});
  return { ...rest, ...count(records), ...count(held) };
}

function substituted(formula: string, parts: Parts, result: number | null, language: Language): string {
  const names = (Object.keys(symbols) as (keyof Parts)[]).sort(
    (a, b) => symbols[b].length - symbols[a].length,
  );
  const text = names.reduce(
    (all, name) => all.replaceAll(symbols[name], (found) => (found === symbols[name] ? `{${name}}` : found)),
    formula.replace('Σ high technology in X(r,i)', symbols.highTech),
  );
  const put = text.replace(/\{(\w+)\}/g, (_all, name: string) =>
    formatNumber(parts[name as keyof Parts], 2, language),
  );
  const value =
    result === null
      ? language === 'ru'
        ? 'не определено'
        : 'undefined'
      : formatNumber(result, Math.abs(result) >= 1000 ? 2 : 6, language);
  return `${put} = ${value}`;
}

function unitOf(manifest: RunManifest, field: string, isTable: boolean): TwoLanguages {
  if (field === 'share') return { ru: 'доля, от 0 до 1', en: 'share, 0 to 1' };
  if (field === 'specialisation' || field === 'trajectoryIndex') return { ru: 'без единицы', en: 'no unit' };
  if (field === 'patents') return { ru: 'документов', en: 'documents' };
  if (isTable && manifest.command === 'sectors') return { ru: 'единица таблицы', en: 'unit of the table' };
  return { ru: 'долларов США', en: 'US dollars' };
}

function titleOf(row: Row, field: string): TwoLanguages {
  const what = 'patentClass' in row ? row.patentClassName : (row.industryName ?? row.className);
  return {
    ru: `${figureName(field).ru}: ${row.territoryName.ru}, ${what.ru}, ${row.year}`,
    en: `${figureName(field).en}: ${row.territoryName.en}, ${what.en}, ${row.year}`,
  };
}

function over(numerator: number | null, denominator: number | null): number | null {
  return numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
}

function agree(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

function unknownFigure(rows: readonly Row[], id: FigureId, row: Row | undefined): TrajectaError {
  if (row !== undefined) {
    const fields = Object.keys(formulas)
      .filter((field) => field in row)
      .join(', ');
    return new TrajectaError('bad-option', {
      ru: `Показателя «${id.field}» у этой строки нет. Есть: ${fields}.`,
      en: `This row has no figure "${id.field}". There are: ${fields}.`,
    });
  }
  const example = rows
    .slice(0, 3)
    .map((one) => one.id)
    .join(', ');
  return new TrajectaError('bad-option', {
    ru: `Строки ${id.period}/${id.segment}/${id.territory} в этом расчёте нет. Есть, например: ${example}.`,
    en: `This run has no row ${id.period}/${id.segment}/${id.territory}. There are, for example: ${example}.`,
  });
}
