import type { Assessment, AssessmentRow, HighTechRow, RunManifest } from '../../api/assessment.ts';
import type { TrajectoryOptions } from '../../api/trajectory.ts';
import type { UncertaintyOptions } from '../../api/uncertainty.ts';
import type { Bound } from '../../domain/highTechnologyList.ts';
import { parsePeriod, periodText } from '../../domain/period.ts';
import type { Segment } from '../../domain/segmentSystem.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { RowsQuestion } from '../../store/queries/contributingRows.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { assess } from '../assess.ts';
import type { ExternalSums } from '../externalSums.ts';
import { type HighTechOptions, highTech, wholeOf } from '../highTech.ts';
import { type AssessOptions, given, type ResolvedOptions, resolveOptions } from '../options.ts';
import type { PreparedAssessment } from '../prepareAssessment.ts';
import { prepareReferred } from '../prepareReferred.ts';
import { referenceRegions } from '../segmentRows.ts';
import { yearlyOptions } from '../trajectory/trajectory.ts';
import { assessedOptions } from '../uncertainty/uncertainty.ts';
import { definitionsOf } from './definitionsOf.ts';
import { type FigureId, rowId } from './figureId.ts';
import {
  assessmentFigures,
  type Figure,
  highTechFigures,
  type OperandName,
  operandSymbols,
} from './figures.ts';
import { codesOf, type OperandQuestion } from './operandRows.ts';

/** A run made again, with the way from its figures to their rows. */
export interface ExplainedRun {
  readonly rows: readonly (AssessmentRow | HighTechRow)[];
  readonly findings: Assessment['findings'];
  readonly figures: Readonly<Record<string, Figure>>;
  readonly otherFields: readonly string[];
  readonly mainField: string;
  readonly definitions: Readonly<Record<string, unknown>>;
  /** Regions (or countries) that a territory is the sum of. */
  membersOf(territory: string): readonly string[];
  /** The question for the rows of a sum; null where the list is not known under the bound. */
  operand(row: AssessmentRow | HighTechRow, name: OperandName, bound: Bound): OperandQuestion | null;
  /** The question for the rows of a caveat's value; null where it has none. */
  findingRows(code: string): OperandQuestion | null;
}

/** Makes the run of a manifest again for the period of a figure, ready to be explained. */
export async function explainedRun(
  workspace: WorkspaceReader,
  manifest: RunManifest,
  id: FigureId,
): Promise<ExplainedRun> {
  const isAssessment = manifest.command !== 'high-tech';
  const period = parsePeriod(id.period);
  if (period === null) {
    throw new TrajectaError('bad-option', {
      ru: `«${id.period}» в номере величины — не период.`,
      en: `"${id.period}" in the id of the figure is no period.`,
    });
  }
  const system = definitionsOf(manifest).segments;
  const whole: Segment = {
    id: 'all',
    name: { ru: 'Весь перечень', en: 'The whole list' },
    ...wholeOf(system?.segments ?? [], system?.id ?? ''),
  };
  const options = isAssessment
    ? { ...assessmentOptions(manifest), period: periodText(period) }
    : assessOptionsOf(manifest.options as unknown as HighTechOptions, periodText(period));
  const definitions = definitionsOf(manifest);
  const known =
    isAssessment || system === undefined
      ? definitions
      : { ...definitions, segments: { ...system, segments: [...system.segments, whole] } };
  const resolved = await resolveOptions(options, known, workspace.territories, workspace.world?.territories);
  const prepared = await prepareReferred(workspace, resolved);
  const answer = await answerOf(workspace, manifest, options);
  return {
    ...answer,
    figures: isAssessment ? assessmentFigures : highTechFigures,
    otherFields: isAssessment ? ['rank', 'verdict', 'orientedRegions', 'printed'] : [],
    mainField: isAssessment ? 'trajectoryIndex' : 'valueUsd',
    definitions: manifest.definitions,
    membersOf: (territory) => membersOf(workspace, prepared, territory),
    operand: (row, name, bound) => operandOf(workspace, resolved, prepared, row, name, bound),
    findingRows: (code) => findingQuestion(resolved, code),
  };
}

