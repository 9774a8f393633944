import type { ClassifiedCode, ListComparison } from '../api/classification.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';

const t = {
  read: { ru: 'прочитан как', en: 'read as' },
  levels: {
    section: { ru: 'раздел', en: 'section' },
    chapter: { ru: 'группа', en: 'chapter' },
    heading: { ru: 'позиция', en: 'heading' },
    hs6: { ru: 'субпозиция', en: 'subheading' },
    line: { ru: 'национальная строка', en: 'national line' },
  },
  editions: { ru: 'Редакции ГС', en: 'Editions of the HS' },
  none: { ru: 'соответствия нет', en: 'no counterpart' },
  alsoLinked: { ru: 'все связи', en: 'all links' },
  noSheet: { ru: 'таблицы всех соответствий нет', en: 'no many-to-many table' },
  list: { ru: 'Перечень высоких технологий', en: 'High-technology list' },
  position: {
    inside: { ru: 'целиком внутри', en: 'wholly inside' },
    partly: { ru: 'частично', en: 'partly inside' },
    outside: { ru: 'вне перечня', en: 'outside' },
    unknown: { ru: 'границы не известны', en: 'range unknown' },
  },
  segments: { ru: 'Сегменты', en: 'Segments' },
  parts: { ru: 'Шестизначных кодов под ним', en: 'Six-digit codes below it' },
  inList: { ru: 'в перечне высоких технологий', en: 'in the high-technology list' },
  products: { ru: 'Другие списки', en: 'Other lists' },
  productNames: {
    'non-resource': { ru: 'несырьевые товары', en: 'non-resource goods' },
    'non-energy': { ru: 'неэнергетические товары', en: 'non-energy goods' },
    'power-engineering': { ru: 'энергетическое машиностроение', en: 'power engineering' },
  } as Readonly<Record<string, { readonly ru: string; readonly en: string }>>,
  alignment: {
    resolved: { ru: 'уточнённое соответствие (resolved)', en: 'resolved' },
    'un-conversion': { ru: 'по таблице ООН (un-conversion)', en: 'un-conversion' },
  },
  unknown: { ru: 'Не известно', en: 'Not known' },
  rev: { ru: 'МСТК ред.', en: 'SITC Rev.' },
} as const;

const longest = 12;

/** The first codes of a long list and how many there are. */
function someOf(codes: readonly string[]): string {
  return codes.length > longest
    ? `${codes.slice(0, longest).join(' ')} … (${codes.length})`
    : codes.join(' ');
}

/** The path of a code for the terminal. */
export function classifiedText(
  code: ClassifiedCode,
  language: Language,
  groupName: (id: string) => string = (id) => id,
): string {
  const group = (id: string | null) => (id === null ? '–' : groupName(id));
  const lines = [`${code.given} — ${t.read[language]} ${code.line}, ${code.edition}`];
  for (const level of code.levels)
    lines.push(
      `  ${t.levels[level.level][language]} ${level.code}: ${level.name?.[language] ?? '–'}${level.nomenclature === null ? '' : ` [${level.nomenclature}]`}`,
    );
  if (code.parts.length > 0) {
    const inside = code.parts.filter((part) => part.group !== null);
    lines.push(
      `${t.parts[language]}: ${code.parts.length}; ${t.inList[language]}: ${inside.length}`,
      ...inside.slice(0, 40).map((part) => `  ${part.code}: ${group(part.group)}`),
      ...(inside.length > 40 ? [`  … ${inside.length - 40}`] : []),
    );
  }
  if (code.editions.length > 0) lines.push(`${t.editions[language]}:`);
  for (const one of code.editions) {
    const parts = one.counterparts
      .slice(0, longest)
      .map(({ code: other, weight }) =>
        weight === 1 ? other : `${other} (${formatNumber(weight * 100, 1, language)} %)`,
      );
    const linked =
      one.linked.length > one.counterparts.length ? `; ${t.alsoLinked[language]}: ${someOf(one.linked)}` : '';
    lines.push(
      `  ${one.edition}${one.edition === code.edition ? '*' : ' '} ${parts.join(' ') || t.none[language]}${linked}`,
    );
  }
  for (const one of code.sitc) {
    const links =
      one.links === null ? t.noSheet[language] : `${t.alsoLinked[language]}: ${someOf(one.links) || '–'}`;
    lines.push(`${t.rev[language]} ${one.revision}: ${one.conversion ?? '–'} (${links})`);
  }
  for (const one of code.lists) {
    const linked = (one.links ?? []).filter((group) => group !== '-').map(group);
    const groups = linked.length === 0 ? '' : ` (${linked.join('; ')})`;
    lines.push(
      `${t.list[language]}, ${t.rev[language]} ${one.revision}: ${t.position[one.position][language]}${groups}`,
    );
    if (one.resolved !== null || one.unConversion !== null)
      lines.push(
        `  ${t.alignment.resolved[language]}: ${group(one.resolved)}; ${t.alignment['un-conversion'][language]}: ${group(one.unConversion)}`,
      );
  }
  if (code.segments.length > 0)
    lines.push(
      `${t.segments[language]}: ${code.segments.map((one) => `${one.system}/${one.segment}${one.name === null ? '' : ` (${one.name[language]})`}`).join(', ')}`,
    );
  if (code.productLists.length > 0)
    lines.push(
      `${t.products[language]}: ${code.productLists.map((id) => t.productNames[id]?.[language] ?? id).join(', ')}`,
    );
  for (const one of code.unknown) lines.push(`${t.unknown[language]}: ${one[language]}`);
  return `${lines.join('\n')}\n`;
}

/** Codes that two lists do not share, for the terminal. */
export function listComparisonText(comparison: ListComparison, language: Language, limit: number): string {
  const { data, manifest } = comparison;
  const ru = language === 'ru';
  const lines = [
    `A: ${manifest.a}; B: ${manifest.b}; ${manifest.editions.join(', ')}`,
    `${ru ? 'в обоих' : 'in both'}: ${manifest.both}; ${ru ? 'только в A' : 'only in A'}: ${manifest.onlyA}; ${ru ? 'только в B' : 'only in B'}: ${manifest.onlyB}`,
    '',
  ];
  for (const one of data.slice(0, limit)) {
    const side = (weight: number, segments: readonly string[]) =>
      weight === 0 && segments.length === 0
        ? '–'
        : `${segments.join('+')}${weight === 1 ? '' : ` (${weight})`}`;
    const value =
      one.valueUsd === null
        ? manifest.editionsOfData.length === 0
          ? ''
          : '  –'
        : `  ${formatNumber(one.valueUsd / 1000, 1, language)} ${ru ? 'тыс. долл.' : 'thousand USD'}`;
    lines.push(
      `${one.edition} ${one.code.padEnd(10)} A: ${side(one.weightA, one.inA)}  B: ${side(one.weightB, one.inB)}${value}  ${one.name?.[language] ?? ''}`,
    );
  }
  if (data.length > limit) lines.push(`… ${data.length - limit} (--all)`);
  for (const finding of comparison.findings)
    lines.push(
      finding.examples === undefined || finding.examples.length === 0
        ? `* ${finding.message[language]}`
        : `* ${finding.message[language]} (${finding.count ?? ''}) ${finding.examples.join('; ')}`,
    );
  return `${lines.join('\n')}\n`;
}
