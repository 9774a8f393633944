import { performance } from 'node:perf_hooks';
import type { ImportStep } from '../api/imports.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import type { DuckdbEngine } from '../store/duckdb.ts';
import type { ImportEffects } from './importOptions.ts';
import type { Step } from './stageRows.ts';

const everySeconds = 3;

/** Tells how far an import is: bytes, rows a second, time left. */
export interface ImportProgress {
  readonly reading: <Result>(
    engine: DuckdbEngine,
    step: Parameters<Step>[0],
    work: () => Promise<Result>,
  ) => Promise<Result>;
  judging(): void;
  storing(rows: number): void;
  stored(rows: number): void;
  cubes(): void;
  end(): void;
  stop(): void;
}

/** Watches an import of a file of so many bytes. The clock is for whoever waits; nothing stored depends on it. */
export function importProgress(effects: ImportEffects, name: string, bytes: number): ImportProgress {
  const started = performance.now();
  const every = (effects.everySeconds ?? everySeconds) * 1000;
  const megabytes = (count: number) => String(Math.max(1, Math.round(count / 1e6)));
  const tell = (stage: ImportStep['stage'], text: TwoLanguages, known: Partial<ImportStep> = {}) =>
    effects.progress(text, { ...unknown, stage, ...known });
  tell('texts', {
    ru: `Читаю ${name}: ${megabytes(bytes)} МБ`,
    en: `Reading ${name}: ${megabytes(bytes)} MB`,
  });
  let timer: NodeJS.Timeout | undefined;
  const stop = () => clearInterval(timer);
  let total = 0;
  let done = 0;
  let storingFrom = 0;
  let told = 0;
  return {
    async reading(engine, step, work) {
      const from = performance.now();
      stop();
      timer = setInterval(() => {
        const part = engine.progress() ?? 0;
        if (part <= 0 || part >= 1) return;
        const seconds = (performance.now() - from) / 1000;
        const secondsLeft = (seconds / part) * (1 - part);
        const bytesPerSecond = (bytes * part) / seconds;
        const left = clock(secondsLeft);
        const read = `${megabytes(bytes * part)} / ${megabytes(bytes)}`;
        const speed = megabytes(bytesPerSecond);
        const text =
          step === 'texts'
            ? {
                ru: `Коды и названия: ${read} МБ, ${speed} МБ/с, осталось ${left}`,
                en: `Codes and names: ${read} MB, ${speed} MB/s, ${left} left`,
              }
            : {
                ru: `Строки: ${read} МБ, ${speed} МБ/с, осталось ${left}`,
                en: `Rows: ${read} MB, ${speed} MB/s, ${left} left`,
              };
        tell(step, text, { part, bytesPerSecond, secondsLeft });
      }, every);
      timer.unref();
      try {
        return await work();
      } finally {
        stop();
      }
    },
    judging: () => tell('checking', { ru: 'Проверяю строки', en: 'Checking rows' }),
    storing(rows) {
      total = rows;
      storingFrom = performance.now();
      told = storingFrom;
      tell('storing', { ru: `Сохраняю строк: ${rows}`, en: `Storing rows: ${rows}` }, { part: 0, rows: 0 });
    },
    stored(rows) {
      done += rows;
      const now = performance.now();
      if (now - told < every) return;
      told = now;
      const seconds = (now - storingFrom) / 1000;
      const secondsLeft = (seconds / done) * Math.max(0, total - done);
      const left = clock(secondsLeft);
      const rowsPerSecond = Math.round(done / seconds);
      tell(
        'storing',
        {
          ru: `Сохранено строк: ${done} из ${total}, ${rowsPerSecond} строк/с, осталось ${left}`,
          en: `Rows stored: ${done} of ${total}, ${rowsPerSecond} rows/s, ${left} left`,
        },
        { part: total === 0 ? null : Math.min(1, done / total), rows: done, rowsPerSecond, secondsLeft },
      );
    },
    cubes: () => tell('cubes', { ru: 'Складываю кубы', en: 'Adding up the cubes' }),
    end() {
      const seconds = (performance.now() - started) / 1000;
      const rowsPerSecond = Math.round(total / seconds);
      tell(
        'done',
        {
          ru: `Готово за ${clock(seconds)}: ${total} строк, ${rowsPerSecond} строк/с`,
          en: `Done in ${clock(seconds)}: ${total} rows, ${rowsPerSecond} rows/s`,
        },
        { part: 1, rows: total, rowsPerSecond, secondsLeft: 0 },
      );
    },
    stop,
  };
}

const unknown = {
  part: null,
  rows: null,
  rowsPerSecond: null,
  bytesPerSecond: null,
  secondsLeft: null,
};

/** @example clock(75) // '1:15' */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
