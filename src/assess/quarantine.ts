import type { Quarantine, QuarantineOptions } from '../api/quarantine.ts';
import type { OpenWorkspace } from '../store/openWorkspace.ts';
import { quarantineCounts, quarantinedRows } from '../store/quarantinedRows.ts';

const mostRows = 100_000;

/** Quarantined rows of the vintages in force, in file order: at most a hundred thousand, and it says how many there are. */
export async function quarantine(workspace: OpenWorkspace, options: QuarantineOptions): Promise<Quarantine> {
  const { vintage, reason } = options;
  const rows = await quarantinedRows(workspace, {
    limit: mostRows,
    ...(vintage === undefined ? {} : { vintage }),
    ...(reason === undefined ? {} : { reason }),
  });
  const counts = await quarantineCounts(workspace);
  const total = counts
    .filter((one) => (vintage ?? one.vintage) === one.vintage && (reason ?? one.reason) === one.reason)
    .reduce((sum, one) => sum + one.rows, 0);
  return {
    data: [...rows],
    findings:
      total <= rows.length
        ? []
        : [
            {
              code: 'rows-cut',
              severity: 'caveat',
              message: {
                ru: `Показаны первые ${mostRows} строк из ${total}; все — trajecta status --quarantine.`,
                en: `The first ${mostRows} rows of ${total}; trajecta status --quarantine lists all.`,
              },
              count: total,
            },
          ],
    manifest: { vintages: [...workspace.vintages], counts: counts.map((one) => ({ ...one })) },
  };
}
