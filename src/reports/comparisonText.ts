import type { Cause, Comparison } from '../api/comparison.ts';
import { figureName } from '../domain/figureName.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';
import type { Segment, SegmentSystem } from '../domain/segmentSystem.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import { definitionTitle, definitionValue } from './definitionsText.ts';

const t = {
  changed: { ru: 'Чем расчёты различаются', en: 'How the runs differ' },
  nothing: { ru: 'ничем, кроме строк', en: 'in nothing but their rows' },
  unknown: { ru: 'манифест одного из них не известен', en: 'the manifest of one of them is not known' },
  figures: { ru: 'Величин сравнено', en: 'Figures compared' },
  different: { ru: 'разошлись', en: 'different' },
  byCause: { ru: 'По причинам', en: 'By cause' },
  more: { ru: 'ещё', en: 'more' },
  gone: { ru: 'убрано', en: 'gone' },
  come: { ru: 'добавлено', en: 'new' },
  name: { ru: 'название', en: 'name' },
  content: { ru: 'содержание, контрольная сумма', en: 'content, checksum' },
  segment: { ru: 'сегмент', en: 'segment' },
  verdicts: {
    yes: { ru: 'да', en: 'yes' },
    no: { ru: 'нет', en: 'no' },
    undefined: { ru: 'не определён', en: 'undefined' },
  } as Readonly<Record<string, TwoLanguages>>,
  attribution: {
    stepwise: {
      ru: 'вклад причин посчитан повторными расчётами, по одному изменению',
      en: 'effects come from runs made again with one change after another',
    },
    single: {
      ru: 'изменилось одно, всё различие от него',
      en: 'one thing changed, the whole difference is its effect',
    },
    listed: { ru: 'причины названы, вклады не разделены', en: 'causes are named, effects not parted' },
    none: { ru: '', en: '' },
  },
} as const;

const causeNames: Readonly<Record<Cause | 'result', TwoLanguages>> = {
  result: { ru: 'результат', en: 'result' },
  data: { ru: 'данные', en: 'data' },
  list: { ru: 'перечень', en: 'list' },
  alignment: { ru: 'увязка с ГС', en: 'alignment' },
  edition: { ru: 'редакция', en: 'edition' },
  base: { ru: 'база', en: 'base' },
  reference: { ru: 'эталон', en: 'reference' },
  're-exports': { ru: 'реэкспорт', en: 're-exports' },
  rule: { ru: 'правило', en: 'rule' },
  question: { ru: 'вопрос', en: 'question' },
  program: { ru: 'программа', en: 'program' },
  rounding: { ru: 'округление', en: 'rounding' },
  unexplained: { ru: 'причина не известна', en: 'unexplained' },
};

const subjects: Readonly<Record<string, TwoLanguages>> = {
  version: { ru: 'версия', en: 'version' },
  'flow and period': { ru: 'направление и период', en: 'flow and period' },
  vintages: { ru: 'загрузки', en: 'vintages' },
  'segments and revision': { ru: 'сегменты и редакция МСТК', en: 'segments and revision' },
  'the list itself': { ru: 'таблица перечня в программе', en: 'the list itself' },
  alignment: { ru: 'способ', en: 'way' },
  concordances: { ru: 'таблицы соответствия', en: 'concordances' },
  'edition and weights': { ru: 'общая редакция и деление кодов', en: 'edition and weights' },
  'indicators and supplied series': { ru: 'показатели и данные ряды', en: 'indicators and supplied series' },
  calendar: { ru: 'календарь редакций', en: 'calendar' },
  inputs: { ru: 'файлы', en: 'files' },
  resultChecksum: { ru: 'строки', en: 'rows' },
};

interface Change {
  readonly cause: Cause | 'result';
  readonly what: string;
  readonly a?: unknown;
  readonly b?: unknown;
}

