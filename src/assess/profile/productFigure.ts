import type { RunManifest } from '../../api/assessment.ts';
import type { ProductOptions, ProductRow } from '../../api/product.ts';
import { parsePeriod } from '../../domain/period.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import { codeColumn } from '../../store/queries/codeCondition.ts';
import type { RowsQuestion } from '../../store/queries/contributingRows.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { given } from '../options.ts';
import { regionName } from '../quality/context.ts';
import { definitionsOf } from '../trace/definitionsOf.ts';
import type { FigureId } from '../trace/figureId.ts';
import type { OperandQuestion } from '../trace/operandRows.ts';
import { product } from './product.ts';
import { noUnit, type ProfileFigure, quotient, share, usd } from './profileFigure.ts';
import { type TerritoryScope, territoryScope } from './territoryScope.ts';

/** A figure of a product's page, or null where there is none of that id. */
export async function productFigure(
  workspace: WorkspaceReader,
  manifest: RunManifest,
  id: FigureId,
): Promise<ProfileFigure | null> {
  const { code, ...choices } = manifest.options as unknown as ProductOptions;
  const known = definitionsOf(manifest);
  const answer = await product(workspace, { code, ...choices }, known);
  const row = answer.data.find((one) => one.id === [id.run, id.period, id.segment, id.territory].join('/'));
  const period = parsePeriod(id.period);
  if (row === undefined || period === null || id.segment !== code) return null;
  const country = workspace.country;
  const asked = row.part === 'year' ? { ...choices, period: id.period } : choices;
  const scope = await territoryScope(workspace, { ...given(asked), territory: country }, known);
  const lines = answer.data.flatMap((one) => (one.part === 'line' ? [one.code] : []));
  const sums = operands(workspace, scope, row, code, id, lines);
  const title: TwoLanguages = {
    ru: `${code}: ${nameOf(workspace, row).ru}, ${id.period}`,
    en: `${code}: ${nameOf(workspace, row).en}, ${id.period}`,
  };
  const base = { title, reason: null };
  if (!hasField(row, id.field ?? 'valueUsd')) return null;
  switch (id.field ?? 'valueUsd') {
    case 'valueUsd':
      if (row.valueUsd === null)
        return {
          ...base,
          unit: usd,
          value: null,
          reason: row.valueReason,
          formula: '{0}',
          operands: [],
          compute: () => null,
        };
      return {
        ...base,
        unit: usd,
        value: row.valueUsd,
        formula: '{0}',
        operands: [sums.part],
        compute: ([x]) => x ?? 0,
      };
    case 'shareOfProduct':
      return {
        ...base,
        unit: share,
        value: row.shareOfProduct,
        formula: '{0} / {1}',
        operands: [sums.part, sums.product],
        compute: ([x, all]) => quotient(x, all),
      };
    case 'shareOfTerritory':
      return {
        ...base,
        unit: share,
        value: row.shareOfTerritory,
        formula: '{0} / {1}',
        operands: [sums.part, sums.territory],
        compute: ([x, all]) => quotient(x, all),
      };
    case 'index':
      return {
        ...base,
        unit: noUnit,
        value: row.index,
        reason: row.indexReason,
        formula: '({0} / {1}) / ({2} / {3})',
        operands: [sums.part, sums.territory, sums.product, sums.country],
        compute: ([xrp, xr, xp, x]) =>
          row.indexReason === 'no-region' ? null : quotient(quotient(xrp, xr) ?? 0, quotient(xp, x) ?? 0),
      };
    case 'unitValueUsd':
      return priceFigure(base, row, sums.part);
    default:
      return null;
  }
}

/** Has a row of this part the figure, with a value or a reason? */
function hasField(row: ProductRow, field: string): boolean {
  if (field === 'index') return row.index !== null || row.indexReason !== null;
  if (field === 'valueUsd') return row.valueUsd !== null || row.valueReason !== null;
  if (field === 'unitValueUsd') return row.unitValueUsd !== null || row.unitValueReason !== null;
  return (row as Readonly<Record<string, unknown>>)[field] != null;
}

/** The unit value: its quantity is no sum of dollars, so the rows give its value only. */
function priceFigure(
  base: { readonly title: TwoLanguages; readonly reason: string | null },
  row: ProductRow,
  part: OperandQuestion,
): ProfileFigure | null {
  if (row.unit === null && row.unitValueUsd === null && row.unitValueReason === null) return null;
  const coverage = row.quantityCoverage === null ? '–' : `${Math.round(row.quantityCoverage * 1000) / 10} %`;
  return {
    ...base,
    unit: { ru: `долл. за ${row.unit ?? ''}`, en: `USD per ${row.unit ?? ''}` },
    value: row.unitValueUsd,
    reason: row.unitValueReason,
    formula: 'Σ value / Σ quantity',
    operands: [part],
    compute: () => null,
    terms: [`Σ value / X = ${coverage}`],
  };
}

