import type { CodedColumn } from '../domain/measures/tradeColumns.ts';
import { TrajectaError } from '../domain/trajectaError.ts';

const exportTexts = ['export', 'exports', 'x', 'e', 'ex', 'экспорт', 'вывоз', 'эк', '2'];
const importTexts = ['import', 'imports', 'm', 'i', 'im', 'импорт', 'ввоз', 'им', '1'];

/** A column of flows in any usual words as `export` and `import`. Throws naming a text that is neither. */
export function plainFlow(column: CodedColumn, path: string, name: string): CodedColumn {
  const meaning = column.labels.map((label) => {
    const text = label.trim().toLowerCase();
    if (exportTexts.includes(text)) return 0;
    if (importTexts.includes(text)) return 1;
    throw new TrajectaError('bad-value', {
      ru: `Файл ${path}, столбец ${name}: поток «${label}» не понят. Принимаются: ${exportTexts.join(', ')} — вывоз; ${importTexts.join(', ')} — ввоз.`,
      en: `File ${path}, column ${name}: the flow "${label}" is not understood. Accepted: ${exportTexts.join(', ')} for exports; ${importTexts.join(', ')} for imports.`,
    });
  });
  return {
    labels: ['export', 'import'],
    codes: Int32Array.from(column.codes, (code) => meaning[code] as number),
  };
}
