import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { ImportTask, TaskMessage } from './importTask.ts';

export interface RunningTask<Result> {
  readonly pid: number | undefined;
  /** Rejects with a TrajectaError where the file was refused or the task stopped. */
  readonly result: Promise<Result>;
  /** Ends the process at once; what it had not committed is as if it had never been. */
  stop(): void;
}

const keptOfErrors = 4000;

/** Does a task in a process of its own. */
export function runTask<Result>(
  task: ImportTask,
  onProgress: (progress: Extract<TaskMessage, { kind: 'progress' }>['progress']) => void,
): RunningTask<Result> {
  const child = fork(fileURLToPath(new URL('./importWorker.js', import.meta.url)), {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let stopped = false;
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-keptOfErrors);
  });
  const result = new Promise<Result>((resolve, reject) => {
    child.on('message', (message: TaskMessage) => {
      if (message.kind === 'progress') onProgress(message.progress);
      else if (message.kind === 'done') resolve(message.result as Result);
      else if (message.kind === 'refused') reject(new TrajectaError(message.code, message.message));
      else reject(new Error(message.message));
    });
    child.on('error', reject);
    // Once settled, this changes nothing.
    child.on('close', (code, signal) => reject(stopped ? cancelled() : broken(code, signal, said)));
  });
  child.send(task);
  return {
    pid: child.pid,
    result,
    stop: () => {
      stopped = true;
      child.kill('SIGKILL');
    },
  };
}

function cancelled(): TrajectaError {
  return new TrajectaError('import-cancelled', {
    ru: 'Импорт отменён. Рабочая область осталась прежней; файл можно импортировать снова.',
    en: 'The import was cancelled. The workspace is as it was; the file can be imported again.',
  });
}

function broken(code: number | null, signal: string | null, said: string): TrajectaError {
  if (said !== '') console.error(said);
  const how = signal ?? `code ${code}`;
  return new TrajectaError('import-broken', {
    ru: `Процесс импорта прервался (${how}): возможно, не хватило памяти. Рабочая область осталась прежней; повторите, при нужде закрыв другие программы.`,
    en: `The process of the import broke off (${how}): perhaps the memory did not suffice. The workspace is as it was; try again, closing other programs if need be.`,
  });
}
