import type { SearchAnswer, SearchHit, SearchOptions } from '../../api/search.ts';
import { matchWords, searchWords } from '../../domain/matchWords.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { type Candidate, searchCandidates } from './searchCandidates.ts';

const usualMost = 12;
/** What is more often sought stands first among equals. */
const order: Readonly<Record<SearchHit['kind'], number>> = {
  region: 0.06,
  district: 0.05,
  segment: 0.04,
  product: 0.02,
  partner: 0.03,
  measure: 0,
};

/**
 * Regions, districts, segments, products, partners and measures by words in either language or by code. A code is
 * found by its beginning, words by theirs; of equals what has the greater value stands first.
 */
export async function search(workspace: WorkspaceReader, options: SearchOptions): Promise<SearchAnswer> {
  const candidates = await searchCandidates(workspace);
  const code = options.text.replace(/[\s.]/g, '').toUpperCase();
  const words = searchWords(options.text);
  const found = candidates
    .filter((one) => options.kind === undefined || one.hit.kind === options.kind)
    .map((one) => ({ one, fit: fitOf(one, code, words) }))
    .filter(({ fit }) => fit > 0)
    .sort(
      (a, b) =>
        b.fit + order[b.one.hit.kind] - (a.fit + order[a.one.hit.kind]) ||
        b.one.weight - a.one.weight ||
        (a.one.hit.id < b.one.hit.id ? -1 : 1),
    );
  return {
    data: found.slice(0, options.most ?? usualMost).map(({ one }) => one.hit),
    findings: [],
    manifest: { found: found.length, text: options.text },
  };
}

function fitOf({ hit, words, codes }: Candidate, code: string, asked: readonly string[]): number {
  if (codes.includes(code)) return 1.5;
  const begins = code.length >= 2 && codes.some((one) => one.startsWith(code));
  const byCode = begins ? (hit.kind === 'product' ? 1.2 - hit.id.length / 100 : 0.7) : 0;
  return Math.max(byCode, ...words.map((name) => matchWords(asked, name)));
}
