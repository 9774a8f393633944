import { stat } from 'node:fs/promises';
import type { WorldTable } from '../api/diversification.ts';
import { findPartner } from '../classifications/partners.ts';
import { TrajectaError } from '../domain/trajectaError.ts';

const names = {
  product: /^(product|code|hs6?|hs4|товар|код|тн ?вэд)$/i,
  market: /^(market|partner|country|importer|рынок|партн[её]р|страна)$/i,
  year: /^(year|period|год|период)$/i,
  value: /^(value|import|imports|usd|demand|стоимость|спрос|импорт|ввоз)$/i,
};

/** Reads a table of the world's demand: columns product, value, and market and year where there are. Throws naming file, row, column. */
export async function readDemandTable(path: string): Promise<WorldTable> {
  if (
    !(await stat(path).then(
      () => true,
      () => false,
    ))
  )
    throw new TrajectaError('file-not-found', { ru: `Файла ${path} нет.`, en: `There is no file ${path}.` });
  const { readSmallFile } = await import('../files/grid.ts');
  const { sheets, sha256 } = await readSmallFile(path);
  const [heading = [], ...lines] = sheets[0]?.rows ?? [];
  const place = (name: keyof typeof names) => heading.findIndex((text) => names[name].test(text.trim()));
  const [product, market, year, value] = [place('product'), place('market'), place('year'), place('value')];
  if (product < 0 || value < 0) {
    throw new TrajectaError('missing-column', {
      ru: `${path}: нужны столбцы product и value (и market, year, если есть), а в заголовке: ${heading.join(', ')}.`,
      en: `${path}: the columns product and value are needed (and market, year, where there are); the heading has: ${heading.join(', ')}.`,
    });
  }
  const rows = lines.map((line, index) => {
    const bad = (column: string, text: string, ru: string, en: string) =>
      new TrajectaError('bad-value', {
        ru: `${path}, строка ${index + 2}, столбец ${column}: «${text}» — ${ru}.`,
        en: `${path}, row ${index + 2}, column ${column}: "${text}" is ${en}.`,
      });
    const code = (line[product] ?? '').trim();
    if (!/^\d{2,10}$/.test(code))
      throw bad(heading[product] ?? '', code, 'не код из 2–10 цифр', 'no code of 2 to 10 digits');
    const text = (line[value] ?? '').trim();
    const number = Number(text.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.'));
    if (text === '' || !Number.isFinite(number) || number < 0)
      throw bad(heading[value] ?? '', text, 'не число от 0', 'no number of 0 or more');
    const when = year < 0 ? null : (line[year] ?? '').trim();
    if (when !== null && !/^[12]\d{3}$/.test(when)) throw bad(heading[year] ?? '', when, 'не год', 'no year');
    const partner = market < 0 ? null : (line[market] ?? '').trim();
    return {
      product: code.length > 6 ? code.slice(0, 6) : code,
      ...(partner === null ? {} : { market: findPartner(partner)?.iso2 ?? partner }),
      ...(when === null ? {} : { year: Number(when) }),
      value: number,
    };
  });
  return { file: path.split(/[\\/]/).at(-1) ?? path, sha256, rows };
}
