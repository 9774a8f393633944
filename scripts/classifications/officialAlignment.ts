import { readDataTable } from '../../src/classifications/dataFile.ts';
import { type HsEdition, hsEditions } from '../../src/domain/edition.ts';
import { expandSitcExpression } from '../../src/domain/sitcExpression.ts';
import { codeListLeaves, type Pair, witsPairs, workbookPairs } from './officialTables.ts';

type Revision = '3' | '4';

const outside = '-';

interface Edition {
  readonly conversion: ReadonlyMap<string, string>;
  /** null: no many-to-many sheet for this edition. */
  readonly correlation: ReadonlyMap<string, readonly string[]> | null;
}

/** The two compact tables as CSV text, from the folder of the official tables. */
export function officialAlignment(folder: string): { alignment: string; nomenclature: string } {
  const previous = previousEditionCodes(folder);
  const lines = ['revision,edition,hs6,unConversion,resolved,links,sitc'];
  for (const revision of ['4', '3'] as const) {
    const leaves = codeListLeaves(folder, `classificationS${revision}.json.gz`);
    const groupOfLeaf = new Map<string, string>();
    for (const row of readDataTable('high-technology-sitc.csv')) {
      if (row.revision !== revision) continue;
      for (const leaf of expandSitcExpression(row.expression ?? '', leaves))
        groupOfLeaf.set(leaf, row.group ?? '');
    }
    const editions = new Map(hsEditions.map((edition) => [edition, readEdition(folder, edition, revision)]));
    const groupsOf = (sitc: string): readonly string[] => {
      const below = leaves.filter((leaf) => leaf.startsWith(sitc));
      return [
        ...new Set((below.length === 0 ? [sitc] : below).map((leaf) => groupOfLeaf.get(leaf) ?? outside)),
      ];
    };
    const resolve = (edition: HsEdition, hs6: string): string => {
      const sitc = editions.get(edition)?.conversion.get(hs6);
      if (sitc === undefined) return outside;
      const groups = groupsOf(sitc);
      if (groups.length === 1) return groups[0] ?? outside;
      const before = hsEditions[hsEditions.indexOf(edition) - 1];
      const earlier = previous.get(edition)?.get(hs6);
      return before === undefined || earlier === undefined ? outside : resolve(before, earlier);
    };
    for (const [edition, { conversion, correlation }] of editions) {
      for (const hs6 of [...conversion.keys()].sort()) {
        const converted = conversion.get(hs6) ?? '';
        const linked = correlation?.get(hs6) ?? (correlation === null ? [] : [converted]);
        const unConversion = groupOfLeaf.get(converted) ?? outside;
        const resolved = resolve(edition, hs6);
        const links = [...new Set(linked.flatMap(groupsOf))].sort();
        if ([unConversion, resolved, ...links].every((group) => group === outside)) continue;
        const sitc = [...new Set([converted, ...linked])].filter((code) =>
          groupsOf(code).some((group) => group !== outside),
        );
        lines.push(
          [
            revision,
            edition,
            hs6,
            unConversion,
            resolved,
            correlation === null ? '?' : links.join(' '),
            sitc.join(' '),
          ].join(','),
        );
      }
    }
  }
  return { alignment: `${lines.join('\n')}\n`, nomenclature: nomenclature(folder) };
}

/** Every six-digit code with the editions that have it (0 = HS1992 ... 6 = HS2022) and its SITC Rev.4 division. */
function nomenclature(folder: string): string {
  const editionsOf = new Map<string, string>();
  hsEditions.forEach((edition, index) => {
    for (const [hs6, sitc] of readEdition(folder, edition, '4').conversion) {
      const key = `${hs6},${sitc.slice(0, 2)}`;
      editionsOf.set(key, `${editionsOf.get(key) ?? ''}${index}`);
    }
  });
  const rows = [...editionsOf].map(([key, editions]) => `${key},${editions}`).sort();
  return `hs6,division,editions\n${rows.join('\n')}\n`;
}

function readEdition(folder: string, edition: HsEdition, revision: Revision): Edition {
  const wits: Partial<Record<HsEdition, string>> = {
    HS1992:
      revision === '3'
        ? 'WITS-JobID-11_Concordance_H0_to_S3.CSV.gz'
        : 'WITS-JobID-12_Concordance_H0_to_S4.CSV.gz',
    HS1996:
      revision === '3'
        ? 'WITS-JobID-24_Concordance_H1_to_S3.CSV.gz'
        : 'WITS-JobID-25_Concordance_H1_to_S4.CSV.gz',
    HS2002:
      revision === '3'
        ? 'WITS-JobID-38_Concordance_H2_to_S3.CSV.gz'
        : 'WITS-JobID-39_Concordance_H2_to_S4.CSV.gz',
    HS2007:
      revision === '3'
        ? 'WITS-JobID-53_Concordance_H3_to_S3.CSV.gz'
        : 'WITS-JobID-54_Concordance_H3_to_S4.CSV.gz',
  };
  const file = wits[edition];
  if (file !== undefined) return { conversion: new Map(witsPairs(folder, file)), correlation: null };
  const workbook: Partial<Record<HsEdition, string>> = {
    HS2012:
      revision === '3'
        ? 'HS 2012 to SITC3 Correlation and conversion tables.xls'
        : 'HS 2012 to SITC Rev.4 Correlation and conversion tables.xls',
    HS2017: `HS2017toSITC${revision}ConversionAndCorrelationTables.xlsx`,
    HS2022: `HS2022toSITC${revision}ConversionAndCorrelationTables.xlsx`,
  };
  const name = workbook[edition] ?? '';
  return {
    conversion: new Map(workbookPairs(folder, name, /conversion/i)),
    correlation: collect(workbookPairs(folder, name, /correlation/i)),
  };
}

function collect(pairs: readonly Pair[]): ReadonlyMap<string, readonly string[]> {
  const links = new Map<string, string[]>();
  for (const [from, to] of pairs) links.set(from, [...(links.get(from) ?? []), to]);
  return links;
}

function previousEditionCodes(folder: string): ReadonlyMap<HsEdition, ReadonlyMap<string, string>> {
  const files: readonly (readonly [HsEdition, string])[] = [
    ['HS1996', 'HS1996 to HS1992 - Correlation and conversion tables.xls'],
    ['HS2002', 'HS2002 to HS1996 - Correlation and conversion tables.xls'],
    ['HS2007', 'HS 2007 to HS 2002 Correlation and conversion tables.xls'],
    ['HS2012', 'HS 2012 to HS 2007 Correlation and conversion tables.xls'],
    ['HS2017', 'HS2017toHS2012ConversionAndCorrelationTables.xlsx'],
    ['HS2022', 'HS2022toHS2017ConversionAndCorrelationTables.xlsx'],
  ];
  return new Map(
    files.map(([edition, file]) => [edition, new Map(workbookPairs(folder, file, /conversion/i))]),
  );
}
