import type { Diversification, DiversificationOptions } from '../../api/diversification.ts';
import { compoundGrowth } from '../../domain/measures/growth.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import type { KnownDefinitions } from '../options.ts';
import { runManifest, withChecksum } from '../trace/runManifest.ts';
import { changeFigures } from './changeFigures.ts';
import { diversificationFindings } from './diversificationFindings.ts';
import { figureList } from './figureList.ts';
import { demandFigures, demandOf, marginFigures, marketShareFigures } from './referenceFigures.ts';
import { readRelations, type Values, type YearRelations } from './relations.ts';
import { diversificationLists, nothingSold, scopeProductsOf } from './spanQuestion.ts';
import { structureFigures } from './structureFigures.ts';

const kinds = ['product', 'market', 'product-market'] as const;

/**
 * The three aspects of diversification of a region, district or the country between two years: growth of existing
 * relations; new and given-up products, markets and pairs, their survival, Hummels–Klenow margins; and how much of
 * demand the exports are effectively spread over; with concentration, variety and constant market shares beside.
 * Products are those that exist through all editions of the span, so that a change of edition is no entry and no exit.
 * `from`: `rows` reads everything from the detail. Throws `bad-option`, `no-data`.
 */
export async function diversify(
  workspace: WorkspaceReader,
  options: DiversificationOptions,
  known: KnownDefinitions = {},
  from: 'cubes' | 'rows' = 'cubes',
): Promise<Diversification> {
  const { from: first, to: last } = options;
  const asked = await diversificationLists(workspace, options, known);
  const { territory, scope, resolved, statusSums, years, editions, digits, products, list, members } = asked;
  const definitions = {
    system: resolved.system,
    scope,
    revision: resolved.revision,
    alignment: resolved.alignment,
    reExports: resolved.reExports,
    inEdition: resolved.inEdition,
    weights: resolved.weights,
    digits,
    activeAbove: options.activeAbove ?? 0,
    members,
    editions: products.editions,
    shownIn: products.shownIn,
  };
  const manifest = runManifest(workspace, 'diversify', { ...options }, definitions);
  const question = { flow: resolved.flow, reExports: resolved.reExports, regions: members, from };
  const relations = await readRelations(workspace, { ...question, years, digits, scope: list, products });
  const { figures, put } = figureList({ run: manifest.run, territory, scope });
  const [before, after] = [of(relations, first), of(relations, last)];
  if (before.own.product.size + after.own.product.size === 0)
    throw nothingSold(territory, scope.name, first, last);
  const partners = before.own.market.size + after.own.market.size > 0;
  const span = `${first}..${last}`;
  const [x0, x1] = [sumOf(before.own.product), sumOf(after.own.product)];
  put('value', 'all', String(first), x0);
  put('value', 'all', String(last), x1);
  put('change', 'all', span, x1 - x0, { X0: x0, X1: x1 });
  put('growthPerYear', 'all', span, compoundGrowth(x0, x1, last - first), {
    X0: x0,
    X1: x1,
    years: last - first,
  });
  const scopeProducts = scopeProductsOf(list, products, digits);
  const demand = demandOf(
    options.world,
    products,
    digits,
    (product) => list === null || scopeProducts.has(product),
  );
  for (const by of kinds) {
    if (by !== 'product' && !partners) {
      put('intensive', by, span, { value: null, reason: 'no-partners' });
      continue;
    }
    const own = new Map(years.map((year) => [year, of(relations, year).own[by]]));
    changeFigures(put, {
      by,
      years: own,
      from: first,
      to: last,
      activeAbove: options.activeAbove ?? 0,
      products,
    });
    for (const [year, { own: mine, rest }] of [
      [first, before],
      [last, after],
    ] as const) {
      const reference = members === null ? null : rest[by];
      marginFigures(put, by, year, mine[by], reference);
      demandFigures(put, by, year, mine[by], demand === null ? reference : demand[by], demand !== null);
      structureFigures(put, by, year, mine[by], { lines: scopeProducts.size, reference });
    }
  }
  if (partners && before.partnerNotStated + after.partnerNotStated > 0)
    put('partnerNotStated', 'market', span, after.partnerNotStated - before.partnerNotStated, {
      X0: before.partnerNotStated,
      X1: after.partnerNotStated,
    });
  if (members !== null) marketShareFigures(put, span, before, after, partners);
  const findings = diversificationFindings({
    workspace,
    options,
    resolved,
    statusSums,
    years,
    editions,
    digits,
    products,
    partners,
    members,
    territory,
    bridgeFindings: asked.bridgeFindings,
  });
  return withChecksum({ data: figures, findings, manifest });
}

const none: YearRelations['own'] = { product: new Map(), market: new Map(), 'product-market': new Map() };

function of(relations: ReadonlyMap<number, YearRelations>, year: number): YearRelations {
  return relations.get(year) ?? { own: none, rest: none, partnerNotStated: 0 };
}

function sumOf(values: Values): number {
  let sum = 0;
  for (const value of values.values()) sum += value;
  return sum;
}
