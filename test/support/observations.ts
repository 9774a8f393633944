import type { TestContext } from 'node:test';
import { openWorkspace } from '../../src/store/openWorkspace.ts';

/** Everything that a workspace holds of each row but which file it came from. */
export async function observationsOf(folder: string, context: TestContext): Promise<readonly object[]> {
  const workspace = await openWorkspace(folder);
  context.after(() => workspace.close());
  return workspace.engine.query(
    'SELECT row_number, flow, re_export, year, month, region, line, hs6, edition, partner, status, unit, currency, value, usd_rate, net_weight_kg, quantity FROM detail ORDER BY row_number, status',
  );
}
