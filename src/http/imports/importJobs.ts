import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { ImportSettings } from '../../api/importSettings.ts';
import type { ImportPreview, ImportState } from '../../api/imports.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { ImportOutcome } from '../../sources/settings/importBySettings.ts';
import { orphansOf, removeOrphans } from '../../store/integrity/orphans.ts';
import { withWriterLock } from '../../store/lock.ts';
import { readManifest } from '../../store/manifest.ts';
import type { ImportTask } from './importTask.ts';
import { type RunningTask, runTask } from './runTask.ts';
import { type Upload, type Uploads, uploadsOf } from './uploads.ts';

export interface ImportJobs {
  list(): readonly ImportState[];
  state(id: string): ImportState;
  receive(name: string, body: Readable, declared: number | null): Promise<ImportState>;
  preview(id: string, settings: ImportSettings): Promise<ImportPreview>;
  /** Starts the import of a file that was sent. Throws `import-running` where another runs. */
  start(id: string, settings: ImportSettings): ImportState;
  cancel(id: string): Promise<ImportState>;
  remove(id: string): Promise<void>;
  /** Tells each change of an import until called off. */
  watch(id: string, listener: (state: ImportState) => void): () => void;
  close(): Promise<void>;
}

interface Job {
  readonly upload: Upload;
  state: ImportState;
  running: RunningTask<ImportOutcome> | null;
  ended: Promise<void>;
  preview: RunningTask<ImportPreview> | null;
  readonly listeners: Set<(state: ImportState) => void>;
}

/** Files kept that are not imported: the one sent longest ago goes first. */
const keptFiles = 20;
const keptStates = 100;
const previewsAtOnce = 2;
const previewMilliseconds = 300_000;

/** The imports of one run of the server: one at a time, each in a process of its own. */
export function importJobs(folder: string, maximumBytes: number): ImportJobs {
  const uploads: Uploads = uploadsOf(folder, maximumBytes);
  const jobs = new Map<string, Job>();
  let closed = false;

  const find = (id: string): Job => {
    const job = jobs.get(id);
    if (job !== undefined) return job;
    throw new TrajectaError('not-found', {
      ru: `Импорта ${id.slice(0, 40)} нет: сервер запускали заново или файл убран. Отправьте файл ещё раз.`,
      en: `There is no import ${id.slice(0, 40)}: the server was started anew, or the file was removed. Send the file again.`,
    });
  };
  const put = (job: Job, change: Partial<ImportState>) => {
    job.state = { ...job.state, ...change };
    for (const listener of job.listeners) listener(job.state);
  };
  const task = (job: Job, kind: ImportTask['kind'], settings: ImportSettings): ImportTask => ({
    kind,
    folder,
    path: job.upload.path,
    name: job.upload.name,
    scratch: join(job.upload.folder, `${kind}-${randomUUID()}`),
    settings,
  });
  const drop = async (job: Job) => {
    job.preview?.stop();
    jobs.delete(job.upload.id);
    await uploads.remove(job.upload);
  };
  const waiting = () =>
    [...jobs.values()].filter((job) => job.state.state !== 'stored' && job.running === null);
  const dropOldest = async () => {
    for (const job of waiting().slice(0, -keptFiles)) await drop(job);
    for (const job of [...jobs.values()].filter((one) => one.running === null).slice(0, -keptStates))
      await drop(job);
  };
  const end = async (job: Job, result: Promise<ImportOutcome>): Promise<void> => {
    try {
      const { report, series } = await result;
      job.running = null;
      put(job, { state: 'stored', report, series, error: null });
      await uploads.remove(job.upload);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.code !== 'import-cancelled' && refusal.code !== 'import-broken') {
        job.running = null;
        put(job, { state: 'refused', error: refusal });
        return;
      }
      await tidyUp(folder);
      job.running = null;
      put(job, { state: refusal.code === 'import-cancelled' ? 'cancelled' : 'refused', error: refusal });
    }
  };
  return {
    list: () => [...jobs.values()].map((job) => job.state),
    state: (id) => find(id).state,
    async receive(name, body, declared) {
      const upload = await uploads.receive(name, body, declared);
      const state: ImportState = {
        id: upload.id,
        name: upload.name,
        bytes: upload.bytes,
        state: 'received',
        settings: null,
        progress: null,
        report: null,
        series: null,
        error: null,
      };
      jobs.set(upload.id, {
        upload,
        state,
        running: null,
        ended: Promise.resolve(),
        preview: null,
        listeners: new Set(),
      });
      await dropOldest();
      return state;
    },
    async preview(id, settings) {
      const job = find(id);
      requireFile(job);
      // Who asks anew waits for the former preview no more.
      job.preview?.stop();
      job.preview = null;
      if ([...jobs.values()].filter((one) => one.preview !== null).length >= previewsAtOnce) throw busy();
      const given = task(job, 'preview', settings);
      const running = runTask<ImportPreview>(given, () => undefined);
      job.preview = running;
      const timer = setTimeout(() => running.stop(), previewMilliseconds);
      try {
        return await running.result;
      } finally {
        clearTimeout(timer);
        if (job.preview === running) job.preview = null;
        await rm(given.scratch, { recursive: true, force: true, maxRetries: 5 });
      }
    },
    start(id, settings) {
      const job = find(id);
      const other = [...jobs.values()].find((one) => one.running !== null);
      if (other !== undefined) throw importRunning(other.state.name);
      requireFile(job);
      job.preview?.stop();
      const running = runTask<ImportOutcome>(task(job, 'import', settings), (progress) =>
        put(job, { progress }),
      );
      job.running = running;
      put(job, { state: 'running', settings, progress: null, report: null, series: null, error: null });
      job.ended = end(job, running.result);
      return job.state;
    },
    async cancel(id) {
      const job = find(id);
      job.running?.stop();
      await job.ended;
      return job.state;
    },
    async remove(id) {
      const job = find(id);
      job.running?.stop();
      await job.ended;
      await drop(job);
    },
    watch(id, listener) {
      const job = find(id);
      job.listeners.add(listener);
      return () => job.listeners.delete(listener);
    },
    async close() {
      if (closed) return;
      closed = true;
      for (const job of jobs.values()) {
        job.running?.stop();
        job.preview?.stop();
      }
      await Promise.all([...jobs.values()].map((job) => job.ended));
      await uploads.close();
    },
  };
}

