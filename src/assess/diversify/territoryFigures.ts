import type {
  DiversificationFigure,
  DiversificationOptions,
  RelationKind,
} from '../../api/diversification.ts';
import { compoundGrowth } from '../../domain/measures/growth.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { changeFigures } from './changeFigures.ts';
import { figureList } from './figureList.ts';
import { demandFigures, marginFigures, marketShareFigures, meanMarginFigures } from './referenceFigures.ts';
import { readRelations, type Values, type YearRelations } from './relations.ts';
import { type DiversificationLists, type SpanTerritory, scopeProductsOf } from './spanQuestion.ts';
import { structureFigures } from './structureFigures.ts';
import type { WorldDemand } from './worldDemand.ts';

const kinds = ['product', 'market', 'product-market'] as const;
type Kind = Exclude<RelationKind, 'all'>;

/** All figures of one territory between two years; null where it sells nothing of the scope in either. */
export async function territoryFigures(
  workspace: WorkspaceReader,
  asked: DiversificationLists,
  { territory, members }: SpanTerritory,
  question: {
    readonly options: DiversificationOptions;
    readonly world: WorldDemand | null;
    readonly run: string;
    readonly from: 'cubes' | 'rows';
  },
): Promise<{ readonly figures: readonly DiversificationFigure[]; readonly partners: boolean } | null> {
  const { options, world, run } = question;
  const { from: first, to: last, activeAbove = 0 } = options;
  const { scope, resolved, years, digits, products, list } = asked;
  const relations = await readRelations(workspace, {
    flow: resolved.flow,
    reExports: resolved.reExports,
    regions: members,
    from: question.from,
    years,
    // The others are what the first and the last year are held against.
    restIn: [first, last],
    digits,
    partners: options.by !== 'product',
    scope: list,
    products,
  });
  const { figures, put } = figureList({ run, territory, scope });
  const [before, after] = [yearOf(relations, first), yearOf(relations, last)];
  if (before.own.product.size + after.own.product.size === 0) return null;
  const partners = before.own.market.size + after.own.market.size > 0;
  const span = `${first}..${last}`;
  const [x0, x1] = [sumOf(before.own.product), sumOf(after.own.product)];
  put('value', 'all', String(first), x0);
  put('value', 'all', String(last), x1);
  put('change', 'all', span, x1 - x0, { X0: x0, X1: x1 });
  const ends = { X0: x0, X1: x1, years: last - first };
  put('growthPerYear', 'all', span, compoundGrowth(x0, x1, last - first), ends);
  const isWorld = options.reference === 'world';
  const reference = (by: Kind, year: number): Values | null => {
    if (isWorld) return filled(world?.at(year)?.[by]);
    return members === null ? null : yearOf(relations, year).rest[by];
  };
  const lines = scopeProductsOf(list, products, digits).size;
  for (const by of options.by === 'product' ? (['product'] as const) : kinds) {
    if (by !== 'product' && !partners) {
      put('intensive', by, span, { value: null, reason: 'no-partners' });
      continue;
    }
    const own = new Map(years.map((year) => [year, yearOf(relations, year).own[by]]));
    changeFigures(put, { by, years: own, from: first, to: last, activeAbove, products });
    for (const year of [first, last]) {
      const mine = yearOf(relations, year).own[by];
      const held = reference(by, year);
      marginFigures(put, by, year, mine, held);
      if (by === 'product-market') meanMarginFigures(put, year, mine, held);
      const demand = world === null ? held : filled(world.at(year)?.[by]);
      demandFigures(put, by, year, mine, demand, world !== null);
      structureFigures(put, by, year, mine, { lines, reference: held });
    }
  }
  if (partners && before.partnerNotStated + after.partnerNotStated > 0)
    put('partnerNotStated', 'market', span, after.partnerNotStated - before.partnerNotStated, {
      X0: before.partnerNotStated,
      X1: after.partnerNotStated,
    });
  const kind = partners ? 'product-market' : 'product';
  const [heldBefore, heldAfter] = [reference(kind, first), reference(kind, last)];
  const known = isWorld ? world?.hasYears === true : members !== null;
  if (known && heldBefore !== null && heldAfter !== null)
    marketShareFigures(put, span, kind, {
      before: before.own[kind],
      after: after.own[kind],
      worldBefore: heldBefore,
      worldAfter: heldAfter,
    });
  else if (isWorld) put('competitiveness', kind, span, { value: null, reason: 'no-reference' });
  return { figures, partners };
}

const none: YearRelations['own'] = { product: new Map(), market: new Map(), 'product-market': new Map() };

function yearOf(relations: ReadonlyMap<number, YearRelations>, year: number): YearRelations {
  return relations.get(year) ?? { own: none, rest: none, partnerNotStated: 0 };
}

/** What is there; null where nothing is. */
function filled(values: Values | undefined): Values | null {
  return values === undefined || values.size === 0 ? null : values;
}

function sumOf(values: Values): number {
  let sum = 0;
  for (const value of values.values()) sum += value;
  return sum;
}
