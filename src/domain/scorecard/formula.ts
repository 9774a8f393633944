import { TrajectaError } from '../trajectaError.ts';

/** A formula over named series, read. `lag` 1 is the year before. */
export type Formula =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'series'; readonly name: string; readonly lag: 0 | 1 }
  | { readonly kind: 'negative'; readonly of: Formula }
  | {
      readonly kind: 'operation';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Formula;
      readonly right: Formula;
    };

const longest = 500;
const deepest = 40;

interface Token {
  readonly text: string;
  readonly at: number;
}

/**
 * Reads a formula: numbers, names of series (a-z, 0-9, _), + − × ÷ as + - * /, brackets, `index(x)` = x of the year over
 * x of the year before, `previous(x)` = x of the year before. Nothing else: a formula is data and is never run as code.
 * Throws `bad-formula` with the place in the text.
 * @example parseFormula('2 * a').kind // 'operation'
 */
export function parseFormula(text: string): Formula {
  if (text.length > longest) throw bad(text, longest, `a formula has at most ${longest} characters`);
  const tokens = tokensOf(text);
  let next = 0;
  const peek = () => tokens[next]?.text;
  const take = (): Token | undefined => {
    const token = tokens[next];
    next += 1;
    return token;
  };
  const expect = (wanted: string) => {
    const token = take();
    if (token?.text !== wanted) throw bad(text, token?.at ?? text.length, `"${wanted}"`);
  };
  const chain = (operators: readonly string[], part: (depth: number) => Formula, depth: number): Formula => {
    let left = part(depth);
    while (operators.includes(peek() ?? '')) {
      const operator = take()?.text as '+' | '-' | '*' | '/';
      left = { kind: 'operation', operator, left, right: part(depth) };
    }
    return left;
  };
  const sum = (depth: number): Formula => chain(['+', '-'], product, depth);
  const product = (depth: number): Formula => chain(['*', '/'], single, depth);
  const single = (depth: number): Formula => {
    const token = take();
    if (token === undefined) throw bad(text, text.length, 'a number, a series or a bracket');
    if (depth > deepest) throw bad(text, token.at, `at most ${deepest} nested brackets`);
    if (token.text === '-') return { kind: 'negative', of: single(depth + 1) };
    if (token.text === '(') {
      const inner = sum(depth + 1);
      expect(')');
      return inner;
    }
    if (/^\d/.test(token.text)) return { kind: 'number', value: Number(token.text) };
    if (!/^[a-z]/.test(token.text)) throw bad(text, token.at, 'a number, a series or a bracket');
    if (peek() !== '(') return { kind: 'series', name: token.text, lag: 0 };
    if (token.text !== 'index' && token.text !== 'previous')
      throw bad(text, token.at, 'index(…) or previous(…); there are no other functions');
    expect('(');
    const name = take();
    if (name === undefined || !/^[a-z]/.test(name.text))
      throw bad(text, name?.at ?? text.length, 'the name of a series');
    expect(')');
    const before: Formula = { kind: 'series', name: name.text, lag: 1 };
    if (token.text === 'previous') return before;
    const now: Formula = { kind: 'series', name: name.text, lag: 0 };
    return { kind: 'operation', operator: '/', left: now, right: before };
  };
  const formula = sum(0);
  const rest = tokens[next];
  if (rest !== undefined) throw bad(text, rest.at, 'an operator or the end');
  return formula;
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = /\s*(?:(\d+(?:\.\d+)?)|([a-z][a-z0-9_]*)|([-+*/()]))/y;
  let at = 0;
  while (text.slice(at).trim() !== '') {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const found = match?.[1] ?? match?.[2] ?? match?.[3];
    if (match === null || found === undefined)
      throw bad(
        text,
        at + (/\S/.exec(text.slice(at))?.index ?? 0),
        'numbers, names of series (a-z, 0-9, _), + - * / ( )',
      );
    tokens.push({ text: found, at: pattern.lastIndex - found.length });
    at = pattern.lastIndex;
  }
  return tokens;
}

function bad(text: string, at: number, wanted: string): TrajectaError {
  const shown = text.slice(0, 80);
  const found =
    at >= text.length ? { ru: 'конец', en: 'its end' } : { ru: `«${text[at]}»`, en: `"${text[at]}"` };
  return new TrajectaError('bad-formula', {
    ru: `Формула «${shown}», знак ${at + 1}: ${found.ru}, а ожидается ${wanted}.`,
    en: `Formula "${shown}", character ${at + 1}: ${found.en}, where ${wanted} is wanted.`,
  });
}

/** Series that a formula names, each with its lag, once. @example seriesOf(parseFormula('a / index(b)')).length // 3 */
export function seriesOf(formula: Formula): readonly { readonly name: string; readonly lag: 0 | 1 }[] {
  const found = new Map<string, { readonly name: string; readonly lag: 0 | 1 }>();
  const walk = (one: Formula): void => {
    if (one.kind === 'series') found.set(`${one.name} ${one.lag}`, { name: one.name, lag: one.lag });
    else if (one.kind === 'negative') walk(one.of);
    else if (one.kind === 'operation') {
      walk(one.left);
      walk(one.right);
    }
  };
  walk(formula);
  return [...found.values()];
}
