// Checks the house of src/: no import against the layers, no import cycles (type imports included), only index.ts
// re-exports, and docs/architecture.md draws exactly the folders that exist.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'src');

/** What each folder may import besides itself. `(root)` is src/index.ts. */
export const layers = {
  domain: [],
  api: ['domain'],
  files: ['domain'],
  charts: ['domain'],
  narrative: ['domain', 'api'],
  classifications: ['domain', 'files'],
  store: ['domain', 'api', 'files', 'classifications'],
  sources: ['domain', 'api', 'classifications', 'files', 'store'],
  fetch: ['domain'],
  demo: ['domain', 'classifications'],
  assess: ['domain', 'api', 'classifications', 'store'],
  reports: ['domain', 'api', 'charts', 'narrative', 'assess'],
  http: ['domain', 'api', 'charts', 'classifications', 'assess', 'reports', 'store', 'sources'],
  web: ['domain', 'api', 'charts', 'narrative'],
  cli: [
    'domain',
    'api',
    'files',
    'classifications',
    'store',
    'sources',
    'fetch',
    'demo',
    'assess',
    'reports',
    'http',
  ],
  '(root)': ['domain', 'api', 'classifications', 'store', 'sources', 'assess', 'reports'],
};

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));
const imports = new Map(files.map((file) => [file, importsOf(file)]));
const problems = [];

for (const [file, targets] of imports) {
  const from = folderOf(file);
  if (!(from in layers)) problems.push(`${show(file)}: folder ${from} is not in the table of layers`);
  for (const target of targets) {
    const to = folderOf(target);
    if (!imports.has(target) && !(target.endsWith('.json') && existsSync(target)))
      problems.push(`${show(file)}: imports ${show(target)}, which does not exist`);
    else if (to !== from && !(layers[from] ?? []).includes(to))
      problems.push(`${show(file)}: ${from} must not import ${to} (${show(target)})`);
  }
  if (from !== '(root)' && /^export\s+(\*|\{[^}]*\})\s+from/m.test(readFileSync(file, 'utf8')))
    problems.push(`${show(file)}: only src/index.ts re-exports`);
  if (from === 'domain' && /from '(?!\.)/.test(readFileSync(file, 'utf8')))
    problems.push(`${show(file)}: domain imports a package`);
}
for (const cycle of cycles()) problems.push(`import cycle: ${cycle.map(show).join(' -> ')}`);
const drawn = readFileSync(join(root, 'docs', 'architecture.md'), 'utf8');
const folders = new Set(files.map(folderOf).filter((folder) => folder !== '(root)'));
for (const folder of folders)
  if (!drawn.includes(`${folder}/`)) problems.push(`docs/architecture.md does not draw src/${folder}/`);

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log(
  `layers: ${files.length} files in ${folders.size} folders, no import against the layers, no cycle`,
);

function importsOf(file) {
  const text = readFileSync(file, 'utf8');
  const found = [...text.matchAll(/(?:from\s+|import\s*\(\s*|^import\s+)'(\.[^']+)'/gm)].map(
    (match) => match[1],
  );
  return found
    .filter((target) => !/\.(css|json)$/.test(target))
    .map((target) => resolve(dirname(file), target));
}

function folderOf(file) {
  const parts = relative(source, file).split(sep);
  return parts.length === 1 ? '(root)' : parts[0];
}

function show(file) {
  return relative(root, file).split(sep).join('/');
}

/** Cycles found by depth-first search; one for each back edge. */
function cycles() {
  const state = new Map();
  const found = [];
  const visit = (file, path) => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      found.push([...path.slice(path.indexOf(file)), file]);
      return;
    }
    state.set(file, 'open');
    for (const target of imports.get(file) ?? []) visit(target, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of files) visit(file, []);
  return found;
}
