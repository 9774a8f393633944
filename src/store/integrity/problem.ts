import type { IntegrityProblem } from '../../api/check.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import type { Part, WorkspaceManifest } from '../manifest.ts';

/** A fault of a stored file: what is wrong, and what mends it. */
export function problem(
  code: IntegrityProblem['code'],
  path: string,
  vintage: string | null,
  message: TwoLanguages,
  remedy: TwoLanguages,
): IntegrityProblem {
  return { code, path, vintage, message, remedy };
}

/** Cubes follow from the detail; what else is lost must come from its source again. */
export function remedyOf(manifest: WorkspaceManifest, part: Part): TwoLanguages {
  if (part.kind.startsWith('cube_')) {
    return {
      ru: 'Куб строится из подробных данных: trajecta check --repair построит его заново.',
      en: 'A cube is made of the detail: trajecta check --repair makes it anew.',
    };
  }
  const files = part.holds.map((held) => {
    const file = manifest.vintages.find((vintage) => vintage.id === held.vintage)?.file;
    return file === undefined ? held.vintage : `${file.name} (SHA-256 ${file.sha256.slice(0, 16)}…)`;
  });
  const list = files.join(', ');
  return {
    ru: `Импортируйте ${part.holds.length > 1 ? 'источники' : 'источник'} в эту рабочую область ещё раз теми же ключами: ${list}; файл будет записан заново, теми же байтами. Или верните его из копии рабочей области.`,
    en: `Import ${part.holds.length > 1 ? 'the sources' : 'the source'} into this workspace once more with the same options: ${list}; the file is written anew, the same to the byte. Or bring it back from a copy of the workspace.`,
  };
}
