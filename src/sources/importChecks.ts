import type { Finding } from '../domain/finding.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { SupersededSlice, Vintage, WorkspaceManifest } from '../store/manifest.ts';
import { vintagesInForce } from '../store/openWorkspace.ts';
import { isSuperseded, type Slice, slicesReplaced, supersededOf } from '../store/supersededSlices.ts';
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

/** What an import takes the place of. */
export interface Replacement {
  readonly replaced: Vintage | null;
  /** All of the vintage replaced, not just slices of it. */
  readonly whole: boolean;
  /** Slices of vintages that stay in force for the rest. */
  readonly supersedes: readonly SupersededSlice[];
  /** More of the same is wanted: an overlap is no error. */
  readonly add: boolean;
}

/**
 * What the file takes the place of: nothing, the whole of the vintage that it corrects, or those slices of it (flow,
 * month, region) that it holds. Throws `bad-option` where the two have nothing in common, or a month is to correct a
 * year that is stored as a whole.
 */
export function replacementOf(
  manifest: WorkspaceManifest,
  slices: readonly Slice[],
  options: ImportOptions,
): Replacement {
  const replaced = replacedVintage(manifest, options);
  const add = options.add === true;
  if (replaced === null) return { replaced, whole: false, supersedes: [], add };
  const parts = options.whole === true ? null : slicesReplaced(replaced, slices);
  if (parts === null) return { replaced, whole: true, supersedes: replaced.supersedes, add };
  const name = `${replaced.id} (${replaced.file.name})`;
  if (parts.length === 0) {
    throw new TrajectaError('bad-option', {
      ru: `--replaces ${replaced.id}: у файла и загрузки ${name} нет общих потоков, лет и регионов. Если файл всё же заменяет её целиком, добавьте --whole. Рабочая область не изменена.`,
      en: `--replaces ${replaced.id}: the file and the vintage ${name} have no flow, year and region in common. If the file takes the place of all of it nevertheless, add --whole. The workspace is unchanged.`,
    });
  }
  for (const part of parts) {
    const stored = replaced.coverage.find((one) => one.flow === part.flow && one.year === part.year);
    if (part.months === null || stored?.months.includes(0) !== true) continue;
    throw new TrajectaError('bad-option', {
      ru: `--replaces ${replaced.id}: ${part.flow} ${part.year} в загрузке ${name} хранится за год целиком, а файл исправляет месяцы ${part.months.join(', ')}. Нужен файл за весь год, или --whole. Рабочая область не изменена.`,
      en: `--replaces ${replaced.id}: ${part.flow} ${part.year} of the vintage ${name} is stored for the whole year, and the file corrects the months ${part.months.join(', ')}. A file of the whole year is needed, or --whole. The workspace is unchanged.`,
    });
  }
  return { replaced, whole: false, supersedes: parts, add };
}

/** Says that the vintage replaced stays in force for what the file does not tell. */
export function replacedInPart({ replaced, whole, supersedes }: Replacement): readonly Finding[] {
  if (replaced === null || whole) return [];
  return [
    {
      code: 'replaced-in-part',
      severity: 'info',
      message: {
        ru: `Файл исправляет часть загрузки ${replaced.id} (${replaced.file.name}): заменено то, что он содержит (поток, месяц, регион), остальное в ней действует. Заменить её целиком — ключ --whole.`,
        en: `The file corrects a part of the vintage ${replaced.id} (${replaced.file.name}): what it holds (flow, month, region) is replaced, the rest stays in force. To replace all of it, add --whole.`,
      },
      count: supersedes.length,
      examples: supersedes
        .slice(0, 5)
        .map(({ flow, year, months, regions }) =>
          [`${flow} ${year}`, months?.join(','), regions?.slice(0, 5).join(',')]
            .filter((text) => text !== undefined)
            .join(' / '),
        ),
    },
  ];
}

/** Two vintages in force must not both tell of one source × flow × period × region, unless the user says so. */
export function requireNoOverlap(
  manifest: WorkspaceManifest,
  plan: ImportPlan,
  slices: readonly Slice[],
  replacement: Replacement,
): void {
  if (replacement.add) return;
  const inForce = vintagesInForce(manifest);
  for (const vintage of inForce) {
    if ((replacement.whole && vintage.id === replacement.replaced?.id) || vintage.source !== plan.source)
      continue;
    const superseded = [
      ...supersededOf(vintage.id, inForce),
      ...replacement.supersedes.filter((slice) => slice.vintage === vintage.id),
    ];
    for (const slice of slices) {
      const other = vintage.coverage.find(
        (candidate) => candidate.flow === slice.flow && candidate.year === slice.year,
      );
      if (other === undefined || !other.regions.includes(slice.region)) continue;
      const shared = other.months.filter(
        (month) => month === 0 || slice.month === 0 || month === slice.month,
      );
      if (shared.every((month) => isSuperseded(superseded, { ...slice, month }))) continue;
      throw new TrajectaError('overlap', {
        ru: `Данные уже есть: загрузка ${vintage.id} (${vintage.file.name}) содержит ${slice.flow} ${slice.year}, регион ${slice.region}. Если файл исправляет её, добавьте --replaces ${vintage.id}; если дополняет — --add. Рабочая область не изменена.`,
        en: `The data is there already: vintage ${vintage.id} (${vintage.file.name}) holds ${slice.flow} ${slice.year}, region ${slice.region}. If this file corrects it, add --replaces ${vintage.id}; if it is more of the same, --add. The workspace is unchanged.`,
      });
    }
  }
}
