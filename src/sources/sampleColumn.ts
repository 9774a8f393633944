import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';

/** Texts of one column in the first rows of a delimited file. */
export async function sampleColumn(
  path: string,
  heading: { readonly encoding: string; readonly delimiter: string; readonly columns: readonly string[] },
  column: string,
  rows = 1000,
): Promise<readonly string[]> {
  const index = heading.columns.indexOf(column);
  const values: string[] = [];
  const input = createReadStream(path);
  const records = input.pipe(iconv.decodeStream(heading.encoding)).pipe(
    parse({
      delimiter: heading.delimiter,
      relax_quotes: true,
      relax_column_count: true,
      from_line: 2,
      to: rows,
    }),
  );
  try {
    for await (const record of records) values.push(String((record as string[])[index] ?? ''));
  } catch (error) {
    // A broken row ends the sample; the import itself meets the row again and quarantines it.
    if (!(error instanceof CsvError)) throw error;
  } finally {
    input.destroy();
  }
  return values;
}
