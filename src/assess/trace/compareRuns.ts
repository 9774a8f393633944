import type { AssessmentRow, HighTechRow, RunManifest } from '../../api/assessment.ts';
import type { Cause, Comparison, Difference } from '../../api/comparison.ts';
import type { DiversificationFigure } from '../../api/diversification.ts';
import type { Path } from '../../api/trajectory.ts';
import { canonicalJson } from '../../domain/canonicalJson.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { runAgain } from './runAgain.ts';
import { rowsChecksum } from './runManifest.ts';

/** Rows of a result with the manifest of its run, where it is known. */
export interface ComparedResult {
  readonly name: string;
  readonly rows: readonly (
    | AssessmentRow
    | HighTechRow
    | Path
    | DiversificationFigure
    | Readonly<Record<string, unknown>>
  )[];
  readonly manifest: RunManifest | null;
}

export type OpenRun = (manifest: RunManifest) => Promise<WorkspaceReader | null>;

interface Change {
  readonly cause: Cause;
  readonly what: string;
  readonly a: unknown;
  readonly b: unknown;
  /** Puts the side of B into a manifest. */
  /** null: a run of the other side cannot be made by this program. */
  readonly apply: ((to: RunManifest, from: RunManifest) => RunManifest) | null;
}

const option =
  (names: readonly string[]) =>
  (to: RunManifest, from: RunManifest): RunManifest => {
    const options = { ...to.options };
    for (const name of names) {
      delete options[name];
      if (from.options[name] !== undefined) options[name] = from.options[name];
    }
    return { ...to, options };
  };
const definition =
  (name: string) =>
  (to: RunManifest, from: RunManifest): RunManifest => ({
    ...to,
    definitions: { ...to.definitions, [name]: from.definitions[name] },
  });

/** What may differ between two runs, in the order in which one is turned into the other. */
const dimensions: readonly {
  readonly cause: Cause;
  readonly what: string;
  readonly of: (manifest: RunManifest) => unknown;
  readonly apply: Change['apply'];
}[] = [
  { cause: 'program', what: 'version', of: (one) => one.program.version, apply: null },
  {
    cause: 'question',
    what: 'flow and period',
    of: (one) => [
      one.options.flow ?? 'export',
      one.options.period,
      one.options.from,
      one.options.to,
      one.options.level ?? null,
    ],
    apply: null,
  },
  {
    cause: 'data',
    what: 'vintages',
    of: (one) => one.workspace.vintages,
    apply: (to, from) => ({ ...to, workspace: withWorldOf(from.workspace, to.workspace) }),
  },
  {
    cause: 'list',
    what: 'segments and revision',
    of: (one) => [one.definitions.system, one.definitions.revision],
    apply: (to, from) => option(['segments', 'revision'])(definition('system')(to, from), from),
  },
  { cause: 'list', what: 'the list itself', of: (one) => dataOf(one, 'list'), apply: null },
  {
    cause: 'alignment',
    what: 'alignment',
    of: (one) => one.definitions.alignment,
    apply: option(['alignment']),
  },
  {
    cause: 'alignment',
    what: 'concordances',
    of: (one) => [dataOf(one, 'alignment'), one.workspace.classifications],
    apply: null,
  },
  {
    cause: 'edition',
    what: 'edition and weights',
    of: (one) => [
      one.definitions.inEdition,
      one.definitions.inEdition === null ? null : one.definitions.weights,
    ],
    apply: option(['inEdition', 'weights']),
  },
  { cause: 'edition', what: 'calendar', of: (one) => dataOf(one, 'edition'), apply: null },
  {
    cause: 're-exports',
    what: 're-exports',
    of: (one) => one.definitions.reExports,
    apply: option(['reExports']),
  },
  {
    cause: 'data',
    what: 'supplied table',
    of: (one) => [one.definitions.sha256 ?? null, one.definitions.records, one.definitions.figures],
    apply: null,
  },
  {
    cause: 'rule',
    what: 'indicators and supplied series',
    of: (one) => [one.definitions.indicators, one.definitions.supplied],
    apply: null,
  },
  { cause: 'base', what: 'base', of: (one) => one.definitions.base, apply: option(['base']) },
  {
    cause: 'reference',
    what: 'reference',
    of: (one) => [
      one.definitions.reference,
      one.definitions.union ?? null,
      one.definitions.groups ?? [],
      one.definitions.withoutSelf,
      one.definitions.leaveOut,
      ...(one.workspace.world === undefined ? [] : [one.workspace.world.vintages]),
    ],
    apply: (one, from) => {
      const to = { ...one, workspace: withWorldOf(one.workspace, from.workspace) };
      return option(['reference', 'union', 'groups', 'withoutSelf', 'leaveOut'])(
        definition('groups')(to, from),
        from,
      );
    },
  },
  {
    cause: 'rule',
    what: 'rule',
    of: (one) => one.definitions.rule,
    apply: (to, from) => option(['rule'])(definition('rule')(to, from), from),
  },
];

