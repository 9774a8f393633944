import { type Answers, answersOf } from '../answers.ts';
import { type IndicatorData, noIndicatorData } from '../indicatorData.ts';
import { withMapFile } from '../map/withMapFile.ts';
import { questions } from '../questions.ts';
import { withIndicatorData } from '../withIndicatorData.ts';
import { folderSource } from '../workspaceSource.ts';
import type { AsideAnswer, AsideTask } from './asideTask.ts';

// The process aside: started by the server, gone with it.

let opened: Answers | null = null;
let given: IndicatorData = noIndicatorData;

/** The workspace of the first task: a server has one. */
function answersFor({ folder, map, indicators }: AsideTask): Answers {
  given = indicators;
  const source = () => withIndicatorData(withMapFile(folderSource(folder), map), { data: () => given });
  opened ??= answersOf(source(), undefined, map === null ? {} : { map });
  return opened;
}

async function answered(task: AsideTask): Promise<AsideAnswer> {
  const { number } = task;
  const question = questions.find((one) => one.id === task.question);
  if (question === undefined) return { number, found: null };
  // Why not, the server says where it is asked.
  const found = await answersFor(task)
    .answer(question, task.options)
    .catch(() => null);
  return { number, found };
}

process.on('message', (task: AsideTask) => {
  void answered(task).then((message) => {
    if (process.connected) process.send?.(message);
  });
});
process.on('disconnect', () => process.exit(0));