/** A comparison of two results for the terminal: what changed, figures by cause, the figures themselves. */
export function comparisonText(comparison: Comparison, language: Language, limit: number): string {
  const { data, manifest } = comparison;
  const count = (value: number) => formatNumber(value, 0, language);
  const lines = [`A: ${manifest.a}`, `B: ${manifest.b}`, '', `${t.changed[language]}:`];
  for (const one of manifest.changed) lines.push(...changeText(one, language));
  if (manifest.changed.length === 0) {
    const isUnknown = data.some((one) => one.causes.some(({ cause }) => cause === 'unexplained'));
    lines.push(`  ${isUnknown ? t.unknown[language] : t.nothing[language]}`);
  }
  lines.push(
    '',
    `${t.figures[language]}: ${count(manifest.figures)}; ${t.different[language]}: ${count(data.length)}`,
  );
  const counts = new Map<Cause, number>();
  for (const one of data) for (const { cause } of one.causes) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  if (counts.size > 0)
    lines.push(
      `${t.byCause[language]}: ${[...counts].map(([cause, times]) => `${causeNames[cause][language]} ${count(times)}`).join(', ')}`,
    );
  const how = t.attribution[manifest.attribution][language];
  if (how !== '') lines.push(`(${how})`);
  lines.push('');
  for (const one of data.slice(0, limit)) {
    const why = one.causes
      .map(({ cause, effect }) =>
        effect === null
          ? causeNames[cause][language]
          : `${causeNames[cause][language]} ${signed(effect, language)}`,
      )
      .join(', ');
    const change = one.difference === null ? '' : ` (${signed(one.difference, language)})`;
    lines.push(
      `${one.period}/${one.segment}/${one.territory}/${one.field} (${figureName(one.field)[language]}): ${figure(one.a, language)} → ${figure(one.b, language)}${change}  [${why}]`,
    );
  }
  if (data.length > limit) lines.push(`… ${t.more[language]} ${count(data.length - limit)} (--all)`);
  return `${lines.join('\n')}\n`;
}

/** One thing in which two runs (or a run and its repetition) differ, in lines. */
export function changeText({ cause, what, a, b }: Change, language: Language): readonly string[] {
  const [name, subject] = [causeNames[cause][language], subjects[what]?.[language] ?? ''];
  const title = subject === '' ? name : `${name} (${subject})`;
  const details = detailsOf(what, a, b, language);
  return details.length === 1
    ? [`  ${title}: ${details[0]}`]
    : [`  ${title}:`, ...details.map((one) => `    ${one}`)];
}

function detailsOf(what: string, a: unknown, b: unknown, language: Language): readonly string[] {
  const pair = (names: readonly string[]) =>
    pairs(names, a as readonly unknown[], b as readonly unknown[], language);
  if (what === 'flow and period') return pair(['flow', 'period', 'from', 'to']);
  if (what === 'edition and weights') return pair(['inEdition', 'weights']);
  if (what === 'indicators and supplied series') return pair(['indicators', 'supplied']);
  if (what === 'reference') return pair(['reference', 'union', 'groups', 'withoutSelf', 'leaveOut']);
  if (what === 'vintages') return setChange(a as readonly string[], b as readonly string[], language);
  if (what === 'segments and revision') {
    const [[before, revisionA], [after, revisionB]] = [a, b] as [
      [SegmentSystem, number],
      [SegmentSystem, number],
    ];
    return [
      ...pairs(['revision'], [revisionA], [revisionB], language),
      ...systemChange(before, after, language),
    ];
  }
  if (what === 'concordances') {
    const [[sumA, filesA], [sumB, filesB]] = [a, b] as [[string, Files], [string, Files]];
    const named = (files: Files) =>
      (files ?? []).map((one) => `${one.id} (${one.file}, sha256 ${one.sha256.slice(0, 12)}…)`);
    return [
      ...(sumA === sumB ? [] : [checksum(sumA, sumB, language)]),
      ...setChange(named(filesA), named(filesB), language),
    ];
  }
  if (what === 'inputs') return setChange(inputs(a), inputs(b), language);
  if (what === 'the list itself' || what === 'calendar' || what === 'resultChecksum')
    return [checksum(a, b, language)];
  const name = what === 're-exports' ? 'reExports' : what;
  return [`${definitionValue(name, a, language)} → ${definitionValue(name, b, language)}`];
}

