import type { AssessmentRow, HighTechRow, RunManifest } from '../../api/assessment.ts';
import type { Explanation, Operand } from '../../api/explanation.ts';
import { boundName } from '../../domain/boundName.ts';
import { figureName } from '../../domain/figureName.ts';
import { formatNumber, type Language } from '../../domain/formatNumber.ts';
import type { Bound } from '../../domain/highTechnologyList.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { explainDiversification } from '../diversify/explainDiversification.ts';
import { bounds } from '../lists/segmentLists.ts';
import { explainOpportunities } from '../opportunities/explainOpportunities.ts';
import { explainProfile, isProfile } from '../profile/explainProfile.ts';
import { explainPath } from '../trajectory/explainPath.ts';
import { explainUncertainty } from '../uncertainty/explainUncertainty.ts';
import { explainApproach } from './explainApproach.ts';
import { type ExplainedRun, explainedRun } from './explainedRun.ts';
import { explainScorecard } from './explainScorecard.ts';
import { type FigureId, rowId } from './figureId.ts';
import { assessmentFigures, type Figure, type OperandName, operandSymbols } from './figures.ts';
import { allRows, type OperandQuestion, operandRows } from './operandRows.ts';

export interface ExplainOptions {
  /** Rows listed for each sum, the largest first. */
  readonly rows?: number;
  readonly language?: Language;
  /** Is handed the SQL of all rows of all sums, to be written to a file. */
  readonly copyRows?: (sql: string) => Promise<void>;
}

type Row = AssessmentRow | HighTechRow;

const units: Readonly<Record<Figure['unit'], TwoLanguages>> = {
  usd: { ru: 'долларов США', en: 'US dollars' },
  index: { ru: 'без единицы', en: 'no unit' },
  share: { ru: 'доля, от 0 до 1', en: 'share, 0 to 1' },
};
const agreement = 1e-9;

/**
 * A figure of a run down to its rows: formula with the numbers put in, each sum with its definition, codes, files and
 * rows, and the figure computed anew from them. The run is that of the manifest, on the vintages that it had.
 */
export async function explain(
  workspace: WorkspaceReader,
  manifest: RunManifest,
  id: FigureId,
  options: ExplainOptions = {},
): Promise<Explanation> {
  if (isProfile(manifest)) return explainProfile(workspace, manifest, id, options);
  if (manifest.command === 'scorecard') return explainScorecard(workspace, manifest, id, options);
  if (manifest.command === 'sectors' || manifest.command === 'patents')
    return explainApproach(workspace, manifest, id, options);
  const whole = await explainWhole(workspace, manifest, id, options);
  if (whole !== null) return whole;
  const run = await explainedRun(workspace, manifest, id);
  const findings = run.findings.map((finding) => ({ ...finding, examples: [...(finding.examples ?? [])] }));
  const rest = { findings, manifest };
  if (id.segment === 'finding') return { data: await explainFinding(workspace, run, id, options), ...rest };
  const row = run.rows.find((one) => one.id === rowId(id.run, id.period, id.segment, id.territory));
  if (row === undefined) throw noRow(run, id);
  const field = id.field ?? run.mainField;
  const figure = run.figures[field];
  const head = {
    id: `${row.id}/${field}`,
    title: titleOf(row, field, id.period),
    definitions: run.definitions,
  };
  if (figure === undefined)
    return { data: { ...head, ...describeOther(run, row, field, id, options.language ?? 'en') }, ...rest };
  if (isHidden(row, field)) return { data: { ...head, ...hiddenFigure(figure) }, ...rest };
  const wanted = figure.range === undefined ? (['chosen'] as const) : bounds;
  const sums = new Map<string, Operand>();
  const questions: OperandQuestion[] = [];
  for (const bound of wanted) {
    for (const name of figure.operands) {
      const question = run.operand(row, name, bound);
      if (question === null) continue;
      questions.push(question);
      sums.set(`${name} ${bound}`, await operandRows(workspace, question, options.rows ?? 20));
    }
  }
  await options.copyRows?.(allRows(workspace, questions));
  const value = (row as unknown as Readonly<Record<string, number | null>>)[field] ?? null;
  const known = wanted.filter((bound) => figure.operands.every((name) => sums.has(`${name} ${bound}`)));
  const computed = known.map((bound) =>
    figure.compute((name) => sums.get(`${name} ${bound}`)?.valueUsd ?? 0),
  );
  const recomputed = known.length < wanted.length ? null : outermost(computed, figure.range);
  return {
    data: {
      ...head,
      value,
      text: null,
      reason: value === null ? reasonOf(row, field) : null,
      unit: units[figure.unit],
      formula: formulaText(figure, (name) => operandSymbols[name]),
      substituted: known
        .map((bound, place) =>
          substituted(figure, bound, computed[place] ?? null, sums, options.language ?? 'en'),
        )
        .join('\n'),
      operands: [...sums.values()],
      related: [],
      recomputed,
      agrees: agree(value, recomputed),
    },
    ...rest,
  };
}

