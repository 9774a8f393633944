import type { AssessmentRow } from '../api/assessment.ts';
import type { PatentRow, Patents } from '../api/patents.ts';
import { readDataTable } from '../classifications/dataFile.ts';
import type { TerritoryDictionary, TwoLanguages } from '../domain/territory.ts';
import { territoryIndex } from '../domain/territoryIndex.ts';
import type { TableFile } from './industryStatistics.ts';
import { idPart, rowId } from './trace/figureId.ts';
import { noWorkspace } from './trace/noWorkspace.ts';
import { type DataBehind, runManifest, withChecksum } from './trace/runManifest.ts';

/** A document, or several of one kind, as the assessment of patents needs it. */
export interface PatentCount {
  readonly region: string;
  readonly year: number;
  readonly ipc: readonly string[];
  readonly count: number;
  readonly regions: number;
  /** Row of the file. */
  readonly row?: number;
}

/** What the answer rests on beside the records: the file, and the workspace whose exports stand beside. */
export interface PatentBasis extends TableFile {
  readonly workspace: DataBehind | null;
}

/**
 * Patents by region and high-technology class of the IPC. Counting is fractional: a document counts 1/n in each of its
 * n distinct classes (at four characters) and 1/m in each of its m regions, so all classes and regions sum to the
 * number of documents. Specialisation is the revealed technological advantage, a quotient of shares. Beside it the
 * exports of the segment nearest to the class, where an assessment of the same year is given.
 */
export function patents(
  records: readonly PatentCount[],
  dictionary: TerritoryDictionary | null,
  exports: readonly AssessmentRow[] = [],
  basis: PatentBasis = { file: '', sha256: '', workspace: null },
): Patents {
  const { workspace, ...file } = basis;
  // The records are kept in the manifest: explaining and repeating the run need no file.
  const { run, ...manifest } = runManifest(workspace ?? noWorkspace, 'patents', {}, { ...file, records });
  const classes = patentClasses();
  const find = dictionary === null ? () => null : territoryIndex(dictionary);
  const names = new Map<string, TwoLanguages>();
  const unknown = new Set<string>();
  const sums = new Map<string, number>();
  for (const record of records) {
    const territory = find(record.region);
    if (territory === null && dictionary !== null) unknown.add(record.region);
    const id = territory?.id ?? record.region;
    names.set(id, territory?.name ?? { ru: id, en: id });
    for (const { patentClass, part } of partsOf(record, classes)) {
      const key = `${record.year}\t${id}\t${patentClass}`;
      sums.set(key, (sums.get(key) ?? 0) + part);
    }
  }
  const years = [...new Set(records.map((one) => one.year))].sort();
  const of = (year: number, ids: readonly string[], kinds: readonly string[]) =>
    ids.reduce(
      (total, id) => total + kinds.reduce((sum, kind) => sum + (sums.get(`${year}\t${id}\t${kind}`) ?? 0), 0),
      0,
    );
  const high = classes.map((one) => one.id);
  const kinds = [
    { id: 'all', name: { ru: 'Все патенты', en: 'All patents' }, of: [...high, 'other'], segment: null },
    {
      id: 'all-high-tech',
      name: { ru: 'Высокие технологии', en: 'High technology' },
      of: high,
      segment: null,
    },
    ...classes.map((one) => ({ id: one.id, name: one.name, of: [one.id], segment: one.segment })),
  ];
  const everyone = [...names.keys()].sort();
  const data = years.flatMap((year) =>
    everyone.flatMap((id) => {
      const total = of(year, [id], [...high, 'other']);
      const whole = of(year, everyone, [...high, 'other']);
      return kinds.map((kind): PatentRow => {
        const [value, all] = [of(year, [id], kind.of), of(year, everyone, kind.of)];
        const share = total === 0 ? null : value / total;
        const beside = exports.find(
          (row) => row.territory === id && row.period === String(year) && row.segment === kind.segment,
        );
        return {
          id: rowId(run, String(year), kind.id, idPart(id)),
          territory: id,
          territoryName: names.get(id) ?? { ru: id, en: id },
          year,
          patentClass: kind.id,
          patentClassName: kind.name,
          patents: value,
          share,
          specialisation: share === null || all === 0 ? null : share / (all / whole),
          segment: kind.segment,
          segmentValueUsd: beside?.segmentValueUsd ?? null,
          trajectoryIndex: beside?.trajectoryIndex ?? null,
        };
      });
    }),
  );
  const findings: Patents['findings'] = [
    {
      code: 'fractional-counting',
      severity: 'info',
      message: {
        ru: 'Дробный счёт: документ с n классами МПК (4 знака) даёт 1/n каждому, с m регионами — 1/m каждому. У таблиц с готовым числом документов классы строки делят это число.',
        en: 'Fractional counting: a document of n classes (four characters of the IPC) gives 1/n to each, of m regions 1/m to each. In tables with a count, the classes of a row share it.',
      },
    },
    {
      code: 'class-to-segment',
      severity: 'caveat',
      message: {
        ru: 'Сегмент вывоза рядом с классом МПК — ближайший по нашей таблице (patent-classes.csv); связь груба.',
        en: 'The segment beside a class of the IPC is the nearest by our table (patent-classes.csv); the link is rough.',
      },
    },
  ];
  if (unknown.size > 0)
    findings.push({
      code: 'unknown-region',
      severity: 'warning',
      message: {
        ru: 'Регионы, которых нет в словаре: показаны под своими именами, вывоз рядом не показан.',
        en: 'Regions that are not in the dictionary: shown under their own names, without exports beside.',
      },
      count: unknown.size,
      examples: [...unknown].slice(0, 5),
    });
  return withChecksum<Patents>({
    data,
    findings,
    manifest: {
      run,
      ...manifest,
      approach: 'patent',
      counting: 'fractional by class (four characters of the IPC) and region',
      source: 'classes: Eurostat high-technology patents; segment links: this project',
    },
  });
}

/** A high-technology class of the IPC, as the project's table has it. */
export interface PatentClass {
  readonly id: string;
  /** Beginnings of symbols. */
  readonly ipc: readonly string[];
  readonly name: TwoLanguages;
  readonly segment: string;
}

/** The high-technology classes of the IPC. */
export function patentClasses(): readonly PatentClass[] {
  return readDataTable('patent-classes.csv').map((row) => ({
    id: row.id ?? '',
    ipc: (row.ipc ?? '').split('|'),
    name: { ru: row.ru ?? '', en: row.en ?? '' },
    segment: row.segment ?? '',
  }));
}

/** What a record counts in each class (`other`: in none of them): its count over its distinct symbols and its regions. */
export function partsOf(
  record: PatentCount,
  classes: readonly PatentClass[],
): readonly { readonly symbol: string; readonly patentClass: string; readonly part: number }[] {
  const symbols = [...new Set(record.ipc.map((one) => one.slice(0, 4).trim()))];
  return symbols.map((symbol) => ({
    symbol,
    patentClass:
      classes.find((one) => one.ipc.some((beginning) => symbol.startsWith(beginning)))?.id ?? 'other',
    part: record.count / symbols.length / record.regions,
  }));
}
