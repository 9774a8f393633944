import type { TwoLanguages } from '../../domain/territory.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { importBySettings } from '../../sources/settings/importBySettings.ts';
import { previewFile } from '../../sources/settings/previewFile.ts';
import { readManifest } from '../../store/manifest.ts';
import type { ImportTask, TaskMessage } from './importTask.ts';

// The process of one preview or import: started by the server, gone with it.

const everySeconds = 0.5;

/** Messages speak of the file by its name: where the server keeps it concerns nobody. */
function named({ path, name, scratch }: ImportTask, text: TwoLanguages): TwoLanguages {
  const clean = (said: string) =>
    said.replaceAll(path, name).replace(new RegExp(`${escaped(scratch)}[\\w./\\\\-]*`, 'g'), name);
  return { ru: clean(text.ru), en: clean(text.en) };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

async function run(task: ImportTask): Promise<TaskMessage> {
  const progress = (text: TwoLanguages, step?: Parameters<typeof tell>[1]) => tell(named(task, text), step);
  try {
    const result =
      task.kind === 'preview'
        ? await previewFile(task, task.settings, await readManifest(task.folder))
        : await importBySettings(task.folder, task, task.settings, { progress, everySeconds });
    return { kind: 'done', result };
  } catch (error) {
    if (error instanceof TrajectaError)
      return { kind: 'refused', code: error.code, message: named(task, error.text) };
    return {
      kind: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

function tell(text: TwoLanguages, step?: { readonly [Name in keyof Step]: Step[Name] }): void {
  const unknown = { stage: 'texts', part: null, rows: null, rowsPerSecond: null } as const;
  send({
    kind: 'progress',
    progress: { ...unknown, bytesPerSecond: null, secondsLeft: null, ...step, text: { ...text } },
  });
}

type Step = Omit<Extract<TaskMessage, { kind: 'progress' }>['progress'], 'text'>;

function send(message: TaskMessage, then: () => void = () => undefined): void {
  if (process.connected) process.send?.(message, undefined, undefined, then);
}

process.once('message', (task: ImportTask) => {
  void run(task).then((message) => send(message, () => process.disconnect()));
});
// Without the server nobody waits for the work: it stops before it is committed.
process.on('disconnect', () => process.exit(0));
