import { chapterName, headingName } from '../../classifications/names.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';

/** Name of a chapter, heading, six-digit code or national line: the program's own, else from an imported list of codes. */
export function codeName(workspace: Pick<WorkspaceReader, 'nameOf'>, code: string): TwoLanguages | null {
  const own = code.length === 2 ? chapterName(code) : code.length === 4 ? headingName(code) : null;
  if (own !== null) return own;
  const isNational = code.length > 6;
  const found = workspace.nameOf(
    (id) => id.startsWith('TNVED') || (!isNational && id.startsWith('HS')),
    code,
  );
  return found === null ? null : { ru: found.name, en: found.name };
}
