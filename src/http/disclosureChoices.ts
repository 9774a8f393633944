import { z } from 'zod';
import type { DisclosureRule } from '../domain/disclosureControl.ts';

/** Parameters of questions whose cells can be hidden, as the command line has them. */
export const disclosureChoices = {
  hideBelow: z
    .number()
    .int()
    .min(1)
    .max(9999)
    .optional()
    .describe('hide cells with fewer contributors than this (the source must name them)'),
  hideDominated: z
    .string()
    .regex(/^[1-9]\/\d{1,2}(?:\.\d+)?$/)
    .optional()
    .describe('n/percent, such as 2/85: hide cells of which the n largest contributors hold that percentage'),
};

interface Chosen {
  readonly hideBelow?: number | undefined;
  readonly hideDominated?: string | undefined;
}

/** The options of a question with the rule that they ask for in place of its parameters. */
export function withDisclosure<Options extends Chosen>({
  hideBelow,
  hideDominated,
  ...rest
}: Options): Omit<Options, keyof Chosen> & { readonly disclosure?: DisclosureRule } {
  if (hideBelow === undefined && hideDominated === undefined) return rest;
  const [largest, percent] = (hideDominated ?? '').split('/').map(Number);
  const dominance = largest === undefined || percent === undefined ? null : { largest, percent };
  return { ...rest, disclosure: { threshold: hideBelow ?? null, dominance } };
}
