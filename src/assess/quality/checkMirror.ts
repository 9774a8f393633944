import type { Mirror, QualityOptions } from '../../api/check.ts';
import { qualityOptionsSchema } from '../../api/check.ts';
import { findPartner } from '../../classifications/partners.ts';
import {
  defaultMirrorRule,
  type MirrorValue,
  mirrorComparison,
} from '../../domain/quality/mirrorComparison.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { Flow } from '../../store/cube.ts';
import type { SqlRow } from '../../store/engine.ts';
import { mirrorValues } from '../../store/queries/quality/mirrorValues.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';

const always = { from: 0, to: 9999 };

interface Side {
  readonly values: readonly MirrorValue[];
  readonly confidentialUsd: ReadonlyMap<number, number>;
}

/**
 * Holds our data against that of a partner: of another country, whose imports from us answer to our exports, or told
 * from our side (its flows are named as ours), partner by partner. Over the months that both hold, by six-digit
 * product; what has no six digits is in the totals of secret codes or left out. Throws `no-data` where the two have
 * nothing in common.
 */
export async function checkMirror(
  workspace: WorkspaceReader,
  mirror: WorkspaceReader,
  given: QualityOptions = {},
): Promise<Mirror> {
  const options = qualityOptionsSchema.parse(given);
  const rule = { ...defaultMirrorRule, cifMargin: options.cifMargin, tolerance: options.tolerance };
  const isOther = mirror.country !== workspace.country;
  const years: Mirror['years'] = [];
  const products: Mirror['products'] = [];
  const flows = options.flow === undefined ? (['export', 'import'] as const) : [options.flow];
  for (const flow of flows) {
    const theirFlow = isOther ? opposite(flow) : flow;
    const theirs = await mirror.engine.query(
      mirrorValues({ flow: theirFlow, ...always }, isOther ? [workspace.country] : null),
    );
    const partners = isOther ? [mirror.country] : [...new Set(theirs.map((row) => String(row.partner)))];
    if (theirs.length === 0) continue;
    const slice = { flow, from: options.from ?? 0, to: options.to ?? 9999 };
    const ours = await workspace.engine.query(mirrorValues(slice, partners));
    for (const partner of partners) {
      const own = sideOf(ours.filter((row) => row.partner === partner));
      const other = sideOf(isOther ? theirs : theirs.filter((row) => row.partner === partner));
      const compared = mirrorComparison(
        { flow, own: own.values, partner: other.values, ownConfidentialUsd: own.confidentialUsd },
        rule,
      );
      years.push(...compared.years.map((one) => ({ flow, partner, ...one, months: [...one.months] })));
      products.push(...compared.products.map((one) => ({ flow, partner, ...one })));
    }
  }
  if (years.length === 0) throw nothingInCommon(workspace, mirror);
  return {
    cifMargin: options.cifMargin,
    cifSource:
      options.cifMargin === defaultMirrorRule.cifMargin
        ? { ru: 'МВФ, с 2018 года (WP/18/16)', en: 'IMF, since 2018 (WP/18/16)' }
        : { ru: 'задано ключом --cif-margin', en: 'set by --cif-margin' },
    tolerance: options.tolerance,
    years,
    products: products
      .sort((a, b) => Math.abs(b.differenceUsd) - Math.abs(a.differenceUsd))
      .slice(0, Math.max(options.examples * 4, 1)),
    productCount: products.length,
  };
}

function opposite(flow: Flow): Flow {
  return flow === 'export' ? 'import' : 'export';
}

function sideOf(rows: readonly SqlRow[]): Side {
  const confidential = new Map<number, number>();
  const values: MirrorValue[] = [];
  for (const row of rows) {
    const [year, valueUsd] = [Number(row.year), Number(row.value_usd ?? 0)];
    if (row.status === 'confidential') confidential.set(year, (confidential.get(year) ?? 0) + valueUsd);
    else if (row.hs6 !== '')
      values.push({ year, month: Number(row.month), product: String(row.hs6), valueUsd });
  }
  return { values, confidentialUsd: confidential };
}

function nothingInCommon(workspace: WorkspaceReader, mirror: WorkspaceReader): TrajectaError {
  const span = (one: WorkspaceReader) =>
    one.coverage.map((entry) => `${entry.flow} ${entry.year}`).join(', ') || '—';
  const name = (code: string) => findPartner(code)?.name ?? { ru: code, en: code };
  return new TrajectaError('no-data', {
    ru: `Сравнивать нечего: общих потоков, партнёров и месяцев нет. У нас (${name(workspace.country).ru}): ${span(workspace)}. У партнёра (${name(mirror.country).ru}): ${span(mirror)}. Данные партнёра должны называть ${workspace.country} как партнёра.`,
    en: `There is nothing to compare: no flow, partner and month in common. Ours (${name(workspace.country).en}): ${span(workspace)}. The partner's (${name(mirror.country).en}): ${span(mirror)}. The partner's data must name ${workspace.country} as a partner.`,
  });
}
