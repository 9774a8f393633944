import type { WorkspaceSummary } from '../../api/workspaceSummary.ts';
import type { Answers, Elsewhere } from '../answers.ts';
import type { IndicatorShelf } from '../indicatorShelf.ts';
import type { MapFile } from '../map/mapOf.ts';
import type { NamedBodies } from '../namedBodies.ts';
import type { Question } from '../question.ts';
import { workspaceQuestion } from '../questions/workspaceQuestion.ts';
import { readOptions } from '../readOptions.ts';
import type { Query } from '../registerQuestions.ts';
import { asideProcess } from './asideProcess.ts';
import { askedNext } from './askedNext.ts';
import type { FirstAsked } from './firstOfOverview.ts';
import { quietWork } from './quietWork.ts';
import { askedLater, openAhead } from './warmUp.ts';

/** What a server computes before it is asked. */
export interface Ahead {
  /** Opens the workspace before the server listens. */
  open(): Promise<void>;
  /** A reader has asked this: what the pages from here ask is computed once nobody waits. */
  follow(question: Question, query: Query): void;
  close(): Promise<void>;
}

/** Of a workspace in a folder what takes long is computed in a process aside, so that readers do not wait for it. */
export function aheadOf(
  answers: Answers,
  bodies: NamedBodies,
  folder: string | null,
  map: MapFile | null,
  shelf: Pick<IndicatorShelf, 'data'>,
): Ahead {
  const aside = asideProcess();
  const elsewhere: Elsewhere | undefined =
    folder === null
      ? undefined
      : (question, options) =>
          aside.answer({ question: question.id, options, folder, map, indicators: shelf.data() });
  const compute = async ({ question, query, aside: long }: FirstAsked): Promise<void> => {
    const { options, delivery } = readOptions(question, query);
    const found = await answers.ahead(question, options, long === true ? elsewhere : undefined);
    await bodies.prepare(found, delivery);
  };
  const work = quietWork({ idle: answers.idle, compute });
  const followed = async (question: Question, query: Query): Promise<void> => {
    const workspace = await answers.known(workspaceQuestion, {});
    if (workspace !== null)
      work.follow(askedNext(question, query, (workspace as unknown as WorkspaceSummary).data));
  };
  return {
    open: async () => work.follow(askedLater(await openAhead(answers, compute))),
    follow: (question, query) => {
      // A workspace that cannot be read says so to the reader, who asks for it.
      followed(question, query).catch(() => undefined);
    },
    close: async () => {
      const stopped = work.stop();
      aside.close();
      await stopped;
    },
  };
}