function nameOf(workspace: WorkspaceReader, row: ProductRow): TwoLanguages {
  if (row.part === 'region' && row.territory !== null) return regionName(workspace, row.territory);
  if (row.part === 'partner' && row.partnerName !== null) return row.partnerName;
  if (row.part === 'segment' && row.segmentName !== null) return row.segmentName;
  if (row.part === 'line') return row.codeName ?? { ru: row.code, en: row.code };
  return workspace.territories.countryName;
}

function operands(
  workspace: WorkspaceReader,
  scope: TerritoryScope,
  row: ProductRow,
  code: string,
  id: FigureId,
  lines: readonly string[],
): Readonly<Record<'part' | 'product' | 'territory' | 'country', OperandQuestion>> {
  const { flow, period, reExports } = scope.options;
  const all: RowsQuestion = { flow, period, reExports, regions: null, codes: null };
  const whole: RowsQuestion = { ...all, codes: weighted(scope, [[code, 1]]) };
  const country = workspace.territories.countryName;
  const goods = { ru: 'все товары', en: 'all goods' };
  const operand = (symbol: string, rows: RowsQuestion, where: TwoLanguages, what: TwoLanguages) => ({
    symbol,
    bound: 'chosen' as const,
    definition: {
      ru: `${where.ru}: ${what.ru}, ${id.period}`,
      en: `${where.en}: ${what.en}, ${id.period}`,
    },
    rows,
  });
  const own = { ru: code, en: code };
  const name = nameOf(workspace, row);
  const part = (): RowsQuestion => {
    if (row.part === 'region') return { ...whole, regions: [row.territory ?? ''] };
    if (row.part === 'partner') return { ...whole, partner: row.partner ?? '' };
    if (row.part === 'line') return { ...all, codes: weighted(scope, lineWeights(row.code, code, lines)) };
    return row.part === 'segment' ? { ...all, codes: segmentCodes(scope, row.segment ?? '', code) } : whole;
  };
  return {
    part: operand(row.part === 'region' ? 'X_rp' : 'X_part', part(), name, own),
    product: operand('X_p', whole, country, own),
    territory:
      row.part === 'region'
        ? operand('X_r', { ...all, regions: [row.territory ?? ''] }, name, goods)
        : operand('X', all, country, goods),
    country: operand('X', all, country, goods),
  };
}

/** The same codes in every edition of the period. */
function weighted(
  scope: TerritoryScope,
  codes: readonly (readonly [code: string, weight: number])[],
): NonNullable<RowsQuestion['codes']> {
  return scope.editions.flatMap((edition) =>
    codes.map(([code, weight]) => {
      const column = codeColumn(code);
      return { edition, by: column === 'line' ? ('hs6' as const) : column, code, weight };
    }),
  );
}

/** A code below the product less the longer codes below that; what tells of none: the product less all of them. */
function lineWeights(
  line: string,
  code: string,
  lines: readonly string[],
): readonly (readonly [string, number])[] {
  const own = line === '' ? code : line;
  const taken = lines.filter((one) => one !== '' && one !== line && one.startsWith(own));
  const highest = taken.filter((one) => !taken.some((other) => other !== one && one.startsWith(other)));
  return [[own, 1], ...highest.map((one) => [one, -1] as const)];
}

/** What of the product falls into a segment, or (`rest`) into none. */
function segmentCodes(
  { options, lists, editions }: TerritoryScope,
  segment: string,
  code: string,
): NonNullable<RowsQuestion['codes']> {
  const wanted =
    segment === 'rest'
      ? options.system.segments
      : options.system.segments.filter((one) => one.id === segment);
  return editions.flatMap((edition) => {
    const counted = new Map<string, number>();
    for (const one of wanted)
      for (const [hs6, weight] of lists(one, 'chosen')(edition)?.weights ?? [])
        if (hs6.startsWith(code) || code.startsWith(hs6)) {
          const of = code.length > hs6.length ? code : hs6;
          counted.set(of, (counted.get(of) ?? 0) + weight);
        }
    const part = [...counted].map(([of, weight]) => ({
      edition,
      by: 'hs6' as const,
      code: of,
      weight: segment === 'rest' ? -Math.min(1, weight) : weight,
    }));
    const column = codeColumn(code);
    const whole = { edition, by: column === 'line' ? ('hs6' as const) : column, code, weight: 1 };
    return segment === 'rest' ? [whole, ...part] : part;
  });
}