/** Figures that are not of one period's rows: of a path over years, of diversification, of uncertainty. */
async function explainWhole(
  workspace: WorkspaceReader,
  manifest: RunManifest,
  id: FigureId,
  options: ExplainOptions,
): Promise<Explanation | null> {
  if (id.segment === 'finding') return null;
  const questions = async (asked: readonly OperandQuestion[]) =>
    options.copyRows?.(allRows(workspace, asked));
  if (manifest.command === 'diversify')
    return explainDiversification(workspace, manifest, id, { ...options, questions });
  if (manifest.command === 'opportunities')
    return explainOpportunities(workspace, manifest, id, { ...options, questions });
  // The index itself is explained down to its rows, as that of an assessment.
  if (manifest.command === 'uncertainty' && !Object.hasOwn(assessmentFigures, id.field ?? ''))
    return explainUncertainty(workspace, manifest, id);
  return manifest.command === 'trajectory' && id.period.includes('..')
    ? explainPath(workspace, manifest, id)
    : null;
}

/** Did disclosure control take the figure out of the row? */
function isHidden(row: Row, field: string): boolean {
  const value = (row as unknown as Readonly<Record<string, unknown>>)[field];
  const reason = 'trajectoryIndexReason' in row ? row.trajectoryIndexReason : row.valueReason;
  return (
    value === null && (row.suppressed !== null || row.totalSuppressed !== null || reason === 'suppressed')
  );
}

/** What is hidden is not explained either: that would show it. */
function hiddenFigure(figure: Figure): Omit<Explanation['data'], 'id' | 'title' | 'definitions'> {
  return {
    value: null,
    text: null,
    reason: 'suppressed',
    unit: units[figure.unit],
    formula: formulaText(figure, (name) => operandSymbols[name]),
    substituted: '',
    operands: [],
    related: [],
    recomputed: null,
    agrees: true,
  };
}

/** null where any of the lists gives no number: then there is no range. */
function outermost(values: readonly (number | null)[], range: Figure['range']): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length < values.length || known.length === 0) return null;
  return range === 'largest' ? Math.max(...known) : Math.min(...known);
}

function agree(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= agreement * Math.max(1e-12, Math.abs(a), Math.abs(b));
}

function formulaText(figure: Figure, put: (name: OperandName) => string): string {
  return figure.formula.replace(/\{(\w+)\}/g, (_match, name: string) => put(name as OperandName));
}

function substituted(
  figure: Figure,
  bound: Bound,
  result: number | null,
  sums: ReadonlyMap<string, Operand>,
  language: Language,
): string {
  const digits = figure.unit === 'usd' ? 2 : 6;
  const put = (name: OperandName) => formatNumber(sums.get(`${name} ${bound}`)?.valueUsd ?? 0, 2, language);
  const marked = figure.range === undefined ? '' : `${boundName(bound)[language]}: `;
  const value =
    result === null
      ? language === 'ru'
        ? 'не определено'
        : 'undefined'
      : formatNumber(result, digits, language);
  return `${marked}${formulaText(figure, put)} = ${value}`;
}

function titleOf(row: Row, field: string, period: string): TwoLanguages {
  const name = 'segmentName' in row ? row.segmentName : row.groupName;
  return {
    ru: `${figureName(field).ru}: ${row.territoryName.ru}, ${name.ru}, ${period}`,
    en: `${figureName(field).en}: ${row.territoryName.en}, ${name.en}, ${period}`,
  };
}

function reasonOf(row: Row, field: string): string {
  const reasons = row as unknown as Readonly<Record<string, string | null>>;
  const ofRange = /Lower|Upper|lowerUsd|upperUsd/.test(field) ? reasons.boundsReason : null;
  if (field === 'shareOfDistrictSegment' && reasons.district === null) return 'no-district';
  return ofRange ?? reasons.trajectoryIndexReason ?? reasons.valueReason ?? 'denominator-zero';
}

const signs = { '>=': '≥', '>': '>', '<=': '≤', '<': '<' } as const;
const ofOther = {
  ru: {
    rank: '1 + число регионов с более высоким индексом T (при равенстве — по объёму сегмента, затем по коду региона)',
    ties: ' + регионы с тем же индексом впереди',
    and: ' и ',
    oriented: 'число регионов с вердиктом «да»',
    undefined: 'не определено',
    yes: 'да',
    no: 'нет',
  },
  en: {
    rank: '1 + number of regions with a higher index T (ties: by exports, then by code)',
    ties: ' + ties',
    and: ' and ',
    oriented: 'number of regions with the verdict yes',
    undefined: 'undefined',
    yes: 'yes',
    no: 'no',
  },
} as const;

