import type { ConcordanceSource } from '../classifications/concordanceSource.ts';
import type { Finding } from '../domain/finding.ts';
import type { TerritoryDictionary } from '../domain/territory.ts';
import type { Flow } from './cube.ts';
import type { Engine } from './engine.ts';

/** Months that one year's data of one flow holds; 0 stands for rows of the whole year. */
export interface YearCoverage {
  readonly flow: Flow;
  readonly year: number;
  readonly months: readonly number[];
}

/** A file behind a vintage. */
export interface WorkspaceInput {
  readonly vintage: string;
  readonly source: string;
  readonly file: string;
  readonly sha256: string;
  /** Columns of values of a wide table: its rows are cells, k to a row of the file. */
  readonly wideColumns: readonly string[] | null;
  /** What its import has found. */
  readonly findings: readonly Finding[];
}

/** What a question may see of a workspace: only vintages in force. */
export interface WorkspaceReader {
  /** Relations `detail` and those of the cubes (see `store/cubes`). */
  readonly engine: Engine;
  /** ISO 3166-1 alpha-2 of the reporter. */
  readonly country: string;
  readonly vintages: readonly string[];
  /** The files behind the vintages. */
  readonly inputs: readonly WorkspaceInput[];
  /** Classifications that the user has imported. */
  readonly classifications: readonly {
    readonly id: string;
    readonly file: string;
    readonly sha256: string;
  }[];
  /** True when any vintage in force is the project's made-up demonstration data. */
  readonly synthetic: boolean;
  readonly territories: TerritoryDictionary;
  /** The program's concordances with those that the workspace has imported. */
  readonly concordances: ConcordanceSource;
  /** Name of a code in an imported list of codes, or null. */
  nameOf(
    nomenclature: (id: string) => boolean,
    code: string,
  ): { readonly nomenclature: string; readonly name: string } | null;
  readonly coverage: readonly YearCoverage[];
  /** A workspace of the world that references of this one may be taken from. */
  readonly world?: WorkspaceReader;
  /** Findings kept from the imports (confidential shares, unknown regions, codes outside the edition ...). */
  readonly importFindings: readonly Finding[];
}
