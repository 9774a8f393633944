import { isHsEdition } from '../domain/edition.ts';
import type { AlignmentRow, Revision } from '../domain/highTechnologyList.ts';
import { readDataTable } from './dataFile.ts';

let known: readonly AlignmentRow[] | undefined;

function allRows(): readonly AlignmentRow[] {
  known ??= readDataTable('high-technology-alignment.csv').map((row) => {
    const edition = row.edition ?? '';
    if (!isHsEdition(edition)) throw new Error(`high-technology-alignment.csv: unknown edition ${edition}`);
    const links = row.links ?? '';
    return {
      revision: row.revision === '3' ? 3 : 4,
      edition,
      hs6: row.hs6 ?? '',
      unConversion: groupOrNull(row.unConversion),
      resolved: groupOrNull(row.resolved),
      links: links === '?' ? null : links.split(' '),
      sitc: (row.sitc ?? '').split(' ').filter((code) => code !== ''),
    };
  });
  return known;
}

function groupOrNull(text: string | undefined): string | null {
  return text === undefined || text === '-' ? null : text;
}

/** The alignment of the high-technology list of one SITC revision with all editions of the HS. */
export function loadAlignment(revision: Revision): readonly AlignmentRow[] {
  return allRows().filter((row) => row.revision === revision);
}

/** Every six-digit code that either revision's list touches in any edition, sorted. */
export function highTechnologyCodes(): readonly string[] {
  return [...new Set(allRows().map((row) => row.hs6))].sort();
}
