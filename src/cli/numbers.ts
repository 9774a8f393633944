import { InvalidArgumentError } from 'commander';

/** A number of an option; refused where it is none. */
export function number(text: string): number {
  const value = Number(text.replace(',', '.'));
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('1');
  return value;
}

/** A whole number of an option from 0 to `most`. */
export function whole(most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d{1,10}$/.test(text) || value > most) throw new InvalidArgumentError(`0–${most}`);
    return value;
  };
}
