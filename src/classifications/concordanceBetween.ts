import { composeConcordances } from '../domain/composeConcordances.ts';
import { type Concordance, concordanceOf, type Link, linksBySource } from '../domain/concordance.ts';
import { concordancePath, type PathStep } from '../domain/concordancePath.ts';
import { invertConcordance } from '../domain/invertConcordance.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { weightByTrade } from '../domain/weightByTrade.ts';
import type { ConcordanceSource } from './concordanceSource.ts';
import type { CodePair, ConcordanceKind } from './readClassificationFile.ts';

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
  const steps = stepsBetween(source, from, to);
  const composed = steps
    .map((step) => stepConcordance(source, step, kindOf(weights)))
    .reduce((whole, part) => composeConcordances(whole, part));
  return { concordance: weights === 'trade' ? weightByTrade(composed, targetValues) : composed, steps };
}

/** The links of one code by `concordanceBetween`, without composing the tables of all codes. */
export function linksOfCode(
  source: ConcordanceSource,
  from: string,
  to: string,
  weights: Exclude<LinkWeights, 'trade'>,
  code: string,
): readonly Link[] {
  const steps = stepsBetween(source, from, to);
  const start: Concordance = { from, to: from, links: [{ source: code, target: code, weight: 1 }] };
  const { links } = steps.reduce((whole, step) => {
    const onward = stepLinks(source, step, kindOf(weights));
    const targets = new Set(whole.links.map((link) => link.target));
    const links = [...targets].flatMap((target) => (target === null ? [] : (onward.get(target) ?? [])));
    return composeConcordances(whole, { from: step.from, to: step.to, links });
  }, start);
  return links;
}

function stepsBetween(source: ConcordanceSource, from: string, to: string): readonly PathStep[] {
  const steps = concordancePath(source.available, from, to);
  if (steps === null || steps.length === 0) throw noWay(source, from, to);
  return steps;
}

function kindOf(weights: LinkWeights): ConcordanceKind {
  return weights === 'conversion' ? 'conversion' : 'correlation';
}

function stepPairs(source: ConcordanceSource, step: PathStep, kind: ConcordanceKind): readonly CodePair[] {
  const [from, to] = step.inverted ? [step.to, step.from] : [step.from, step.to];
  const other = kind === 'conversion' ? 'correlation' : 'conversion';
  return source.pairs(from, to, kind) ?? source.pairs(from, to, other) ?? [];
}

function stepConcordance(source: ConcordanceSource, step: PathStep, kind: ConcordanceKind): Concordance {
  const [from, to] = step.inverted ? [step.to, step.from] : [step.from, step.to];
  const made = concordanceOf(from, to, stepPairs(source, step, kind));
  return step.inverted ? invertConcordance(made) : made;
}

type LinksBySource = ReadonlyMap<string, readonly Link[]>;
const keptLinks = new WeakMap<readonly CodePair[], Map<boolean, LinksBySource>>();

/** Links of a step by code, kept with the table that they are of. */
function stepLinks(source: ConcordanceSource, step: PathStep, kind: ConcordanceKind): LinksBySource {
  const pairs = stepPairs(source, step, kind);
  const kept = keptLinks.get(pairs) ?? new Map<boolean, LinksBySource>();
  keptLinks.set(pairs, kept);
  const links = kept.get(step.inverted) ?? linksBySource(stepConcordance(source, step, kind));
  kept.set(step.inverted, links);
  return links;
}

function noWay(source: ConcordanceSource, from: string, to: string): TrajectaError {
  const known = [...new Set(source.available.flatMap((one) => [one.from, one.to]))].sort().join(', ');
  return new TrajectaError('bad-option', {
    ru: `Пути от ${from} к ${to} нет. Известны: ${known}. Недостающую таблицу добавит trajecta classifications import ФАЙЛ.`,
    en: `There is no way from ${from} to ${to}. Known are: ${known}. trajecta classifications import FILE adds a table that is missing.`,
  });
}
