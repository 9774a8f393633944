import type { PartnerRow, Partners, PartnersOptions } from '../../api/partners.ts';
import { findPartner } from '../../classifications/partners.ts';
import { periodText } from '../../domain/period.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import { productSums } from '../../store/queries/productSums.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { given, type KnownDefinitions } from '../options.ts';
import { rowId } from '../trace/figureId.ts';
import { runManifest, withChecksum } from '../trace/runManifest.ts';
import { profileDefinitions } from './profileDefinitions.ts';
import { territoryScope } from './territoryScope.ts';

const notStatedName: TwoLanguages = { ru: 'Страна не указана', en: 'Country not stated' };
const totalName: TwoLanguages = { ru: 'Все товары', en: 'All goods' };

/**
 * Where the exports of a region, a district or the country go: by partner and segment, and `total` for all goods. What
 * names no partner is the partner `not-stated`: the whole of a segment less its stated part. Where no source of the
 * period names partners there are no rows, and the manifest says so. Throws `no-data`.
 */
export async function partners(
  workspace: WorkspaceReader,
  asked: PartnersOptions,
  known: KnownDefinitions = {},
): Promise<Partners> {
  const scope = await territoryScope(workspace, given(asked), known);
  const { options, regions, territory, lists, editions } = scope;
  const { flow, period, reExports, system } = options;
  const question = { flow, period, reExports, regions };
  const all = await workspace.engine.query(productSums({ ...question, by: ['partner'], codes: null }));
  const hasPartners = all.some((row) => String(row.partner ?? '') !== '');
  const run = runManifest(
    workspace,
    'partners',
    { ...asked, territory: territory.id, period: periodText(period) },
    profileDefinitions(options),
  );
  const manifest = {
    ...run,
    territory: territory.id,
    territoryName: territory.name,
    level: territory.level,
    period: periodText(period),
    hasPartners,
  };
  if (!hasPartners) return { data: [], findings: [], manifest };
  const codes = [
    ...new Set(
      system.segments.flatMap((segment) =>
        editions.flatMap((edition) => [...(lists(segment, 'chosen')(edition)?.weights.keys() ?? [])]),
      ),
    ),
  ].sort();
  const stated = await workspace.engine.query(
    productSums({ ...question, by: ['partner', 'edition', 'hs6'], codes }),
  );
  const whole = await workspace.engine.query(productSums({ ...question, by: ['edition', 'hs6'], codes }));
  const data = system.segments.flatMap((segment) => {
    const weightOf = (row: Readonly<Record<string, unknown>>) =>
      lists(segment, 'chosen')(String(row.edition) as never)?.weights.get(String(row.hs6)) ?? 0;
    const byPartner = new Map<string, number>();
    for (const row of stated) {
      const partner = String(row.partner ?? '');
      const value = weightOf(row) * Number(row.value_usd ?? 0);
      if (partner !== '' && value !== 0) byPartner.set(partner, (byPartner.get(partner) ?? 0) + value);
    }
    const total = whole.reduce((sum, row) => sum + weightOf(row) * Number(row.value_usd ?? 0), 0);
    return rowsOf(byPartner, total, segment.id, segment.name);
  });
  const everything = new Map(
    all.flatMap((row) =>
      row.partner === '' ? [] : [[String(row.partner), Number(row.value_usd ?? 0)] as const],
    ),
  );
  const total = all.reduce((sum, row) => sum + Number(row.value_usd ?? 0), 0);
  const rows = [...data, ...rowsOf(everything, total, 'total', totalName)].map((row) => ({
    id: rowId(run.run, periodText(period), row.segment, row.partner),
    ...row,
  }));
  return withChecksum({ data: rows, findings: [], manifest });
}

/** Rows of one segment, the largest first; what remains of its whole names no partner. */
function rowsOf(
  byPartner: ReadonlyMap<string, number>,
  total: number,
  segment: string,
  segmentName: TwoLanguages,
): Omit<PartnerRow, 'id'>[] {
  const known = [...byPartner].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const rest = total - known.reduce((sum, [, value]) => sum + value, 0);
  // Sums of doubles: a remainder within their precision is none.
  const isLeft = rest > 1e-9 * Math.max(1, total);
  return [...known, ...(isLeft ? [['not-stated', rest] as const] : [])].map(([partner, valueUsd]) => ({
    partner,
    partnerName:
      partner === 'not-stated' ? notStatedName : (findPartner(partner)?.name ?? { ru: partner, en: partner }),
    segment,
    segmentName,
    valueUsd,
    share: total === 0 ? null : valueUsd / total,
  }));
}
