/** A cell of a table to be published. */
export interface ProtectedCell {
  readonly id: string;
  readonly value: number;
  /** Who stands behind it: number of contributors, and their contributions, largest first, as many as the rule needs. */
  readonly contributors: number;
  readonly largest: readonly number[];
}

/** A sum that a reader can do: `total` is what `parts` add up to, all of them cells of the table or known otherwise. */
export interface SumRelation {
  readonly total: string;
  readonly parts: readonly string[];
}

export interface DisclosureRule {
  /** Fewest contributors of a cell that may be shown; null: no such rule. */
  readonly threshold: number | null;
  /** A cell is hidden where its `largest` contributors make more than `percent` of it; null: no such rule. */
  readonly dominance: { readonly largest: number; readonly percent: number } | null;
}

export type Suppression = 'threshold' | 'dominance' | 'secondary';

/**
 * Cells that may not be shown for their own sake: too few contributors, or a few that dominate. Empty cells (0) are
 * shown: nobody stands behind them.
 * @example primarySuppression([{ id: 'a', value: 5, contributors: 1, largest: [5] }], { threshold: 3, dominance: null }).get('a') // 'threshold'
 */
export function primarySuppression(
  cells: readonly ProtectedCell[],
  rule: DisclosureRule,
): ReadonlyMap<string, Suppression> {
  const hidden = new Map<string, Suppression>();
  for (const cell of cells) {
    if (cell.contributors === 0) continue;
    const { threshold, dominance } = rule;
    if (threshold !== null && cell.contributors < threshold) hidden.set(cell.id, 'threshold');
    else if (dominance !== null) {
      const top = cell.largest.slice(0, dominance.largest).reduce((sum, one) => sum + one, 0);
      if (top * 100 > dominance.percent * cell.value) hidden.set(cell.id, 'dominance');
    }
  }
  return hidden;
}

/**
 * Hides further cells until no sum that a reader can do gives a hidden cell away: first wherever a sum has one hidden
 * cell only, then wherever all sums together determine one (Gaussian elimination). Of the cells that can be hidden
 * the smallest is taken that is not far smaller than what it protects, parts before totals. Cells known to readers
 * otherwise (`fixed`) are never hidden. What turns out not to be needed is shown again, the largest first.
 * @example secondarySuppression([{ id: 'a', value: 5, contributors: 1, largest: [5] }, { id: 'b', value: 7, contributors: 9, largest: [1] }, { id: 'c', value: 9, contributors: 9, largest: [1] }], [{ total: 't', parts: ['a', 'b', 'c'] }], new Map([['a', 'threshold']]), new Set(['t'])).get('b') // 'secondary'
 */
