import type { RunManifest } from '../../api/assessment.ts';
import type { Explanation } from '../../api/explanation.ts';
import type { Path, TrajectoryOptions } from '../../api/trajectory.ts';
import { directionOf, volatileFrom, yearsForDirection } from '../../domain/direction.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { definitionsOf } from '../trace/definitionsOf.ts';
import type { FigureId } from '../trace/figureId.ts';
import { seriesOf } from './pathDirections.ts';
import { trajectory } from './trajectory.ts';

const formulas: Readonly<Record<string, string>> = {
  direction: `rising if slope − t·s > 0; falling if slope + t·s < 0; else stable if σ < ${volatileFrom}, volatile otherwise; at least ${yearsForDirection} years above 0`,
  growthPerYear: 'exp(slope) − 1',
  growthLower: 'exp(slope − t·s) − 1',
  growthUpper: 'exp(slope + t·s) − 1',
  slope: 'Σ (year − mean year)(ln x − mean ln x) / Σ (year − mean year)²',
  standardError: 's = √( Σ residual² / (n − 2) / Σ (year − mean year)² )',
  quantile: "t: half-width of the 90 % interval of Student's t with n − 2 degrees of freedom",
  residualDeviation: 'σ = √( Σ residual² / (n − 2) )',
  place: 'place by direction (rising, stable, volatile, falling), then by slope',
};

/** A figure of a path: the direction of a measure, or one of the numbers that it rests on (MEASURE.FIELD, or FIELD for the index). */
export async function explainPath(
  workspace: WorkspaceReader,
  manifest: RunManifest,
  id: FigureId,
): Promise<Explanation> {
  const known = definitionsOf(manifest);
  const answer = await trajectory(workspace, manifest.options as unknown as TrajectoryOptions, known);
  const path = answer.data.find((one) => one.segment === id.segment && one.territory === id.territory);
  const [measure, field] = (id.field ?? 'direction').includes('.')
    ? (id.field ?? '').split('.')
    : ['trajectoryIndex', id.field ?? 'direction'];
  const direction = path?.directions.find((one) => one.measure === measure);
  const formula = formulas[field ?? ''];
  if (path === undefined || direction === undefined || field === undefined || formula === undefined)
    throw noFigure(path, id);
  const series = seriesOf(path.points, direction.measure);
  const value =
    field === 'place' ? path.place : field === 'direction' ? null : (direction[field as 'slope'] ?? null);
  const again = directionOf(series);
  const recomputed =
    field === 'place' || field === 'direction' || direction.reason !== null
      ? value
      : (again[field as 'slope'] ?? null);
  const numbers = [
    ...series.map(([year, x]) => `${year}: ln ${x} = ${x > 0 ? Math.log(x) : '–'}`),
    `n = ${direction.years}, slope = ${direction.slope}, s = ${direction.standardError}, t = ${direction.quantile}, σ = ${direction.residualDeviation}`,
    ...(direction.zeroYears.length === 0 ? [] : [`0, left out: ${direction.zeroYears.join(', ')}`]),
    ...(direction.undefinedYears.length === 0
      ? []
      : [`undefined, left out: ${direction.undefinedYears.join(', ')}`]),
  ];
  const what = { ru: `${direction.measure}, ${field}`, en: `${direction.measure}, ${field}` };
  return {
    data: {
      id: `${path.id}/${direction.measure}.${field}`,
      title: {
        ru: `${what.ru}: ${path.territoryName.ru}, ${path.segmentName.ru}, ${path.period}`,
        en: `${what.en}: ${path.territoryName.en}, ${path.segmentName.en}, ${path.period}`,
      },
      value,
      text: field === 'direction' ? (direction.direction ?? '–') : null,
      reason: direction.reason,
      unit: { ru: 'без единицы', en: 'no unit' },
      formula,
      substituted: numbers.join('\n'),
      operands: [],
      related: path.points.map((point) => ({
        id: `${point.id}/${direction.measure}`,
        value: point[direction.measure],
        note: { ru: String(point.year), en: String(point.year) },
      })),
      recomputed,
      agrees:
        field === 'direction'
          ? direction.direction === again.direction || direction.reason !== null
          : value === recomputed,
      definitions: manifest.definitions,
    },
    findings: answer.findings,
    manifest,
  };
}

function noFigure(path: Path | undefined, id: FigureId): TrajectaError {
  const fields = Object.keys(formulas).join(', ');
  return path === undefined
    ? new TrajectaError('bad-option', {
        ru: `В расчёте ${id.run} нет пути ${id.segment}/${id.territory}.`,
        en: `The run ${id.run} has no path ${id.segment}/${id.territory}.`,
      })
    : new TrajectaError('bad-option', {
        ru: `Показателя «${id.field}» у пути нет. Есть: ${fields}; перед ними может стоять мера, например segmentShareOfTerritory.slope.`,
        en: `A path has no figure "${id.field}". There are: ${fields}; a measure may stand before them, for example segmentShareOfTerritory.slope.`,
      });
}
