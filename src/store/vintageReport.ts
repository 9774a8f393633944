import type { ImportReport } from '../api/importReport.ts';
import type { Mending } from './integrity/mendVintage.ts';
import type { Vintage } from './manifest.ts';

/** What the import of a vintage reported: its accounts, findings and settings are kept in the manifest. */
export function vintageReport(vintage: Vintage, alreadyStored: boolean, mending?: Mending): ImportReport {
  return {
    data: [vintage.accounts],
    findings: vintage.findings,
    manifest: {
      settings: vintage.settings,
      alreadyStored,
      ...(mending === undefined
        ? {}
        : {
            mended: [...mending.mended],
            waiting: mending.waiting.map(({ path, vintages }) => ({ path, vintages: [...vintages] })),
          }),
      replaces: vintage.replaces,
      sha256: vintage.file.sha256,
      coverage: vintage.coverage,
    },
  };
}
