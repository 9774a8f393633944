import { performance } from 'node:perf_hooks';
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
  effects.step?.('reading');
  const megabytes = (count: number) => String(Math.max(1, Math.round(count / 1e6)));
  effects.progress({
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
        const left = clock((seconds / part) * (1 - part));
        const read = `${megabytes(bytes * part)} / ${megabytes(bytes)}`;
        const speed = megabytes((bytes * part) / seconds);
        effects.progress(
          step === 'texts'
            ? {
                ru: `Коды и названия: ${read} МБ, ${speed} МБ/с, осталось ${left}`,
                en: `Codes and names: ${read} MB, ${speed} MB/s, ${left} left`,
              }
            : {
                ru: `Строки: ${read} МБ, ${speed} МБ/с, осталось ${left}`,
                en: `Rows: ${read} MB, ${speed} MB/s, ${left} left`,
              },
        );
      }, everySeconds * 1000);
      timer.unref();
      try {
        return await work();
      } finally {
        stop();
      }
    },
    judging() {
      effects.step?.('judging');
      effects.progress({ ru: 'Проверяю строки', en: 'Checking rows' });
    },
    storing(rows) {
      effects.step?.('storing');
      total = rows;
      storingFrom = performance.now();
      told = storingFrom;
      effects.progress({ ru: `Сохраняю строк: ${rows}`, en: `Storing rows: ${rows}` });
    },
    stored(rows) {
      done += rows;
      const now = performance.now();
      if (now - told < everySeconds * 1000) return;
      told = now;
      const seconds = (now - storingFrom) / 1000;
      const left = clock((seconds / done) * Math.max(0, total - done));
      const speed = Math.round(done / seconds);
      effects.progress({
        ru: `Сохранено строк: ${done} из ${total}, ${speed} строк/с, осталось ${left}`,
        en: `Rows stored: ${done} of ${total}, ${speed} rows/s, ${left} left`,
      });
    },
    cubes() {
      effects.step?.('cubes');
      effects.progress({ ru: 'Складываю кубы', en: 'Adding up the cubes' });
    },
    end() {
      effects.step?.('end');
      const seconds = (performance.now() - started) / 1000;
      const speed = Math.round(total / seconds);
      effects.progress({
        ru: `Готово за ${clock(seconds)}: ${total} строк, ${speed} строк/с`,
        en: `Done in ${clock(seconds)}: ${total} rows, ${speed} rows/s`,
      });
    },
    stop,
  };
}

/** @example clock(75) // '1:15' */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
