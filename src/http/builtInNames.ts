import { orientationRuleNames } from '../classifications/orientationRules.ts';
import { segmentSystemNames } from '../classifications/segmentSystems.ts';
import { TrajectaError } from '../domain/trajectaError.ts';

/**
 * By HTTP only systems and rules that the program knows by name: a path of a file would let a stranger read the disk.
 * Throws `bad-option` naming what is accepted.
 */
export function requireBuiltIn(options: {
  readonly segments?: string | undefined;
  readonly rule?: string | undefined;
}): void {
  requireName('segments', options.segments, segmentSystemNames());
  requireName('rule', options.rule, orientationRuleNames());
}

function requireName(parameter: string, given: string | undefined, known: readonly string[]): void {
  if (given === undefined || known.includes(given)) return;
  throw new TrajectaError('bad-option', {
    ru: `${parameter}=${given}: такого имени нет. Принимаются ${known.join(', ')}; файлы — только в командной строке.`,
    en: `${parameter}=${given}: there is no such name. Accepted: ${known.join(', ')}; files only on the command line.`,
  });
}
