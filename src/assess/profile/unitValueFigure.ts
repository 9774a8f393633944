import type { RunManifest } from '../../api/assessment.ts';
import type { UnitValuesOptions } from '../../api/unitValues.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { given } from '../options.ts';
import { definitionsOf } from '../trace/definitionsOf.ts';
import type { FigureId } from '../trace/figureId.ts';
import { type ProfileFigure, usd } from './profileFigure.ts';
import { territoryScope } from './territoryScope.ts';
import { unitValues } from './unitValues.ts';

/** A figure of the unit values of a segment, or null where there is none of that id. */
export async function unitValueFigure(
  workspace: WorkspaceReader,
  manifest: RunManifest,
  id: FigureId,
): Promise<ProfileFigure | null> {
  const options = manifest.options as unknown as UnitValuesOptions;
  const known = definitionsOf(manifest);
  const answer = await unitValues(workspace, options, known);
  const row = answer.data.find((one) => one.code === id.segment && id.territory === `spread:${one.across}`);
  if (row === undefined) return null;
  const { segment: _segment, across: _across, top: _top, ...choices } = options;
  const scope = await territoryScope(workspace, { ...given(choices), territory: workspace.country }, known);
  const { flow, period, reExports } = scope.options;
  const title: TwoLanguages = {
    ru: `${workspace.territories.countryName.ru}: ${row.code}, ${id.period}`,
    en: `${workspace.territories.countryName.en}: ${row.code}, ${id.period}`,
  };
  const part = {
    symbol: 'X',
    bound: 'chosen' as const,
    definition: title,
    rows: {
      flow,
      period,
      reExports,
      regions: null,
      codes: scope.editions.map((edition) => ({ edition, by: 'hs6' as const, code: row.code, weight: 1 })),
    },
  };
  const per: TwoLanguages = { ru: `долл. за ${row.unit ?? ''}`, en: `USD per ${row.unit ?? ''}` };
  const across =
    row.across === 'region' ? { ru: 'регионам', en: 'regions' } : { ru: 'странам', en: 'partners' };
  const base = { title, unit: per, reason: row.unitValueReason, operands: [part], compute: () => null };
  const observed = [`n = ${row.observations} (${across.en})`];
  switch (id.field ?? 'unitValueUsd') {
    case 'valueUsd':
      return {
        ...base,
        unit: usd,
        value: row.valueUsd,
        reason: null,
        formula: '{0}',
        compute: ([x]) => x ?? 0,
      };
    case 'unitValueUsd':
      return { ...base, value: row.unitValueUsd, formula: 'Σ value / Σ quantity' };
    case 'medianUsd':
      return { ...base, value: row.medianUsd, formula: 'median(Σ value / Σ quantity)', terms: observed };
    default:
      return null;
  }
}
