import type { RunManifest } from '../../api/assessment.ts';
import type { Explanation, Operand } from '../../api/explanation.ts';
import type { OpportunitiesOptions, Opportunity } from '../../api/opportunities.ts';
import { figureName } from '../../domain/figureName.ts';
import { formatNumber, type Language } from '../../domain/formatNumber.ts';
import type { TradeMatrix } from '../../domain/measures/tradeMatrix.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { definitionsOf } from '../trace/definitionsOf.ts';
import { type FigureId, rowId } from '../trace/figureId.ts';
import { type OperandQuestion, operandRows } from '../trace/operandRows.ts';
import { opportunities } from './opportunities.ts';
import { regionSpace } from './regionSpace.ts';
import { spaceQuestion, yearMatrices } from './spaceQuestion.ts';
import { structureOf } from './structureOf.ts';

type Term = 'x(r,p)' | 'X(r)' | 'X(p)' | 'X';

interface FieldDefinition {
  readonly formula: string;
  readonly unit: TwoLanguages;
  readonly terms: readonly Term[];
  /** From the sums of rows; absent: from presence, see `structureOf`. */
  compute?(sums: Readonly<Record<Term, number>>): number | null;
}

const usd = { ru: 'долларов США', en: 'US dollars' };
const plain = { ru: 'без единицы', en: 'no unit' };
const share = { ru: 'доля, от 0 до 1', en: 'share, 0 to 1' };

const fields: Readonly<Record<string, FieldDefinition>> = {
  valueUsd: { formula: 'x(r,p)', unit: usd, terms: ['x(r,p)'], compute: (s) => s['x(r,p)'] },
  countryValueUsd: { formula: 'X(p)', unit: usd, terms: ['X(p)'], compute: (s) => s['X(p)'] },
  shareOfCountry: {
    formula: 'x(r,p) / X(p)',
    unit: share,
    terms: ['x(r,p)', 'X(p)'],
    compute: (s) => (s['X(p)'] === 0 ? null : s['x(r,p)'] / s['X(p)']),
  },
  rca: {
    formula: '(x(r,p) / X(r)) / (X(p) / X)',
    unit: plain,
    terms: ['x(r,p)', 'X(r)', 'X(p)', 'X'],
    compute: (s) => (s['X(r)'] * s['X(p)'] === 0 ? null : (s['x(r,p)'] / s['X(r)']) * (s.X / s['X(p)'])),
  },
  ubiquity: { formula: 'u(p) = Σ_r M(r,p)', unit: { ru: 'регионов', en: 'regions' }, terms: [] },
  density: { formula: 'w(r,p) = Σ_q M(r,q) φ(q,p) / Σ_q φ(q,p)', unit: share, terms: [] },
  distance: { formula: '1 − Σ_q M(r,q) φ(q,p) / Σ_q φ(q,p)', unit: share, terms: [] },
  pci: { formula: '(mean of ECI(r) where M(r,p) = 1, + m) / λ2 − m', unit: plain, terms: [] },
  outlookGain: {
    formula: 'Σ_{q≠p} φ(p,q) / Σφ(q) (1 − M(r,q)) PCI(q) − w(r,p) PCI(p)',
    unit: plain,
    terms: [],
  },
};

const definitions: Readonly<Record<Term, TwoLanguages>> = {
  'x(r,p)': { ru: 'вывоз региона, товар', en: 'exports of the region, the product' },
  'X(r)': { ru: 'вывоз региона, все товары с кодом', en: 'exports of the region, all goods with a code' },
  'X(p)': { ru: 'вывоз всех регионов, товар', en: 'exports of all regions, the product' },
  X: { ru: 'вывоз всех регионов, все товары с кодом', en: 'exports of all regions, all goods with a code' },
};

/**
 * A figure of an opportunity: a sum or quotient down to its rows; density, distance, complexity and outlook gain from the
 * regions that have the product and the products near it, each computed anew in another way than the answer was.
 */
export async function explainOpportunities(
  workspace: WorkspaceReader,
  manifest: RunManifest,
  id: FigureId,
  options: {
    readonly rows?: number;
    readonly language?: Language;
    readonly questions?: (asked: readonly OperandQuestion[]) => Promise<void>;
  },
): Promise<Explanation> {
  const asked = manifest.options as unknown as OpportunitiesOptions;
  const known = definitionsOf(manifest);
  const answer = await opportunities(workspace, asked, known);
  const row = answer.data.find((one) => one.id === rowId(id.run, id.period, id.segment, id.territory));
  const field = id.field ?? 'distance';
  const definition = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (row === undefined || definition === undefined) throw noFigure(id, field);
  const language = options.language ?? 'en';
  const value = row[field as keyof Opportunity] as number | null;
  const question = await spaceQuestion(workspace, asked, known);
  const trade = (await yearMatrices(workspace, question, row.year, row.year)).get(row.year);
  if (trade === undefined) throw noFigure(id, field);
  const { matrix, edition } = trade;
  const { flow, reExports, period } = question.resolved;
  const questions = definition.terms.map((symbol): OperandQuestion => {
    const products = symbol === 'x(r,p)' || symbol === 'X(p)' ? [row.product] : matrix.products;
    return {
      symbol,
      bound: 'chosen',
      definition: {
        ru: `${definitions[symbol].ru}, ${row.year}`,
        en: `${definitions[symbol].en}, ${row.year}`,
      },
      rows: {
        flow,
        period,
        reExports,
        regions: symbol === 'X' || symbol === 'X(p)' ? matrix.regions : [row.territory],
        codes: products.map((code) => ({
          edition,
          by: question.digits === 6 ? ('hs6' as const) : ('heading' as const),
          code,
          weight: 1,
        })),
      },
    };
  });
  await options.questions?.(questions);
  const operands: Operand[] = [];
  for (const one of questions) operands.push(await operandRows(workspace, one, options.rows ?? 20));
  const rest =
    definition.compute === undefined
      ? structureText(matrix, row, field, question.threshold, asked, answer.data, language)
      : sumsText(definition, operands, language);
  return {
    data: {
      id: `${row.id}/${field}`,
      title: {
        ru: `${figureName(field).ru}: ${row.territoryName.ru}, ${row.product}, ${row.year}`,
        en: `${figureName(field).en}: ${row.territoryName.en}, ${row.product}, ${row.year}`,
      },
      value,
      text: null,
      reason: value === null ? row.reason : null,
      unit: definition.unit,
      formula: definition.formula,
      ...rest,
      operands,
      agrees:
        value === null || rest.recomputed === null
          ? value === rest.recomputed
          : Math.abs(value - rest.recomputed) <= 1e-9 * Math.max(1, Math.abs(value)),
      definitions: manifest.definitions,
    },
    findings: answer.findings,
    manifest,
  };
}

