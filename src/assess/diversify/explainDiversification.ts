import type { RunManifest } from '../../api/assessment.ts';
import type { DiversificationFigure, DiversificationOptions } from '../../api/diversification.ts';
import type { Explanation } from '../../api/explanation.ts';
import { formatNumber, type Language } from '../../domain/formatNumber.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { definitionsOf } from '../trace/definitionsOf.ts';
import type { FigureId } from '../trace/figureId.ts';
import { codesOf, type OperandQuestion, operandRows } from '../trace/operandRows.ts';
import { diversify } from './diversify.ts';
import { type DiversificationMeasureName, diversificationMeasures } from './measures.ts';
import { diversificationLists } from './spanQuestion.ts';

const units: Readonly<Record<DiversificationFigure['unit'], TwoLanguages>> = {
  usd: { ru: 'долларов США', en: 'US dollars' },
  share: { ru: 'доля, от 0 до 1', en: 'share, 0 to 1' },
  number: { ru: 'число', en: 'number' },
  index: { ru: 'без единицы', en: 'no unit' },
  nat: { ru: 'нат', en: 'nats' },
};

/**
 * A figure of diversification: formula, the numbers put in, the exports of both years with their files and rows, the
 * relations behind it; computed anew from the rows of the detail instead of the cubes.
 */
export async function explainDiversification(
  workspace: WorkspaceReader,
  manifest: RunManifest,
  id: FigureId,
  options: {
    readonly rows?: number;
    readonly language?: Language;
    readonly questions?: (asked: readonly OperandQuestion[]) => Promise<void>;
  },
): Promise<Explanation> {
  const question = manifest.options as unknown as DiversificationOptions;
  const known = definitionsOf(manifest);
  const only = id.territory;
  const answer = await diversify(workspace, question, known, { only });
  const find = (figures: readonly DiversificationFigure[]) =>
    figures.find(
      (one) =>
        one.period === id.period &&
        one.scope === id.segment &&
        one.territory === id.territory &&
        `${one.by}.${one.measure}` === id.field,
    );
  const figure = find(answer.data);
  if (figure === undefined) throw noFigure(answer.data, id);
  const again = find((await diversify(workspace, question, known, { from: 'rows', only })).data) ?? null;
  const asked = await exportsOf(workspace, manifest, question, figure);
  await options.questions?.(asked);
  const operands = [];
  for (const one of asked) operands.push(await operandRows(workspace, one, options.rows ?? 20));
  const { formula } = diversificationMeasures[figure.measure as DiversificationMeasureName];
  const language = options.language ?? 'en';
  const recomputed = again?.value ?? null;
  return {
    data: {
      id: figure.id,
      title: {
        ru: `${figure.name.ru}: ${figure.territoryName.ru}, ${figure.scopeName.ru}, ${figure.period}`,
        en: `${figure.name.en}: ${figure.territoryName.en}, ${figure.scopeName.en}, ${figure.period}`,
      },
      value: figure.value,
      text: null,
      reason: figure.reason,
      unit: units[figure.unit],
      formula,
      substituted: [
        ...Object.entries(figure.terms).map(
          ([name, value]) => `${name} = ${formatNumber(value, Number.isInteger(value) ? 0 : 4, language)}`,
        ),
        ...figure.items.map(
          (item) =>
            `${[item.product, item.market].filter((part) => part !== null).join(' → ')}: ${formatNumber(item.valueUsd, 2, language)}`,
        ),
      ].join('\n'),
      operands,
      related: relatedTo(figure, answer.data),
      recomputed,
      agrees:
        figure.value === null || recomputed === null
          ? figure.value === recomputed
          : Math.abs(figure.value - recomputed) <= 1e-9 * Math.max(1, Math.abs(figure.value)),
      definitions: manifest.definitions,
    },
    findings: answer.findings,
    manifest,
  };
}

