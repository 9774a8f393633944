import type { CountryComparison } from '../../../api/countryComparison.ts';
import type { Language } from '../../../domain/formatNumber.ts';

const shown = 8;

/** Caveats of some codes as notes under the figure that they concern. */
export function notesOf(
  findings: CountryComparison['findings'],
  codes: readonly string[],
  language: Language,
): readonly string[] {
  return findings
    .filter((one) => codes.includes(one.code))
    .map((one) => {
      const examples = one.examples ?? [];
      const more = examples.length > shown ? '…' : '';
      return examples.length === 0
        ? one.message[language]
        : `${one.message[language]} ${examples.slice(0, shown).join(', ')}${more}`;
    });
}
