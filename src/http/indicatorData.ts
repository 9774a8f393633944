import { nothingSupplied } from '../assess/scorecard/scorecard.ts';
import { indicatorSystemNames, loadIndicatorSystem } from '../classifications/indicatorSystems.ts';
import type { IndicatorSystem } from '../domain/scorecard/indicatorSystem.ts';
import type { SuppliedSeries } from '../domain/scorecard/suppliedSeries.ts';
import { TrajectaError } from '../domain/trajectaError.ts';

/** What the one who starts the server gives beside the workspace: systems of indicators, series and rates. */
export interface IndicatorData {
  readonly systems: readonly IndicatorSystem[];
  readonly supplied: SuppliedSeries;
}
export const noIndicatorData: IndicatorData = { systems: [], supplied: nothingSupplied };

/** All systems by name: those given first, then the built-in ones. */
export function knownSystems(data: IndicatorData): readonly IndicatorSystem[] {
  const own = new Set(data.systems.map((one) => one.id));
  return [
    ...data.systems,
    ...indicatorSystemNames()
      .filter((id) => !own.has(id))
      .map(loadIndicatorSystem),
  ];
}

/** A system by its name only: a request must not name a file of this machine. Throws `bad-indicator-system`. */
export function systemNamed(data: IndicatorData, asked: string | undefined): IndicatorSystem {
  const systems = knownSystems(data);
  const found = asked === undefined ? systems[0] : systems.find((one) => one.id === asked);
  if (found !== undefined) return found;
  const names = systems.map((one) => one.id).join(', ');
  throw new TrajectaError('bad-indicator-system', {
    ru: `Системы показателей «${asked}» нет. Есть: ${names}.`,
    en: `There is no system of indicators "${asked}". There are: ${names}.`,
  });
}
