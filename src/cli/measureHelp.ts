import { familyNames } from '../domain/measures/familyNames.ts';
import { families, type MeasureDefinition } from '../domain/measures/measureDefinition.ts';
import { measureOptionDefinitions } from '../domain/measures/measureOptions.ts';
import { measures } from '../domain/measures/registry.ts';
import type { Language } from './context.ts';
import { flagOf } from './measureOptions.ts';

/** All measures by family. */
export function listMeasures(language: Language): string {
  const width = Math.max(...measures.map((one) => one.id.length)) + 2;
  const last =
    language === 'ru'
      ? 'Подробно о мере: trajecta measure describe ID'
      : 'All of a measure: trajecta measure describe ID';
  return `${families
    .map((family) =>
      [
        familyNames[family][language],
        ...measures
          .filter((one) => one.family === family)
          .map((one) => `  ${one.id.padEnd(width)}${one.name[language]}`),
        '',
      ].join('\n'),
    )
    .join('\n')}\n${last}\n`;
}

const words = {
  formula: { ru: 'формула', en: 'formula' },
  variant: { ru: 'вид', en: 'variant' },
  by: { ru: 'по', en: 'by' },
  columns: { ru: 'столбцы', en: 'columns' },
  tables: { ru: 'таблицы', en: 'tables' },
  unit: { ru: 'единица', en: 'unit' },
  range: { ru: 'значения', en: 'range' },
  edges: { ru: 'края', en: 'edges' },
  source: { ru: 'источник', en: 'source' },
  agrees: { ru: 'сходится с', en: 'agrees with' },
  options: { ru: 'ключи', en: 'options' },
  example: { ru: 'пример', en: 'example' },
};

/** Everything that the definition says of a measure. */
export function describeMeasure(measure: MeasureDefinition, language: Language): string {
  const line = (word: keyof typeof words, text: string) =>
    text === '' ? [] : [`${words[word][language].padEnd(12)}${text}`];
  const agreements = measure.agrees.map(
    ({ software, under, digits }) =>
      `${software}${under === '' ? '' : ` (${under})`}${agreement(digits, language)}`,
  );
  const options = measure.options.map((name) => {
    const option = measureOptionDefinitions.find((one) => one.name === name);
    const choices = option?.choices === undefined ? '' : ` [${option.choices.join('|')}]`;
    const usual = option?.usual == null ? '' : ` (${option.usual})`;
    return `  ${flagOf(name)}${choices}${usual}: ${option?.meaning[language] ?? ''}`;
  });
  const columns = [...measure.needs, 'value'].map((name) => `${name}=…`).join(',');
  const tables = measure.requires.map((name) => ` ${flagOf(name)} FILE`).join('');
  return `${[
    `${measure.name[language]} (${measure.id})`,
    `${measure.meaning[language]}.`,
    '',
    ...line('formula', measure.formula),
    ...line('variant', measure.variant[language]),
    ...line('by', measure.by),
    ...line('columns', [...measure.needs, 'value'].join(', ')),
    ...line('tables', measure.requires.join(', ')),
    ...line('unit', measure.unit[language]),
    ...line('range', measure.range),
    ...line('edges', measure.edges[language]),
    ...line('source', measure.source),
    ...line('agrees', agreements.join('; ')),
    ...line('example', `trajecta measure ${measure.id} --csv FILE --columns ${columns}${tables}`),
    '',
    words.options[language],
    ...options,
  ].join('\n')}\n`;
}

/** How far published results agreed; a double has no more than 15 digits to agree in. */
function agreement(digits: number | null, language: Language): string {
  if (digits === null) return '';
  if (digits >= 15) return language === 'ru' ? ', совпадает' : ', equal';
  return language === 'ru' ? `, знаков: ${digits}` : `, to ${digits} digits`;
}
