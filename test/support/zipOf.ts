import * as workbooks from '@e965/xlsx';

/** A zip of the files given, by name. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const zip = workbooks.CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(files))
    workbooks.CFB.utils.cfb_add(zip, `/${name}`, Buffer.from(content));
  return Buffer.from(
    workbooks.CFB.write(zip, { fileType: 'zip', type: 'buffer', compression: true }) as Uint8Array,
  );
}

/** A workbook of one sheet for each name. */
export function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>,
  bookType: 'xlsx' | 'xls' = 'xlsx',
): Buffer {
  const book = workbooks.utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    workbooks.utils.book_append_sheet(book, workbooks.utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return workbooks.write(book, { bookType: bookType === 'xls' ? 'biff8' : 'xlsx', type: 'buffer' }) as Buffer;
}
