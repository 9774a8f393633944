import { measureContext, rowsOf } from '../../src/domain/measures/measureContext.ts';
import { type MeasureDefinition, measures } from '../../src/domain/measures/registry.ts';
import { tradeMatrixOfRows } from '../../src/domain/measures/tradeMatrix.ts';

/** The table of the worked examples: four regions, four products, one empty pair of each kind. */
const rows = [
  ['A', '8471', 60],
  ['A', '8542', 30],
  ['A', '3004', 20],
  ['A', '2709', 5],
  ['B', '8471', 20],
  ['B', '3004', 40],
  ['B', '2709', 40],
  ['C', '3004', 10],
  ['C', '2709', 90],
  ['D', '2709', 50],
] as const;
const characteristic = new Map([
  ['A', 30],
  ['B', 20],
  ['C', 10],
  ['D', 5],
]);

/** One page for each measure and an index, as markdown by file name. */
export function measurePages(): Readonly<Record<string, string>> {
  return {
    'README.md': indexPage(),
    ...Object.fromEntries(measures.map((measure) => [`${measure.id}.md`, page(measure)])),
  };
}

function indexPage(): string {
  const lines = measures.map(
    (one) =>
      `| [${one.id}](${one.id}.md) | ${one.name.en} / ${one.name.ru} | ${one.by} | \`${one.formula.replaceAll('|', '\\|')}\` |`,
  );
  return `# Measures

Made from the registry (\`src/domain/measures/registry.ts\`) by \`scripts/buildMeasureDocs.ts\`; a test makes the pages again and compares. \`trajecta measure ID\` computes each over the workspace or any table; as a library: \`import { findMeasure, measureContext } from 'trajecta/measures'\`.

| id | name | by | formula |
|---|---|---|---|
${lines.join('\n')}

Not over one table, so functions only: \`changeDecomposition\`, \`hummelsKlenow\`, \`constantMarketShare\`, \`lafay\`, \`spellsOf\` and \`kaplanMeier\`, \`simpleGrowth\`, \`compoundGrowth\`, \`logLinearGrowth\`, \`priceIndices\`; each is documented where it is defined, with an example that a test runs.
`;
}

function page(measure: MeasureDefinition): string {
  const matrix = tradeMatrixOfRows(rows.map(([region, product, value]) => ({ region, product, value })));
  const found = rowsOf(measure.compute(measureContext(matrix, { characteristic })));
  const shown = found.slice(0, 8);
  const names = Object.keys(shown[0] ?? {}).filter((name) => name !== 'reason');
  const cell = (value: unknown) =>
    typeof value === 'number' ? String(Number(value.toPrecision(10))) : String(value ?? '');
  return `# ${measure.name.en}

**${measure.name.ru}** · \`${measure.id}\` · ${measure.by}

${measure.meaning.en[0]?.toUpperCase()}${measure.meaning.en.slice(1)}.

По-русски: ${measure.meaning.ru}.

    ${measure.formula}

| | |
|---|---|
| unit | ${measure.unit} |
| range | ${measure.range} |
| edges | ${measure.edges.en} |
| края | ${measure.edges.ru} |
| options | ${measure.options.length === 0 ? '–' : measure.options.join(', ')} |
| source | ${measure.source} |
| agrees with | ${measure.agrees === '' ? '–' : measure.agrees} |

## Worked example

Exports of four regions: ${rows.map(([region, product, value]) => `${region} ${product} ${value}`).join(', ')}${measure.options.includes('characteristic') ? '; income per head: A 30, B 20, C 10, D 5' : ''}.

| ${names.join(' | ')} |
|${names.map(() => '---').join('|')}|
${shown.map((row) => `| ${names.map((name) => (row[name] === null ? `– (${row.reason})` : cell(row[name]))).join(' | ')} |`).join('\n')}
${found.length > shown.length ? `\n… and ${found.length - shown.length} more rows.\n` : ''}`;
}
