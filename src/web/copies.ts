import type { Language } from '../domain/formatNumber.ts';
import { type Asked, addressOfQuestion } from './answers.ts';

/** Questions that have a function of their own over a workspace. */
const functions: Readonly<Record<string, string>> = {
  assess: 'assess',
  'high-tech': 'highTech',
  composition: 'composition',
  partners: 'partners',
  product: 'product',
  'unit-values': 'unitValues',
  trajectory: 'trajectory',
  diversify: 'diversify',
  opportunities: 'opportunities',
  'product-space': 'productSpace',
  scorecard: 'scorecard',
};

/** Questions that have a command of their own, with the option that it takes as its argument; the others are asked by `ask`. */
const commands: Readonly<Record<string, string | null>> = {
  assess: null,
  'high-tech': null,
  product: 'code',
  classify: 'code',
};

const flags: Readonly<Record<string, (value: string) => readonly string[]>> = {
  revision: (value) => ['--list', value === '3' ? 'rev3' : 'rev4'],
};

function given(asked: Asked): readonly (readonly [string, string])[] {
  return Object.entries(asked.options).flatMap(([name, value]) =>
    value === undefined || value === '' || value === false || name === 'lang' || name.startsWith('filter.')
      ? []
      : [[name, String(value)] as const],
  );
}

/** The same question on the command line. */
export function commandOf(asked: Asked, language: Language): string {
  const own = Object.hasOwn(commands, asked.question);
  const argument = commands[asked.question] ?? null;
  const options = given(asked).flatMap(([name, value]) => {
    if (!own) return [`${name}=${value}`];
    if (name === argument) return [];
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    return flags[name]?.(value) ?? (value === 'true' ? [flag] : [flag, value]);
  });
  const first = argument === null ? [] : [String(asked.options[argument] ?? '')];
  return ['trajecta', ...(own ? [] : ['ask']), asked.question, ...first, ...options, '--lang', language].join(
    ' ',
  );
}

/** The same question in TypeScript. */
export function snippetOf(asked: Asked): string {
  const name = functions[asked.question];
  // What the library has no function for is asked of the server.
  if (name === undefined)
    return [
      `const response = await fetch('${apiCallOf(asked)}');`,
      'const { data, findings, manifest } = await response.json();',
    ].join('\n');
  const options = given(asked).map(([key, value]) => `${key}: ${literalOf(key, value)}`);
  return [
    `import { ${[name, 'openWorkspace'].sort().join(', ')} } from 'trajecta';`,
    '',
    "const workspace = await openWorkspace('trajecta-workspace');",
    `const { data, findings, manifest } = await ${name}(workspace, { ${options.join(', ')} });`,
    'await workspace.close();',
  ].join('\n');
}

const lists = ['territories', 'leaveOut'];

function literalOf(key: string, value: string): string {
  if (lists.includes(key))
    return `[${value
      .split(',')
      .map((one) => `'${one}'`)
      .join(', ')}]`;
  const isNumber = ['from', 'to', 'year', 'by', 'digits', 'revision', 'limit', 'top'].includes(key);
  return isNumber || value === 'true' ? value : `'${value}'`;
}

/** The same question by HTTP, whole. */
export function apiCallOf(asked: Asked): string {
  return `${location.origin}${addressOfQuestion(asked)}`;
}

/** How the page is cited: what it shows, from which data, by which program, when and where. */
export function citationOf(title: string, source: string, version: string, language: Language): string {
  const day = new Date().toLocaleDateString(language === 'ru' ? 'ru-RU' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return language === 'ru'
    ? `${title}. Источник: ${source}. Расчёт: Trajecta ${version}, ${day}. ${location.href}`
    : `${title}. Source: ${source}. Computed by Trajecta ${version}, ${day}. ${location.href}`;
}
