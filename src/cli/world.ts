import { Option } from 'commander';
import type { RunManifest } from '../api/assessment.ts';
import { worldReporter } from '../domain/territory.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { OpenWorkspace } from '../store/openWorkspace.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import type { Language } from './context.ts';

const t = {
  world: {
    ru: 'рабочая область мира (страны по кодам ГС) для --reference world и union',
    en: 'workspace of the world (countries by HS code) for --reference world and union',
  },
};

/** `--world FOLDER`, a workspace of the world behind that of a country. */
export function worldOption(language: Language): Option {
  return new Option('--world <folder>', t.world[language]);
}

/** A workspace and what closes it, with the world behind it. */
export interface Opened {
  readonly workspace: WorkspaceReader & Pick<OpenWorkspace, 'copyTo'>;
  close(): Promise<void>;
}

/** Opens what a run rests on: its vintages, with the world behind them; nothing where it rests on a table alone. */
export async function openForRun(
  folder: string,
  world: string | undefined,
  manifest: RunManifest,
): Promise<Opened> {
  const isTable = manifest.command === 'sectors' || manifest.command === 'patents';
  if (isTable && manifest.workspace.vintages.length === 0) {
    const { noWorkspace } = await import('../assess/trace/noWorkspace.ts');
    return { workspace: { ...noWorkspace, copyTo: async () => undefined }, close: async () => undefined };
  }
  const { openWorkspace } = await import('../store/openWorkspace.ts');
  const { vintages, world: kept } = manifest.workspace;
  return withWorld(
    await openWorkspace(folder, { vintages }),
    kept === undefined ? undefined : world,
    manifest,
  );
}

/** The workspace with that of the world behind it. Throws `bad-option` where the latter is of one country. */
export async function withWorld(
  workspace: OpenWorkspace,
  folder: string | undefined,
  manifest?: RunManifest,
): Promise<Opened> {
  const close = () => workspace.close();
  const kept = manifest?.workspace.world;
  if (folder === undefined) {
    if (kept === undefined) return { workspace, close };
    await close();
    throw new TrajectaError('bad-option', {
      ru: `Эталон расчёта ${manifest?.run} взят из рабочей области мира (файлы ${kept.inputs.map((one) => one.file).join(', ')}): назовите её ключом --world ПАПКА.`,
      en: `The reference of run ${manifest?.run} is of a workspace of the world (files ${kept.inputs.map((one) => one.file).join(', ')}): name it by --world FOLDER.`,
    });
  }
  try {
    const { openWorkspace } = await import('../store/openWorkspace.ts');
    const world = await openWorkspace(folder, kept === undefined ? {} : { vintages: kept.vintages });
    const closeBoth = async () => {
      await world.close();
      await close();
    };
    if (world.country === worldReporter) return { workspace: { ...workspace, world }, close: closeBoth };
    await world.close();
    throw new TrajectaError('bad-option', {
      ru: `--world ${folder}: это рабочая область страны ${world.country}. Нужна область мира: import comtrade или import table с "country": "WORLD".`,
      en: `--world ${folder}: this is a workspace of ${world.country}. A workspace of the world is wanted: import comtrade, or import table with "country": "WORLD".`,
    });
  } catch (error) {
    await close();
    throw error;
  }
}
