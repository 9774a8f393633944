import {
  type DuckDBConnection,
  DuckDBDecimalValue,
  DuckDBInstance,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { Engine, SqlRow, SqlValue } from './engine.ts';

/** DuckDB behind the engine port; `run` is for the store and the importers, which speak DuckDB's own dialect. */
export interface DuckdbEngine extends Engine {
  run(sql: string): Promise<void>;
}

export interface DuckdbSettings {
  /** e.g. `4GB`; absent: DuckDB's own default. */
  readonly memoryLimit?: string;
  readonly temporaryFolder?: string;
  readonly threads?: number;
}

/** Opens an embedded, in-memory DuckDB that never installs or loads anything from the net. */
export async function openDuckdb(settings: DuckdbSettings = {}): Promise<DuckdbEngine> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'true',
    ...(settings.memoryLimit === undefined ? {} : { memory_limit: settings.memoryLimit }),
    ...(settings.temporaryFolder === undefined ? {} : { temp_directory: settings.temporaryFolder }),
    ...(settings.threads === undefined ? {} : { threads: String(settings.threads) }),
  });
  const connection = await instance.connect();
  return {
    query: (sql) => query(connection, sql),
    run: async (sql) => {
      await connection.run(sql);
    },
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function query(connection: DuckDBConnection, sql: string): Promise<readonly SqlRow[]> {
  const reader = await connection.runAndReadAll(sql);
  const names = reader.deduplicatedColumnNames();
  return reader
    .getRows()
    .map((row) => Object.fromEntries(names.map((name, index) => [name, plain(row[index])])));
}

/** DECIMAL and whole numbers become JavaScript numbers; wide integers beyond 2^53 stay bigint. */
function plain(value: DuckDBValue | undefined): SqlValue {
  if (value === null || value === undefined) return null;
  if (value instanceof DuckDBDecimalValue) return Number(value.toString());
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return String(value);
}
