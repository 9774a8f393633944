import { InvalidArgumentError } from 'commander';

/** A year given as an option. */
export function year(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('2007');
  return Number(text);
}
