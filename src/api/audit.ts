import { z } from 'zod';
import { auditRuleIds, certainties } from '../domain/audit/auditFinding.ts';
import { findingSchema } from './assessment.ts';

/** The file that `trajecta audit` reads, and its answer: types, validation and JSON Schema in one. */

const text = z.strictObject({ ru: z.string(), en: z.string() });
const id = z.string().min(1);
const period = z.string().regex(/^\d{4}(-\d{2})?$/, 'a period is YYYY or YYYY-MM');

const meanings = [
  z.strictObject({
    meaning: z.literal('amount'),
    quantity: id,
    period: period.optional(),
    scale: z.number().positive().optional().describe('1000 for thousands'),
  }),
  z.strictObject({
    meaning: z.literal('share').describe('per cent'),
    numerator: id,
    denominator: id,
    period: period.optional(),
  }),
  z.strictObject({
    meaning: z.literal('growth-index').describe('previous period = 100'),
    quantity: id,
    period,
  }),
  z.strictObject({
    meaning: z.literal('growth-total').describe('period `from` = 100'),
    quantity: id,
    from: period,
    to: period,
  }),
  z.strictObject({
    meaning: z.literal('location-quotient').describe('(X(r,s)/B(r)) / (X(s)/B)'),
    quantity: id,
    base: id,
    period: period.optional(),
  }),
] as const;
const meaning = z.discriminatedUnion('meaning', [...meanings]);
const columnFields = {
  id,
  heading: z.string().optional(),
  headed: meaning.optional().describe('what the heading says, where that is something else'),
  headedPeriod: z.string().optional().describe('the period that the heading prints'),
};
const [amount, share, growthIndex, growthTotal, quotient] = meanings;
const column = z.discriminatedUnion('meaning', [
  amount.extend(columnFields),
  share.extend(columnFields),
  growthIndex.extend(columnFields),
  growthTotal.extend(columnFields),
  quotient.extend(columnFields),
  z.strictObject({
    id,
    heading: z.string().optional(),
    meaning: z.literal('rank'),
    by: id.describe('the column that the ranks are by'),
    order: z.enum(['descending', 'ascending']),
  }),
  z.strictObject({ id, heading: z.string().optional(), meaning: z.literal('text') }),
]);

const counted = z.union([
  z.strictObject({ listed: z.array(z.string()).describe('the things that the text lists') }),
  z.strictObject({
    tables: z.array(id).min(1),
    distinct: id.optional().describe('an attribute of rows: its distinct values are counted'),
    rows: z.array(z.string()).optional().describe('only these rows'),
    where: z
      .strictObject({
        column: id,
        is: z.enum(['at-most', 'below', 'at-least', 'above']),
        than: z.number(),
      })
      .optional(),
  }),
]);

const claimFields = {
  id,
  about: text.describe('where it stands and what it says, in your own words'),
  supposed: z.boolean().optional().describe('a reading of the text: findings are "possible"'),
};
const claim = z.discriminatedUnion('kind', [
  z.strictObject({
    ...claimFields,
    kind: z.literal('value'),
    row: z.string(),
    of: meaning,
    printed: z.string(),
    form: z.enum(['as-is', 'change', 'times', 'at-most', 'at-least']).optional(),
    headedSpan: z.strictObject({ from: z.string(), to: z.string() }).optional(),
  }),
  z.strictObject({ ...claimFields, kind: z.literal('count'), said: z.number().int().min(0), counted }),
  z.strictObject({
    ...claimFields,
    kind: z.literal('highest'),
    rows: z.array(z.string()).min(1),
    of: meaning,
  }),
  z.strictObject({
    ...claimFields,
    kind: z.literal('minimum-for-all'),
    parts: z.number().int().min(1),
    printed: z.string(),
  }),
  z.strictObject({
    ...claimFields,
    kind: z.literal('base'),
    readings: z
      .array(z.strictObject({ name: text, source: z.string() }))
      .min(2)
      .describe('what the shares may be shares of; the first is what the text says'),
    values: z
      .array(
        z.strictObject({ row: z.string(), printed: z.string(), readings: z.array(z.number().positive()) }),
      )
      .min(1),
    revision: z.number().min(0).max(1),
  }),
]);

export const auditFileSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: text,
  source: z.string().min(1).describe('what was published where'),
  period: period.optional(),
  quantities: z.array(
    z.strictObject({
      id,
      name: text,
      per: z.enum(['row', 'all']),
      sumOf: id.optional(),
      parts: z.array(id).optional(),
      partsAreAll: z.boolean().optional(),
      supposed: z.boolean().optional(),
    }),
  ),
  groups: z
    .array(z.strictObject({ id, members: z.array(id).min(1), incomplete: z.boolean().optional() }))
    .optional(),
  attributes: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  tables: z.array(
    z.strictObject({
      id,
      title: text,
      period: period.optional(),
      headedSpan: z.strictObject({ from: z.string(), to: z.string() }).optional(),
      columns: z.array(column).min(1),
      rows: z.array(z.array(z.string()).min(1)),
    }),
  ),
  claims: z.array(claim).optional(),
  references: z
    .array(
      z.strictObject({
        id,
        name: text,
        source: z.string(),
        quantity: id,
        valuation: z.string(),
        values: z.record(z.string(), z.record(z.string(), z.number())),
      }),
    )
    .optional(),
  headedValuation: z.record(z.string(), z.string()).optional(),
});

const place = {
  table: z.string().nullable(),
  row: z.string().nullable().describe('the printed key of the row, or "heading"'),
  column: z.string().nullable().describe('id of the column in the file'),
  claim: z.string().nullable().describe('id of a claim of the text'),
  printed: z.string(),
  lower: z.number().nullable().describe('what would be consistent, in the unit of the print; null: open'),
  upper: z.number().nullable(),
};

export const auditAnswerSchema = z.object({
  data: z.array(
    z.object({
      rule: z.enum(auditRuleIds),
      ...place,
      certainty: z.enum(certainties),
      message: z.object({ ru: z.string(), en: z.string() }),
      candidates: z
        .array(z.object(place))
        .describe('what could be at fault; none is accused, the one the finding names comes first'),
    }),
  ),
  findings: z.array(findingSchema),
  manifest: z.looseObject({
    command: z.literal('audit'),
    file: z.string(),
    sha256: z.string(),
    definitions: z.record(z.string(), z.unknown()),
    tables: z.number().int(),
    cells: z.number().int(),
    claims: z.number().int(),
  }),
});
export type AuditAnswer = z.infer<typeof auditAnswerSchema>;
