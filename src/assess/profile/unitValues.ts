import type { UnitValueRow, UnitValues, UnitValuesOptions } from '../../api/unitValues.ts';
import { periodText } from '../../domain/period.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { regionNotDisclosed, regionNotStated } from '../../store/cube.ts';
import { literal } from '../../store/queries/literal.ts';
import { productSums } from '../../store/queries/productSums.ts';
import { quantitySums } from '../../store/queries/quantitySums.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { given, type KnownDefinitions } from '../options.ts';
import { rowId } from '../trace/figureId.ts';
import { runManifest, withChecksum } from '../trace/runManifest.ts';
import { codeName } from './codeName.ts';
import { cellsInMainUnit, placedCells, priceOf, spreadAcross, spreadFields } from './productParts.ts';
import { profileDefinitions } from './profileDefinitions.ts';
import { type TerritoryScope, territoryScope } from './territoryScope.ts';

const usualTop = 12;

/**
 * Unit values of the largest six-digit codes of a segment (or of all segments): the country's in the unit that tells
 * most of the value, with median and quartiles over regions or partners. A code without quantities has no unit value.
 * Throws `no-data`, and `bad-option` for a segment that the system does not have.
 */
export async function unitValues(
  workspace: WorkspaceReader,
  asked: UnitValuesOptions,
  known: KnownDefinitions = {},
): Promise<UnitValues> {
  const { segment, across = 'region', top = usualTop, ...choices } = asked;
  const scope = await territoryScope(workspace, { ...given(choices), territory: workspace.country }, known);
  const { flow, period, reExports } = scope.options;
  const manifest = runManifest(
    workspace,
    'unit-values',
    { ...asked, period: periodText(period) },
    profileDefinitions(scope.options),
  );
  const largest = (await segmentValues(workspace, scope, segment)).slice(0, top);
  const codes = largest.map(([code]) => code);
  const found =
    codes.length === 0
      ? []
      : await workspace.engine.query(
          quantitySums({
            flow,
            period,
            reExports,
            codes: `hs6 IN (${codes.map(literal).join(', ')})`,
            by: ['hs6', 'region', 'partner'],
          }),
        );
  const data = largest.map(([code, valueUsd]): UnitValueRow => {
    const { unit, cells } = cellsInMainUnit(placedCells(found.filter((row) => row.hs6 === code)));
    const spread = spreadAcross(
      cells,
      across,
      (group) => !['', regionNotStated, regionNotDisclosed].includes(group),
    );
    return {
      id: rowId(manifest.run, periodText(period), code, `spread:${across}`),
      period: periodText(period),
      code,
      codeName: codeName(workspace, code),
      valueUsd,
      ...priceOf(cells, unit, valueUsd),
      across,
      ...spreadFields(spread),
    };
  });
  return withChecksum({ data, findings: [], manifest: { ...manifest, period: periodText(period) } });
}

/** Six-digit codes that a segment touches with all the exports of each, the largest first. */
async function segmentValues(
  workspace: WorkspaceReader,
  { options, lists, editions }: TerritoryScope,
  segment: string | undefined,
): Promise<readonly (readonly [string, number])[]> {
  const { segments } = options.system;
  const wanted = segment === undefined ? segments : segments.filter((one) => one.id === segment);
  if (wanted.length === 0) {
    const names = segments.map((one) => one.id).join(', ');
    throw new TrajectaError('bad-option', {
      ru: `segment=${segment}: такого сегмента в системе ${options.system.id} нет. Принимаются ${names}.`,
      en: `segment=${segment}: the system ${options.system.id} has no such segment. Accepted: ${names}.`,
    });
  }
  const codes = [
    ...new Set(
      wanted.flatMap((one) =>
        editions.flatMap((edition) => [...(lists(one, 'chosen')(edition)?.weights.keys() ?? [])]),
      ),
    ),
  ];
  const { flow, period, reExports } = options;
  const rows = await workspace.engine.query(
    productSums({
      flow,
      period,
      reExports,
      regions: null,
      by: ['hs6'],
      codes: codes.map((one) => one.slice(0, 6)),
    }),
  );
  return rows
    .map((row) => [String(row.hs6), Number(row.value_usd ?? 0)] as const)
    .filter(([, value]) => value > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