/** Takes over the lock of the process that was ended, which proves it gone, and removes what it was working in and has left. */
async function tidyUp(folder: string): Promise<void> {
  await withWriterLock(folder, async () => {
    await rm(join(folder, 'scratch'), { recursive: true, force: true, maxRetries: 5 });
    const manifest = await readManifest(folder);
    if (manifest !== null) await removeOrphans(folder, await orphansOf(folder, manifest));
  }).catch((error: unknown) => {
    // Another process writes already: the scratch folder is its own now.
    if (!(error instanceof TrajectaError)) throw error;
  });
}

function refusalOf(error: unknown): NonNullable<ImportState['error']> {
  if (error instanceof TrajectaError) return { code: error.code, message: { ...error.text } };
  // What went wrong inside is for the console of the machine, not for whoever asked.
  console.error(error);
  return {
    code: 'internal',
    message: {
      ru: 'Внутренняя ошибка; подробности напечатаны там, где запущен сервер. Рабочая область осталась прежней.',
      en: 'Internal error; the details are printed where the server runs. The workspace is as it was.',
    },
  };
}

function requireFile(job: Job): void {
  if (job.running !== null) throw importRunning(job.state.name);
  if (job.state.state !== 'stored') return;
  throw new TrajectaError('not-found', {
    ru: `Файл ${job.state.name} уже загружен и убран. Отправьте его ещё раз.`,
    en: `The file ${job.state.name} is stored already and was removed. Send it again.`,
  });
}

function importRunning(name: string): TrajectaError {
  return new TrajectaError('import-running', {
    ru: `Сейчас загружается файл ${name}. Дождитесь окончания или отмените его: файлы загружаются по одному.`,
    en: `The file ${name} is being imported now. Wait until it ends, or cancel it: files are imported one at a time.`,
  });
}

function busy(): TrajectaError {
  return new TrajectaError('too-busy', {
    ru: `Сейчас готовятся ${previewsAtOnce} предпросмотра. Повторите через несколько секунд.`,
    en: `${previewsAtOnce} previews are being made now. Ask again in a few seconds.`,
  });
}
