import { measureOptionsOf, measureOptionsSchema } from '../../api/measureAnswer.ts';
import type { MeasureDefinition } from '../../domain/measures/measureDefinition.ts';
import { type MeasureOptions, measureOptionDefinitions } from '../../domain/measures/measureOptions.ts';
import { isRegionMeasure } from '../../domain/measures/regionValues.ts';
import { findMeasure, measures } from '../../domain/measures/registry.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';

/** A measure by region of the registry. Throws `bad-option` naming those that there are. */
export function regionMeasure(id: string): MeasureDefinition {
  const found = findMeasure(id);
  if (found !== null && isRegionMeasure(found)) return found;
  const known = ['trajectory-index', ...measures.filter(isRegionMeasure).map((one) => one.id)].join(', ');
  throw new TrajectaError('bad-option', {
    ru: `Меры «${id}» по регионам нет. Есть: ${known}.`,
    en: `There is no measure "${id}" by region. There are: ${known}.`,
  });
}

/** What the options of the question choose, not those of the measure. */
const chosenElsewhere = ['reference', 'base', 'baseValues', 'flow', 'period'] as const;

/**
 * Options of a measure from JSON. Throws `bad-option` where it is told what it does not heed or what is not accepted, or
 * not given the tables that it needs.
 */
export function requireOptions(
  measure: MeasureDefinition,
  given: Readonly<Record<string, unknown>>,
): MeasureOptions {
  const heeded = measure.options.filter((name) => !(chosenElsewhere as readonly string[]).includes(name));
  const idle = Object.keys(given).filter((name) => !(heeded as readonly string[]).includes(name));
  if (idle.length > 0) {
    throw new TrajectaError('bad-option', {
      ru: `Мера ${measure.id} не знает настройки ${idle.join(', ')}. Есть: ${heeded.join(', ') || 'ни одной'}. База, эталон, поток и период задаются ключами самого вопроса.`,
      en: `The measure ${measure.id} does not heed ${idle.join(', ')}. It heeds: ${heeded.join(', ') || 'none'}. Base, reference, flow and period are options of the question itself.`,
    });
  }
  const options = acceptedOptions(given);
  const byRpop = (options.presenceBy ?? 'rca') !== 'rca';
  const needed = [...measure.requires, ...(byRpop ? (['population'] as const) : [])];
  const absent = needed.filter((name) => options[name] === undefined);
  if (absent.length === 0) return options;
  throw new TrajectaError('bad-option', {
    ru: `Мере ${measure.id} нужна таблица: ${absent.join(', ')}. Задайте: ${absent.map((name) => `--set ${name}=ФАЙЛ`).join(' ')} (столбцы: код; значение).`,
    en: `The measure ${measure.id} needs a table: ${absent.join(', ')}. Give it: ${absent.map((name) => `--set ${name}=FILE`).join(' ')} (columns: code and value).`,
  });
}

function acceptedOptions(given: Readonly<Record<string, unknown>>): MeasureOptions {
  const parsed = measureOptionsSchema.safeParse(given);
  if (parsed.success) return measureOptionsOf(given);
  const issue = parsed.error.issues[0];
  const name = String(issue?.path[0] ?? '');
  const definition = measureOptionDefinitions.find((one) => one.name === name);
  const accepted = definition?.choices?.join(', ') ?? issue?.message ?? '';
  throw new TrajectaError('bad-option', {
    ru: `Настройка меры ${name}: «${String(given[name])}» не принято. Принимается: ${accepted}.`,
    en: `Option ${name} of the measure: "${String(given[name])}" is not accepted. Accepted: ${accepted}.`,
  });
}
