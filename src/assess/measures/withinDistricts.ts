import type { MeasureAnswer } from '../../api/measureAnswer.ts';
import type { MeasureDefinition } from '../../domain/measures/measureDefinition.ts';
import type { MeasureOptions } from '../../domain/measures/measureOptions.ts';
import { membersAt } from '../../domain/membersAt.ts';
import { lastMonth } from '../../domain/period.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { districtsOf, levelChoice } from '../levels.ts';
import { columnsOfWorkspace, type WorkspaceAsked } from './columnsOfWorkspace.ts';
import { measure } from './measure.ts';

/**
 * A measure with each region held against its own district: computed for the regions of each district alone. Regions
 * of no district are left out, and named. Throws `bad-option` for a measure that is not by region, and where the data
 * has no districts.
 */
export async function measureWithinDistricts(
  workspace: WorkspaceReader,
  definition: MeasureDefinition,
  asked: Omit<WorkspaceAsked, 'only'>,
  chosen: MeasureOptions,
): Promise<MeasureAnswer> {
  const dictionary = workspace.territories;
  levelChoice(dictionary, 'district');
  if (!/region/.test(definition.by)) throw notByRegion(definition);
  const { columns, manifest } = await columnsOfWorkspace(
    workspace,
    definition,
    { ...asked, grouping: null },
    chosen,
  );
  const there = columns.region?.labels ?? [];
  const answers: MeasureAnswer[] = [];
  const placed = new Set<string>();
  const counted: string[] = [];
  for (const district of districtsOf(dictionary)) {
    const only = membersAt(dictionary, district, lastMonth(asked.period)).filter((one) =>
      there.includes(one),
    );
    if (only.length === 0) continue;
    const found = await columnsOfWorkspace(workspace, definition, { ...asked, grouping: null, only }, chosen);
    const answer = measure(definition, found.columns, { ...chosen, reference: 'all' }, found);
    answers.push({
      ...answer,
      findings: answer.findings.map((one) => ({
        ...one,
        message: { ru: `${district}: ${one.message.ru}`, en: `${district}: ${one.message.en}` },
      })),
    });
    for (const region of only) placed.add(region);
    counted.push(district);
  }
  const nowhere = there.filter((region) => !placed.has(region));
  return {
    data: answers.flatMap((one) => one.data),
    findings: [
      ...answers.flatMap((one) => one.findings),
      ...(nowhere.length === 0
        ? []
        : [
            {
              code: 'no-district',
              severity: 'caveat' as const,
              message: {
                ru: 'Регионы вне округов: эталона у них нет, они опущены.',
                en: 'Regions of no district have no reference and are left out.',
              },
              count: nowhere.length,
              examples: nowhere,
            },
          ]),
    ],
    manifest: {
      ...answers[0]?.manifest,
      ...manifest,
      measure: definition.id,
      options: { ...answers[0]?.manifest.options, reference: 'district' },
      regions: placed.size,
      products: columns.product?.labels.length ?? 0,
      districts: counted,
    },
  };
}

function notByRegion({ id }: MeasureDefinition): TrajectaError {
  return new TrajectaError('bad-option', {
    ru: `--reference district: мера ${id} считается не по регионам.`,
    en: `--reference district: the measure ${id} is not by region.`,
  });
}
