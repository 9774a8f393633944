import { TrajectaError } from '../../domain/trajectaError.ts';
import { readSmallFile } from '../../files/grid.ts';

/** Rows of a small table under a heading that names the wanted columns, in any order and among any others. */
export async function namedColumns<Name extends string>(
  path: string,
  wanted: Readonly<Record<Name, readonly string[]>>,
  optional: readonly NoInfer<Name>[] = [],
): Promise<{
  readonly sha256: string;
  readonly rows: readonly (Readonly<Record<Name, string>> & { readonly row: number })[];
}> {
  const file = await readSmallFile(path);
  const names = Object.keys(wanted) as Name[];
  let best: readonly string[] = [];
  for (const sheet of file.sheets) {
    for (let at = 0; at < Math.min(sheet.rows.length, 30); at += 1) {
      const heading = (sheet.rows[at] ?? []).map((cell) => cell.trim().toLowerCase());
      const place = (name: Name) => heading.findIndex((cell) => wanted[name].includes(cell));
      if (at === 0) best = heading;
      if (names.some((name) => place(name) < 0 && !optional.includes(name))) continue;
      const rows = sheet.rows.slice(at + 1).map((row, below) => ({
        ...(Object.fromEntries(names.map((name) => [name, (row[place(name)] ?? '').trim()])) as Record<
          Name,
          string
        >),
        row: at + below + 2,
      }));
      return { sha256: file.sha256, rows };
    }
  }
  const list = names
    .map((name) => `${wanted[name].slice(0, 3).join(' / ')}${optional.includes(name) ? ' (?)' : ''}`)
    .join('; ');
  throw new TrajectaError('missing-column', {
    ru: `В файле ${path} нет нужных столбцов: ${list}. Найдены: ${best.slice(0, 20).join(', ')}.`,
    en: `The file ${path} lacks the columns wanted: ${list}. Found: ${best.slice(0, 20).join(', ')}.`,
  });
}

/** A number with point or comma and groups of three, or null. @example numberOf('1 234,5') // 1234.5 */
export function numberOf(text: string): number | null {
  const plain = text.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.');
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}
