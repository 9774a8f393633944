import type { Diversification, DiversificationOptions } from '../../api/diversification.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import type { KnownDefinitions } from '../options.ts';
import { runManifest, withChecksum } from '../trace/runManifest.ts';
import { diversificationFindings } from './diversificationFindings.ts';
import { diversificationLists, nothingSold, scopeProductsOf } from './spanQuestion.ts';
import { territoryFigures } from './territoryFigures.ts';
import { worldDemand } from './worldDemand.ts';

/**
 * The three aspects of diversification of a region, district or the country between two years, or of all territories of
 * a level: growth of existing relations; new and given-up products, markets and pairs, their survival, Hummels–Klenow
 * margins; and how much of demand the exports are effectively spread over; with concentration, variety and constant
 * market shares beside. Products are those that exist through all editions of the span, so that a change of edition is
 * no entry and no exit. `from`: `rows` reads everything from the detail; `only`: of all territories this one. Throws
 * `bad-option`, `no-data`.
 */
export async function diversify(
  workspace: WorkspaceReader,
  options: DiversificationOptions,
  known: KnownDefinitions = {},
  { from = 'cubes', only }: { readonly from?: 'cubes' | 'rows'; readonly only?: string } = {},
): Promise<Diversification> {
  if (options.reference === 'world' && options.world === undefined) {
    throw new TrajectaError('bad-option', {
      ru: '--reference world сравнивает с таблицей мира: задайте её ключом --world (столбцы product, value, market, year). Без неё эталон — остальные регионы (в данных мира — остальные страны).',
      en: '--reference world compares with a table of the world: give it by --world (columns product, value, market, year). Without it the reference is the other regions (in data of the world the other countries).',
    });
  }
  const asked = await diversificationLists(workspace, options, known);
  const { territories, scope, resolved, digits, products, list } = asked;
  const [alone] = territories.length === 1 ? territories : [];
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
    members: Object.fromEntries(territories.map(({ territory, members }) => [territory.id, members])),
    editions: products.editions,
    shownIn: products.shownIn,
  };
  const manifest = runManifest(workspace, 'diversify', { ...options }, definitions);
  const inScope = list === null ? null : scopeProductsOf(list, products, digits);
  const world = worldDemand(
    options.world,
    products,
    digits,
    (product) => inScope === null || inScope.has(product),
  );
  const data: Diversification['data'] = [];
  let partners = false;
  for (const one of territories) {
    if (only !== undefined && one.territory.id !== only) continue;
    const question = { options, world, run: manifest.run, from };
    const found = await territoryFigures(workspace, asked, one, question);
    if (found === null) continue;
    data.push(...found.figures);
    partners ||= found.partners;
  }
  if (data.length === 0) {
    const name = alone?.territory.name ?? { ru: 'Все территории', en: 'All territories' };
    throw nothingSold({ name }, scope.name, options.from, options.to);
  }
  const findings = diversificationFindings({ workspace, options, asked, partners, world });
  return withChecksum({ data, findings, manifest });
}
