import { builtInConcordances } from '../../classifications/concordanceSource.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';

/** The workspace behind a result that rests on a table of the user's own: it holds nothing. */
export const noWorkspace: WorkspaceReader = {
  engine: {
    query: () => Promise.reject(new Error('There is no workspace behind this result')),
    close: async () => undefined,
  },
  country: '',
  vintages: [],
  inputs: [],
  classifications: [],
  synthetic: false,
  territories: { country: '', countryName: { ru: '', en: '' }, territories: [] },
  concordances: builtInConcordances(),
  nameOf: () => null,
  coverage: [],
  importFindings: [],
};
