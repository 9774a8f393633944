import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseFormula, seriesOf } from '../domain/scorecard/formula.ts';
import type { IndicatorSystem } from '../domain/scorecard/indicatorSystem.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { dataFile } from './dataFile.ts';

const twoLanguages = z.strictObject({ ru: z.string(), en: z.string() });
const seriesName = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a series is named by a-z, 0-9 and _');
const name = z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id is made of a-z, 0-9 and -');

/** A user's system of indicators. */
export const indicatorSystemSchema = z.strictObject({
  id: name,
  name: twoLanguages,
  source: z
    .union([z.string().min(1), twoLanguages])
    .describe('who defined it, edition and date; in one language or in two'),
  blocks: z.array(z.strictObject({ id: name, name: twoLanguages })).min(1),
  series: z
    .array(
      z.strictObject({
        id: seriesName,
        name: twoLanguages,
        kind: z.enum(['money', 'number']).default('money'),
        of: z.enum(['region', 'country', 'world']).default('region'),
        computed: z
          .enum(['exports', 'high-tech', 'non-resource', 'non-energy', 'power-engineering'])
          .optional()
          .describe('what of the exports it is; left out: supplied by the user'),
        partOf: seriesName.optional().describe('the series that it is part of'),
        unit: z.string().default('млн руб.').describe('unit of the template'),
      }),
    )
    .min(1),
  indicators: z
    .array(
      z.strictObject({
        id: name,
        block: name,
        name: twoLanguages,
        formula: z.string().describe('numbers, series, + - * / ( ), index(x), previous(x)'),
        unit: z.string().default('%'),
        bound: z
          .strictObject({ lower: z.number().optional(), upper: z.number().optional() })
          .refine(
            (bound) => bound.lower !== undefined || bound.upper !== undefined,
            'give lower, upper or both',
          )
          .refine(
            (bound) => bound.lower === undefined || bound.upper === undefined || bound.lower <= bound.upper,
            'lower is above upper',
          ),
        printed: z.string().default(''),
        moves: seriesName.describe('the series whose change would close the gap'),
        source: z.string().default(''),
        note: twoLanguages.optional(),
      }),
    )
    .min(1),
});

function builtIn(): readonly IndicatorSystem[] {
  return z
    .array(indicatorSystemSchema)
    .parse(
      JSON.parse(readFileSync(dataFile('indicator-systems.json'), 'utf8')),
    ) as readonly IndicatorSystem[];
}

/** Names of the built-in systems. */
export function indicatorSystemNames(): readonly string[] {
  return builtIn().map((system) => system.id);
}

/** A built-in system (`paper`) or that of a JSON file. Throws `bad-indicator-system` with the place and what is wrong. */
export function loadIndicatorSystem(idOrPath: string): IndicatorSystem {
  const found = builtIn().find((system) => system.id === idOrPath);
  if (found !== undefined) return found;
  if (!existsSync(idOrPath))
    throw badSystem(
      idOrPath,
      'ни встроенной системы, ни файла с таким именем нет',
      'there is neither a built-in system nor a file of this name',
    );
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(idOrPath, 'utf8'));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw badSystem(idOrPath, `это не JSON (${cause})`, `it is no JSON (${cause})`);
  }
  const parsed = indicatorSystemSchema.safeParse(given);
  if (!parsed.success) {
    const cause = parsed.error.issues
      .slice(0, 5)
      .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
      .join('; ');
    throw badSystem(idOrPath, cause, cause);
  }
  const system = parsed.data as IndicatorSystem;
  checkNames(system, idOrPath);
  return system;
}

/** Formulas that can be read, and names that mean something. */
function checkNames(system: IndicatorSystem, path: string): void {
  const series = new Map(system.series.map((one) => [one.id, one]));
  const blocks = new Set(system.blocks.map((one) => one.id));
  const fail = (where: string, ru: string, en: string) => {
    throw badSystem(path, `${where}: ${ru}`, `${where}: ${en}`);
  };
  const known = (where: string, id: string) => {
    if (series.has(id)) return;
    const list = [...series.keys()].join(', ');
    fail(
      where,
      `ряда «${id}» нет среди series (${list})`,
      `there is no series "${id}" among series (${list})`,
    );
  };
  if (series.size < system.series.length) fail('series', 'два ряда с одним id', 'two series have one id');
  for (const one of system.series) {
    if (one.partOf !== undefined) known(`series ${one.id}, partOf`, one.partOf);
    const seen = new Set<string>();
    for (let whole: string | undefined = one.id; whole !== undefined; whole = series.get(whole)?.partOf) {
      if (seen.has(whole))
        fail(`series ${one.id}`, 'ряд — часть самого себя', 'the series is part of itself');
      seen.add(whole);
    }
  }
  for (const indicator of system.indicators) {
    const where = `indicator ${indicator.id}`;
    if (!blocks.has(indicator.block))
      fail(
        where,
        `блока «${indicator.block}» нет среди blocks`,
        `there is no block "${indicator.block}" among blocks`,
      );
    known(`${where}, moves`, indicator.moves);
    try {
      for (const { name: id } of seriesOf(parseFormula(indicator.formula))) known(where, id);
    } catch (error) {
      if (error instanceof TrajectaError && error.code === 'bad-formula')
        fail(where, error.text.ru, error.text.en);
      throw error;
    }
  }
  const ids = system.indicators.map((one) => one.id);
  if (new Set(ids).size < ids.length)
    fail('indicators', 'два показателя с одним id', 'two indicators have one id');
}

function badSystem(path: string, ru: string, en: string): TrajectaError {
  return new TrajectaError('bad-indicator-system', {
    ru: `Система показателей «${path}» не принята: ${ru}. Принимаются ${indicatorSystemNames().join(', ')} или файл JSON (docs/indicators.md, trajecta schema indicators).`,
    en: `The system of indicators "${path}" is not accepted: ${en}. Accepted are ${indicatorSystemNames().join(', ')} or a JSON file (docs/indicators.md, trajecta schema indicators).`,
  });
}
