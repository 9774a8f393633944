import type { ImportReport } from '../api/importReport.ts';
import type { Vintage } from './manifest.ts';

/** What the import of a vintage reported: its accounts, findings and settings are kept in the manifest. */
export function vintageReport(vintage: Vintage, alreadyStored: boolean): ImportReport {
  return {
    data: [vintage.accounts],
    findings: vintage.findings,
    manifest: {
      settings: vintage.settings,
      alreadyStored,
      replaces: vintage.replaces,
      sha256: vintage.file.sha256,
      coverage: vintage.coverage,
    },
  };
}