function inputs(given: unknown): readonly string[] {
  const files = given as readonly { readonly file: string; readonly sha256: string }[];
  return files.map((one) => `${one.file} (sha256 ${one.sha256.slice(0, 12)}…)`);
}

type Files = readonly { readonly id: string; readonly file: string; readonly sha256: string }[];

function checksum(a: unknown, b: unknown, language: Language): string {
  return `${t.content[language]}: ${String(a ?? '–')} → ${String(b ?? '–')}`;
}

/** Members of a list that differ, each by its name. */
function pairs(
  names: readonly string[],
  a: readonly unknown[],
  b: readonly unknown[],
  language: Language,
): readonly string[] {
  return names.flatMap((name, place) => {
    const [before, after] = [a[place] ?? null, b[place] ?? null];
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    return [
      `${definitionTitle(name, language)}: ${definitionValue(name, before, language)} → ${definitionValue(name, after, language)}`,
    ];
  });
}

function setChange(a: readonly string[], b: readonly string[], language: Language): readonly string[] {
  const [gone, come] = [a.filter((one) => !b.includes(one)), b.filter((one) => !a.includes(one))];
  return [
    ...(gone.length === 0 ? [] : [`${t.gone[language]}: ${someOf(gone)}`]),
    ...(come.length === 0 ? [] : [`${t.come[language]}: ${someOf(come)}`]),
  ];
}

/** What makes one segment system another: its name, edition, segments, and the groups and codes of each. */
function systemChange(a: SegmentSystem, b: SegmentSystem, language: Language): readonly string[] {
  const label = (segment: Segment) => `${segment.name[language]} (${segment.id})`;
  const lines: string[] = [];
  if (a.id !== b.id || a.name[language] !== b.name[language])
    lines.push(`${t.name[language]}: ${a.name[language]} (${a.id}) → ${b.name[language]} (${b.id})`);
  if (a.edition !== b.edition)
    lines.push(`${definitionTitle('edition', language)}: ${a.edition ?? '–'} → ${b.edition ?? '–'}`);
  const only = (one: SegmentSystem, other: SegmentSystem) =>
    one.segments.filter(({ id }) => !other.segments.some((known) => known.id === id)).map(label);
  lines.push(...setChange(only(a, b), only(b, a), language));
  for (const segment of b.segments) {
    const before = a.segments.find((one) => one.id === segment.id);
    if (before === undefined) continue;
    const entries = (one: Segment) => [...one.groups, ...(one.codes ?? [])];
    const change = [
      ...(before.name[language] === segment.name[language]
        ? []
        : [`${t.name[language]}: ${before.name[language]} → ${segment.name[language]}`]),
      ...setChange(entries(before), entries(segment), language),
    ];
    if (change.length > 0) lines.push(`${t.segment[language]} ${label(segment)}: ${change.join('; ')}`);
  }
  if (lines.length === 0 && a.source !== b.source)
    lines.push(`${definitionTitle('source', language)}: ${a.source} → ${b.source}`);
  return lines;
}

function someOf(texts: readonly string[]): string {
  return texts.length > 12 ? `${texts.slice(0, 12).join(', ')} … (${texts.length})` : texts.join(', ');
}

function figure(value: number | string | null, language: Language): string {
  if (value === null) return '–';
  if (typeof value === 'string') return t.verdicts[value]?.[language] ?? value;
  return language === 'ru' ? String(value).replace('.', ',') : String(value);
}

function signed(value: number, language: Language): string {
  const text = Math.abs(value) >= 1e6 ? value.toFixed(0) : String(Number(value.toPrecision(6)));
  const shown = language === 'ru' ? text.replace('.', ',') : text;
  return value > 0 ? `+${shown}` : shown.replace(/^-/, '−');
}
