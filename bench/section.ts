import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/classifications/dataFile.ts';

/** Replaces what stands between the markers of a section of docs/performance.md; a new section goes to the end. */
export function writeSection(name: string, text: string): void {
  const path = join(packageRoot(), 'docs', 'performance.md');
  const page = existsSync(path) ? readFileSync(path, 'utf8') : '# Performance\n';
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const section = `${begin}\n\n${text}\n${end}`;
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  writeFileSync(
    path,
    from < 0 || to < from
      ? `${page.trimEnd()}\n\n${section}\n`
      : `${page.slice(0, from)}${section}${page.slice(to + end.length)}`,
  );
}