/** The workspace of a manifest with the world of another. */
function withWorldOf(
  { world: _world, ...own }: RunManifest['workspace'],
  { world }: RunManifest['workspace'],
): RunManifest['workspace'] {
  return world === undefined ? own : { ...own, world };
}

function dataOf(manifest: RunManifest, name: string): unknown {
  return (manifest.definitions.data as Readonly<Record<string, unknown>> | undefined)?.[name];
}

/** What two manifests do not share. */
export function changesBetween(a: RunManifest, b: RunManifest): readonly Change[] {
  return dimensions.flatMap(({ cause, what, of, apply }) => {
    const [before, after] = [of(a), of(b)];
    return canonicalJson(before ?? null) === canonicalJson(after ?? null)
      ? []
      : [{ cause, what, a: before ?? null, b: after ?? null, apply }];
  });
}

/**
 * Which figures of two results differ, by how much, and why. With several changes at once the runs between them are
 * made (`open` gives the workspace as a manifest has it), one change after another: the effects of a figure sum to its
 * difference. Where that cannot be done the changes are listed.
 */
export async function compareRuns(a: ComparedResult, b: ComparedResult, open: OpenRun): Promise<Comparison> {
  const changes = a.manifest === null || b.manifest === null ? null : changesBetween(a.manifest, b.manifest);
  const [left, right] = [figuresOf(a.rows), figuresOf(b.rows)];
  const keys = [...new Set([...left.keys(), ...right.keys()])];
  const different = keys.filter((key) => !same(left.get(key) ?? null, right.get(key) ?? null));
  // Rows that are those of their run to the byte are not rounded, however few decimals a field happens to have.
  const isRounded = isWhole(a) && isWhole(b) ? () => false : roundingOf(left, right);
  const rounded = new Set(different.filter((key) => isRounded(key)));
  const steps =
    changes === null || changes.length < 2 || different.length === rounded.size
      ? null
      : await stepwise(a, b, changes, open);
  const data = different.map((key): Difference => {
    const [period = '', segment = '', territory = '', field = ''] = key.split('\t');
    const [before, after] = [left.get(key) ?? null, right.get(key) ?? null];
    const difference = typeof before === 'number' && typeof after === 'number' ? after - before : null;
    return {
      period,
      segment,
      territory,
      field,
      a: before,
      b: after,
      difference,
      causes: causesOf(key, difference, { rounded, changes, steps }),
    };
  });
  return {
    data,
    findings: [],
    manifest: {
      a: a.name,
      b: b.name,
      changed: (changes ?? []).map(({ cause, what, a: before, b: after }) => ({
        cause,
        what,
        a: before,
        b: after,
      })),
      figures: keys.length,
      attribution:
        steps !== null
          ? 'stepwise'
          : changes === null
            ? 'none'
            : changes.length === 1
              ? 'single'
              : changes.length === 0
                ? 'none'
                : 'listed',
    },
  };
}

function isWhole({ manifest, rows }: ComparedResult): boolean {
  return manifest !== null && manifest.resultChecksum === rowsChecksum(rows);
}

interface Step {
  readonly cause: Cause;
  readonly before: ReadonlyMap<string, number | string | null>;
  readonly after: ReadonlyMap<string, number | string | null>;
}

function causesOf(
  key: string,
  difference: number | null,
  known: { rounded: ReadonlySet<string>; changes: readonly Change[] | null; steps: readonly Step[] | null },
): Difference['causes'] {
  if (known.rounded.has(key)) return [{ cause: 'rounding', effect: difference }];
  if (known.steps !== null) {
    const effects = known.steps.flatMap(({ cause, before, after }) => {
      const [from, to] = [before.get(key) ?? null, after.get(key) ?? null];
      if (same(from, to)) return [];
      return [{ cause, effect: typeof from === 'number' && typeof to === 'number' ? to - from : null }];
    });
    return effects.length === 0 ? [{ cause: 'unexplained', effect: difference }] : effects;
  }
  const changes = known.changes ?? [];
  const single = changes.length === 1;
  if (changes.length === 0) return [{ cause: 'unexplained', effect: difference }];
  return [...new Set(changes.map(({ cause }) => cause))].map((cause) => ({
    cause,
    effect: single ? difference : null,
  }));
}

