import type { CountryComparisonRow } from '../api/countryComparison.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';
import { changeText, percentText } from '../domain/quantityText.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import { listed, type Sentence } from './sentence.ts';

type Row = CountryComparisonRow;

/** How a country's exports moved against the world's since the base year, and who grew most. */
export function chainSentences(
  rows: readonly Row[],
  given: { readonly focus: string; readonly base: number; readonly to: number },
  language: Language,
): readonly Sentence[] {
  const { focus, base, to } = given;
  // Against itself every year is 100: nothing has moved.
  if (base >= to) return [];
  const ru = language === 'ru';
  const at = rows.filter((row) => row.year === to && row.chainIndex !== null);
  const own = at.find((row) => row.territory === focus);
  const world = at.find((row) => row.level === 'world');
  const sentences: Sentence[] = [];
  if (own?.chainIndex != null) {
    const change = { text: changeText(own.chainIndex / 100, language), figure: figureOf(own, 'chainIndex') };
    sentences.push(
      ru
        ? [`${own.territoryName.ru}: вывоз ${to} года к ${base} году — `, change, '.']
        : [`${own.territoryName.en}: exports of ${to} against ${base}: `, change, '.'],
    );
    if (world?.chainIndex != null) {
      const all = {
        text: changeText(world.chainIndex / 100, language),
        figure: figureOf(world, 'chainIndex'),
      };
      sentences.push(
        ru
          ? [
              'Мир за это время: ',
              all,
              '; доля в мировом вывозе ',
              shareMoved(own.chainIndex, world.chainIndex).ru,
            ]
          : [
              'The world: ',
              all,
              '; the share in world exports ',
              shareMoved(own.chainIndex, world.chainIndex).en,
            ],
      );
    }
  }
  const countries = at
    .filter((row) => row.level === 'country')
    .sort((a, b) => (b.chainIndex ?? 0) - (a.chainIndex ?? 0));
  const [first, last] = [countries[0], countries.at(-1)];
  if (first !== undefined && last !== undefined && first !== last) {
    const number = (row: Row) => ({
      text: formatNumber(row.chainIndex ?? 0, 0, language),
      figure: figureOf(row, 'chainIndex'),
    });
    sentences.push(
      ru
        ? [
            `Самый высокий индекс — ${first.territoryName.ru}, `,
            number(first),
            `; самый низкий — ${last.territoryName.ru}, `,
            number(last),
            '.',
          ]
        : [
            `The highest index is that of ${first.territoryName.en}, `,
            number(first),
            `; the lowest of ${last.territoryName.en}, `,
            number(last),
            '.',
          ],
    );
  }
  return sentences;
}

/** Who grew as much as the world keeps its share. */
function shareMoved(own: number, world: number): TwoLanguages {
  if (own === world) return { ru: 'прежняя.', en: 'is the same.' };
  return own > world ? { ru: 'выросла.', en: 'rose.' } : { ru: 'сократилась.', en: 'fell.' };
}

/** In which years the country in focus fell, and with whom. */
export function yearlySentences(
  rows: readonly Row[],
  focus: string,
  language: Language,
): readonly Sentence[] {
  const ru = language === 'ru';
  const own = rows.filter((row) => row.territory === focus && row.exportsIndex !== null);
  const name = own[0]?.territoryName[language];
  if (name === undefined || own.length < 2) return [];
  const falls = own.filter((row) => (row.exportsIndex ?? 0) < 100);
  const worst = own.reduce((a, b) => ((a.exportsIndex ?? 0) <= (b.exportsIndex ?? 0) ? a : b));
  const number = {
    text: formatNumber(worst.exportsIndex ?? 0, 1, language),
    figure: figureOf(worst, 'exportsIndex'),
  };
  const years = falls.map((row) => String(row.year));
  const sentences: Sentence[] = [];
  if (falls.length === 0)
    sentences.push(ru ? [`${name}: вывоз рос каждый год.`] : [`${name}: exports rose every year.`]);
  else
    sentences.push(
      ru
        ? [
            `${name}: вывоз сокращался ${falls.length > 6 ? `в ${falls.length} из ${own.length} лет` : `в ${listed(years, 'ru')}`}; глубже всего — в ${worst.year}: до `,
            number,
            ' от предыдущего года, равного 100.',
          ]
        : [
            `${name}: exports fell ${falls.length > 6 ? `in ${falls.length} of ${own.length} years` : `in ${listed(years, 'en')}`}, most in ${worst.year}: to `,
            number,
            ' of 100 the year before.',
          ],
    );
  const alone = falls.filter((row) =>
    rows.every((one) => one.year !== row.year || one.level !== 'world' || (one.exportsIndex ?? 0) >= 100),
  );
  if (alone.length > 0 && alone.length < falls.length + 1)
    sentences.push(
      ru
        ? [
            `Когда мировой вывоз рос, он сокращался в ${listed(
              alone.map((row) => String(row.year)),
              'ru',
            )}.`,
          ]
        : [
            `It fell while the world's exports rose in ${listed(
              alone.map((row) => String(row.year)),
              'en',
            )}.`,
          ],
    );
  return sentences;
}

/** What high technology is of the exports of the country in focus and of the leader. */
export function shareSentences(
  rows: readonly Row[],
  given: { readonly focus: string; readonly field: ShareField },
  language: Language,
): readonly Sentence[] {
  const { focus, field } = given;
  const ru = language === 'ru';
  const own = rows.filter((row) => row.territory === focus && row[field] !== null);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return [];
  const text = (row: Row) => ({ text: percentText(row[field] ?? 0, language), figure: figureOf(row, field) });
  const of = shareNames[field][language];
  const sentences: Sentence[] = [
    first === last
      ? [`${last.territoryName[language]}, ${last.year}: `, text(last), ` ${of}.`]
      : ru
        ? [
            `${last.territoryName.ru}: `,
            text(first),
            ` ${of} в ${first.year} году, `,
            text(last),
            ` в ${last.year}.`,
          ]
        : [
            `${last.territoryName.en}: `,
            text(first),
            ` ${of} in ${first.year}, `,
            text(last),
            ` in ${last.year}.`,
          ],
  ];
  const leader = rows
    .filter((row) => row.year === last.year && row.level === 'country' && row[field] !== null)
    .sort((a, b) => (b[field] ?? 0) - (a[field] ?? 0))[0];
  if (leader !== undefined && leader.territory !== focus)
    sentences.push(
      ru
        ? [`Больше всех среди выбранных — ${leader.territoryName.ru}: `, text(leader), '.']
        : [`The highest of those chosen: ${leader.territoryName.en}, `, text(leader), '.'],
    );
  return sentences;
}

export type ShareField = 'shareOfExports' | 'shareOfManufactured' | 'shareOfWorldHighTech';

/** What each share is of. */
export const shareNames: Readonly<Record<ShareField, { readonly ru: string; readonly en: string }>> = {
  shareOfExports: { ru: 'вывоза товаров', en: 'of merchandise exports' },
  shareOfManufactured: { ru: 'вывоза обработанных изделий', en: 'of manufactured exports' },
  shareOfWorldHighTech: {
    ru: 'мирового высокотехнологичного вывоза',
    en: "of the world's high-technology exports",
  },
};

/** Name of a figure of a comparison in the address: year, territory, field. */
export function figureOf(row: Row, field: string): string {
  return `compare/${row.year}/${row.territory}/${field}`;
}
