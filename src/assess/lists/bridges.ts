import { concordanceBetween, type LinkWeights } from '../../classifications/concordanceBetween.ts';
import type { Concordance } from '../../domain/concordance.ts';
import { convertValues } from '../../domain/convertValues.ts';
import type { HsEdition } from '../../domain/edition.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Period } from '../../domain/period.ts';
import type { Flow } from '../../store/cube.ts';
import { regionSums } from '../../store/queries/regionSums.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';

/** Concordances from the editions of the data to that in which they are to be read. */
export interface EditionBridges {
  /** null: the edition is the wanted one itself. */
  readonly bridge: (from: HsEdition) => Concordance | null;
  readonly findings: readonly Finding[];
}

/** What no bridge is needed for. */
export const noBridges: EditionBridges = { bridge: () => null, findings: [] };

/**
 * Makes the bridges from all editions of a period to one edition, and tells how much of the value finds no code there
 * and how much is parted among several by the weights chosen.
 */
export async function editionBridges(
  workspace: WorkspaceReader,
  question: { readonly flow: Flow; readonly period: Period; readonly weights: LinkWeights },
  editions: readonly HsEdition[],
  to: HsEdition,
): Promise<EditionBridges> {
  const others = editions.filter((edition) => edition !== to);
  if (others.length === 0) return noBridges;
  const traded =
    question.weights === 'trade' ? await tradeIn(workspace, question.flow, to) : new Map<string, number>();
  const bridges = new Map<HsEdition, Concordance>();
  const sums = { total: 0, unmapped: 0, ambiguous: 0 };
  const unknown: string[] = [];
  const values = await valuesByEdition(workspace, question.flow, question.period);
  for (const edition of others) {
    const { concordance } = concordanceBetween(workspace.concordances, edition, to, question.weights, traded);
    bridges.set(edition, concordance);
    const converted = convertValues(concordance, values.get(edition) ?? new Map());
    sums.total += converted.total;
    sums.unmapped += converted.unmapped;
    sums.ambiguous += converted.ambiguous;
    unknown.push(...converted.unknownCodes.slice(0, 5).map((code) => `${edition} ${code}`));
  }
  const share = (value: number) => (sums.total === 0 ? null : value / sums.total);
  const list = others.join(', ');
  return {
    bridge: (from) => bridges.get(from) ?? null,
    findings: [
      {
        code: 'edition-converted',
        severity: 'caveat',
        message: {
          ru: `Приведено к ${to} из ${list}. Здесь — стоимость под кодами с несколькими соответствиями: её деление зависит от весов (${question.weights}).`,
          en: `Brought to ${to} from ${list}. Given is the value under codes with several counterparts: how it is parted rests on the weights (${question.weights}).`,
        },
        valueUsd: sums.ambiguous,
        share: share(sums.ambiguous),
      },
      {
        code: 'edition-unmapped',
        severity: sums.unmapped === 0 ? 'info' : 'warning',
        message: {
          ru: `Стоимость под кодами, у которых в ${to} нет соответствия: в сегменты не входит.`,
          en: `Value under codes without a counterpart in ${to}: it is in no segment.`,
        },
        valueUsd: sums.unmapped,
        share: share(sums.unmapped),
        examples: unknown.slice(0, 5),
      },
    ],
  };
}

async function valuesByEdition(
  workspace: WorkspaceReader,
  flow: Flow,
  period: Period,
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const rows = await workspace.engine.query(
    regionSums({ flow, period, by: ['edition', 'hs6'], codes: null, everywhere: true }),
  );
  const values = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const edition = String(row.edition);
    const known = values.get(edition) ?? new Map<string, number>();
    if (row.hs6 !== '') known.set(String(row.hs6), Number(row.value_usd ?? 0));
    values.set(edition, known);
  }
  return values;
}

/** Trade by code in all years that the workspace holds in the edition. */
async function tradeIn(
  workspace: WorkspaceReader,
  flow: Flow,
  edition: HsEdition,
): Promise<ReadonlyMap<string, number>> {
  const years = workspace.coverage.filter((entry) => entry.flow === flow).map((entry) => entry.year);
  const period = { fromYear: Math.min(...years), toYear: Math.max(...years), months: null };
  return (await valuesByEdition(workspace, flow, period)).get(edition) ?? new Map();
}
