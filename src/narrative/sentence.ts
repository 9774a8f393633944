/** A number in a sentence that can be asked how it came about. */
export interface AskedNumber {
  readonly text: string;
  /** Id of the figure, for `explain`; absent: it is made of several. */
  readonly figure?: string;
}

/** A sentence for people: words and numbers in order. */
export type Sentence = readonly (string | AskedNumber)[];

/** The sentence without a full stop after an abbreviation that ends it ("долл.."). */
export function tidy(sentence: Sentence): Sentence {
  return sentence.map((part, place) => {
    const before = sentence[place - 1];
    const text = typeof before === 'string' ? before : (before?.text ?? '');
    return typeof part === 'string' && part.startsWith('.') && text.endsWith('.') ? part.slice(1) : part;
  });
}

/** The sentence as plain text. @example plainSentence(['T is ', { text: '2.0' }, '.']) // 'T is 2.0.' */
export function plainSentence(sentence: Sentence): string {
  return tidy(sentence)
    .map((part) => (typeof part === 'string' ? part : part.text))
    .join('');
}

/** Russian setting: no break after one- and two-letter words and before a dash. @example setRussian('в рост — 5') // 'в\u00a0рост\u00a0— 5' */
export function setRussian(text: string): string {
  return text.replace(/(^|[\s(«\u00a0])([А-Яа-яЁё]{1,2}) (?=\S)/g, '$1$2\u00a0').replace(/ —/g, '\u00a0—');
}

/** Form of a Russian noun beside a number: [регион, региона, регионов]. @example russianForm(22, ['регион', 'региона', 'регионов']) // 'региона' */
export function russianForm(count: number, forms: readonly [string, string, string]): string {
  const [tens, ones] = [count % 100, count % 10];
  if (tens >= 11 && tens <= 14) return forms[2];
  return ones === 1 ? forms[0] : ones >= 2 && ones <= 4 ? forms[1] : forms[2];
}

/**
 * Names in a row: "a, b and c"; by semicolons where a name that stands without quotation marks has a comma of its own.
 * @example listed(['a', 'b', 'c'], 'en') // 'a, b and c'
 * @example listed(['Computers, instruments', 'Aerospace'], 'en') // 'Computers, instruments; Aerospace'
 */
export function listed(names: readonly string[], language: 'ru' | 'en'): string {
  if (names.length < 2) return names.join('');
  if (names.some((name) => /,/.test(name) && !/^[«"]/.test(name))) return names.join('; ');
  return `${names.slice(0, -1).join(', ')} ${language === 'ru' ? 'и' : 'and'} ${names.at(-1)}`;
}
