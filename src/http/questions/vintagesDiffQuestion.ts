import { z } from 'zod';
import { vintageDiffSchema } from '../../api/vintages.ts';
import { compareStates } from '../../assess/compareStates.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { type OpenWorkspace, openWorkspace } from '../../store/openWorkspace.ts';
import { vintagesAsOf } from '../../store/vintagesAsOf.ts';
import { defineQuestion } from '../question.ts';

const state = z.string().max(40);

export const vintagesDiffQuestion = defineQuestion({
  id: 'vintages-diff',
  about: {
    ru: 'Что изменилось от состояния a к состоянию b: по годам, регионам, товарам',
    en: 'What changed from state a to state b: by year, region, product',
  },
  options: z.strictObject({
    a: state.describe('number of a state, vintage, or now'),
    b: state.default('now').describe('number of a state, vintage, or now'),
    cells: z.number().int().min(0).max(100_000).default(20).describe('largest changes of cells'),
  }),
  answer: vintageDiffSchema,
  rows: ({ data }) => data.cells,
  run: async (_workspace, { a, b, cells }, { opened }) => {
    if (opened === null) throw noStates();
    const before = await stateOf(opened, a);
    try {
      const after = await stateOf(opened, b);
      return await compareStates(before, after, { limit: cells }).finally(() => after.close());
    } finally {
      await before.close();
    }
  },
});

/** A state as the manifest of the question names it, whatever is imported meanwhile. */
function stateOf({ folder, manifest }: OpenWorkspace, name: string): Promise<OpenWorkspace> {
  return openWorkspace(folder, { vintages: vintagesAsOf(manifest, name).map((one) => one.id) });
}

function noStates(): TrajectaError {
  return new TrajectaError('not-found', {
    ru: 'У этих данных нет состояний: они открыты не из папки.',
    en: 'This data has no states: it was not opened from a folder.',
  });
}
