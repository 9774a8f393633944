import type { Check, Integrity, QualityOptions } from '../api/check.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import { checkStore, requiredManifest } from '../store/integrity/checkStore.ts';
import { cleanStore, repairStore } from '../store/integrity/repairStore.ts';
import { openWorkspace } from '../store/openWorkspace.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import { checkData } from './quality/checkData.ts';

export interface CheckOptions extends QualityOptions {
  /** Only the soundness of the store, or only the report on the data; left out: both. */
  readonly only?: 'store' | 'data';
  /** The data of an earlier state, see `openWorkspace`; the store is checked as it is. */
  readonly asOf?: string;
  /** Removes files that the manifest does not name. */
  readonly clean?: boolean;
  /** Makes damaged cubes anew from the detail. */
  readonly repair?: boolean;
}

/**
 * Is the store of a workspace sound, and what is to be known of its data? Data is not looked at while the store is
 * damaged: its figures would not be those of the sources. `mirror` is a partner's data to hold ours against.
 */
export async function check(
  folder: string,
  options: CheckOptions = {},
  mirror: WorkspaceReader | null = null,
  effects: { progress(text: TwoLanguages): void } = { progress: () => undefined },
): Promise<Check> {
  const { only, clean: _clean, repair: _repair, asOf, ...quality } = options;
  const integrity = only === 'data' ? null : await storeOf(folder, options, effects);
  const manifest = await requiredManifest(folder);
  if (only !== 'store' && integrity?.sound !== false && manifest.country !== null) {
    const workspace = await openWorkspace(folder, asOf === undefined ? {} : { asOf });
    try {
      const answer = await checkData(workspace, mirror, quality, effects);
      return { ...answer, data: { ...answer.data, integrity } };
    } finally {
      await workspace.close();
    }
  }
  return {
    data: { integrity, quality: null, coverage: null, mirror: null },
    findings: integrity?.sound === false && only !== 'store' ? [dataNotChecked] : [],
    manifest: {
      command: 'check',
      country: manifest.country ?? '',
      vintages: manifest.vintages.map((vintage) => vintage.id),
      options: {},
      checks: [],
    },
  };
}

const dataNotChecked = {
  code: 'data-not-checked',
  severity: 'warning' as const,
  message: {
    ru: 'Данные не проверены: сначала восстановите хранилище.',
    en: 'The data was not checked: mend the store first.',
  },
};

async function storeOf(
  folder: string,
  { clean, repair }: CheckOptions,
  effects: { progress(text: TwoLanguages): void },
): Promise<Integrity> {
  const repaired = repair === true ? await repairStore(folder, effects) : null;
  if (clean === true) return cleanStore(folder, effects);
  return repaired ?? checkStore(folder, effects);
}
