import { readFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type MeasureOptions,
  measureOptionDefinitions,
  type OptionDefinition,
} from '../domain/measures/measureOptions.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { Language } from './context.ts';

/** The flag of an option: `groupDigits` is `--group-digits`. */
export function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Adds every option of measures, from their definitions. */
export function addMeasureOptions(command: Command, language: Language): Command {
  for (const option of measureOptionDefinitions) {
    const usual = option.usual === null ? '' : ` (${option.usual})`;
    const flag =
      option.kind === 'switch' ? flagOf(option.name) : `${flagOf(option.name)} <${placeholder(option)}>`;
    const made = new Option(flag, `${option.meaning[language]}${usual}`);
    if (option.choices !== undefined) made.choices([...option.choices]);
    else if (option.kind === 'number') made.argParser(positive);
    else if (option.kind === 'count')
      made.argParser((text) => count(text, option.name === 'joinGaps' ? 0 : 1));
    else if (option.kind === 'list')
      made.argParser((text: string) => text.split(',').map((one) => one.trim()));
    command.addOption(made);
  }
  return command;
}

function placeholder(option: OptionDefinition): string {
  const words: Record<OptionDefinition['kind'], string> = {
    number: 'number',
    count: 'n',
    choice: 'name',
    text: 'text',
    list: 'codes',
    switch: '',
    'numbers-by-code': 'file',
    'texts-by-code': 'file',
  };
  return words[option.kind];
}

/** The options given, with look-up tables read. */
export async function measureOptions(command: Command): Promise<MeasureOptions> {
  const given = command.optsWithGlobals<Readonly<Record<string, unknown>>>();
  const chosen: Record<string, unknown> = {};
  for (const { name, kind } of measureOptionDefinitions) {
    const value = given[name];
    if (value === undefined) continue;
    if (name === 'diagonal') chosen[name] = Number(value);
    else if (kind === 'numbers-by-code') chosen[name] = await readLookUp(String(value), flagOf(name), true);
    else if (kind === 'texts-by-code') chosen[name] = await readLookUp(String(value), flagOf(name), false);
    else chosen[name] = value;
  }
  return chosen as MeasureOptions;
}

/**
 * Options named as `name=value` pairs, as JSON has them: look-up tables are read from files. Names are those of flags
 * without dashes, or as in JSON.
 */
export async function optionsOfPairs(pairs: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const chosen: Record<string, unknown> = {};
  for (const pair of pairs) {
    const [given = '', ...rest] = pair.split('=');
    const text = rest.join('=');
    const definition = measureOptionDefinitions.find(
      ({ name }) => name === given || flagOf(name) === `--${given}`,
    );
    if (definition === undefined || (text === '' && definition.kind !== 'switch')) {
      const names = measureOptionDefinitions.map((one) => one.name).join(', ');
      throw new TrajectaError('bad-option', {
        ru: `--set ${pair}: нужно ИМЯ=ЗНАЧЕНИЕ, где ИМЯ — одно из: ${names}.`,
        en: `--set ${pair}: NAME=VALUE is wanted, NAME being one of: ${names}.`,
      });
    }
    chosen[definition.name] = await valueOfText(definition, text);
  }
  return chosen;
}

async function valueOfText({ name, kind }: OptionDefinition, text: string): Promise<unknown> {
  switch (kind) {
    case 'number':
    case 'count':
      return Number(text.replace(',', '.'));
    case 'switch':
      return text !== 'false';
    case 'list':
      return text.split(',').map((one) => one.trim());
    case 'numbers-by-code':
    case 'texts-by-code':
      return Object.fromEntries(await readLookUp(text, `--set ${name}`, kind === 'numbers-by-code'));
    default:
      return name === 'diagonal' ? Number(text) : text;
  }
}

/** A table of two columns, code and value; a heading is a first row whose value is no number. Refuses what is no number. */
export async function readLookUp(
  path: string,
  flag: string,
  numbers: boolean,
): Promise<ReadonlyMap<string, number | string>> {
  await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new TrajectaError('file-not-found', { ru: `Файла ${path} нет.`, en: `There is no file ${path}.` });
  });
  const { readSmallFile } = await import('../files/grid.ts');
  const { sheets } = await readSmallFile(path);
  const values = new Map<string, number | string>();
  const refuse = (place: number, cell: string, ru: string, en: string): never => {
    throw new TrajectaError('bad-value', {
      ru: `${flag} ${path}, строка ${place + 1}: «${cell}» — ${ru}. Нужны два столбца: код и значение.`,
      en: `${flag} ${path}, row ${place + 1}: "${cell}" ${en}. Two columns are wanted: code and value.`,
    });
  };
  (sheets[0]?.rows ?? []).forEach(([code = '', cell = ''], place) => {
    if (code === '' || cell === '' || /^(?:NA|N\/A|NaN|null|\.\.)$/i.test(cell)) return;
    const number = Number(cell.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.'));
    const value = numbers ? number : cell;
    if (numbers && !Number.isFinite(number)) {
      if (place === 0) return;
      refuse(place, cell, 'не число', 'is no number');
    }
    const before = values.get(code);
    if (before !== undefined && before !== value)
      refuse(place, code, `дважды, ${before} и ${value}`, `stands twice, ${before} and ${value}`);
    values.set(code, value);
  });
  if (values.size === 0) refuse(0, '', 'таблица пуста', 'the table is empty');
  return values;
}

function positive(text: string): number {
  const value = Number(text.replace(',', '.'));
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) throw new InvalidArgumentError('> 0');
  return value;
}

function count(text: string, least: number): number {
  const value = Number(text);
  if (!/^\d{1,7}$/.test(text) || value < least) throw new InvalidArgumentError(`≥ ${least}`);
  return value;
}
