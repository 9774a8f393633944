import type { ReconciledRow, Reconciliation } from '../api/reconciliation.ts';
import { lastMonth, type Period, periodText } from '../domain/period.ts';
import type { PublishedTotal } from '../domain/publishedTotal.ts';
import { parentAt, type Territory, type TwoLanguages } from '../domain/territory.ts';
import type { Flow } from '../store/cube.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import { readStatusSums, type StatusSum } from './readSums.ts';

export interface ReconcileInput {
  readonly file: string;
  readonly sha256: string;
  readonly unit: number;
  readonly totals: readonly PublishedTotal[];
  readonly unreadable: readonly string[];
}

/** The workspace as it was before a vintage took the place of another. */
export interface EarlierState {
  readonly replaced: string;
  readonly workspace: WorkspaceReader;
}

interface Part {
  readonly code: string;
  /** What the official figure would differ by if this were the cause. */
  readonly valueUsd: number;
  readonly message: TwoLanguages;
}

/** Years that replaced rows told of differently are looked up in earlier states of the workspace. */
export async function reconcile(
  workspace: WorkspaceReader,
  input: ReconcileInput,
  options: { readonly tolerance?: number; readonly earlier?: readonly EarlierState[] } = {},
): Promise<Reconciliation> {
  const tolerance = options.tolerance ?? 0;
  const sumsOf = cachedSums();
  const data: ReconciledRow[] = [];
  for (const total of input.totals) {
    const period: Period = {
      fromYear: total.year,
      toYear: total.year,
      months: total.month === 0 ? null : { from: total.month, to: total.month },
    };
    const all = await sumsOf(workspace, total.flow, period);
    const members = membersOf(workspace, total.territory, period, all);
    const mine = all.filter((sum) => members.includes(sum.region));
    const stored = mine.length === 0 ? null : add(mine);
    const difference = stored === null ? null : total.valueUsd - stored;
    const level =
      total.territory === null ? 'country' : total.territory.kind === 'district' ? 'district' : 'region';
    const base = {
      level: level as ReconciledRow['level'],
      territory: total.territory?.id ?? workspace.country,
      territoryName: total.territory?.name ?? workspace.territories.countryName,
      period: periodText(period),
      flow: total.flow,
      officialUsd: total.valueUsd,
      storedUsd: stored,
      differenceUsd: difference,
      relative: difference === null || total.valueUsd === 0 ? null : difference / total.valueUsd,
      roundingUsd: total.roundingUsd,
      place: total.place,
    };
    if (stored === null || difference === null) {
      data.push({ ...base, status: 'no-data', explanation: [] });
      continue;
    }
    const size = Math.abs(difference);
    const status =
      size <= 0.005 ? 'equal' : size <= total.roundingUsd * (1 + 1e-9) ? 'within-rounding' : null;
    if (status !== null) {
      data.push({ ...base, status, explanation: [] });
      continue;
    }
    const allowed = Math.max(total.roundingUsd * 1.000001, 0.005);
    const parts = [...partsOf(workspace, total, mine, all, members), ...unitSlip(total, stored)];
    const explanation =
      smallestSum(parts, difference, allowed) ??
      (await revision(workspace, total, period, members, options.earlier ?? [], sumsOf, allowed, stored)) ??
      [];
    const within = size <= tolerance * Math.abs(total.valueUsd);
    data.push({
      ...base,
      status: explanation.length > 0 ? 'explained' : within ? 'within-tolerance' : 'unexplained',
      explanation: [...explanation],
    });
  }
  const count = (status: ReconciledRow['status']) => data.filter((row) => row.status === status).length;
  return {
    data,
    findings: [
      {
        code: 'reconciled',
        severity: count('unexplained') > 0 ? 'warning' : 'info',
        message: {
          ru: `Сверено итогов: ${data.length}; равны ${count('equal')}, в пределах округления ${count('within-rounding')}, объяснены ${count('explained')}, в пределах допуска ${count('within-tolerance')}, без данных ${count('no-data')}, не объяснены ${count('unexplained')}.`,
          en: `Totals compared: ${data.length}; equal ${count('equal')}, within rounding ${count('within-rounding')}, explained ${count('explained')}, within tolerance ${count('within-tolerance')}, without data ${count('no-data')}, unexplained ${count('unexplained')}.`,
        },
        count: data.length,
      },
      ...(input.unreadable.length === 0
        ? []
        : [
            {
              code: 'totals-unreadable',
              severity: 'warning' as const,
              message: {
                ru: 'Ячейки файла итогов, которые не прочитаны (место: текст).',
                en: 'Cells of the file of totals that could not be read (place: text).',
              },
              count: input.unreadable.length,
              examples: input.unreadable.slice(0, 10),
            },
          ]),
    ],
    manifest: {
      totals: input.file,
      sha256: input.sha256,
      unit: input.unit,
      tolerance,
      vintages: [...workspace.vintages],
    },
  };
}

type SumsOf = (workspace: WorkspaceReader, flow: Flow, period: Period) => Promise<readonly StatusSum[]>;