/** The runs between A and B, each with one change more. Null where one of them cannot be made. */
async function stepwise(
  a: ComparedResult,
  b: ComparedResult,
  changes: readonly Change[],
  open: OpenRun,
): Promise<readonly Step[] | null> {
  if (a.manifest === null || b.manifest === null || a.manifest.command !== b.manifest.command) return null;
  const steps: Step[] = [];
  let manifest = a.manifest;
  let before = figuresOf(a.rows);
  for (const change of changes) {
    if (change.apply === null) return null;
    manifest = change.apply(manifest, b.manifest);
    const last = change === changes.at(-1);
    const after = last ? figuresOf(b.rows) : await figuresOfRun(manifest, open);
    if (after === null) return null;
    steps.push({ cause: change.cause, before, after });
    before = after;
  }
  return steps;
}

async function figuresOfRun(
  manifest: RunManifest,
  open: OpenRun,
): Promise<ReadonlyMap<string, number | string | null> | null> {
  const workspace = await open(manifest);
  return workspace === null ? null : figuresOf((await runAgain(workspace, manifest)).data);
}

const notFigures = new Set(['year', 'printed', 'printedTrajectoryIndex']);

/** Numbers and verdicts of the rows by period, segment, territory and field. */
function figuresOf(rows: ComparedResult['rows']): ReadonlyMap<string, number | string | null> {
  const figures = new Map<string, number | string | null>();
  for (const row of flatRows(rows as readonly Readonly<Record<string, unknown>>[])) {
    const place = [row.period ?? row.year, classOf(row) ?? row.segment ?? row.group, row.territory]
      .map(String)
      .join('\t');
    for (const [field, value] of Object.entries(row)) {
      if (notFigures.has(field)) continue;
      const isFigure =
        typeof value === 'number' ||
        field === 'verdict' ||
        (value === null && /Usd|Index|share|rank/i.test(field) && !/Reason/.test(field));
      if (isFigure) figures.set(`${place}\t${field}`, value as number | string | null);
    }
  }
  return figures;
}

/** Of a row of industries or patents: its class as its id names it. */
function classOf(row: Readonly<Record<string, unknown>>): string | undefined {
  return row.patentClass === undefined && row.technologyClass === undefined
    ? undefined
    : String(row.id).split('/')[2];
}

/** Rows of figures: a path stands for its points and, for the span, the directions of its measures. */
function flatRows(
  rows: readonly Readonly<Record<string, unknown>>[],
): readonly Readonly<Record<string, unknown>>[] {
  return rows.flatMap((row) => {
    if (typeof row.measure === 'string' && typeof row.by === 'string') {
      const { scope, territory, period } = row;
      return [{ segment: scope, territory, period, [`${row.by}.${row.measure}`]: row.value }];
    }
    if (!Array.isArray(row.points)) return [row];
    const { segment, territory, period } = row;
    const points = (row.points as Record<string, unknown>[]).map((point) => ({
      ...point,
      segment,
      territory,
    }));
    const directions = ((row.directions ?? []) as Record<string, unknown>[]).map((one) => ({
      ...Object.fromEntries(Object.entries(one).map(([name, value]) => [`${one.measure}.${name}`, value])),
      segment,
      territory,
      period,
    }));
    return [...points, ...directions];
  });
}

function same(a: number | string | null, b: number | string | null): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return a === b || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}

/**
 * Tells figures that one side gives rounded: a field none of whose numbers on that side has more than a few decimals,
 * while the other side has more, and which then agree.
 */
function roundingOf(
  left: ReadonlyMap<string, number | string | null>,
  right: ReadonlyMap<string, number | string | null>,
): (key: string) => boolean {
  const [a, b] = [decimalsByField(left), decimalsByField(right)];
  return (key) => {
    const [before, after] = [left.get(key), right.get(key)];
    if (typeof before !== 'number' || typeof after !== 'number') return false;
    const field = key.split('\t')[3] ?? '';
    const [fewer, more] = [
      Math.min(a.get(field) ?? 0, b.get(field) ?? 0),
      Math.max(a.get(field) ?? 0, b.get(field) ?? 0),
    ];
    return fewer <= 6 && more > fewer && Math.abs(before - after) <= 0.5 * 10 ** -fewer * (1 + 1e-9);
  };
}

function decimalsByField(figures: ReadonlyMap<string, number | string | null>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [key, value] of figures) {
    if (typeof value !== 'number') continue;
    const field = key.split('\t')[3] ?? '';
    const text = String(value);
    const decimals = /e-/.test(text) ? 20 : (text.split('.')[1]?.length ?? 0);
    found.set(field, Math.max(found.get(field) ?? 0, decimals));
  }
  return found;
}
