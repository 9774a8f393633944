import type { ResolvedOptions } from '../options.ts';

/** Of the resolved options those that a profile depends on: it has no index of a segment, no reference and no verdict. */
export function profileDefinitions(options: ResolvedOptions): object {
  const { period, flow, system, revision, alignment, reExports, inEdition, weights } = options;
  return { period, flow, system, revision, alignment, reExports, inEdition, weights };
}
