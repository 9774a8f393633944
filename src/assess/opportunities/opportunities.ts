import type { Opportunities, OpportunitiesOptions, Opportunity } from '../../api/opportunities.ts';
import { ubiquityOf } from '../../domain/measures/presence.ts';
import { marginsOf, type TradeMatrix } from '../../domain/measures/tradeMatrix.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { findTerritory } from '../findTerritory.ts';
import { given, type KnownDefinitions } from '../options.ts';
import { plainFinding } from '../plainFinding.ts';
import { readStatusSums } from '../readSums.ts';
import { rowId } from '../trace/figureId.ts';
import { runManifest, withChecksum } from '../trace/runManifest.ts';
import { opportunityFindings } from './opportunityFindings.ts';
import { regionSpace } from './regionSpace.ts';
import { noSuchYear, productsOf, spaceQuestion } from './spaceQuestion.ts';
import { yearSpace } from './yearSpace.ts';

/**
 * What a region could come to export: for each product its complexity, how near it is to what the region has, what the
 * region's outlook would gain by it, and the exports of region and country. Presence, density and complexity are those
 * of all goods at the depth of code; `scope` chooses rows only. Complexity is that of the country's regions (`atlas`
 * convention) or of the table given. Throws `bad-option`, `no-data`.
 */
export async function opportunities(
  workspace: WorkspaceReader,
  options: OpportunitiesOptions,
  known: KnownDefinitions = {},
): Promise<Opportunities> {
  const territory = findTerritory(workspace.territories, options.territory);
  if (territory.level !== 'region') {
    throw new TrajectaError('bad-option', {
      ru: `${territory.name.ru} — не регион: возможности считаются для региона на фоне остальных. Назовите регион.`,
      en: `${territory.name.en} is no region: opportunities are those of a region among the others. Name a region.`,
    });
  }
  const question = await spaceQuestion(workspace, options, known);
  const { year, digits, threshold, resolved, scope } = question;
  const trade = await yearSpace(workspace, question);
  if (trade === null) throw noSuchYear(workspace, question);
  const { matrix, edition } = trade;
  const r = matrix.regions.indexOf(territory.id);
  if (r < 0) {
    throw new TrajectaError('no-data', {
      ru: `${territory.name.ru}: за ${year} год вывоза по товарам в данных нет.`,
      en: `${territory.name.en}: there are no exports by product in the data for ${year}.`,
    });
  }
  const space =
    options.complexity === undefined ? trade.space : regionSpace(matrix, threshold, options.complexity);
  const describe = await productsOf(workspace, question, edition);
  const definitions = {
    system: resolved.system,
    scope: { id: scope.id, name: scope.name },
    revision: resolved.revision,
    alignment: resolved.alignment,
    reExports: resolved.reExports,
    digits,
    threshold,
    edition,
    complexity: options.complexity === undefined ? 'regions' : options.complexity.sha256,
  };
  const manifest = runManifest(workspace, 'opportunities', given({ ...options, year }), definitions);
  const own = rowOfRegion(matrix, r, space.rca);
  const { byProduct } = marginsOf(matrix);
  const ubiquity = ubiquityOf(space.presence);
  const data = matrix.products.flatMap((product, p): Opportunity[] => {
    const described = describe(product);
    if (described === null) return [];
    const { valueUsd, rca } = own.get(p) ?? { valueUsd: 0, rca: 0 };
    const countryValueUsd = byProduct[p] as number;
    const present = space.present(r, p);
    const around =
      space.proximitySum[p] === 0 ? null : (space.density[r * matrix.products.length + p] as number);
    const pci = space.pci(p);
    return [
      {
        id: rowId(manifest.run, String(year), product, territory.id),
        level: 'region',
        territory: territory.id,
        territoryName: territory.name,
        year,
        ...described,
        valueUsd,
        countryValueUsd,
        shareOfCountry: countryValueUsd === 0 ? null : valueUsd / countryValueUsd,
        rca,
        present,
        ubiquity: ubiquity[p] as number,
        density: around,
        distance: around === null ? null : 1 - around,
        pci,
        outlookGain: pci === null || around === null ? null : space.gain(r, p),
        reason: around === null ? 'no-presence' : pci === null ? (space.reason ?? 'no-match') : null,
      },
    ];
  });
  data.sort(
    (a, b) =>
      Number(a.present) - Number(b.present) ||
      (b.outlookGain ?? Number.NEGATIVE_INFINITY) - (a.outlookGain ?? Number.NEGATIVE_INFINITY) ||
      (a.product < b.product ? -1 : 1),
  );
  const statusSums = await readStatusSums(workspace, resolved.flow, resolved.period);
  const complexity = {
    source: options.complexity === undefined ? ('regions' as const) : ('table' as const),
    file: options.complexity?.file ?? null,
    regions: matrix.regions.length,
    products: matrix.products.length,
    threshold,
    components: space.complexity.components,
    gap: space.complexity.gap,
    reason: space.reason,
  };
  const findings = opportunityFindings({
    workspace,
    resolved,
    statusSums,
    edition,
    digits,
    complexity,
    matched: matrix.products.filter((_, p) => space.pci(p) !== null).length,
    scope,
    data,
  });
  const answer = withChecksum({ data, findings: findings.map(plainFinding), manifest });
  return {
    ...answer,
    manifest: {
      ...answer.manifest,
      region: { territory: territory.id, name: territory.name, ...space.ofRegion(r) },
      complexity,
      digits,
      edition,
    },
  };
}

/** Exports and RCA of one region by number of product. */
function rowOfRegion(matrix: TradeMatrix, r: number, rca: Float64Array) {
  const own = new Map<number, { readonly valueUsd: number; readonly rca: number }>();
  for (let at = matrix.rowStart[r] as number; at < (matrix.rowStart[r + 1] as number); at += 1)
    own.set(matrix.column[at] as number, {
      valueUsd: matrix.value[at] as number,
      rca: rca[at] as number,
    });
  return own;
}
