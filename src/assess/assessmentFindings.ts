import type { AssessmentRow } from '../api/assessment.ts';
import type { HsEdition } from '../domain/edition.ts';
import type { Finding } from '../domain/finding.ts';
import type { Period } from '../domain/period.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import type { Flow } from '../store/cube.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import type { StatusSum } from './readSums.ts';

type MutableFinding = {
  -readonly [Key in keyof Finding]: Finding[Key] extends readonly string[] | undefined
    ? string[]
    : Finding[Key];
};

export interface FindingsInput {
  readonly workspace: WorkspaceReader;
  readonly options: {
    readonly flow: Flow;
    readonly period: Period;
    readonly reExports: 'exclude' | 'include';
  };
  readonly statusSums: readonly StatusSum[];
  readonly data: readonly AssessmentRow[];
  readonly editions: readonly HsEdition[];
}

/** What a reader must know beside the figures. Shares are of all exports of the period. */
export function assessmentFindings({
  workspace,
  options,
  statusSums,
  data,
  editions,
}: FindingsInput): MutableFinding[] {
  const findings: MutableFinding[] = [];
  const counted = statusSums.filter((sum) => options.reExports === 'include' || !sum.reExport);
  const total = add(counted);
  const caveat = (
    code: string,
    message: TwoLanguages,
    sums: readonly StatusSum[] | null,
    severity: Finding['severity'] = 'caveat',
  ) => {
    if (sums === null) findings.push({ code, severity, message });
    else if (sums.length > 0) {
      const valueUsd = add(sums);
      findings.push({ code, severity, message, valueUsd, share: total === 0 ? null : valueUsd / total });
    }
  };
  if (workspace.synthetic) {
    caveat(
      'synthetic-data',
      {
        ru: 'Синтетические демонстрационные данные: созданы программой, это не данные таможни.',
        en: 'Synthetic demonstration data: made by the program, not customs data.',
      },
      null,
      'warning',
    );
  }
  if (workspace.country === 'RU') {
    caveat(
      'head-office',
      {
        ru: 'Регион — место регистрации участника внешней торговли, а не производства: вывоз головных контор записан за их регионом, прежде всего за Москвой.',
        en: 'A region is where the trader is registered, not where goods are made: exports of head offices are booked there, above all in Moscow.',
      },
      null,
    );
  }
  caveat(
    'confidential',
    {
      ru: 'Секретные коды: входят в итоги регионов и страны и ни в один товар.',
      en: 'Secret codes: they count in totals of regions and country and in no product.',
    },
    counted.filter((sum) => sum.status === 'confidential'),
  );
  caveat(
    'unallocated',
    {
      ru: 'Нераспределённый остаток: строки-итоги больше суммы своих частей.',
      en: 'Unallocated rest: parent rows exceed the sum of their children.',
    },
    counted.filter((sum) => sum.status === 'unallocated'),
  );
  caveat(
    'short-codes',
    {
      ru: 'Коды короче шести знаков: входят в итоги, но не могут быть отнесены к сегментам.',
      en: 'Codes shorter than six digits: they count in totals and cannot be put into segments.',
    },
    counted.filter((sum) => sum.status === 'product' && !sum.sixDigits),
  );
  caveat(
    'region-not-stated',
    {
      ru: 'Регион не указан или не раскрыт: стоимость входит в итог страны, вердикта нет.',
      en: 'The region is not stated or not disclosed: the value counts in the country and gets no verdict.',
    },
    counted.filter((sum) => sum.region === 'not-stated' || sum.region === 'not-disclosed'),
  );
  const reExports = statusSums.filter((sum) => sum.reExport);
  caveat(
    're-exports',
    options.reExports === 'exclude'
      ? {
          ru: 'Реэкспорт исключён из всех величин (--re-exports include — включить).',
          en: 'Re-exports are left out of all figures (--re-exports include puts them in).',
        }
      : { ru: 'Реэкспорт включён в итоги страны.', en: "Re-exports are included in the country's totals." },
    reExports,
  );
  nestedTerritories(findings, workspace, counted);
  partlyMapped(findings, data);
  const withoutRate = statusSums.reduce((sum, one) => sum + one.withoutRate, 0);
  if (withoutRate > 0) {
    findings.push({
      code: 'no-rate',
      severity: 'warning',
      message: {
        ru: 'Для части данных нет курса к доллару: они не входят ни в одну величину.',
        en: 'A part of the data has no dollar rate: it is in no figure.',
      },
      count: withoutRate,
    });
  }
  incompleteYears(findings, workspace, options);
  for (const one of workspace.importFindings.filter((finding) =>
    ['code-outside-edition', 'unknown-region', 'quarantined-rows'].includes(finding.code),
  )) {
    findings.push({ ...one, examples: [...(one.examples ?? [])] });
  }
  findings.push({
    code: 'edition',
    severity: 'info',
    message: {
      ru: `Действующая редакция номенклатуры: ${editions.join(', ')}.`,
      en: `Edition of the nomenclature in force: ${editions.join(', ')}.`,
    },
  });
  if (data.some((row) => row.printed !== null)) {
    caveat(
      'printed-index',
      {
        ru: 'Рядом с нашим индексом показан напечатанный в статье; его определение не опубликовано, равенства ждать не следует.',
        en: 'The index printed in the paper stands beside ours; its definition is not published, so they need not agree.',
      },
      null,
      'info',
    );
  }
  return findings;
}