/** Figures that are no formula over sums: rank, verdict, counts, what the paper prints. */
function describeOther(
  run: ExplainedRun,
  row: Row,
  field: string,
  id: FigureId,
  language: Language,
): Omit<Explanation['data'], 'id' | 'title' | 'definitions'> {
  const words = ofOther[language];
  const number = (value: number) => (language === 'ru' ? String(value).replace('.', ',') : String(value));
  const nothing = { operands: [], recomputed: null, agrees: true, reason: null, unit: { ru: '', en: '' } };
  if (!('verdict' in row)) throw noField(run, id);
  const others = run.rows.filter(
    (one): one is AssessmentRow =>
      'verdict' in one &&
      one.conditions.length > 0 &&
      one.segment === row.segment &&
      one.period === row.period,
  );
  if (field === 'rank') {
    const above = others.filter((one) => (one.trajectoryIndex ?? -1) > (row.trajectoryIndex ?? -1));
    return {
      ...nothing,
      value: row.rank,
      text: null,
      formula: words.rank,
      substituted: `1 + ${above.length}${row.rank !== null && row.rank > above.length + 1 ? words.ties : ''} = ${row.rank ?? '–'}`,
      related: above.map((one) => ({
        id: `${one.id}/trajectoryIndex`,
        value: one.trajectoryIndex,
        note: one.territoryName,
      })),
    };
  }
  if (field === 'verdict') {
    return {
      ...nothing,
      value: null,
      text: row.verdict,
      reason: row.verdictReason,
      formula:
        row.conditions
          .map(
            (one) => `${figureName(one.measure)[language]} ${signs[one.operator]} ${number(one.threshold)}`,
          )
          .join(words.and) || '–',
      substituted: row.conditions
        .map(
          (one) =>
            `${one.value === null ? words.undefined : number(one.value)} ${signs[one.operator]} ${number(one.threshold)}: ${one.held === null ? words.undefined : one.held ? words.yes : words.no}`,
        )
        .join('; '),
      related: row.conditions.map((one) => ({
        id: `${row.id}/${one.measure}`,
        value: one.value,
        note: null,
      })),
    };
  }
  if (field === 'orientedRegions') {
    const inside = others.filter(
      (one) => one.verdict === 'yes' && run.membersOf(row.territory).includes(one.territory),
    );
    return {
      ...nothing,
      value: row.orientedRegions,
      text: null,
      formula: words.oriented,
      substituted: inside.map((one) => one.territoryName[language]).join(', '),
      related: inside.map((one) => ({ id: `${one.id}/verdict`, value: null, note: one.territoryName })),
    };
  }
  if (field === 'printed' && row.printed !== null) {
    return {
      ...nothing,
      value: row.printed.trajectoryIndex,
      text: null,
      formula: row.printed.note[language],
      substituted: '',
      related: [],
    };
  }
  throw noField(run, id);
}

/** The value that a caveat names, with its rows. */
async function explainFinding(
  workspace: WorkspaceReader,
  run: ExplainedRun,
  id: FigureId,
  options: ExplainOptions,
): Promise<Explanation['data']> {
  const finding = run.findings.find((one) => one.code === id.territory);
  const question: OperandQuestion | null = run.findingRows(id.territory);
  if (finding === undefined || question === null) throw noField(run, id);
  const operand = await operandRows(workspace, question, options.rows ?? 20);
  await options.copyRows?.(allRows(workspace, [question]));
  const value = finding.valueUsd ?? null;
  return {
    id: [id.run, id.period, id.segment, id.territory].join('/'),
    title: finding.message,
    value,
    text: null,
    reason: null,
    unit: units.usd,
    formula: question.symbol,
    substituted: `${question.symbol} = ${formatNumber(operand.valueUsd, 2, options.language ?? 'en')}`,
    operands: [operand],
    related: [],
    recomputed: operand.valueUsd,
    agrees: agree(value, operand.valueUsd),
    definitions: run.definitions,
  };
}

function noRow(run: ExplainedRun, id: FigureId): TrajectaError {
  const segments = [...new Set(run.rows.map((row) => row.id.split('/')[2]))].join(', ');
  return new TrajectaError('bad-option', {
    ru: `В расчёте ${id.run} нет строки ${id.period}/${id.segment}/${id.territory}. Сегменты: ${segments}; территория — код, например ${run.rows.at(-1)?.territory}.`,
    en: `The run ${id.run} has no row ${id.period}/${id.segment}/${id.territory}. Segments: ${segments}; a territory is a code, for example ${run.rows.at(-1)?.territory}.`,
  });
}

function noField(run: ExplainedRun, id: FigureId): TrajectaError {
  const fields = [...Object.keys(run.figures), ...run.otherFields].join(', ');
  return new TrajectaError('bad-option', {
    ru: `Показателя «${id.field ?? id.territory}» у этой строки нет. Есть: ${fields}.`,
    en: `This row has no figure "${id.field ?? id.territory}". There are: ${fields}.`,
  });
}
