import type { Assessment } from '../api/assessment.ts';
import { worldReporter } from '../domain/territory.ts';
import type { Answered, Asked } from './answers.ts';

const levels: Readonly<Record<string, Assessment['data'][number]['level']>> = {
  world: 'country',
  country: 'region',
  union: 'district',
};

/**
 * An assessment of data of the world read as that of one country is: the world stands for the country, countries for
 * regions, unions for districts. Of one country's data it is what it was.
 */
export function withCountryLevels(answered: Answered<Assessment>): Answered<Assessment> {
  if (answered.state !== 'here' || !answered.answer.data.some((row) => row.level === 'world'))
    return answered;
  const data = answered.answer.data.map((row) => ({ ...row, level: levels[row.level] ?? row.level }));
  return { state: 'here', answer: { ...answered.answer, data } };
}

/** A question about a level of one country as it is asked of data of the world. Of one country's data it stays. */
export function inLevelsOfData(asked: Asked, country: string): Asked {
  const level = asked.options['filter.level'];
  const [own] = Object.entries(levels).find(([, named]) => named === level) ?? [];
  return country !== worldReporter || own === undefined
    ? asked
    : { ...asked, options: { ...asked.options, 'filter.level': own } };
}
