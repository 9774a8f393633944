import type { Language } from '../domain/formatNumber.ts';

type Row = Readonly<Record<string, unknown>>;

/** A row as cells: names in the language, conditions as words, the printed row as its index, other nested parts as JSON. */
export function flatRow(row: Row, language: Language): Row {
  const flat: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    if (name === 'conditions' && Array.isArray(value)) {
      const conditions = value as readonly {
        measure: string;
        operator: string;
        threshold: number;
        held: boolean | null;
      }[];
      flat[name] = conditions
        .map((one) => `${one.measure} ${one.operator} ${one.threshold}: ${one.held}`)
        .join(' & ');
    } else if (name === 'printed' && typeof value !== 'string') {
      const printed = value as { trajectoryIndex: number } | null;
      flat.printedTrajectoryIndex = printed?.trajectoryIndex ?? null;
    } else if (typeof value === 'object' && value !== null && language in value) {
      flat[name] = (value as Row)[language];
    } else if (typeof value === 'object' && value !== null) {
      flat[name] = JSON.stringify(value);
    } else flat[name] = value;
  }
  return flat;
}