export function secondarySuppression(
  cells: readonly ProtectedCell[],
  relations: readonly SumRelation[],
  primary: ReadonlyMap<string, Suppression>,
  fixed: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, Suppression> {
  const hidden = new Map(primary);
  const values = new Map(cells.map((cell) => [cell.id, cell.value]));
  const totals = new Set(relations.map((relation) => relation.total));
  // Sums of few cells first: what protects a cell within its district often does so in the country.
  const ordered = [...relations].sort((a, b) => a.parts.length - b.parts.length);
  for (;;) {
    const exposed =
      ordered.find((relation) => membersOf(relation).filter((id) => hidden.has(id)).length === 1) ??
      relationOfDetermined(ordered, hidden, values, fixed);
    if (exposed === undefined) return withoutNeedless(relations, hidden, values);
    const protectedValue = Math.max(
      ...membersOf(exposed)
        .filter((id) => hidden.has(id))
        .map((id) => Math.abs(values.get(id) ?? 0)),
    );
    const candidates = membersOf(exposed).filter((id) => !hidden.has(id) && !fixed.has(id) && values.has(id));
    const chosen = candidates.sort(
      (a, b) =>
        cost(a, values, totals, protectedValue) - cost(b, values, totals, protectedValue) || (a < b ? -1 : 1),
    )[0];
    // A sum of one part: the part is its total, which is not to be hidden. Nothing can protect it but hiding the total.
    if (chosen === undefined) return withoutNeedless(relations, hidden, values);
    hidden.set(chosen, 'secondary');
  }
}

/** Shows again, largest first, what was hidden for others' sake and without which they stay hidden. */
function withoutNeedless(
  relations: readonly SumRelation[],
  hidden: ReadonlyMap<string, Suppression>,
  values: ReadonlyMap<string, number>,
): ReadonlyMap<string, Suppression> {
  const kept = new Map(hidden);
  const before = determinedCells(relations, new Set(kept.keys())).length;
  const secondary = [...hidden].flatMap(([id, why]) => (why === 'secondary' ? [id] : []));
  for (const id of secondary.sort((a, b) => Math.abs(values.get(b) ?? 0) - Math.abs(values.get(a) ?? 0))) {
    kept.delete(id);
    if (determinedCells(relations, new Set(kept.keys())).length > before) kept.set(id, 'secondary');
  }
  return kept;
}

/**
 * Hidden cells whose values follow from the sums and the cells shown.
 * @example determinedCells([{ total: 't', parts: ['a', 'b'] }], new Set(['a'])) // ['a']
 */
export function determinedCells(
  relations: readonly SumRelation[],
  hidden: ReadonlySet<string>,
): readonly string[] {
  const columns = [...hidden];
  const rows = relations
    .map((relation) =>
      columns.map(
        (id) => (relation.total === id ? -1 : 0) + relation.parts.filter((part) => part === id).length,
      ),
    )
    .filter((row) => row.some((entry) => entry !== 0));
  let rank = 0;
  const pivots: number[] = [];
  for (let column = 0; column < columns.length && rank < rows.length; column += 1) {
    const from = rows.findIndex((row, place) => place >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (from < 0) continue;
    const pivotRow = rows[from] ?? [];
    rows[from] = rows[rank] ?? [];
    const scale = pivotRow[column] ?? 1;
    const scaled = pivotRow.map((entry) => entry / scale);
    rows[rank] = scaled;
    rows.forEach((row, place) => {
      const factor = row[column] ?? 0;
      if (place === rank || Math.abs(factor) < 1e-9) return;
      rows[place] = row.map((entry, index) => entry - factor * (scaled[index] ?? 0));
    });
    pivots.push(column);
    rank += 1;
  }
  return pivots.flatMap((column, place) => {
    const others = (rows[place] ?? []).some((entry, index) => index !== column && Math.abs(entry) > 1e-9);
    return others ? [] : [columns[column] ?? ''];
  });
}

function membersOf(relation: SumRelation): readonly string[] {
  return [relation.total, ...relation.parts];
}

/** A relation of a determined cell in which something can still be hidden. */
function relationOfDetermined(
  relations: readonly SumRelation[],
  hidden: ReadonlyMap<string, Suppression>,
  values: ReadonlyMap<string, number>,
  fixed: ReadonlySet<string>,
): SumRelation | undefined {
  const determined = determinedCells(relations, new Set(hidden.keys()));
  return relations.find(
    (relation) =>
      membersOf(relation).some((id) => determined.includes(id)) &&
      membersOf(relation).some((id) => !hidden.has(id) && !fixed.has(id) && values.has(id)),
  );
}

/** Small cells first, but not such as are far smaller than what they protect, nor empty ones; totals last. */
function cost(
  id: string,
  values: ReadonlyMap<string, number>,
  totals: ReadonlySet<string>,
  protectedValue: number,
): number {
  const value = Math.abs(values.get(id) ?? 0);
  const tooSmall = value < 0.1 * protectedValue ? 1e18 - value : 0;
  return value + tooSmall + (totals.has(id) ? 1e21 : 0);
}
