import { type HsEdition, isHsEdition } from '../../domain/edition.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { SqlRow } from '../../store/engine.ts';
import { type RelationSumsQuestion, relationSums } from '../../store/queries/relationSums.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import type { EditionList } from '../lists/editionList.ts';
import type { SpanProducts } from './spanProducts.ts';

/** Dollars by product, market, or both; the key of a pair is product and market with a tab between. */
export type Values = ReadonlyMap<string, number>;

/** Exports of the territory in one year, and of the other regions where they were asked for. */
export interface YearRelations {
  readonly own: { readonly product: Values; readonly market: Values; readonly 'product-market': Values };
  readonly rest: { readonly product: Values; readonly market: Values; readonly 'product-market': Values };
  /** The territory's exports to no stated partner. */
  readonly partnerNotStated: number;
}

export interface RelationsQuestion
  extends Pick<RelationSumsQuestion, 'flow' | 'reExports' | 'regions' | 'from' | 'years' | 'restIn'> {
  readonly digits: 2 | 4 | 6;
  /** Are markets and pairs read too? */
  readonly partners: boolean;
  /** null: all goods. */
  readonly scope: EditionList | null;
  readonly products: SpanProducts;
}

/** Reads the relations of each year: by product from the cube, by market and pair where the source names partners. */
export async function readRelations(
  workspace: WorkspaceReader,
  question: RelationsQuestion,
): Promise<ReadonlyMap<number, YearRelations>> {
  const years = new Map(
    question.years.map((year) => [year, { own: emptySums(), rest: emptySums(), partnerNotStated: 0 }]),
  );
  for (const { year, product, isOwn, usd } of await readLines(workspace, question, false)) {
    const relations = years.get(year);
    if (relations !== undefined) addTo((isOwn ? relations.own : relations.rest).product, product, usd);
  }
  if (!question.partners) return years;
  for (const { year, product, partner, isOwn, usd } of await readLines(workspace, question, true)) {
    const relations = years.get(year);
    if (relations === undefined) continue;
    if (partner === '') {
      if (isOwn) relations.partnerNotStated += usd;
      continue;
    }
    const side = isOwn ? relations.own : relations.rest;
    addTo(side.market, partner, usd);
    addTo(side['product-market'], `${product}\t${partner}`, usd);
  }
  return years;
}

function emptySums() {
  return {
    product: new Map<string, number>(),
    market: new Map<string, number>(),
    'product-market': new Map<string, number>(),
  };
}

function addTo(sums: Map<string, number>, key: string, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

interface Line {
  readonly year: number;
  readonly product: string;
  readonly partner: string;
  readonly isOwn: boolean;
  readonly usd: number;
}

/** Lines above 0 of the scope, each code as the product of the span that it is part of, with the part that counts. */
async function readLines(
  workspace: WorkspaceReader,
  question: RelationsQuestion,
  partners: boolean,
): Promise<Iterable<Line>> {
  const { scope, products, digits } = question;
  const weights = new Map<HsEdition, ReadonlyMap<string, number>>(
    products.editions.map((edition) => [edition, scope?.(edition)?.weights ?? new Map<string, number>()]),
  );
  const keys = [...weights.values()].flatMap((one) => [...one.keys()]);
  const short = digits === 6 ? 'hs6' : digits === 4 ? 'heading' : 'chapter';
  const by = keys.some((code) => code.length > 6) ? 'line' : scope !== null ? 'hs6' : short;
  const codes = scope === null ? null : [...new Set(keys.map((code) => code.slice(0, 6)))].sort();
  const rows = await workspace.engine.query(
    relationSums({ ...question, by, partners, codes, most: mostRelations + 1 }),
  );
  if (rows.length > mostRelations) throw tooMany();
  // A code comes once for each partner, year and side: what it counts as is found out once.
  const known = new Map<string, { readonly product: string; readonly weight: number }>();
  const counted = (edition: string, code: string) => {
    const key = `${edition} ${code}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (!isHsEdition(edition)) throw new Error(`The store names an unknown edition: ${edition}`);
    const weight = scope === null ? 1 : weightOf(weights.get(edition), code);
    const product = weight > 0 ? products.productOf(edition, code.slice(0, digits)) : '';
    known.set(key, { product, weight });
    return { product, weight };
  };
  return linesOf(rows, counted);
}

function* linesOf(
  rows: readonly SqlRow[],
  counted: (edition: string, code: string) => { readonly product: string; readonly weight: number },
): Iterable<Line> {
  for (const row of rows) {
    const { product, weight } = counted(String(row.edition), String(row.code));
    const usd = weight * Number(row.value_usd ?? 0);
    if (!(usd > 0)) continue;
    yield {
      year: Number(row.year),
      product,
      partner: String(row.partner ?? ''),
      isOwn: Number(row.own) === 1,
      usd,
    };
  }
}

/** All relations of a question are held at once: more of them would leave the process without memory. */
export const mostRelations = 2_000_000;

function tooMany(): TrajectaError {
  return new TrajectaError('bad-option', {
    ru: `Связей «товар — рынок — год» больше ${mostRelations}: в память они не поместятся. Сузьте вопрос: --scope high-tech или сегмент, --digits 4 или 2, меньше лет между --from и --to.`,
    en: `There are more than ${mostRelations} relations of product, market and year: memory would not hold them. Ask for less: --scope high-tech or a segment, --digits 4 or 2, fewer years between --from and --to.`,
  });
}

/** The part of a code that counts; beginnings of national lines add to their six-digit code, or take from it. */
function weightOf(weights: ReadonlyMap<string, number> | undefined, code: string): number {
  let weight = weights?.get(code.slice(0, 6)) ?? 0;
  for (let digits = 7; digits <= code.length; digits += 1) weight += weights?.get(code.slice(0, digits)) ?? 0;
  return weight;
}
