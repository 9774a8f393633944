import type { DiversificationFigure, RelationKind } from '../../api/diversification.ts';
import type { Measured } from '../../domain/measured.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import type { FoundTerritory } from '../findTerritory.ts';
import { rowId } from '../trace/figureId.ts';
import { type DiversificationMeasureName, diversificationMeasures } from './measures.ts';

/** Takes a figure into the answer. */
export type PutFigure = (
  measure: DiversificationMeasureName,
  by: RelationKind,
  period: string,
  value: number | Measured,
  terms?: Readonly<Record<string, number>>,
  items?: DiversificationFigure['items'],
) => void;

/** The figures of one territory and scope, gathered as they are computed. */
export function figureList(of: {
  readonly run: string;
  readonly territory: FoundTerritory;
  readonly scope: { readonly id: string; readonly name: TwoLanguages };
}): { readonly figures: DiversificationFigure[]; readonly put: PutFigure } {
  const figures: DiversificationFigure[] = [];
  const { run, territory, scope } = of;
  const put: PutFigure = (measure, by, period, given, terms = {}, items = []) => {
    const { aspect, name, unit } = diversificationMeasures[measure];
    const measured: Measured = typeof given === 'number' ? { value: given } : given;
    figures.push({
      id: `${rowId(run, period, scope.id, territory.id)}/${by}.${measure}`,
      level: territory.level,
      territory: territory.id,
      territoryName: territory.name,
      scope: scope.id,
      scopeName: scope.name,
      aspect,
      by,
      measure,
      name,
      period,
      value: measured.value,
      unit,
      reason: measured.value === null ? measured.reason : null,
      terms: { ...terms },
      items,
    });
  };
  return { figures, put };
}
