import { createHash, randomUUID } from 'node:crypto';
import { manifestSchema, type RunManifest } from '../api/assessment.ts';
import { canonicalJson } from '../domain/canonicalJson.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { readRun } from '../store/runs.ts';
import { openSeries } from '../store/series.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import { type IndicatorData, noIndicatorData } from './indicatorData.ts';
import { mapFileOf } from './map/mapFileOf.ts';
import type { MapFile } from './map/mapOf.ts';
import type { Question, QuestionAnswer } from './question.ts';
import type { WorkspaceSource } from './workspaceSource.ts';

export interface AnswerLimits {
  /** Questions computed at one time; others wait. */
  readonly atOnce: number;
  /** Questions that may wait; more are refused. */
  readonly waiting: number;
  /** How long a client waits for an answer; it is still computed, and given when asked again. */
  readonly milliseconds: number;
  /** Answers kept, by the length of their JSON. */
  readonly keptBytes: number;
}
export const defaultLimits: AnswerLimits = {
  atOnce: 4,
  waiting: 400,
  milliseconds: 60_000,
  keptBytes: 128e6,
};

export interface Answers {
  /** What the answer to a question would be called: a checksum of the workspace's manifest and the options. */
  tag(question: Question, options: object): Promise<string>;
  answer(question: Question, options: object): Promise<TaggedAnswer>;
  /** Computes an answer that nobody has asked for yet; `elsewhere`: there, and here only where that fails. */
  ahead(question: Question, options: object, elsewhere?: Elsewhere): Promise<TaggedAnswer>;
  /** The answer where it has been computed already; null: it has not. */
  known(question: Question, options: object): Promise<QuestionAnswer | null>;
  /** Milliseconds since a reader asked anything or got an answer; 0 while one waits. */
  idle(): number;
}

/** Computes an answer outside of this thread; null: it could not. One of another state of the workspace is not taken. */
export type Elsewhere = (question: Question, options: object) => Promise<TaggedAnswer | null>;

/** An answer with what it is called: the state of the workspace that it was computed over, and the question. */
export interface TaggedAnswer {
  readonly answer: QuestionAnswer;
  readonly tag: string;
}

/** What a server is given beside the workspace. */
export interface FilesBeside {
  /** Boundaries of the regions; absent: those in the workspace, if any. */
  readonly map?: MapFile;
  /** Systems of indicators and series for `scorecard`. */
  indicators?(): IndicatorData;
}

/**
 * Answers questions over the workspace in force: the same question is computed once, however many ask, and kept while
 * the workspace stays as it is. An answer is of one state of the workspace, never of two.
 */
