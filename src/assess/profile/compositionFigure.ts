import type { RunManifest } from '../../api/assessment.ts';
import type { CompositionOptions } from '../../api/composition.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import type { RowsQuestion } from '../../store/queries/contributingRows.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { given } from '../options.ts';
import { definitionsOf } from '../trace/definitionsOf.ts';
import type { FigureId } from '../trace/figureId.ts';
import type { OperandQuestion } from '../trace/operandRows.ts';
import { composition, noProduct } from './composition.ts';
import { type ProfileFigure, quotient, share, usd } from './profileFigure.ts';
import { type TerritoryScope, territoryScope } from './territoryScope.ts';

/** A figure of the composition of a territory's exports, or null where there is none of that id. */
export async function compositionFigure(
  workspace: WorkspaceReader,
  manifest: RunManifest,
  id: FigureId,
): Promise<ProfileFigure | null> {
  const options = manifest.options as unknown as CompositionOptions;
  const known = definitionsOf(manifest);
  const answer = await composition(workspace, options, known);
  const row = answer.data.find(
    (one) => one.segment === id.segment && (one.hs6 || one.chapter || noProduct) === id.territory,
  );
  if (row === undefined) return null;
  const scope = await territoryScope(workspace, given(options), known);
  const name: TwoLanguages = {
    ru: `${scope.territory.name.ru}, ${row.segmentName.ru}, ${id.territory === noProduct ? 'товар не назван' : id.territory}, ${id.period}`,
    en: `${scope.territory.name.en}, ${row.segmentName.en}, ${id.territory === noProduct ? 'no product told' : id.territory}, ${id.period}`,
  };
  const { flow, period, reExports } = scope.options;
  const all: RowsQuestion = { flow, period, reExports, regions: scope.regions, codes: null };
  const operand = (symbol: string, rows: RowsQuestion, what: TwoLanguages): OperandQuestion => ({
    symbol,
    bound: 'chosen',
    definition: what,
    rows,
  });
  const part = operand('X_p', partRows(scope, all, id), name);
  const total = operand('X', all, {
    ru: `${scope.territory.name.ru}: все товары, ${id.period}`,
    en: `${scope.territory.name.en}: all goods, ${id.period}`,
  });
  if (id.field === null || id.field === 'valueUsd')
    return {
      title: name,
      unit: usd,
      value: row.valueUsd,
      reason: null,
      formula: '{0}',
      operands: [part],
      compute: ([value]) => value ?? 0,
    };
  if (id.field !== 'shareOfTotal') return null;
  return {
    title: name,
    unit: share,
    value: row.shareOfTotal,
    reason: row.shareOfTotal === null ? 'denominator-zero' : null,
    formula: '{0} / {1}',
    operands: [part, total],
    compute: ([value, whole]) => quotient(value, whole),
  };
}

/** Rows of one line of the composition: a code of a segment; a chapter less what segments take of it; no product. */
function partRows(
  { options, lists, editions }: TerritoryScope,
  all: RowsQuestion,
  id: FigureId,
): RowsQuestion {
  const segment = options.system.segments.find((one) => one.id === id.segment);
  if (segment !== undefined) {
    return {
      ...all,
      codes: editions.flatMap((edition) => {
        const weight = lists(segment, 'chosen')(edition)?.weights.get(id.territory) ?? 0;
        return weight === 0 ? [] : [{ edition, by: 'hs6' as const, code: id.territory, weight }];
      }),
    };
  }
  if (id.territory === noProduct) return { ...all, status: 'no-product' };
  const chapter = id.territory;
  const taken = editions.flatMap((edition) => {
    const counted = new Map<string, number>();
    for (const one of options.system.segments)
      for (const [code, weight] of lists(one, 'chosen')(edition)?.weights ?? [])
        if (code.startsWith(chapter)) counted.set(code, (counted.get(code) ?? 0) + weight);
    return [...counted].map(([code, weight]) => ({
      edition,
      by: 'hs6' as const,
      code,
      weight: -Math.min(1, weight),
    }));
  });
  return {
    ...all,
    status: 'product',
    codes: [
      ...editions.map((edition) => ({ edition, by: 'chapter' as const, code: chapter, weight: 1 })),
      ...taken,
    ],
  };
}
