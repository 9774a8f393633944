import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diversify } from '../../../src/assess/diversify/diversify.ts';
import { mostRelations } from '../../../src/assess/diversify/relations.ts';
import { TrajectaError } from '../../../src/domain/trajectaError.ts';
import { literalWorkspace } from '../../support/literalWorkspace.ts';

test('more relations than memory holds are refused with what to ask for instead', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', [
    { region: 'RU-TOM', hs6: '854231', usd: 5, year: 2018, partner: 'CN' },
    { region: 'RU-TOM', hs6: '854231', usd: 7, year: 2019, partner: 'CN' },
  ]);
  const question = { territory: 'RU-TOM', from: 2018, to: 2019 };
  assert.ok((await diversify(workspace, question)).data.length > 0);
  const crowded = {
    ...workspace,
    engine: {
      ...workspace.engine,
      query: async (sql: string) => {
        const rows = await workspace.engine.query(sql);
        const [first] = rows;
        return sql.includes('AS own') && first !== undefined ? Array(mostRelations + 1).fill(first) : rows;
      },
    },
  };
  await assert.rejects(
    () => diversify(crowded, question),
    (error: unknown) => error instanceof TrajectaError && /--scope high-tech/.test(error.text.en),
  );
});
