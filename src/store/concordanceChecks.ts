import { builtInConcordances, type ConcordanceSource } from '../classifications/concordanceSource.ts';
import { hsCodesOf } from '../classifications/hsNomenclature.ts';
import type { CodePair, ReadConcordance } from '../classifications/readClassificationFile.ts';
import { isHsEdition } from '../domain/edition.ts';
import type { Finding } from '../domain/finding.ts';
import { TrajectaError } from '../domain/trajectaError.ts';

/** A table most of whose codes are not of the classifications it is said to link is another one, or its columns are. */
export function requireFitting(path: string, read: ReadConcordance): void {
  const own = builtInConcordances();
  for (const [id, codes] of [
    [read.from, read.pairs.map(([code]) => code)],
    [read.to, read.pairs.flatMap(([, target]) => (target === null ? [] : [target]))],
  ] as const) {
    const known = knownCodes(id, own);
    const different = [...new Set(codes)];
    if (known === null || different.length === 0) continue;
    const foreign = different.filter((code) => !known.has(code) && !known.has(code.replace(/0+$/, '')));
    if (2 * foreign.length <= different.length) continue;
    const shown = foreign.slice(0, 5).join(', ');
    throw new TrajectaError('bad-classification', {
      ru: `Файл ${path}: из ${different.length} кодов, взятых за коды ${id}, в ней нет ${foreign.length} (${shown}…). Столбцы или классификация другие: проверьте --from и --to или оставьте в файле два столбца кодов. Рабочая область не изменена.`,
      en: `The file ${path}: of ${different.length} codes taken for codes of ${id}, it does not have ${foreign.length} (${shown}…). The columns or the classification are others: check --from and --to, or leave two columns of codes in the file. The workspace is unchanged.`,
    });
  }
}

/** SITC codes filled up with zeros to five digits (00190 for 0019), as some tables write them, without the filling. */
export function withoutPadding(
  read: ReadConcordance,
  source: ConcordanceSource,
  findings: Finding[],
): ReadConcordance {
  const revision = read.to === 'SITC4' ? 4 : read.to === 'SITC3' ? 3 : null;
  if (revision === null) return read;
  const known = knownCodes(read.to, source) ?? new Set<string>();
  const padded = new Set<string>();
  const plain = (code: string): string => {
    let shorter = code;
    while (!known.has(shorter) && shorter.endsWith('0')) shorter = shorter.slice(0, -1);
    if (shorter === code || !known.has(shorter)) return code;
    padded.add(`${code} → ${shorter}`);
    return shorter;
  };
  const pairs = read.pairs.map(([code, target]): CodePair => [code, target === null ? null : plain(target)]);
  if (padded.size === 0) return read;
  findings.push({
    code: 'padded-codes',
    severity: 'info',
    message: {
      ru: `${read.from} → ${read.to} (${read.kind}): коды, дополненные нулями справа, прочитаны без них`,
      en: `${read.from} → ${read.to} (${read.kind}): codes filled up with zeros are read without them`,
    },
    count: padded.size,
    examples: [...padded].slice(0, 5),
  });
  return { ...read, pairs };
}

/** Codes that an edition does not have, codes without target, codes left out, and where our own table differs. */
export function concordanceFindings(read: ReadConcordance, source: ConcordanceSource): readonly Finding[] {
  const name = `${read.from} → ${read.to} (${read.kind})`;
  const findings: Finding[] = [];
  const add = (
    code: string,
    severity: Finding['severity'],
    codes: readonly string[],
    ru: string,
    en: string,
  ) => {
    if (codes.length > 0)
      findings.push({
        code,
        severity,
        message: { ru: `${name}: ${ru}`, en: `${name}: ${en}` },
        count: codes.length,
        examples: codes.slice(0, 5),
      });
  };
  const sources = new Set(read.pairs.map(([code]) => code));
  const targets = new Set(read.pairs.flatMap(([, target]) => (target === null ? [] : [target])));
  add(
    'codes-without-target',
    'caveat',
    read.pairs.filter(([, target]) => target === null).map(([code]) => code),
    'коды без цели',
    'codes without a target',
  );
  const known = knownCodes(read.from, source);
  if (known !== null) {
    add(
      'unknown-codes',
      'warning',
      [...sources].filter((code) => !known.has(code)),
      `кодов нет в ${read.from}`,
      `codes that ${read.from} does not have`,
    );
    const wanted = isHsEdition(read.from)
      ? [...known].filter((code) => code.length === 6 && !sources.has(code))
      : [];
    add(
      'codes-left-out',
      'warning',
      wanted,
      `коды ${read.from}, которых таблица не содержит`,
      `codes of ${read.from} that the table leaves out`,
    );
  }
  const knownTargets = knownCodes(read.to, source);
  if (knownTargets !== null)
    add(
      'unknown-codes',
      'warning',
      [...targets].filter((code) => !knownTargets.has(code)),
      `целей нет в ${read.to}`,
      `targets that ${read.to} does not have`,
    );
  const ours = builtInConcordances().pairs(read.from, read.to, read.kind);
  if (ours !== null) {
    const key = (pair: CodePair) => `${pair[0]}→${pair[1] ?? ''}`;
    const mine = new Set(ours.map(key));
    const theirs = new Set(read.pairs.map(key));
    const different = [
      ...[...theirs].filter((one) => !mine.has(one)),
      ...[...mine].filter((one) => !theirs.has(one)),
    ];
    add(
      'differs-from-built-in',
      'info',
      different,
      'связи, которыми таблица отличается от встроенной',
      'links in which the table differs from the built-in one',
    );
  }
  return findings;
}

/** Codes of all depths that a classification is known to have, or null where it is not known. */
function knownCodes(id: string, source: ConcordanceSource): ReadonlySet<string> | null {
  const leaves = isHsEdition(id)
    ? [...hsCodesOf(id)]
    : id === 'SITC4' || id === 'SITC3'
      ? source.sitcLeaves(id === 'SITC4' ? 4 : 3)
      : null;
  if (leaves === null) return null;
  return new Set(
    leaves.flatMap((code) => Array.from({ length: code.length }, (_, length) => code.slice(0, length + 1))),
  );
}
