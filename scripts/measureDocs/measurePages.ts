import { flagOf } from '../../src/cli/measureOptions.ts';
import { undefinedReasons } from '../../src/domain/measured.ts';
import { measureRows } from '../../src/domain/measures/computeMeasure.ts';
import { familyNames } from '../../src/domain/measures/familyNames.ts';
import { families, type MeasureDefinition } from '../../src/domain/measures/measureDefinition.ts';
import { measureOptionDefinitions } from '../../src/domain/measures/measureOptions.ts';
import { measures } from '../../src/domain/measures/registry.ts';
import { reasons } from '../../src/reports/reasons.ts';
import { workedExample } from './exampleTable.ts';

const shownRows = 12;

/** One page for each measure, an index and a glossary, as markdown by file name. */
export function measurePages(): Readonly<Record<string, string>> {
  return {
    'README.md': indexPage(),
    'glossary.md': glossaryPage(),
    ...Object.fromEntries(measures.map((measure) => [`${measure.id}.md`, page(measure)])),
  };
}

const cell = (text: string) => text.replaceAll('|', '\\|');

function indexPage(): string {
  const tables = families.map((family) => {
    const lines = measures
      .filter((one) => one.family === family)
      .map(
        (one) =>
          `| [${one.id}](${one.id}.md) | ${one.name.en} / ${one.name.ru} | ${one.by} | ${one.needs.join(', ')} | \`${cell(one.formula)}\` |`,
      );
    return `## ${familyNames[family].en} / ${familyNames[family].ru}\n\n| id | name | by | columns | formula |\n|---|---|---|---|---|\n${lines.join('\n')}`;
  });
  const options = measureOptionDefinitions.map(
    (one) =>
      `| \`${flagOf(one.name)}\`${one.choices === undefined ? '' : ` ${one.choices.join(', ')}`} | ${one.usual ?? '–'} | ${cell(one.meaning.en)} | ${cell(one.meaning.ru)} |`,
  );
  return `# Measures

Made from the registry (\`src/domain/measures/definitions/\`, one file each) by \`scripts/buildMeasureDocs.ts\`; a test makes the pages again and compares. Formulas are in TeX, in fences that GitHub draws. \`trajecta measure ID\` computes each over the workspace or any table, \`trajecta measure describe ID\` tells the same as its page, \`trajecta schema measure-options\` and \`trajecta schema measure\` are the JSON Schemas of options and answer. As a library: \`import { findMeasure, measureRows, tradeColumnsOf } from 'trajecta/measures'\`. Words: [glossary](glossary.md). Differences between programs: [Why do my numbers differ?](../why-numbers-differ.md).

${tables.join('\n\n')}

## Options

| option | usual | meaning | по-русски |
|---|---|---|---|
${options.join('\n')}
`;
}

function glossaryPage(): string {
  const terms = [...measures]
    .sort((a, b) => (a.name.en < b.name.en ? -1 : 1))
    .map((one) => `- **${one.name.en}** ([${one.id}](${one.id}.md)): ${one.meaning.en}.`);
  const russian = [...measures]
    .sort((a, b) => a.name.ru.localeCompare(b.name.ru, 'ru'))
    .map((one) => `- **${one.name.ru}** ([${one.id}](${one.id}.md)): ${one.meaning.ru}.`);
  const why = undefinedReasons.flatMap((reason) => {
    const words = reasons[reason];
    return words === undefined ? [] : [`| \`${reason}\` | ${words.en} | ${words.ru} |`];
  });
  return `# Glossary of measures

Made from the registry, as the pages are.

## English

${terms.join('\n')}

## По-русски

${russian.join('\n')}

## Why a value is missing / Почему нет значения

| reason | | |
|---|---|---|
${why.join('\n')}
`;
}

function page(measure: MeasureDefinition): string {
  const { columns, options, command } = workedExample(measure);
  const found = measureRows(measure, columns, options);
  const shown = found.slice(0, shownRows);
  const names = Object.keys(shown[0] ?? {}).filter((name) => name !== 'reason');
  const text = (value: unknown) =>
    typeof value === 'number' ? String(Number(value.toPrecision(10))) : String(value ?? '');
  const rows = shown.map(
    (row) =>
      `| ${names.map((name) => (row[name as keyof typeof row] === null ? `– (${row.reason})` : text(row[name as keyof typeof row]))).join(' | ')} |`,
  );
  const agrees = measure.agrees.map(
    ({ software, under, digits }) =>
      `| ${software} | ${under === '' ? '–' : `\`${under}\``} | ${digits === null ? 'by its source code; not compared by numbers' : digits >= 15 ? 'compared: equal' : `compared: ${digits} digits`} |`,
  );
  return `# ${measure.name.en}

**${measure.name.ru}** · \`${measure.id}\` · ${measure.by}

${measure.meaning.en[0]?.toUpperCase()}${measure.meaning.en.slice(1)}.

По-русски: ${measure.meaning.ru}.

\`\`\`math
${measure.tex}
\`\`\`

In plain text: \`${measure.formula}\`

| | | |
|---|---|---|
| variant / вид | ${cell(measure.variant.en)} | ${cell(measure.variant.ru)} |
| unit / единица | ${measure.unit.en} | ${measure.unit.ru} |
| edges / края | ${cell(measure.edges.en)} | ${cell(measure.edges.ru)} |

| | |
|---|---|
| columns | ${[...measure.needs, 'value'].join(', ')} |
| tables | ${measure.requires.length === 0 ? '–' : measure.requires.map((name) => `\`${flagOf(name)}\``).join(', ')} |
| range | ${measure.range} |
| options | ${measure.options.length === 0 ? '–' : measure.options.map((name) => `\`${flagOf(name)}\``).join(', ')} |
| source | ${measure.source} |
${agrees.length === 0 ? '' : `\n| agrees with | under | how far |\n|---|---|---|\n${agrees.join('\n')}\n`}
## Worked example

On the synthetic table [examples/measures.csv](../../examples/measures.csv); a test computes it again.

    ${command}

| ${names.join(' | ')} |
|${names.map(() => '---').join('|')}|
${rows.join('\n')}
${found.length > shown.length ? `\n… and ${found.length - shown.length} more rows.\n` : ''}`;
}
