import { TrajectaError } from '../domain/trajectaError.ts';
import type { Vintage, WorkspaceManifest } from '../store/manifest.ts';
import { vintagesInForce } from '../store/openWorkspace.ts';
import type { ImportOptions } from './importOptions.ts';
import type { ImportPlan } from './importPlan.ts';

/** The vintage that the file corrects, or null. Throws `bad-option` where it is not in force. */
export function replacedVintage(manifest: WorkspaceManifest, options: ImportOptions): Vintage | null {
  if (options.replaces === undefined) return null;
  const inForce = vintagesInForce(manifest);
  const found = inForce.find((vintage) => vintage.id === options.replaces);
  if (found !== undefined) return found;
  const list = inForce.map((vintage) => `${vintage.id} (${vintage.file.name})`).join(', ');
  throw new TrajectaError('bad-option', {
    ru: `--replaces ${options.replaces}: такой действующей загрузки нет. Есть: ${list === '' ? 'ни одной' : list}.`,
    en: `--replaces ${options.replaces}: there is no such vintage in force. There are: ${list === '' ? 'none' : list}.`,
  });
}

/** A workspace holds one country. */
export function requireSameCountry(manifest: WorkspaceManifest, plan: ImportPlan): void {
  if (manifest.vintages.length === 0 || manifest.country === plan.country) return;
  throw new TrajectaError('other-country', {
    ru: `Рабочая область хранит данные страны ${manifest.country}, а файл — страны ${plan.country}. Задайте другую папку: --workspace ПАПКА.`,
    en: `The workspace holds data of ${manifest.country}, the file is of ${plan.country}. Name another folder: --workspace FOLDER.`,
  });
}

/** Two vintages in force must not both tell of one source × flow × period × region, unless the user says so. */
export function requireNoOverlap(
  manifest: WorkspaceManifest,
  plan: ImportPlan,
  coverage: Vintage['coverage'],
  replaced: Vintage | null,
  options: ImportOptions,
): void {
  if (options.add === true) return;
  for (const vintage of vintagesInForce(manifest)) {
    if (vintage.id === replaced?.id || vintage.source !== plan.source) continue;
    for (const slice of coverage) {
      const other = vintage.coverage.find(
        (candidate) => candidate.flow === slice.flow && candidate.year === slice.year,
      );
      const region = other?.regions.find((candidate) => slice.regions.includes(candidate));
      const month = other?.months.find(
        (candidate) => candidate === 0 || slice.months.includes(candidate) || slice.months.includes(0),
      );
      if (region === undefined || month === undefined) continue;
      throw new TrajectaError('overlap', {
        ru: `Данные уже есть: загрузка ${vintage.id} (${vintage.file.name}) содержит ${slice.flow} ${slice.year}, регион ${region}. Если файл исправляет её, добавьте --replaces ${vintage.id}; если дополняет — --add. Рабочая область не изменена.`,
        en: `The data is there already: vintage ${vintage.id} (${vintage.file.name}) holds ${slice.flow} ${slice.year}, region ${region}. If this file corrects it, add --replaces ${vintage.id}; if it is more of the same, --add. The workspace is unchanged.`,
      });
    }
  }
}