type Worked = Pick<Explanation['data'], 'substituted' | 'related' | 'recomputed'>;

function sumsText(definition: FieldDefinition, operands: readonly Operand[], language: Language): Worked {
  const sums = Object.fromEntries(operands.map((one) => [one.symbol, one.valueUsd])) as Record<Term, number>;
  const recomputed = definition.compute?.(sums) ?? null;
  const numbers = operands.reduce(
    (text, one) => text.replace(one.symbol, formatNumber(one.valueUsd, 0, language)),
    // Longer symbols hold shorter ones: X(r) before X.
    definition.formula,
  );
  return { substituted: numbers, related: [], recomputed };
}

function structureText(
  matrix: TradeMatrix,
  row: Opportunity,
  field: string,
  threshold: number,
  asked: OpportunitiesOptions,
  rows: readonly Opportunity[],
  language: Language,
): Worked {
  const space = regionSpace(matrix, threshold, asked.complexity);
  const structure = structureOf(
    space,
    matrix.regions.indexOf(row.territory),
    matrix.products.indexOf(row.product),
  );
  const number = (value: number | null, digits = 4) =>
    value === null ? '–' : formatNumber(value, digits, language);
  const ru = language === 'ru';
  const idOf = new Map(rows.map((one) => [one.product, one.id]));
  const nearest = structure.nearest.slice(0, 10);
  const near = nearest.map(
    (one) =>
      `φ(${matrix.products[one.product]}) = ${number(one.proximity)}, ${one.present ? (ru ? 'есть' : 'has it') : ru ? 'нет' : 'missing'}`,
  );
  const has = structure.regions.map((r) => matrix.regions[r]).join(', ');
  const lines: Readonly<Record<string, readonly string[]>> = {
    ubiquity: [`${structure.regions.length}: ${has}`],
    density: [`${number(structure.presentProximity)} / ${number(structure.allProximity)}`, ...near],
    distance: [`1 − ${number(structure.presentProximity)} / ${number(structure.allProximity)}`, ...near],
    pci: [
      asked.complexity === undefined
        ? `(${number(structure.meanEci)} + ${number(structure.shift)}) / ${number(structure.lambda)} − ${number(structure.shift)}; ${ru ? 'товар есть у регионов' : 'regions that have the product'} (${structure.regions.length}): ${has}`
        : `${asked.complexity.file}: ${row.product}`,
    ],
    outlookGain: [`${number(structure.gainOfOthers)} − ${number(row.density)} · ${number(row.pci)}`, ...near],
  };
  const values: Readonly<Record<string, number | null>> = {
    ubiquity: structure.regions.length,
    density: structure.density,
    distance: structure.density === null ? null : 1 - structure.density,
    pci: asked.complexity === undefined ? structure.pci : row.pci,
    outlookGain:
      row.present && row.outlookGain !== null
        ? 0
        : structure.gainOfOthers === null || structure.density === null || row.pci === null
          ? null
          : structure.gainOfOthers - structure.density * row.pci,
  };
  return {
    substituted: (lines[field] ?? []).join('\n'),
    related:
      field === 'ubiquity' || field === 'pci'
        ? []
        : nearest.flatMap((one) => {
            const product = matrix.products[one.product] ?? '';
            const id = idOf.get(product);
            return id === undefined
              ? []
              : [
                  {
                    id: `${id}/rca`,
                    value: one.proximity,
                    note: { ru: `близость к ${product}; его RCA`, en: `proximity to ${product}; its RCA` },
                  },
                ];
          }),
    recomputed: values[field] ?? null,
  };
}

function noFigure(id: FigureId, field: string): TrajectaError {
  const known = Object.keys(fields).join(', ');
  return new TrajectaError('bad-option', {
    ru: `Показателя «${id.period}/${id.segment}/${id.territory}/${field}» в расчёте ${id.run} нет. Номер: РАСЧЁТ/ГОД/КОД ТОВАРА/РЕГИОН/ПОКАЗАТЕЛЬ, показатели: ${known}.`,
    en: `The run ${id.run} has no figure "${id.period}/${id.segment}/${id.territory}/${field}". An id is RUN/YEAR/PRODUCT/REGION/FIELD, with the fields ${known}.`,
  });
}
