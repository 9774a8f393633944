import type { PartnerRow } from '../api/partners.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';
import { percentText } from '../domain/quantityText.ts';
import { grouped, sumValues } from './groupedRows.ts';
import { listed, type Sentence } from './sentence.ts';

/** How much the first three partners take, how many markets it is as if there were, and how much names none. */
export function partnerSentences(rows: readonly PartnerRow[], language: Language): readonly Sentence[] {
  const ru = language === 'ru';
  const byPartner = [
    ...grouped(
      rows.filter((row) => row.segment !== 'total'),
      (row) => row.partner,
    ),
  ].map(([partner, inside]) => ({
    partner,
    name: inside[0]?.partnerName[language] ?? partner,
    value: sumValues(inside),
  }));
  const total = byPartner.reduce((sum, one) => sum + one.value, 0);
  if (total === 0) return [];
  const stated = byPartner.filter((one) => one.partner !== 'not-stated').sort((a, b) => b.value - a.value);
  const top = stated.slice(0, 3);
  const share = top.reduce((sum, one) => sum + one.value, 0) / total;
  const known = stated.reduce((sum, one) => sum + one.value, 0);
  const herfindahl = stated.reduce((sum, one) => sum + (one.value / known) ** 2, 0);
  const names = listed(
    top.map((one) => one.name),
    language,
  );
  const sentences: Sentence[] = [];
  if (stated.length > 3) {
    const equivalent = { text: formatNumber(1 / herfindahl, 1, language) };
    sentences.push(
      ru
        ? [
            `${names} берут `,
            { text: percentText(share, language, 0) },
            ' вывоза; сосредоточенность — как при ',
            equivalent,
            ' страны с равными долями.',
          ]
        : [
            `${names} take `,
            { text: percentText(share, language, 0) },
            ' of it; equal markets as concentrated would number ',
            equivalent,
            '.',
          ],
    );
  } else
    sentences.push([
      ru ? `Весь вывоз со страной назначения: ${names}.` : `All exports with a stated partner: ${names}.`,
    ]);
  const none = byPartner.find((one) => one.partner === 'not-stated');
  if (none !== undefined)
    sentences.push(
      ru
        ? ['У ', { text: percentText(none.value / total, language) }, ' стоимости страна не указана.']
        : [
            'For ',
            { text: percentText(none.value / total, language) },
            ' of the value no partner is stated.',
          ],
    );
  return sentences;
}
