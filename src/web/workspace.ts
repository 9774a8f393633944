import { createContext } from 'react';
import type { ImportState } from '../api/imports.ts';
import type { WorkspaceSummary } from '../api/workspaceSummary.ts';

/** The workspace that the pages speak of, and what they cite. */
export interface KnownWorkspace {
  readonly data: WorkspaceSummary['data'];
  readonly findings: WorkspaceSummary['findings'];
  readonly state: string;
  /** Files behind the data, in words. */
  readonly source: string;
  readonly version: string;
}

/** Where nothing has been imported yet. */
export const emptyWorkspace: KnownWorkspace = {
  data: {
    country: '',
    countryName: { ru: '', en: '' },
    synthetic: false,
    territories: [],
    coverage: [],
    lastPeriod: null,
    lastWholeYear: null,
    inputs: [],
    loadedAt: null,
    segmentSystems: [],
    rules: [],
    hasPartners: false,
    hasMap: false,
  },
  findings: [],
  state: '',
  source: '',
  version: '',
};
export const WorkspaceContext = createContext<KnownWorkspace>(emptyWorkspace);

/** The server has said with the page that no trade is stored, and none has been imported since. */
export function isWithoutTrade(): boolean {
  return document.documentElement.dataset.workspace === 'empty';
}

/** An import has ended; after one of trade there is something to ask about. */
export function importStored({ report }: ImportState): void {
  if (report !== null) delete document.documentElement.dataset.workspace;
}