function add(sums: readonly StatusSum[]): number {
  return sums.reduce((sum, one) => sum + one.valueUsd, 0);
}

function partlyMapped(findings: MutableFinding[], data: readonly AssessmentRow[]): void {
  const countries = data.filter((row) => row.territory === data[0]?.territory);
  if (countries.some((row) => row.boundsReason !== null)) {
    findings.push({
      code: 'no-correlation-table',
      severity: 'caveat',
      message: {
        ru: 'Для этой редакции нет таблицы всех соответствий: нижней и верхней границы нет.',
        en: 'There is no many-to-many table for this edition: no lower and upper bound.',
      },
    });
    return;
  }
  const segment = countries.reduce((sum, row) => sum + (row.segmentValueUsd ?? 0), 0);
  const spread = countries.reduce(
    (sum, row) => sum + (row.segmentValueUsdUpper ?? 0) - (row.segmentValueUsdLower ?? 0),
    0,
  );
  if (spread === 0) return;
  findings.push({
    code: 'partly-mapped',
    severity: 'caveat',
    message: {
      ru: 'Коды, входящие в перечень лишь частично: разность верхней и нижней границ (доля — от вывоза сегментов).',
      en: 'Codes only partly inside the list: upper less lower bound (the share is of exports of the segments).',
    },
    valueUsd: spread,
    share: segment === 0 ? null : spread / segment,
  });
}

/** Okrugs that some sources count within an oblast: here both are summed, so the source must keep them apart. */
function nestedTerritories(
  findings: MutableFinding[],
  workspace: WorkspaceReader,
  sums: readonly StatusSum[],
): void {
  const present = new Set(sums.map((sum) => sum.region));
  const nested = workspace.territories.territories.filter(
    (one) => one.nestedIn !== undefined && present.has(one.id) && present.has(one.nestedIn),
  );
  if (nested.length === 0) return;
  findings.push({
    code: 'nested-territories',
    severity: 'info',
    message: {
      ru: 'Автономные округа показаны отдельно от своих областей; если источник включает их и в область, их стоимость учтена дважды.',
      en: 'Autonomous okrugs are shown apart from their oblasts; if the source counts them in the oblast too, their value is there twice.',
    },
    examples: nested.map((one) => `${one.id} / ${one.nestedIn}`),
  });
}

function incompleteYears(
  findings: MutableFinding[],
  workspace: WorkspaceReader,
  options: FindingsInput['options'],
): void {
  const { fromYear, toYear, months } = options.period;
  const wanted = months === null ? 12 : months.to - months.from + 1;
  const partial: string[] = [];
  for (let year = fromYear; year <= toYear; year += 1) {
    const held =
      workspace.coverage.find((entry) => entry.flow === options.flow && entry.year === year)?.months ?? [];
    if (held.includes(0)) continue;
    const inside = held.filter((month) => months === null || (month >= months.from && month <= months.to));
    if (inside.length < wanted) partial.push(`${year}: ${inside.length}/${wanted}`);
  }
  if (partial.length === 0) return;
  findings.push({
    code: 'incomplete-period',
    severity: 'warning',
    message: {
      ru: `Период неполон (месяцев есть/нужно): ${partial.join(', ')}.`,
      en: `The period is incomplete (months there/wanted): ${partial.join(', ')}.`,
    },
  });
}
