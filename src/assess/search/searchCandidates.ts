import type { SearchHit } from '../../api/search.ts';
import { chapterName, headingName } from '../../classifications/names.ts';
import { findPartner } from '../../classifications/partners.ts';
import { builtInSegmentSystem, segmentSystemNames } from '../../classifications/segmentSystems.ts';
import { searchWords } from '../../domain/matchWords.ts';
import { familyNames } from '../../domain/measures/familyNames.ts';
import { measures } from '../../domain/measures/registry.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import { codesInData, partnersInData } from '../../store/queries/codesInData.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';

/** Something that can be found. */
export interface Candidate {
  readonly hit: SearchHit;
  /** Words of each of its names. */
  readonly words: readonly (readonly string[])[];
  /** Codes by which it is known, in capitals. */
  readonly codes: readonly string[];
  /** Value in dollars, for the order among equals. */
  readonly weight: number;
}

const known = new WeakMap<WorkspaceReader, Promise<readonly Candidate[]>>();

/** Everything that can be found in a workspace, made once for each state of it. */
export function searchCandidates(workspace: WorkspaceReader): Promise<readonly Candidate[]> {
  const found = known.get(workspace);
  if (found !== undefined) return found;
  const made = make(workspace);
  known.set(workspace, made);
  made.catch(() => known.delete(workspace));
  return made;
}

async function make(workspace: WorkspaceReader): Promise<readonly Candidate[]> {
  return [
    ...territories(workspace),
    ...segments(),
    ...(await products(workspace)),
    ...(await partners(workspace)),
    ...measures.map((one) =>
      candidate('measure', one.id, one.name, familyNames[one.family], {
        names: [one.name.ru, one.name.en, one.id],
      }),
    ),
  ];
}

function candidate(
  kind: SearchHit['kind'],
  id: string,
  name: TwoLanguages,
  about: TwoLanguages,
  more: {
    readonly names?: readonly string[];
    readonly codes?: readonly string[];
    readonly weight?: number;
    readonly system?: string;
  } = {},
): Candidate {
  return {
    hit: { kind, id, system: more.system ?? null, name, about },
    words: [...new Set(more.names ?? [name.ru, name.en])].map(searchWords),
    codes: (more.codes ?? [id]).map((code) => code.toUpperCase()),
    weight: more.weight ?? 0,
  };
}

function territories(workspace: WorkspaceReader): readonly Candidate[] {
  const { territories: all, country } = workspace.territories;
  const ofWorld = country === 'WORLD';
  const kinds: Readonly<Record<'region' | 'district' | 'union', TwoLanguages>> = {
    region: ofWorld ? { ru: 'страна', en: 'country' } : { ru: 'регион', en: 'region' },
    district: { ru: 'округ', en: 'district' },
    union: { ru: 'союз', en: 'union' },
  };
  return all.flatMap((one) => {
    if (one.kind === 'not-a-region') return [];
    const kind = one.kind === 'region' ? 'region' : 'district';
    const about = { ru: `${kinds[one.kind].ru}, ${one.id}`, en: `${kinds[one.kind].en}, ${one.id}` };
    return [candidate(kind, one.id, one.name, about, { codes: [one.id, one.id.replace(/^[A-Z]{2}-/, '')] })];
  });
}

/** Segments of all built-in systems; one that several systems hold under the same name is found once, in the first. */
function segments(): readonly Candidate[] {
  const seen = new Set<string>();
  return segmentSystemNames().flatMap((id) =>
    (builtInSegmentSystem(id)?.segments ?? []).flatMap((segment) => {
      const key = `${segment.id} ${segment.name.ru}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const name = builtInSegmentSystem(id)?.name ?? { ru: id, en: id };
      const about = { ru: `сегмент: ${name.ru}`, en: `segment: ${name.en}` };
      return [
        candidate('segment', segment.id, segment.name, about, {
          system: id,
          codes: [],
          names: [segment.name.ru, segment.name.en, segment.id],
        }),
      ];
    }),
  );
}

async function products(workspace: WorkspaceReader): Promise<readonly Candidate[]> {
  const values = new Map<string, number>();
  for (const row of await workspace.engine.query(codesInData())) {
    for (const code of new Set([String(row.chapter), String(row.heading), String(row.hs6)]))
      if (code !== '') values.set(code, (values.get(code) ?? 0) + Number(row.value_usd ?? 0));
  }
  return [...values].map(([code, weight]) => {
    const own = nameOfCode(workspace, code);
    const parent = [code.slice(0, 4), code.slice(0, 2)].find((one) => nameOfCode(workspace, one) !== null);
    const name = own ?? nameOfCode(workspace, parent ?? '') ?? { ru: code, en: code };
    const within =
      own !== null || parent === undefined ? { ru: '', en: '' } : { ru: ` в ${parent}`, en: ` of ${parent}` };
    const about = { ru: `код ${code}${within.ru}`, en: `code ${code}${within.en}` };
    // By words a code without a name of its own is not found: its heading or chapter is.
    return candidate('product', code, name, about, { weight, ...(own === null ? { names: [] } : {}) });
  });
}

function nameOfCode(workspace: WorkspaceReader, code: string): TwoLanguages | null {
  const built = code.length === 2 ? chapterName(code) : code.length === 4 ? headingName(code) : null;
  if (built !== null) return built;
  const imported = workspace.nameOf((id) => id.startsWith('HS') || id === 'TNVED', code)?.name;
  return imported === undefined || imported === '' ? null : { ru: imported, en: imported };
}

async function partners(workspace: WorkspaceReader): Promise<readonly Candidate[]> {
  const rows = await workspace.engine.query(partnersInData());
  return rows.map((row) => {
    const id = String(row.partner);
    const name = findPartner(id)?.name ?? { ru: id, en: id };
    const about = { ru: `страна-партнёр, ${id}`, en: `partner, ${id}` };
    return candidate('partner', id, name, about, { weight: Number(row.value_usd ?? 0) });
  });
}
