import type { ProductSpaceAnswer, ProductSpaceOptions } from '../../api/productSpace.ts';
import { canonicalJson } from '../../domain/canonicalJson.ts';
import { type HsEdition, isHsEdition } from '../../domain/edition.ts';
import { type Presence, presenceOf, ubiquityOf, withColumns } from '../../domain/measures/presence.ts';
import { productSpaceLayout } from '../../domain/measures/productSpaceLayout.ts';
import { productSpaceLinks } from '../../domain/measures/productSpaceLinks.ts';
import { proximityOf } from '../../domain/measures/proximity.ts';
import { rcaOf } from '../../domain/measures/rca.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { regionSums } from '../../store/queries/regionSums.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { keptWith } from '../keptWith.ts';
import { given, type KnownDefinitions } from '../options.ts';
import { noSuchYear, productsOf, type SpaceQuestion, spaceQuestion, yearMatrices } from './spaceQuestion.ts';

/** Most products in one picture. */
const mostNodes = 2000;
/** Years are taken, the latest first, until so many regions in years are together. */
const enoughRegionYears = 60;

/**
 * Which goods are exported together, with a place for each product and the links to draw. Proximity is that of the
 * country's regions in the last whole years of the edition, so that the picture is the same whichever region or year of
 * the edition is looked at; a region in a year counts once. Only products that some region has are in it. Throws
 * `bad-option` where there are more than can be drawn, `no-data`.
 */
export async function productSpace(
  workspace: WorkspaceReader,
  options: ProductSpaceOptions,
  known: KnownDefinitions = {},
): Promise<ProductSpaceAnswer> {
  const question = await spaceQuestion(workspace, options, known);
  const { years, edition } = await yearsOfEdition(workspace, question);
  const { digits, threshold, scope } = question;
  const { system, revision, alignment, flow, reExports } = question.resolved;
  const lists = { scope: scope.id, system, revision, alignment };
  const key = canonicalJson({ years, digits, threshold, flow, reExports, ...lists });
  const { data, links, ...rest } = await keptPictures(workspace, key, () =>
    drawn(workspace, question, years, edition),
  );
  return {
    data: [...data],
    findings: [],
    manifest: {
      command: 'product-space',
      links: [...links],
      ...rest,
      years: [...years],
      edition,
      digits,
      threshold,
      options: given(options),
      workspace: { country: workspace.country, vintages: [...workspace.vintages] },
    },
  };
}

/** The picture is the same for every year of an edition. */
const keptPictures = keptWith<WorkspaceReader, Picture>(4);

type Picture = Pick<ProductSpaceAnswer, 'data'> &
  Pick<ProductSpaceAnswer['manifest'], 'links' | 'strongFrom' | 'leftOut' | 'regionYears'>;

async function drawn(
  workspace: WorkspaceReader,
  question: SpaceQuestion,
  years: readonly number[],
  edition: HsEdition,
): Promise<Picture> {
  const trade = await yearMatrices(workspace, question, years[0] as number, years.at(-1) as number);
  const chosen = years.flatMap((year) => {
    const one = trade.get(year);
    return one === undefined
      ? []
      : [
          presenceOf(one.matrix, rcaOf(one.matrix), {
            threshold: question.threshold,
            comparison: 'at-least',
          }),
        ];
  });
  const describe = await productsOf(workspace, question, edition);
  const kept = [...new Set(chosen.flatMap((one) => presentProducts(one)))].sort().flatMap((product) => {
    const described = describe(product);
    return described === null ? [] : [described];
  });
  if (kept.length > mostNodes) {
    throw new TrajectaError('bad-option', {
      ru: `Товаров ${kept.length}: больше ${mostNodes} в одном рисунке не различить. Задайте digits=4 или scope=high-tech.`,
      en: `There are ${kept.length} products: more than ${mostNodes} cannot be told apart in one picture. Give digits=4 or scope=high-tech.`,
    });
  }
  const presence = stacked(
    chosen,
    kept.map((one) => one.product),
  );
  const ubiquity = ubiquityOf(presence);
  const { links, strongFrom, leftOut } = productSpaceLinks(proximityOf(presence), kept.length);
  const places = productSpaceLayout(kept.length, links);
  return {
    data: kept.map(({ segmentShare: _share, ...one }, at) => ({
      ...one,
      x: places[at]?.x ?? 0,
      y: places[at]?.y ?? 0,
      ubiquity: ubiquity[at] as number,
    })),
    links: links.map((link) => ({ ...link, proximity: Math.round(link.proximity * 1e6) / 1e6 })),
    strongFrom,
    leftOut,
    regionYears: presence.regions.length,
  };
}

/** The latest years whose codes are of the edition of the year asked for, in order. */
async function yearsOfEdition(workspace: WorkspaceReader, question: SpaceQuestion) {
  const { flow } = question.resolved;
  const rows = await workspace.engine.query(
    regionSums({
      flow,
      period: { fromYear: 0, toYear: 9999, months: null },
      by: ['year', 'edition'],
      codes: null,
    }),
  );
  const editions = new Map<number, Set<string>>();
  const regions = new Map<number, number>();
  for (const row of rows) {
    const year = Number(row.year);
    editions.set(year, (editions.get(year) ?? new Set()).add(String(row.edition)));
    regions.set(year, (regions.get(year) ?? 0) + 1);
  }
  const [edition = ''] = editions.get(question.year) ?? [];
  if (!isHsEdition(edition)) throw noSuchYear(workspace, question);
  const isWhole = (year: number) =>
    workspace.coverage.some(
      (one) => one.flow === flow && one.year === year && (one.months.includes(0) || one.months.length === 12),
    );
  const same = [...editions]
    .filter(([year, own]) => own.size === 1 && own.has(edition) && isWhole(year))
    .map(([year]) => year)
    .sort((a, b) => b - a);
  const years: number[] = [];
  let together = 0;
  // Years in a row, so that one question reads them all.
  for (const year of same) {
    if (together >= enoughRegionYears || (years.length > 0 && year !== (years.at(-1) ?? 0) - 1)) break;
    years.push(year);
    together += regions.get(year) ?? 0;
  }
  return { years: years.length === 0 ? [question.year] : years.reverse(), edition };
}

function presentProducts(presence: Presence): readonly string[] {
  return presence.products.filter(
    (_, p) => (presence.columnStart[p + 1] as number) > (presence.columnStart[p] as number),
  );
}

/** Presences of several years below each other, of some products only. */
function stacked(presences: readonly Presence[], products: readonly string[]): Presence {
  const place = new Map(products.map((product, at) => [product, at]));
  const regions: string[] = [];
  const rowStart = [0];
  const columns: number[] = [];
  presences.forEach((presence, order) => {
    const moved = presence.products.map((product) => place.get(product) ?? -1);
    presence.regions.forEach((region, r) => {
      regions.push(`${region} ${order}`);
      const own: number[] = [];
      for (let at = presence.rowStart[r] as number; at < (presence.rowStart[r + 1] as number); at += 1) {
        const column = moved[presence.column[at] as number] as number;
        if (column >= 0) own.push(column);
      }
      columns.push(...own.sort((a, b) => a - b));
      rowStart.push(columns.length);
    });
  });
  return withColumns(regions, products, Int32Array.from(rowStart), Int32Array.from(columns));
}
