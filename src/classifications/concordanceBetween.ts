import { composeConcordances } from '../domain/composeConcordances.ts';
import { type Concordance, concordanceOf } from '../domain/concordance.ts';
import { concordancePath, type PathStep } from '../domain/concordancePath.ts';
import { invertConcordance } from '../domain/invertConcordance.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { weightByTrade } from '../domain/weightByTrade.ts';
import type { ConcordanceSource } from './concordanceSource.ts';
import type { ConcordanceKind } from './readClassificationFile.ts';

/** How links of one code to several share its value. */
export type LinkWeights = 'conversion' | 'equal' | 'trade';

export interface Bridge {
  readonly concordance: Concordance;
  readonly steps: readonly PathStep[];
}

/**
 * The concordance between two classifications, composed along the shortest way. `conversion`: the one-to-one tables
 * (a way back parts equally); `equal`: all links of the correlation tables in equal parts; `trade`: all links in
 * proportion to `targetValues`, values of the codes of the classification at the end. A step that has only one kind
 * of table uses it. Throws `bad-option` naming what there is, where there is no way.
 */
export function concordanceBetween(
  source: ConcordanceSource,
  from: string,
  to: string,
  weights: LinkWeights = 'conversion',
  targetValues: ReadonlyMap<string, number> = new Map(),
): Bridge {
  const steps = concordancePath(source.available, from, to);
  if (steps === null || steps.length === 0) throw noWay(source, from, to);
  const kind: ConcordanceKind = weights === 'conversion' ? 'conversion' : 'correlation';
  const parts = steps.map((step) => stepConcordance(source, step, kind));
  const composed = parts.reduce((whole, part) => composeConcordances(whole, part));
  return { concordance: weights === 'trade' ? weightByTrade(composed, targetValues) : composed, steps };
}

function stepConcordance(source: ConcordanceSource, step: PathStep, kind: ConcordanceKind): Concordance {
  const [from, to] = step.inverted ? [step.to, step.from] : [step.from, step.to];
  const other = kind === 'conversion' ? 'correlation' : 'conversion';
  const pairs = source.pairs(from, to, kind) ?? source.pairs(from, to, other) ?? [];
  const made = concordanceOf(from, to, pairs);
  return step.inverted ? invertConcordance(made) : made;
}

function noWay(source: ConcordanceSource, from: string, to: string): TrajectaError {
  const known = [...new Set(source.available.flatMap((one) => [one.from, one.to]))].sort().join(', ');
  return new TrajectaError('bad-option', {
    ru: `Пути от ${from} к ${to} нет. Известны: ${known}. Недостающую таблицу добавит trajecta classifications import ФАЙЛ.`,
    en: `There is no way from ${from} to ${to}. Known are: ${known}. trajecta classifications import FILE adds a table that is missing.`,
  });
}
