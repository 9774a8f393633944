import type { MeasureAnswer } from '../../api/measureAnswer.ts';
import type { MeasureDefinition } from '../../domain/measures/measureDefinition.ts';
import type { MeasureOptions } from '../../domain/measures/measureOptions.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { columnsOfWorkspace, type WorkspaceAsked } from './columnsOfWorkspace.ts';
import { measure } from './measure.ts';
import { measureAgainst } from './measureAgainst.ts';
import { referenceOfWorld } from './referenceOfWorld.ts';
import { measureWithinDistricts } from './withinDistricts.ts';

/**
 * A measure over a workspace: against the data itself, each region against its own district (`reference: 'district'`),
 * or against the workspace of the world behind it, all of it or the members of `referenceUnion`.
 */
export async function measureOfWorkspace(
  workspace: WorkspaceReader,
  definition: MeasureDefinition,
  asked: Omit<WorkspaceAsked, 'only'> & { readonly referenceUnion?: string | undefined },
  chosen: MeasureOptions,
  mostRows?: number,
): Promise<MeasureAnswer> {
  const { world } = workspace;
  const { referenceUnion, ...question } = asked;
  if (referenceUnion !== undefined && world === undefined) {
    throw new TrajectaError('bad-option', {
      ru: `--reference-union ${referenceUnion}: нужна рабочая область мира, --world ПАПКА.`,
      en: `--reference-union ${referenceUnion}: a workspace of the world is wanted, --world FOLDER.`,
    });
  }
  if (world !== undefined && chosen.reference !== undefined && chosen.reference !== 'all') {
    throw new TrajectaError('bad-option', {
      ru: `--reference ${chosen.reference} и --world — два эталона: задайте один.`,
      en: `--reference ${chosen.reference} and --world are two references: give one.`,
    });
  }
  if (chosen.reference === 'district') {
    if (question.grouping === null) return measureWithinDistricts(workspace, definition, question, chosen);
    throw new TrajectaError('bad-option', {
      ru: '--reference district — для регионов: без --level и --union.',
      en: '--reference district is for regions: without --level and --union.',
    });
  }
  const given = await columnsOfWorkspace(workspace, definition, question, chosen);
  if (world === undefined)
    return measure(definition, given.columns, chosen, {
      ...given,
      ...(mostRows === undefined ? {} : { mostRows }),
    });
  const union = referenceUnion ?? null;
  const reference = await referenceOfWorld(world, definition, { ...question, union }, chosen, given);
  return measureAgainst(definition, chosen, given, reference, 'world').answer;
}
