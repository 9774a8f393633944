import type { ProductSpaceOptions } from '../../api/productSpace.ts';
import { chapterName, headingName } from '../../classifications/names.ts';
import { type HsEdition, isHsEdition } from '../../domain/edition.ts';
import { type TradeMatrix, tradeMatrixOf } from '../../domain/measures/tradeMatrix.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { regionProducts } from '../../store/queries/regionProducts.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { type Scope, scopeOf } from '../diversify/scopeOf.ts';
import { lastYear } from '../lastYear.ts';
import { noBridges } from '../lists/bridges.ts';
import { segmentLists } from '../lists/segmentLists.ts';
import { given, type KnownDefinitions, type ResolvedOptions, resolveOptions } from '../options.ts';
import { type ProductSegments, productSegments } from './productSegments.ts';

/** A question about products and regions of one year, with its defaults. */
export interface SpaceQuestion {
  readonly year: number;
  readonly scope: Scope;
  readonly digits: 4 | 6;
  readonly threshold: number;
  readonly resolved: ResolvedOptions;
}

/** Reads a question of the product space. Throws `bad-option`. */
export async function spaceQuestion(
  workspace: WorkspaceReader,
  options: ProductSpaceOptions,
  known: KnownDefinitions = {},
): Promise<SpaceQuestion> {
  const { segments, revision, alignment, flow, reExports } = options;
  const year = options.year ?? lastYear(workspace);
  const resolved = await resolveOptions(
    { ...given({ segments, revision, alignment, flow, reExports }), period: String(year) },
    known,
    workspace.territories,
  );
  const scope = scopeOf({ scope: options.scope }, resolved.system);
  const digits = options.digits ?? (scope.segment === null ? 4 : 6);
  return { year, scope, digits, threshold: options.threshold ?? 1, resolved };
}

export interface YearTrade {
  readonly edition: HsEdition;
  /** Regions by products, all goods. */
  readonly matrix: TradeMatrix;
}

/** Exports of all regions by product in some years, one matrix a year. Throws `no-data`, and `bad-option` for a year of two editions. */
export async function yearMatrices(
  workspace: WorkspaceReader,
  { resolved, digits }: SpaceQuestion,
  from: number,
  to: number,
): Promise<ReadonlyMap<number, YearTrade>> {
  const rows = await workspace.engine.query(
    regionProducts({
      flow: resolved.flow,
      fromYear: from,
      toYear: to,
      product: digits === 6 ? 'hs6' : 'heading',
      reExports: resolved.reExports,
    }),
  );
  const regions = new Set(
    workspace.territories.territories.filter((one) => one.kind === 'region').map((one) => one.id),
  );
  const years = new Map<number, Readonly<Record<string, unknown>>[]>();
  for (const row of rows) {
    if (!regions.has(String(row.region)) || !(Number(row.value_usd ?? 0) > 0)) continue;
    const year = Number(row.year);
    const list = years.get(year);
    if (list === undefined) years.set(year, [row]);
    else list.push(row);
  }
  return new Map([...years].map(([year, list]) => [year, yearTrade(year, list)]));
}

function yearTrade(year: number, rows: readonly Readonly<Record<string, unknown>>[]): YearTrade {
  const editions = [...new Set(rows.map((row) => String(row.edition)))].sort();
  const [edition = ''] = editions;
  if (editions.length > 1 || !isHsEdition(edition)) {
    throw new TrajectaError('bad-option', {
      ru: `В ${year} году коды редакций ${editions.join(', ')}: считать их вместе нельзя. Выберите год одной редакции.`,
      en: `In ${year} the codes are of ${editions.join(', ')}: they cannot be counted together. Choose a year of one edition.`,
    });
  }
  const numbered = (name: string) => {
    const labels = [...new Set(rows.map((row) => String(row[name])))].sort();
    const place = new Map(labels.map((label, at) => [label, at]));
    return { labels, codes: Int32Array.from(rows, (row) => place.get(String(row[name])) as number) };
  };
  const [region, product] = [numbered('region'), numbered('product')];
  return {
    edition,
    matrix: tradeMatrixOf({
      regions: region.labels,
      products: product.labels,
      region: region.codes,
      product: product.codes,
      value: Float64Array.from(rows, (row) => Number(row.value_usd)),
    }),
  };
}

/** No trade by product in a year. */
export function noSuchYear(workspace: WorkspaceReader, { year, resolved }: SpaceQuestion): TrajectaError {
  const years = workspace.coverage.filter((one) => one.flow === resolved.flow).map((one) => one.year);
  return new TrajectaError('no-data', {
    ru: `За ${year} год данных по регионам и товарам нет. Годы с данными: ${years.join(', ')}.`,
    en: `There is no data by region and product for ${year}. Years with data: ${years.join(', ')}.`,
  });
}

/** What a product is called and which segment it is in. */
export interface DescribedProduct {
  readonly product: string;
  readonly productName: TwoLanguages | null;
  readonly chapter: string;
  readonly chapterName: TwoLanguages | null;
  readonly segment: string;
  readonly segmentName: TwoLanguages;
  readonly segmentShare: number;
}

const restName: TwoLanguages = { ru: 'Остальные товары', en: 'All other goods' };

/** Describes products of an edition; those outside the scope are null. */
export async function productsOf(
  workspace: WorkspaceReader,
  question: SpaceQuestion,
  edition: HsEdition,
): Promise<(product: string) => DescribedProduct | null> {
  const { resolved, scope } = question;
  const lists = segmentLists({ ...resolved, inEdition: null }, workspace.concordances, noBridges);
  const segments: ProductSegments = await productSegments(workspace, question, edition, lists);
  return (product) => {
    const found = segments(product);
    if (
      scope.segment !== null &&
      (found === null || (scope.id !== 'high-tech' && found.segment.id !== scope.id))
    )
      return null;
    const imported = workspace.nameOf((id) => id.startsWith('HS'), product)?.name ?? null;
    return {
      product,
      productName: imported === null ? headingName(product.slice(0, 4)) : { ru: imported, en: imported },
      chapter: product.slice(0, 2),
      chapterName: chapterName(product.slice(0, 2)),
      segment: found?.segment.id ?? 'rest',
      segmentName: found?.segment.name ?? restName,
      segmentShare: found?.share ?? 0,
    };
  };
}
