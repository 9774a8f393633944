import { TrajectaError } from '../../domain/trajectaError.ts';

/** Throws `bad-option` where a list has codes of more than six digits, which sums by six digits cannot tell. */
export function requireSixDigits(weights: ReadonlyMap<string, number> | undefined): void {
  const longer = [...(weights?.keys() ?? [])].find((code) => code.length > 6);
  if (longer === undefined) return;
  throw new TrajectaError('bad-option', {
    ru: `Состав показывается по шести знакам, а в списке есть национальная строка ${longer}. Принимаются списки из шестизначных кодов.`,
    en: `The composition is shown by six digits, and the list has the national line ${longer}. Lists of six-digit codes are accepted.`,
  });
}
