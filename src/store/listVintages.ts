import type { VintageList } from '../api/vintages.ts';
import { requiredManifest } from './integrity/checkStore.ts';
import type { WorkspaceManifest } from './manifest.ts';

/** The states of a workspace in the order of imports, with what each import brought and took the place of. */
export async function listVintages(folder: string): Promise<VintageList> {
  return vintageList(await requiredManifest(folder));
}

/** The same of a manifest at hand. */
export function vintageList(manifest: WorkspaceManifest): VintageList {
  return {
    data: manifest.vintages.map((vintage, place) => ({
      state: place + 1,
      vintage: vintage.id,
      source: vintage.source,
      file: vintage.file.name,
      sha256: vintage.file.sha256,
      importedAt: vintage.importedAt,
      synthetic: vintage.synthetic,
      inForce: vintage.replacedBy === null,
      replacedBy: vintage.replacedBy,
      replaces: vintage.replaces,
      supersedes: vintage.supersedes.length,
      rows: vintage.accounts.rowsKept,
      value: vintage.accounts.valueKept,
      currency: vintage.accounts.currency,
      years: vintage.coverage.map(({ flow, year, months }) => ({ flow, year, months: [...months] })),
    })),
    findings: [],
    manifest: { country: manifest.country },
  };
}
