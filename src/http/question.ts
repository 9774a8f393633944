import type { z } from 'zod';
import type { RunManifest } from '../api/assessment.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import type { OpenWorkspace } from '../store/openWorkspace.ts';
import type { SeriesReader } from '../store/series.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import type { IndicatorData } from './indicatorData.ts';
import type { MapFile } from './map/mapOf.ts';

/** An answer of any question: data, what must be known of it, and what it rests on. */
export interface QuestionAnswer {
  readonly data: unknown;
  readonly findings: readonly unknown[];
  readonly manifest: object;
}

/** What a question may see beside the workspace. */
export interface QuestionEffects {
  /** Checksum of the manifest of the workspace. */
  readonly state: string;
  /** When the manifest was last replaced, ISO 8601; null where the workspace is no folder. */
  readonly loadedAt: string | null;
  /** The workspace with its folder and manifest, of the same state; null where it is no folder. */
  readonly opened: OpenWorkspace | null;
  /** The file of boundaries, where one is given or lies in the workspace. */
  readonly map: MapFile | null;
  /** Systems of indicators and series, given at the start of the server or sent since. */
  readonly indicators: IndicatorData;
  /** The manifest of a run answered earlier, by its id. Throws `run-missing`. */
  run(id: string): Promise<RunManifest>;
  /** Series by country of the workspace. Throws `no-data` where there are none. */
  series(): Promise<SeriesReader>;
}

/** A question that can be asked by HTTP: its route, its page of documentation and its formats follow from this. */
export interface Question<
  Options extends z.ZodObject = z.ZodObject,
  Answer extends z.ZodType = z.ZodType<QuestionAnswer>,
> {
  /** Path under /api/v1, the same name as on the command line where there is one. */
  readonly id: string;
  readonly about: TwoLanguages;
  readonly options: Options;
  readonly answer: Answer;
  /** Why disclosure control is refused, where what it would hide can be computed all the same. */
  readonly cannotHide?: TwoLanguages;
  /** true: it can be asked where there is no trade, of series, of the program itself, of a published document. */
  readonly withoutTrade?: boolean;
  /** Rows of the answer for CSV, XLSX and Parquet, where its data is no list of rows. */
  rows?(answer: z.output<Answer>): readonly Readonly<Record<string, unknown>>[];
  /** The answer also hangs on what lies on the disk now: it is computed anew each time. */
  readonly fresh?: boolean;
  run(
    workspace: WorkspaceReader,
    options: z.output<Options>,
    effects: QuestionEffects,
  ): Promise<z.output<Answer>>;
}

/** A question as the registry holds it; its parts fit each other by their types. */
export function defineQuestion<Options extends z.ZodObject, Answer extends z.ZodType<QuestionAnswer>>(
  question: Question<Options, Answer>,
): Question {
  return question as unknown as Question;
}

/** A question that needs no trade: the workspace is not opened for it. */
export function defineQuestionWithoutTrade<
  Options extends z.ZodObject,
  Answer extends z.ZodType<QuestionAnswer>,
>(
  question: Omit<Question<Options, Answer>, 'run' | 'withoutTrade'> & {
    run(options: z.output<Options>, effects: QuestionEffects): Promise<z.output<Answer>>;
  },
): Question {
  return defineQuestion<Options, Answer>({
    ...question,
    withoutTrade: true,
    run: (_workspace, options, effects) => question.run(options, effects),
  });
}

/** Options without those not given, as use cases want them. */
export function given<Values extends object>(
  values: Values,
): { [Name in keyof Values]: Exclude<Values[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Values]: Exclude<Values[Name], undefined>;
  };
}
