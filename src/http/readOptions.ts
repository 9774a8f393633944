import { z } from 'zod';
import type { TwoLanguages } from '../domain/territory.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { disclosureChoices } from './disclosureChoices.ts';
import type { Question } from './question.ts';

/** What of an answer is wanted, whatever the question. */
export interface Delivery {
  readonly limit: number | null;
  readonly offset: number;
  /** Values that a field of a row may have, by field. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly language: 'ru' | 'en';
}

export interface ReadOptions {
  readonly options: Readonly<Record<string, unknown>>;
  readonly delivery: Delivery;
}

interface JsonType {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonType[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

const deliveryNames = ['limit', 'offset', 'lang'] as const;
export const mostRows = 100_000;
const longestText = 4000;

/** JSON Schema of each option of a question. */
export function optionTypes(question: Question): Readonly<Record<string, JsonType>> {
  const schema = z.toJSONSchema(question.options, { io: 'input' }) as {
    properties?: Record<string, JsonType>;
  };
  return schema.properties ?? {};
}

/**
 * Options of a question from the text of a query: numbers, booleans and lists by the question's own schema. Throws
 * `bad-option` that says which parameter, what was given and what is accepted, or why
 * disclosure control is refused.
 */
export function readOptions(
  question: Question,
  query: Readonly<Record<string, string | string[] | undefined>>,
): ReadOptions {
  const types = optionTypes(question);
  const options: Record<string, unknown> = {};
  const filters: Record<string, readonly string[]> = {};
  for (const [name, given] of Object.entries(query)) {
    if (given === undefined) continue;
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    const texts = Array.isArray(given) ? given : [given];
    if (texts.some((text) => text.length > longestText || text.includes('\u0000')))
      throw refused(name, `${texts[0]?.slice(0, 40)}…`, `≤ ${longestText}`);
    if (name.startsWith('filter.')) filters[name.slice('filter.'.length)] = texts.flatMap(splitList);
    else if (type !== undefined) options[name] = typedValue(name, type, texts);
    else if (question.cannotHide !== undefined && Object.hasOwn(disclosureChoices, name))
      throw unprotected(question.cannotHide);
    else if (!(deliveryNames as readonly string[]).includes(name))
      throw unknown(name, [...Object.keys(types), ...deliveryNames, 'filter.FIELD']);
  }
  const parsed = question.options.safeParse(options);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? '');
    const given = options[name];
    throw refused(
      name,
      given === undefined ? '' : String(given),
      acceptedText(types[name] ?? {}),
      issue?.message,
    );
  }
  return {
    options: parsed.data,
    delivery: {
      limit: wholeNumber('limit', query.limit, mostRows),
      offset: wholeNumber('offset', query.offset, 1e9) ?? 0,
      filters,
      language: query.lang === 'ru' ? 'ru' : 'en',
    },
  };
}

function typedValue(name: string, type: JsonType, texts: readonly string[]): unknown {
  if (type.type === 'array') return texts.flatMap(splitList);
  const [text = ''] = texts;
  if (texts.length > 1) throw refused(name, texts.join(' & '), acceptedText(type));
  if (type.type === 'boolean') {
    if (text === 'true' || text === '1' || text === '') return true;
    if (text === 'false' || text === '0') return false;
    throw refused(name, text, 'true, false');
  }
  if (isNumeric(type)) {
    if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(text)) throw refused(name, text, acceptedText(type));
    return Number(text);
  }
  return text;
}

function isNumeric(type: JsonType): boolean {
  const choices = type.anyOf?.map((one) => one.const) ?? type.enum ?? [];
  return (
    type.type === 'number' ||
    type.type === 'integer' ||
    (choices.length > 0 && choices.every((one) => typeof one === 'number'))
  );
}

function splitList(text: string): readonly string[] {
  return text.split(',').filter((part) => part !== '');
}

function wholeNumber(name: string, given: string | string[] | undefined, most: number): number | null {
  if (given === undefined) return null;
  const text = Array.isArray(given) ? given.join(' & ') : given;
  if (/^\d{1,9}$/.test(text) && Number(text) <= most) return Number(text);
  throw refused(name, text, `0–${most}`);
}

/** What a parameter accepts, in words of its schema. */
export function acceptedText(type: JsonType): string {
  const choices = type.enum ?? type.anyOf?.flatMap((one) => (one.const === undefined ? [] : [one.const]));
  if (choices !== undefined && choices.length > 0) return choices.join(', ');
  const range =
    type.minimum !== undefined && type.maximum !== undefined && type.maximum < 1e9
      ? ` ${type.minimum}–${type.maximum}`
      : '';
  return [`${type.type ?? 'text'}${range}`, type.description ?? ''].filter((part) => part !== '').join(': ');
}

function refused(name: string, given: string, accepted: string, why?: string): TrajectaError {
  return new TrajectaError('bad-option', {
    ru: `${name}=${given}: не принято. Принимается: ${accepted}.`,
    en: `${name}=${given}: not accepted${why === undefined ? '' : ` (${why})`}. Accepted: ${accepted}.`,
  });
}

function unknown(name: string, known: readonly string[]): TrajectaError {
  if (Object.hasOwn(disclosureChoices, name))
    return new TrajectaError('bad-option', {
      ru: `${name}: у этого вопроса ячеек не скрывают — он показывает отдельные товары, рынки или показатели из них, и скрытое вычислялось бы из соседних ответов. Скрытие есть у assess, high-tech, trajectory.`,
      en: `${name}: this question hides no cells: it shows single products, markets or measures made of them, and what is hidden could be computed from the answers beside it. assess, high-tech and trajectory hide cells.`,
    });
  return new TrajectaError('bad-option', {
    ru: `Параметра «${name.slice(0, 60)}» нет. Принимаются: ${known.join(', ')}.`,
    en: `There is no parameter "${name.slice(0, 60)}". Accepted: ${known.join(', ')}.`,
  });
}

function unprotected(why: TwoLanguages): TrajectaError {
  return new TrajectaError('bad-option', {
    ru: `hideBelow и hideDominated здесь не действуют: ${why.ru} Таблицы для публикации: assess, high-tech, trajectory.`,
    en: `hideBelow and hideDominated do not work here: ${why.en} Tables to be published: assess, high-tech, trajectory.`,
  });
}
