import { setTimeout as delay } from 'node:timers/promises';
import {
  type DuckDBConnection,
  DuckDBDecimalValue,
  DuckDBInstance,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { Engine, SqlRow, SqlValue } from './engine.ts';
import { databaseMemory, memorySetting } from './memory.ts';

/** DuckDB behind the engine port; the rest is for the store and the importers, which speak DuckDB's own dialect. */
export interface DuckdbEngine extends Engine {
  run(sql: string): Promise<void>;
  /** Part of the running query that is done, 0 to 1; null where DuckDB cannot tell. */
  progress(): number | null;
}

export interface DuckdbSettings {
  /** File of a database that holds more than memory does; absent: in memory. */
  readonly database?: string;
  /** Bytes that the program may take with it; absent: `memorySetting`. */
  readonly memory?: number;
  /** Where it puts what does not fit into memory. */
  readonly temporaryFolder?: string;
  readonly threads?: number;
}

/** Opens an embedded DuckDB that never installs or loads anything from the net. */
export async function openDuckdb(settings: DuckdbSettings = {}): Promise<DuckdbEngine> {
  const memory = databaseMemory(settings.memory ?? memorySetting());
  // DuckDB takes what follows a question mark in the path for something else: such a folder is worked in memory, spilling.
  const database = settings.database?.includes('?') === false ? settings.database : ':memory:';
  const instance = await DuckDBInstance.create(database, {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'true',
    // What the database has freed goes back to the system at once: the limit below does not count what its allocator keeps.
    allocator_background_threads: 'true',
    allocator_flush_threshold: '16MB',
    allocator_bulk_deallocation_flush_threshold: '64MB',
    memory_limit: `${Math.floor(memory / 1e6)}MB`,
    ...(settings.temporaryFolder === undefined ? {} : { temp_directory: settings.temporaryFolder }),
    ...(settings.threads === undefined ? {} : { threads: String(settings.threads) }),
  });
  const connection = await instance.connect();
  const running = new Set<Promise<unknown>>();
  let closed = false;
  const whileOpen = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (closed) throw new Error('The database is closed');
    const started = work();
    running.add(started);
    try {
      return await started;
    } finally {
      running.delete(started);
    }
  };
  return {
    query: (sql) => whileOpen(() => query(connection, sql)),
    run: (sql) =>
      whileOpen(async () => {
        await connection.run(sql);
      }),
    progress: () => {
      const { percentage } = connection.progress;
      return percentage < 0 ? null : percentage / 100;
    },
    close: async () => {
      if (closed) return;
      closed = true;
      // A connection closed under a query that runs locks up for good: each is broken off, as its turn comes, and waited for.
      while (running.size > 0) {
        connection.interrupt();
        await Promise.race([Promise.allSettled([...running]), delay(20)]);
      }
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function query(connection: DuckDBConnection, sql: string): Promise<readonly SqlRow[]> {
  const reader = await connection.runAndReadAll(sql);
  const columns = reader.getColumns();
  const rows: Record<string, SqlValue>[] = Array.from({ length: reader.currentRowCount }, () => ({}));
  for (const [place, name] of reader.deduplicatedColumnNames().entries()) {
    const values = columns[place] ?? [];
    for (const [index, row] of rows.entries()) row[name] = plain(values[index]);
  }
  return rows;
}

/** DECIMAL and whole numbers become JavaScript numbers; wide integers beyond 2^53 stay bigint. */
function plain(value: DuckDBValue | undefined): SqlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof DuckDBDecimalValue) return decimal(value);
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  return String(value);
}

/**
 * The double nearest to a decimal. A whole number below 2^53 divided by a power of ten up to 10^22 is that, because both
 * are exact; digits that are zeros go first, as in dollars of 12 decimals that hold cents. The rest is read from its text.
 */
function decimal(value: DuckDBDecimalValue): number {
  const whole = value.scale > 8 && value.value % 100_000_000n === 0n;
  const units = Number(whole ? value.value / 100_000_000n : value.value);
  const scale = whole ? value.scale - 8 : value.scale;
  return Number.isSafeInteger(units) && scale <= 22 ? units / 10 ** scale : Number(value.toString());
}