function membersOf(
  workspace: WorkspaceReader,
  prepared: PreparedAssessment,
  territory: string,
): readonly string[] {
  if (territory === workspace.country) return [...prepared.totals.keys()].sort();
  return prepared.members.get(territory) ?? prepared.unions.get(territory) ?? [territory];
}

/** Options of the assessment behind a run: of a trajectory those of its years, of uncertainty those judged. */
function assessmentOptions(manifest: RunManifest): AssessOptions {
  if (manifest.command === 'uncertainty')
    return assessedOptions(manifest.options as unknown as UncertaintyOptions);
  const options = manifest.options as unknown as AssessOptions & TrajectoryOptions;
  return manifest.command === 'trajectory' ? { ...given(yearlyOptions(options)), period: '' } : options;
}

/** Rows of the run that the figure is one of, with its findings; of a trajectory the rows of the year. */
async function answerOf(
  workspace: WorkspaceReader,
  manifest: RunManifest,
  options: AssessOptions,
): Promise<Pick<ExplainedRun, 'rows' | 'findings'>> {
  const known = definitionsOf(manifest);
  if (manifest.command === 'high-tech') {
    const { data, findings } = await highTech(
      workspace,
      manifest.options as unknown as HighTechOptions,
      known,
    );
    return { rows: data, findings };
  }
  if (manifest.command === 'assess') {
    const { data, findings } = await assess(workspace, manifest.options as unknown as AssessOptions, known);
    return { rows: data, findings };
  }
  const { data, findings } = await assess(workspace, options, known);
  const rows = data.map((row) => ({
    ...row,
    id: rowId(manifest.run, row.period, row.segment, row.territory),
  }));
  return { rows, findings };
}

function assessOptionsOf(options: HighTechOptions, period: string): AssessOptions {
  const { flow, revision, alignment, inEdition, weights, groups } = options;
  const set = Object.entries({ flow, revision, alignment, inEdition, weights, groups }).filter(
    ([, value]) => value !== undefined,
  );
  return { period, reExports: options.reExports ?? 'include', ...Object.fromEntries(set) };
}

function operandOf(
  workspace: WorkspaceReader,
  options: ResolvedOptions,
  prepared: PreparedAssessment,
  row: AssessmentRow | HighTechRow,
  name: OperandName,
  bound: Bound,
): OperandQuestion | null {
  const id = 'segment' in row ? row.segment : row.group;
  const segment = options.system.segments.find((one) => one.id === id);
  if (segment === undefined) throw new Error(`No segment ${id}`);
  const everyone = [...prepared.totals.keys()].sort();
  const district = 'district' in row && row.district !== null ? row.district : null;
  const districtMembers = district === null ? null : (prepared.members.get(district) ?? null);
  const members = membersOf(workspace, prepared, row.territory);
  const unionMembers = options.union === null ? null : (prepared.unions.get(options.union) ?? []);
  const places = { members, everyone, districtMembers, unionMembers };
  const { reference, held } = referenceRegions(options, row.level, places);
  const list = prepared.lists(segment, bound);
  const base = prepared.bases(segment, bound);
  const parts: Readonly<Record<OperandName, readonly [regions: readonly string[], list: typeof base]>> = {
    segment: [members, list],
    base: [members, base],
    referenceSegment: [held, list],
    referenceBase: [held, base],
    wholeReferenceSegment: [reference, list],
    total: [members, null],
    countrySegment: [everyone, list],
    countryTotal: [everyone, null],
    districtSegment: [districtMembers ?? [], list],
  };
  const theirs =
    name.startsWith('reference') || name === 'wholeReferenceSegment' ? prepared.external : undefined;
  if (theirs !== undefined && workspace.world !== undefined)
    return externalOperand(workspace.world, options, theirs, segment, name, bound);
  const [regions, chosen] = parts[name];
  if (prepared.editions.some((edition) => list(edition) === null)) return null;
  const rows: RowsQuestion = {
    flow: options.flow,
    period: options.period,
    reExports: options.reExports,
    regions,
    codes: codesOf(chosen, prepared.editions),
  };
  const what =
    chosen === null
      ? { ru: 'все товары', en: 'all goods' }
      : chosen === list
        ? segment.name
        : baseName(options.base);
  return {
    symbol: operandSymbols[name],
    bound,
    definition: definitionText(workspace, options, regions, everyone, what, rows),
    rows,
  };
}

