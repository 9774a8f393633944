import type { Diversification, DiversificationOptions } from '../../api/diversification.ts';
import type { Finding } from '../../domain/finding.ts';
import { formatNumber, type Language } from '../../domain/formatNumber.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { assessmentFindings } from '../assessmentFindings.ts';
import { plainFinding } from '../plainFinding.ts';
import type { StatusSum } from '../readSums.ts';
import type { DiversificationLists } from './spanQuestion.ts';
import type { WorldDemand } from './worldDemand.ts';

/** What a reader of a diversification must know beside the figures. */
export function diversificationFindings(input: {
  readonly workspace: WorkspaceReader;
  readonly options: DiversificationOptions;
  readonly asked: DiversificationLists;
  readonly partners: boolean;
  readonly world: WorldDemand | null;
}): Diversification['findings'] {
  const { workspace, options, asked } = input;
  const { resolved, statusSums, years, editions, digits, products, territories } = asked;
  const [alone] = territories.length === 1 ? territories : [];
  const members = alone === undefined ? null : alone.members;
  const findings: Finding[] = [];
  const add = (code: string, severity: Finding['severity'], ru: string, en: string) =>
    findings.push({ code, severity, message: { ru, en } });
  if (!input.partners && input.options.by !== 'product')
    add(
      'no-partners',
      'caveat',
      'Источник не называет стран-партнёров: рынков и пар «товар — рынок» нет, показана товарная часть.',
      'The source names no partners: there are no markets and no pairs of product and market; the part by product is given.',
    );
  if (editions.length > 1)
    add(
      'one-product-through-editions',
      'info',
      `Годы в редакциях ${editions.join(', ')}: коды, переходящие друг в друга при смене редакции, считаются одним товаром (таких товаров ${products.families.joined}), поэтому смена редакции не даёт ни новых, ни исчезнувших товаров. Коды товаров — по ${products.shownIn}.`,
      `The years are in ${editions.join(', ')}: codes that pass into each other between editions count as one product (${products.families.joined} such products), so a change of edition makes no new and no lost product. Products are shown by their codes in ${products.shownIn}.`,
    );
  add('depth', 'info', `Товар — код из ${digits} знаков.`, `A product is a code of ${digits} digits.`);
  if ((options.activeAbove ?? 0) > 0)
    add(
      'active-above',
      'info',
      `Связь действует, если вывоз за год больше ${options.activeAbove} долл.; меньшие собраны в строке «ниже порога».`,
      `A relation is active above ${options.activeAbove} USD a year; smaller ones are gathered as "below the threshold".`,
    );
  const isWorld = options.reference === 'world';
  const stands =
    options.world === undefined
      ? {
          ru: ', они же заменяют мировой спрос: таблица спроса (--demand) не задана',
          en: '; it also stands for world demand, as no table of demand (--demand) is given',
        }
      : { ru: '', en: '' };
  if (isWorld)
    add(
      'reference',
      'info',
      'Эталон (маржи Хаммелса — Кленоу, индекс Кругмана, разложение по долям рынка) — таблица мира, вместе с самой территорией, если она в таблице есть.',
      "The reference (Hummels–Klenow margins, Krugman's index, constant market shares) is the table of the world, the territory itself included where the table has it.",
    );
  else if (territories.some((one) => one.members !== null))
    add(
      'reference',
      'info',
      `Эталон (маржи Хаммелса — Кленоу, индекс Кругмана, разложение по долям рынка) — все прочие территории данных${stands.ru}.`,
      `The reference (Hummels–Klenow margins, Krugman's index, constant market shares) is all other territories of the data${stands.en}.`,
    );
  if (isWorld && input.world?.hasYears === false)
    add(
      'world-without-years',
      'caveat',
      'В таблице мира нет столбца year: она стоит за оба года, и разложить изменение по долям рынка не по чему.',
      'The table of the world has no column year: it stands for both years, and constant market shares have no growth of the world to go by.',
    );
  if (options.world !== undefined)
    add(
      'world-table',
      'info',
      `Мировой спрос — по таблице ${options.world.file} (sha256 ${options.world.sha256.slice(0, 16)}), коды ${products.shownIn}.`,
      `World demand is that of the table ${options.world.file} (sha256 ${options.world.sha256.slice(0, 16)}), codes of ${products.shownIn}.`,
    );
  const districts = territories.filter(({ territory }) => territory.level === 'district');
  if (districts.length > 0) {
    const list = districts
      .map((one) => `${alone === undefined ? `${one.territory.id}: ` : ''}${(one.members ?? []).join(', ')}`)
      .join('; ');
    add(
      'district-members',
      'info',
      `Состав округа — как в декабре ${options.to} года, для обоих лет: ${list}.`,
      `The district is as in December ${options.to}, in both years: ${list}.`,
    );
  }
  const secret = [options.from, options.to].map((year) =>
    secretShare(statusSums, year, members, resolved.reExports),
  );
  if (secret.some((share) => share > 0.005))
    add(
      'secret-products',
      Math.abs((secret[1] ?? 0) - (secret[0] ?? 0)) > 0.02 ? 'warning' : 'caveat',
      `Секретные коды и нераспределённые остатки — ${percentOf(secret[0], 'ru')} вывоза ${alone === undefined ? 'страны' : 'территории'} в ${options.from} году и ${percentOf(secret[1], 'ru')} в ${options.to}: они вне связей, и товар, ставший секретным, выглядит прекращённым, а раскрытый — новым.`,
      `Secret codes and unallocated rests are ${percentOf(secret[0], 'en')} of the ${alone === undefined ? "country's" : "territory's"} exports in ${options.from} and ${percentOf(secret[1], 'en')} in ${options.to}: they are in no relation, and a product that became secret looks given up, one disclosed looks new.`,
    );
  const span = resolved.period.toYear - resolved.period.fromYear + 1;
  if (years.length < span)
    add(
      'gap-years',
      'caveat',
      `Между первым и последним годом есть годы без данных; сроки жизни связей считаются по ${years.length} годам с данными.`,
      `Some years between the first and the last have no data; survival is counted over the ${years.length} years that have.`,
    );
  const general = assessmentFindings({ workspace, options: resolved, statusSums, data: [], editions }).filter(
    (finding) => finding.code !== 'short-codes' || digits === 6,
  );
  return [...findings, ...asked.bridgeFindings, ...general].map(plainFinding);
}

/** Share of a territory's exports in a year whose lines name no product. */
function secretShare(
  sums: readonly StatusSum[],
  year: number,
  members: readonly string[] | null,
  reExports: 'exclude' | 'include',
): number {
  const mine = sums.filter(
    (sum) =>
      sum.year === year &&
      (members === null || members.includes(sum.region)) &&
      (reExports === 'include' || !sum.reExport),
  );
  const total = mine.reduce((all, sum) => all + sum.valueUsd, 0);
  const secret = mine.filter((sum) => sum.status !== 'product').reduce((all, sum) => all + sum.valueUsd, 0);
  return total > 0 ? secret / total : 0;
}

function percentOf(share: number | undefined, language: Language): string {
  return `${formatNumber((share ?? 0) * 100, 1, language)} %`;
}