const parts: Readonly<Record<string, readonly string[]>> = {
  change: ['all.value', 'product.intensive', 'product.entry', 'product.exit', 'product.belowThreshold'],
  growthPerYear: ['all.value'],
  survivedShare: ['continuing', 'exited'],
  theil: ['theilBetween', 'theilWithin'],
  entropy: ['relatedVariety', 'unrelatedVariety'],
  equivalentNumber: ['hhi'],
  demandReached: ['demandCoverage'],
};

/** The figures that a figure is made of. */
function relatedTo(
  figure: DiversificationFigure,
  all: readonly DiversificationFigure[],
): Explanation['data']['related'] {
  const wanted = (parts[figure.measure] ?? []).map((name) =>
    name.includes('.') ? name : `${figure.by}.${name}`,
  );
  return all
    .filter(
      (one) =>
        wanted.includes(`${one.by}.${one.measure}`) &&
        (one.period === figure.period || figure.period.includes(one.period)),
    )
    .map((one) => ({ id: one.id, value: one.value, note: one.name }));
}

/** Measures that hold the territory against others. */
const againstReference: readonly string[] = [
  'extensiveMargin',
  'intensiveMargin',
  'extensiveMarginMean',
  'intensiveMarginMean',
  'soleSupply',
  'krugman',
  'demandCoverage',
  'shareChangeWorld',
  'shareChangeProduct',
  'shareChangeMarket',
  'shareChangeProductFirst',
  'shareChangeMarketSecond',
  'shareChangeMarketFirst',
  'shareChangeProductSecond',
  'competitiveness',
  'newCells',
];

/**
 * The territory's exports of the scope in the years of the figure, and those of the reference where the figure holds it
 * against the other regions: where their rows are.
 */
async function exportsOf(
  workspace: WorkspaceReader,
  manifest: RunManifest,
  question: DiversificationOptions,
  figure: DiversificationFigure,
): Promise<readonly OperandQuestion[]> {
  const asked = await diversificationLists(workspace, question, definitionsOf(manifest));
  const { list, editions, flow, reExports, everyone } = asked;
  const members = asked.territories.find((one) => one.territory.id === figure.territory)?.members ?? null;
  const years = figure.period.includes('..') ? [question.from, question.to] : [Number(figure.period)];
  const codes = codesOf(list, editions);
  const rowsOf = (year: number, regions: readonly string[] | null) => ({
    flow,
    period: { fromYear: year, toYear: year, months: null },
    reExports,
    regions,
    codes,
  });
  const own = years.map((year) => ({
    symbol: `X(${year})`,
    bound: 'chosen' as const,
    definition: {
      ru: `вывоз, ${figure.territoryName.ru}: ${figure.scopeName.ru}, ${year}; в связи входят товары с кодом нужной глубины`,
      en: `exports, ${figure.territoryName.en}: ${figure.scopeName.en}, ${year}; relations hold products with a code of the depth`,
    },
    rows: rowsOf(year, members),
  }));
  const isTable =
    question.reference === 'world' || (figure.measure === 'demandCoverage' && question.world !== undefined);
  if (members === null || isTable || !againstReference.includes(figure.measure)) return own;
  const others = everyone.filter((region) => !members.includes(region));
  const reference = years.map((year) => ({
    symbol: `W(${year})`,
    bound: 'chosen' as const,
    definition: {
      ru: `вывоз остальных регионов (эталон): ${figure.scopeName.ru}, ${year}`,
      en: `exports of the other regions (the reference): ${figure.scopeName.en}, ${year}`,
    },
    rows: rowsOf(year, others),
  }));
  return [...own, ...reference];
}

function noFigure(figures: readonly DiversificationFigure[], id: FigureId): TrajectaError {
  const names = [...new Set(figures.map((one) => `${one.by}.${one.measure}`))].join(', ');
  return new TrajectaError('bad-option', {
    ru: `Показателя «${id.period}/${id.segment}/${id.territory}/${id.field ?? ''}» в расчёте ${id.run} нет. Показатели: ${names}; период — год или ${figures[0]?.period}.`,
    en: `The run ${id.run} has no figure "${id.period}/${id.segment}/${id.territory}/${id.field ?? ''}". Figures: ${names}; the period is a year or a span.`,
  });
}
