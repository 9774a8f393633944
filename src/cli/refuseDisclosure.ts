import { TrajectaError } from '../domain/trajectaError.ts';
import { disclosureOf, type ListArguments } from './listOptions.ts';

/** Throws `bad-option` where disclosure control is asked for of figures that it cannot protect, saying why. */
export function refuseDisclosure(
  options: ListArguments,
  why: { readonly ru: string; readonly en: string },
): void {
  if (disclosureOf(options).disclosure === undefined) return;
  throw new TrajectaError('bad-option', {
    ru: `--hide-below и --hide-dominated здесь не действуют: ${why.ru} Таблицы для публикации: assess, high-tech, trajectory.`,
    en: `--hide-below and --hide-dominated do not work here: ${why.en} Tables to be published: assess, high-tech, trajectory.`,
  });
}
