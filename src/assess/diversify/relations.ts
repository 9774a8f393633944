import { type HsEdition, isHsEdition } from '../../domain/edition.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
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
  /** null: all goods. */
  readonly scope: EditionList | null;
  readonly products: SpanProducts;
}

interface Line {
  readonly year: number;
  readonly product: string;
  readonly partner: string;
  readonly isOwn: boolean;
  readonly usd: number;
}

/** Reads the relations of each year: by product from the cube, by market and pair where the source names partners. */
export async function readRelations(
  workspace: WorkspaceReader,
  question: RelationsQuestion,
): Promise<ReadonlyMap<number, YearRelations>> {
  const byProduct = await readLines(workspace, question, false);
  const byPair = await readLines(workspace, question, true);
  const years = new Map<number, YearRelations>();
  for (const year of question.years) {
    const [own, rest] = [emptySums(), emptySums()];
    let partnerNotStated = 0;
    for (const line of byProduct.get(year) ?? [])
      if (line.usd > 0) addTo((line.isOwn ? own : rest).product, line.product, line.usd);
    for (const line of byPair.get(year) ?? []) {
      if (!(line.usd > 0)) continue;
      if (line.partner === '') {
        if (line.isOwn) partnerNotStated += line.usd;
        continue;
      }
      const side = line.isOwn ? own : rest;
      addTo(side.market, line.partner, line.usd);
      addTo(side['product-market'], `${line.product}\t${line.partner}`, line.usd);
    }
    years.set(year, { own, rest, partnerNotStated });
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

/** Lines of the scope by year, each code as the product of the span that it is part of, with the part that counts. */
async function readLines(
  workspace: WorkspaceReader,
  question: RelationsQuestion,
  partners: boolean,
): Promise<ReadonlyMap<number, readonly Line[]>> {
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
  const lines = new Map<number, Line[]>();
  for (const row of rows) {
    const edition = String(row.edition);
    if (!isHsEdition(edition)) throw new Error(`The store names an unknown edition: ${edition}`);
    const code = String(row.code);
    const weight = scope === null ? 1 : weightOf(weights.get(edition), code);
    if (weight <= 0) continue;
    const year = Number(row.year);
    const known = lines.get(year) ?? [];
    known.push({
      year,
      product: products.productOf(edition, code.slice(0, digits)),
      partner: partners ? String(row.partner ?? '') : '',
      isOwn: Number(row.own) === 1,
      usd: weight * Number(row.value_usd ?? 0),
    });
    lines.set(year, known);
  }
  return lines;
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
