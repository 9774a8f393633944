import { alignSitcList } from '../domain/alignSitcList.ts';
import type { AlignmentRow, Revision } from '../domain/highTechnologyList.ts';
import { expandSitcExpression } from '../domain/sitcExpression.ts';
import { type ConcordanceSource, sitcTables } from './concordanceSource.ts';
import { readDataTable } from './dataFile.ts';

/** The high-technology list of a revision carried over to the HS by the concordances given. */
export function alignHighTechnology(source: ConcordanceSource, revision: Revision): readonly AlignmentRow[] {
  const leaves = source.sitcLeaves(revision);
  const groupOfLeaf = new Map<string, string>();
  for (const row of readDataTable('high-technology-sitc.csv')) {
    if (row.revision !== String(revision)) continue;
    for (const leaf of expandSitcExpression(row.expression ?? '', leaves))
      groupOfLeaf.set(leaf, row.group ?? '');
  }
  return alignSitcList(groupOfLeaf, sitcTables(source, revision));
}