export function answersOf(
  source: WorkspaceSource,
  limits: AnswerLimits = defaultLimits,
  beside: FilesBeside = {},
): Answers {
  const kept = new Map<
    string,
    { readonly answer: Promise<TaggedAnswer>; bytes: number; here: QuestionAnswer | null }
  >();
  const runs = new Map<string, RunManifest>();
  const places = queueOf(limits);
  let waiting = 0;
  let lastBusy = performance.now();

  const run = async (id: string): Promise<RunManifest> => runs.get(id) ?? readRun(source.folder ?? '', id);

  const series = () => openSeries(source.folder ?? '');

  /** Without trade nothing is held: where the workspace changes meanwhile the question is asked again of the new state. */
  const computeWithoutTrade = async (question: Question, options: object): Promise<TaggedAnswer> => {
    const leave = await places.enter();
    try {
      for (;;) {
        const state = await source.state();
        const indicators = beside.indicators?.() ?? noIndicatorData;
        const effects = { state, loadedAt: null, opened: null, map: null, indicators, run, series };
        const answer = await question.run(noTrade, options as never, effects);
        if ((await source.state()) === state) return { answer, tag: tagOf(state, question, options) };
      }
    } finally {
      leave();
    }
  };
  const compute = async (question: Question, options: object): Promise<TaggedAnswer> => {
    if (question.withoutTrade === true) return computeWithoutTrade(question, options);
    const held = await source.hold();
    const leave = await places.enter().catch((error: unknown) => {
      held.release();
      throw error;
    });
    try {
      const { state, loadedAt, workspace, opened, indicators = noIndicatorData } = held;
      const answer = await question.run(workspace, options as never, {
        state,
        loadedAt,
        opened,
        map: mapFileOf(beside.map ?? null, source.folder),
        indicators,
        run,
        series,
      });
      return { answer, tag: tagOf(state, question, options) };
    } finally {
      leave();
      held.release();
    }
  };
  const computeElsewhere = async (
    key: string,
    question: Question,
    options: object,
    elsewhere: Elsewhere,
  ): Promise<TaggedAnswer> => {
    const found = await elsewhere(question, options);
    return found?.tag === key ? found : compute(question, options);
  };
  const keep = (
    key: string,
    question: Question,
    options: object,
    elsewhere?: Elsewhere,
  ): Promise<TaggedAnswer> => {
    const found = kept.get(key);
    if (found !== undefined) {
      kept.delete(key);
      kept.set(key, found);
      return found.answer;
    }
    const entry = {
      answer:
        elsewhere === undefined
          ? compute(question, options)
          : computeElsewhere(key, question, options, elsewhere),
      bytes: 0,
      here: null as QuestionAnswer | null,
    };
    kept.set(key, entry);
    entry.answer.then(
      ({ answer }) => {
        entry.here = answer;
        const manifest = manifestSchema.safeParse(answer.manifest);
        if (manifest.success) remember(runs, manifest.data);
        entry.bytes = JSON.stringify(answer).length;
        trim(kept, limits.keptBytes);
      },
      () => kept.delete(key),
    );
    return entry.answer;
  };
  const tag = async (question: Question, options: object) => tagOf(await source.state(), question, options);
  return {
    tag,
    idle: () => (waiting > 0 ? 0 : performance.now() - lastBusy),
    ahead: async (question, options, elsewhere) =>
      keep(await tag(question, options), question, options, elsewhere),
    known: async (question, options) => {
      lastBusy = performance.now();
      return kept.get(await tag(question, options))?.here ?? null;
    },
    answer: async (question, options) => {
      waiting += 1;
      try {
        return await withinTime(keep(await tag(question, options), question, options), limits.milliseconds);
      } finally {
        waiting -= 1;
        lastBusy = performance.now();
      }
    },
  };
}

/** Stands where a question needs no trade; whoever reads it all the same has made a mistake. */
const noTrade = new Proxy({} as WorkspaceReader, {
  get: (_target, name) => {
    throw new Error(`A question without trade reads ${String(name)} of a workspace`);
  },
});

function tagOf(state: string, question: Question, options: object): string {
  const once = question.fresh === true ? randomUUID() : '';
  const text = `${state}\n${question.id}\n${canonicalJson(options)}${once}`;
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

const runsKept = 200;

function remember(runs: Map<string, RunManifest>, manifest: RunManifest): void {
  runs.delete(manifest.run);
  runs.set(manifest.run, manifest);
  for (const oldest of runs.keys()) {
    if (runs.size <= runsKept) break;
    runs.delete(oldest);
  }
}

/** Drops the answers asked for longest ago. */
function trim(kept: Map<string, { bytes: number }>, most: number): void {
  let bytes = [...kept.values()].reduce((sum, one) => sum + one.bytes, 0);
  for (const [key, one] of kept) {
    if (bytes <= most) return;
    kept.delete(key);
    bytes -= one.bytes;
  }
}

/** Places for computing, in the order of asking. */
function queueOf(limits: AnswerLimits): { enter(): Promise<() => void> } {
  let taken = 0;
  const queue: (() => void)[] = [];
  const leave = () => {
    const next = queue.shift();
    if (next === undefined) taken -= 1;
    else next();
  };
  return {
    enter: async () => {
      if (taken < limits.atOnce) {
        taken += 1;
        return leave;
      }
      if (queue.length >= limits.waiting) {
        throw new TrajectaError('too-busy', {
          ru: `Слишком много вопросов сразу: ${limits.waiting} уже ждут. Повторите через несколько секунд.`,
          en: `Too many questions at once: ${limits.waiting} are waiting. Ask again in a few seconds.`,
        });
      }
      await new Promise<void>((resolve) => queue.push(resolve));
      return leave;
    },
  };
}

async function withinTime<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new TrajectaError('too-slow', {
            ru: `За ${milliseconds / 1000} с ответ не готов; расчёт продолжается. Задайте тот же вопрос позже или сузьте его (меньше лет, один поток).`,
            en: `No answer within ${milliseconds / 1000} s; it is still being computed. Ask the same later, or ask for less (fewer years, one flow).`,
          }),
        ),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
