import type { Language } from '../domain/formatNumber.ts';
import type { WebFile } from './webFiles.ts';

interface BuiltFile {
  readonly file: string;
  readonly imports?: readonly string[];
}

/**
 * For each page of the dashboard the modules that it needs beside those that `index.html` names, as links that let a
 * browser fetch them at once instead of one after the other. Empty where nothing has been built.
 */
export function pageLinks(files: ReadonlyMap<string, WebFile>): ReadonlyMap<string, string> {
  const text = files.get('/pages.json')?.bytes.toString('utf8');
  if (text === undefined) return new Map();
  const built = JSON.parse(text) as Readonly<Record<string, BuiltFile>>;
  return new Map(
    Object.keys(built).flatMap((key) => {
      const page = /^pages\/([a-z]+)\/[A-Za-z]+Page\.tsx$/.exec(key)?.[1];
      if (page === undefined) return [];
      const links = modulesOf(built, key, new Set(['index.html'])).map(
        (file) => `<link rel="modulepreload" crossorigin href="/${file}">`,
      );
      return [[page, links.join('\n    ')] as const];
    }),
  );
}

function modulesOf(built: Readonly<Record<string, BuiltFile>>, key: string, seen: Set<string>): string[] {
  const one = built[key];
  if (one === undefined || seen.has(key)) return [];
  seen.add(key);
  return [one.file, ...(one.imports ?? []).flatMap((other) => modulesOf(built, other, seen))];
}

/**
 * The fonts of the text in a language, as links: a browser that has them before it draws need not set the page twice.
 * Empty where nothing has been built.
 */
export function fontLinks(files: ReadonlyMap<string, WebFile>, language: Language): string {
  const scripts = language === 'ru' ? 'latin|cyrillic' : 'latin';
  const isText = new RegExp(`^/assets/source-(sans|serif)-\\d-(${scripts})-wght-normal-[\\w-]+\\.woff2$`);
  return [...files.keys()]
    .filter((path) => isText.test(path))
    .map((path) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${path}">`)
    .join('\n    ');
}
