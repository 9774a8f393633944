import { basename, extname } from 'node:path';
import { readSmallFile } from '../files/grid.ts';

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
 * of the same meaning would hold, unchecked.
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
    const body = sheet.rows.slice(place + 1).filter((cells) => (cells[columns.code] ?? '') !== '');
    for (const cells of body) {
      const segment = columns.segment < 0 ? name : (cells[columns.segment] ?? '') || name;
      const given = (cells[columns.system] ?? '').toUpperCase();
      const system = given === '' ? '' : `${systems[given] ?? given.toLowerCase()}:`;
      const excepted = columns.except >= 0 && !/^(?:|0|нет|no|false)$/i.test(cells[columns.except] ?? '');
      const code = cells[columns.code] ?? '';
      const minus = excepted || /^[-−]/.test(code) ? '-' : '';
      codes.set(segment, [...(codes.get(segment) ?? []), `${minus}${system}${code.replace(/^[-−]/, '')}`]);
    }
    const edition = body.map((cells) => cells[columns.edition] ?? '').find((text) => text !== '');
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
  throw new RangeError('no sheet has a column named code (код)');
}
