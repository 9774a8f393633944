import { basename, extname } from 'node:path';
import { hsEditions, isHsEdition } from '../domain/edition.ts';
import { parseListTerm } from '../domain/listTerm.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import { readSmallFile } from '../files/grid.ts';
import { ListFault, wrongCode } from './listFault.ts';

const headings = {
  code: /^(?:код.*|code|tnved|тн ?вэд.*|hs.*|sitc.*)$/i,
  segment: /^(?:сегмент.*|segment|group|группа|раздел)$/i,
  system: /^(?:классификатор|номенклатура|system|classification|nomenclature)$/i,
  except: /^(?:искл.*|кроме|except.*|exclude.*)$/i,
  edition: /^(?:редакция|edition)$/i,
};
const systems: Readonly<Record<string, string>> = {
  'ТН ВЭД': 'tnved',
  ТНВЭД: 'tnved',
  'TN VED': 'tnved',
  TNVED: 'tnved',
  HS: 'hs',
  ГС: 'hs',
  SITC4: 'sitc4',
  SITC3: 'sitc3',
  МСТК4: 'sitc4',
  МСТК3: 'sitc3',
};

/**
 * A list of codes as offices keep it (CSV, XLSX): a column of codes, and where there are several segments one of their
 * names; optionally the classification (TN VED, HS, SITC4), a mark of exceptions, the edition. Answers what a JSON file
 * of the same meaning would hold. Throws `ListFault` with the rows and columns at fault.
 */
export async function segmentSystemOfTable(path: string): Promise<unknown> {
  const { sheets } = await readSmallFile(path);
  for (const sheet of sheets) {
    const place = sheet.rows.findIndex((row) => row.some((cell) => headings.code.test(cell)));
    if (place < 0) continue;
    const row = sheet.rows[place] ?? [];
    const at = (name: keyof typeof headings) => row.findIndex((cell) => headings[name].test(cell));
    const columns = {
      code: at('code'),
      segment: at('segment'),
      system: at('system'),
      except: at('except'),
      edition: at('edition'),
    };
    const name = basename(path, extname(path));
    const codes = new Map<string, string[]>();
    const faults: TwoLanguages[] = [];
    const fault = (index: number, column: number, text: TwoLanguages) =>
      faults.push({
        ru: `строка ${place + index + 2}, столбец «${row[column]}»: ${text.ru}`,
        en: `row ${place + index + 2}, column "${row[column]}": ${text.en}`,
      });
    const body = sheet.rows.slice(place + 1);
    for (const [index, cells] of body.entries()) {
      if ((cells[columns.code] ?? '') === '') continue;
      const segment = columns.segment < 0 ? name : (cells[columns.segment] ?? '') || name;
      const given = (cells[columns.system] ?? '').toUpperCase();
      const unnamed =
        given !== '' && systems[given] === undefined && !Object.values(systems).includes(given.toLowerCase());
      if (unnamed) fault(index, columns.system, wrongSystem(cells[columns.system] ?? ''));
      const system = given === '' || unnamed ? '' : `${systems[given] ?? given.toLowerCase()}:`;
      const excepted = columns.except >= 0 && !/^(?:|0|нет|no|false)$/i.test(cells[columns.except] ?? '');
      const code = cells[columns.code] ?? '';
      const minus = excepted || /^[-−]/.test(code) ? '-' : '';
      const entry = `${minus}${system}${code.replace(/^[-−]/, '')}`;
      if (parseListTerm(entry) === null) fault(index, columns.code, wrongCode(code));
      codes.set(segment, [...(codes.get(segment) ?? []), entry]);
    }
    const editionRow = body.findIndex((cells) => (cells[columns.edition] ?? '') !== '');
    const edition = body[editionRow]?.[columns.edition];
    if (edition !== undefined && !isHsEdition(edition))
      fault(editionRow, columns.edition, {
        ru: `редакции «${edition}» нет; есть ${hsEditions.join(', ')}`,
        en: `there is no edition "${edition}"; there are ${hsEditions.join(', ')}`,
      });
    requireCodes(faults, codes.size, sheet.name, row[columns.code] ?? '');
    return {
      id: 'list',
      name: { ru: name, en: name },
      source: basename(path),
      ...(edition === undefined ? {} : { edition }),
      segments: [...codes].map(([segment, entries], index) => ({
        id: codes.size === 1 ? 'list' : `s${index + 1}`,
        name: { ru: segment, en: segment },
        codes: [...new Set(entries)],
      })),
    };
  }
  const first = sheets[0]?.rows[0]?.slice(0, 20).join(', ') ?? '';
  throw new ListFault({
    ru: `столбца «код» нет ни на одном листе; в первой строке — ${first === '' ? 'ничего' : first}`,
    en: `no sheet has a column named code (код); the first row holds ${first === '' ? 'nothing' : first}`,
  });
}

function wrongSystem(given: string): TwoLanguages {
  return {
    ru: `классификатора «${given}» программа не знает; принимаются ${Object.keys(systems).join(', ')}`,
    en: `the classification "${given}" is not known; accepted are ${Object.keys(systems).join(', ')}`,
  };
}

/** Refuses a list with faults, telling the first of them and how many there are, and one without codes. */
function requireCodes(
  faults: readonly TwoLanguages[],
  segments: number,
  sheet: string,
  column: string,
): void {
  const where = {
    ru: sheet === '' ? '' : `лист «${sheet}»: `,
    en: sheet === '' ? '' : `sheet "${sheet}": `,
  };
  if (segments === 0)
    throw new ListFault({
      ru: `${where.ru}в столбце «${column}» нет ни одного кода`,
      en: `${where.en}the column "${column}" holds no code`,
    });
  if (faults.length === 0) return;
  const said = (language: 'ru' | 'en') =>
    `${where[language]}${faults
      .slice(0, 5)
      .map((one) => one[language])
      .join('; ')}${faults.length > 5 ? ` … (${faults.length})` : ''}`;
  throw new ListFault({ ru: said('ru'), en: said('en') });
}