function cachedSums(): SumsOf {
  const known = new Map<WorkspaceReader, Map<string, readonly StatusSum[]>>();
  return async (workspace, flow, period) => {
    const ofWorkspace = known.get(workspace) ?? new Map<string, readonly StatusSum[]>();
    known.set(workspace, ofWorkspace);
    const key = `${flow} ${periodText(period)}`;
    const sums = ofWorkspace.get(key) ?? (await readStatusSums(workspace, flow, period));
    ofWorkspace.set(key, sums);
    return sums;
  };
}

function add(sums: readonly StatusSum[]): number {
  return sums.reduce((total, sum) => total + sum.valueUsd, 0);
}

/** Regions whose sum answers to a total. */
function membersOf(
  workspace: WorkspaceReader,
  territory: Territory | null,
  period: Period,
  sums: readonly StatusSum[],
): readonly string[] {
  const present = [...new Set(sums.map((sum) => sum.region))];
  if (territory === null) return present;
  if (territory.kind !== 'district') return [territory.id];
  return present.filter(
    (region) => parentAt(workspace.territories, region, lastMonth(period)) === territory.id,
  );
}

/** What official figures commonly leave out or count in. */
function partsOf(
  workspace: WorkspaceReader,
  total: PublishedTotal,
  mine: readonly StatusSum[],
  all: readonly StatusSum[],
  members: readonly string[],
): readonly Part[] {
  const part = (code: string, valueUsd: number, ru: string, en: string): Part[] =>
    valueUsd === 0 ? [] : [{ code, valueUsd, message: { ru, en } }];
  const of = (test: (sum: StatusSum) => boolean) => add(mine.filter(test));
  const nested = workspace.territories.territories.filter(
    (one) => one.nestedIn === total.territory?.id && total.territory !== null,
  );
  return [
    ...part(
      'confidential',
      -of((sum) => sum.status === 'confidential'),
      'официальный итог без секретных кодов',
      'the official total leaves out secret codes',
    ),
    ...part(
      're-exports',
      -of((sum) => sum.reExport),
      'официальный итог без реэкспорта',
      'the official total leaves out re-exports',
    ),
    ...part(
      'unallocated',
      -of((sum) => sum.status === 'unallocated'),
      'официальный итог без нераспределённого остатка',
      'the official total leaves out the unallocated rest',
    ),
    ...part(
      'region-not-stated',
      -of((sum) => sum.region === 'not-stated' || sum.region === 'not-disclosed'),
      'официальный итог без того, чей регион не указан',
      'the official total leaves out what has no region',
    ),
    ...nested.flatMap((one) =>
      members.includes(one.id)
        ? []
        : part(
            `nested ${one.id}`,
            add(all.filter((sum) => sum.region === one.id)),
            `официальный итог вместе с: ${one.name.ru}`,
            `the official total counts in ${one.name.en}`,
          ),
    ),
    ...(total.territory === null
      ? part(
          'quarantined-rows',
          workspace.importFindings.find((one) => one.code === 'quarantined-rows')?.valueUsd ?? 0,
          'строки в карантине, которых официальный итог не лишён',
          'quarantined rows, which the official total holds',
        )
      : []),
  ];
}

/** Thousands taken for units, or the other way round. */
function unitSlip(total: PublishedTotal, stored: number): readonly Part[] {
  return [1000, 1_000_000, 0.001, 0.000001].flatMap((factor) => {
    const near =
      Math.abs(total.valueUsd * factor - stored) <=
      Math.max(total.roundingUsd * factor, 1e-6 * Math.abs(stored));
    return near && stored !== 0
      ? [
          {
            code: 'unit',
            valueUsd: total.valueUsd - stored,
            message: {
              ru: `единицы различаются в ${factor} раз: проверьте --unit и --money-unit`,
              en: `the units differ by a factor of ${factor}: check --unit and --money-unit`,
            },
          },
        ]
      : [];
  });
}

/** The fewest parts that make the difference together, or null. */
function smallestSum(parts: readonly Part[], difference: number, allowed: number): readonly Part[] | null {
  const sets = Array.from({ length: 2 ** Math.min(parts.length, 10) - 1 }, (_, index) =>
    parts.filter((_part, place) => ((index + 1) >> place) & 1),
  );
  const fitting = sets.filter(
    (set) => Math.abs(set.reduce((sum, part) => sum + part.valueUsd, 0) - difference) <= allowed,
  );
  return fitting.sort((a, b) => a.length - b.length)[0] ?? null;
}

/** The official figure agrees with what was stored before a correction. */
async function revision(
  workspace: WorkspaceReader,
  total: PublishedTotal,
  period: Period,
  members: readonly string[],
  earlier: readonly EarlierState[],
  sumsOf: SumsOf,
  allowed: number,
  stored: number,
): Promise<readonly Part[] | null> {
  for (const state of earlier) {
    const before = await sumsOf(state.workspace, total.flow, period);
    const wanted = total.territory === null ? membersOf(workspace, null, period, before) : members;
    const value = add(before.filter((sum) => wanted.includes(sum.region)));
    if (before.length === 0 || Math.abs(total.valueUsd - value) > allowed) continue;
    return [
      {
        code: 'revision',
        valueUsd: value - stored,
        message: {
          ru: `официальный итог равен данным до исправления: загрузке ${state.replaced}`,
          en: `the official total is that of the data before its correction: vintage ${state.replaced}`,
        },
      },
    ];
  }
  return null;
}