/** A sum of the reference, where that is of the workspace of the world. */
function externalOperand(
  world: WorkspaceReader,
  options: ResolvedOptions,
  theirs: ExternalSums,
  segment: Segment,
  name: OperandName,
  bound: Bound,
): OperandQuestion | null {
  const list = theirs.lists(segment, bound);
  if (theirs.editions.some((edition) => list(edition) === null)) return null;
  const chosen = name === 'referenceBase' ? theirs.bases(segment, bound) : list;
  const regions = name === 'wholeReferenceSegment' ? theirs.reference : theirs.held;
  const { flow, period, reExports } = options;
  const rows: RowsQuestion = { flow, period, reExports, regions, codes: codesOf(chosen, theirs.editions) };
  const what =
    chosen === null
      ? { ru: 'все товары', en: 'all goods' }
      : chosen === list
        ? segment.name
        : baseName(options.base);
  const everyone = options.union === null && !options.withoutSelf ? theirs.reference : [];
  return {
    symbol: operandSymbols[name],
    bound,
    definition: definitionText(world, options, regions, everyone, what, rows),
    rows,
    ofWorld: true,
  };
}

function baseName(base: string): TwoLanguages {
  return { ru: `база «${base}»`, en: `base "${base}"` };
}

function definitionText(
  workspace: WorkspaceReader,
  options: ResolvedOptions,
  regions: readonly string[],
  everyone: readonly string[],
  what: TwoLanguages,
  rows: RowsQuestion,
): TwoLanguages {
  const nameOf = (region: string, language: 'ru' | 'en') =>
    workspace.territories.territories.find((one) => one.id === region)?.name[language] ?? region;
  const where = (language: 'ru' | 'en') => {
    if (regions.length === everyone.length) return workspace.territories.countryName[language];
    if (regions.length === 0) return '∅';
    return regions.length > 4
      ? `${regions.length} × ${language === 'ru' ? 'регион' : 'region'}`
      : regions.map((region) => nameOf(region, language)).join(' + ');
  };
  const codes = rows.codes === null ? null : rows.codes.length;
  const flow = options.flow === 'export' ? { ru: 'вывоз', en: 'exports' } : { ru: 'ввоз', en: 'imports' };
  const reExports =
    options.reExports === 'include'
      ? { ru: 'с реэкспортом', en: 'with re-exports' }
      : { ru: 'без реэкспорта', en: 'without re-exports' };
  return {
    ru: `${flow.ru}, ${where('ru')}: ${what.ru}${codes === null ? '' : ` (кодов: ${codes})`}, ${periodText(options.period)}, ${reExports.ru}`,
    en: `${flow.en}, ${where('en')}: ${what.en}${codes === null ? '' : ` (${codes} codes)`}, ${periodText(options.period)}, ${reExports.en}`,
  };
}

/** Rows behind the values that caveats name. */
function findingQuestion(options: ResolvedOptions, code: string): OperandQuestion | null {
  const rows = {
    flow: options.flow,
    period: options.period,
    reExports: options.reExports,
    regions: null,
    codes: null,
  };
  const of = (more: Partial<RowsQuestion>): OperandQuestion => ({
    symbol: code,
    bound: 'chosen',
    definition: { ru: code, en: code },
    rows: { ...rows, ...more },
  });
  if (code === 'confidential' || code === 'unallocated') return of({ status: code });
  if (code === 'short-codes') return of({ status: 'short' });
  if (code === 'region-not-stated') return of({ regions: ['not-stated', 'not-disclosed'] });
  return code === 're-exports' ? of({ reExports: 'only' }) : null;
}
