import type { Product, ProductOptions, ProductRow } from '../../api/product.ts';
import { hsCodesOf } from '../../classifications/hsNomenclature.ts';
import type { HsEdition } from '../../domain/edition.ts';
import { type Period, periodText } from '../../domain/period.ts';
import { regionNotDisclosed, regionNotStated } from '../../store/cube.ts';
import { codeCondition } from '../../store/queries/codeCondition.ts';
import { type CodeSumsQuestion, codeSums } from '../../store/queries/codeSums.ts';
import { confidentialRows } from '../../store/queries/confidentialRows.ts';
import { quantitySums } from '../../store/queries/quantitySums.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { assessmentFindings } from '../assessmentFindings.ts';
import { given, type KnownDefinitions } from '../options.ts';
import { plainFinding } from '../plainFinding.ts';
import { regionName } from '../quality/context.ts';
import { readStatusSums } from '../readSums.ts';
import { rowId } from '../trace/figureId.ts';
import { runManifest, withChecksum } from '../trace/runManifest.ts';
import { codeName } from './codeName.ts';
import { listParts } from './productOnList.ts';
import {
  cellsInMainUnit,
  emptyRow,
  partnerName,
  placedCells,
  priceOf,
  spreadAcross,
  spreadFields,
} from './productParts.ts';
import { profileDefinitions } from './profileDefinitions.ts';
import { type TerritoryScope, territoryScope } from './territoryScope.ts';

/** What a part of the answer is made from. */
interface Context {
  readonly workspace: WorkspaceReader;
  readonly scope: TerritoryScope;
  readonly code: string;
  readonly period: string;
  readonly run: string;
  readonly sums: (by: CodeSumsQuestion['by'], more?: Partial<CodeSumsQuestion>) => Promise<readonly Sum[]>;
}

interface Sum {
  readonly keys: Readonly<Record<string, string>>;
  readonly valueUsd: number;
  /** false: no exchange rate brings any of it to dollars. */
  readonly hasRate: boolean;
}

/**
 * A product (chapter, heading, six-digit code or national line): who exports it, with share and index; where to; its
 * years, each in the edition then in force; the codes below it; what of it is on the high-technology list; unit values
 * in the unit that tells most of the value, with their spread over regions and over partners. Secret lines are in no
 * product. Throws `no-data`, and `bad-option` for lists with national lines.
 */
export async function product(
  workspace: WorkspaceReader,
  asked: ProductOptions,
  known: KnownDefinitions = {},
): Promise<Product> {
  const { code, ...choices } = asked;
  const scope = await territoryScope(workspace, { ...given(choices), territory: workspace.country }, known);
  const { options, editions } = scope;
  const period = periodText(options.period);
  const manifest = runManifest(workspace, 'product', { ...asked, period }, profileDefinitions(options));
  const context: Context = {
    workspace,
    scope,
    code,
    period,
    run: manifest.run,
    sums: summing(workspace, scope, code),
  };
  const statusSums = await readStatusSums(workspace, options.flow, options.period);
  const caveats = assessmentFindings({ workspace, options, statusSums, data: [], editions }).map(
    plainFinding,
  );
  const head = {
    ...manifest,
    code,
    codeName: codeName(workspace, code),
    period,
    editions: [...editions],
  };
  if (await isSecret(context)) {
    const rest = { valueUsd: 0, totalUsd: 0, hasPartners: false, confidential: true };
    return withChecksum({
      data: [],
      findings: [secretCode(code), ...caveats],
      manifest: { ...head, ...rest },
    });
  }
  const { regions, valueUsd, totalUsd } = await regionRows(context);
  const partners = await partnerRows(context, valueUsd);
  const data = [
    ...regions,
    ...partners,
    ...(await yearRows(context)),
    ...(await lineRows(context, valueUsd)),
    ...(await segmentRows(context, valueUsd)),
  ];
  const priced = await withPrices(context, data, valueUsd);
  return withChecksum({
    data: priced,
    findings: [...unknownCode(code, editions), ...caveats],
    manifest: { ...head, valueUsd, totalUsd, hasPartners: partners.length > 0, confidential: false },
  });
}

/** Does the source use the code to hide what is behind it? Asked of national lines only: shorter codes are products. */
async function isSecret({ workspace, scope, code }: Context): Promise<boolean> {
  if (code.length <= 6) return false;
  const { flow, period } = scope.options;
  const rows = await workspace.engine.query(confidentialRows({ flow, period, line: code }));
  return Number(rows[0]?.row_count ?? 0) > 0;
}

function secretCode(code: string): Product['findings'][number] {
  return {
    code: 'confidential-code',
    severity: 'caveat',
    message: {
      ru: `Код ${code} секретный: за ним скрыты товары, его стоимость входит только в итоги.`,
      en: `The code ${code} is secret: it hides products, and its value counts in totals only.`,
    },
  };
}

function summing(workspace: WorkspaceReader, scope: TerritoryScope, code: string): Context['sums'] {
  const { flow, period, reExports } = scope.options;
  return async (by, more = {}) => {
    const rows = await workspace.engine.query(codeSums({ flow, period, reExports, code, by, ...more }));
    return rows.map((row) => ({
      keys: Object.fromEntries(by.map((name) => [name, String(row[name] ?? '')])),
      valueUsd: Number(row.value_usd ?? 0),
      hasRate: row.value_usd !== null,
    }));
  };
}

function totalOf(sums: readonly Sum[]): number {
  return sums.reduce((sum, one) => sum + one.valueUsd, 0);
}

function shareOf(value: number, whole: number): number | null {
  return whole === 0 ? null : value / whole;
}

async function regionRows({
  workspace,
  code,
  period,
  run,
  sums,
}: Context): Promise<{ regions: ProductRow[]; valueUsd: number; totalUsd: number }> {
  const totals = await sums(['region'], { code: null });
  const own = new Map((await sums(['region'])).map((one) => [one.keys.region ?? '', one.valueUsd]));
  const [totalUsd, valueUsd] = [totalOf(totals), [...own.values()].reduce((sum, one) => sum + one, 0)];
  const share = shareOf(valueUsd, totalUsd) ?? 0;
  const regions = totals.map(({ keys, valueUsd: total, hasRate }): ProductRow => {
    const id = keys.region ?? '';
    const value = own.get(id) ?? 0;
    const within = shareOf(value, total);
    const isRegion = id !== regionNotStated && id !== regionNotDisclosed;
    const reason = !hasRate
      ? 'no-rate'
      : !isRegion
        ? 'no-region'
        : within === null
          ? 'base-zero'
          : share === 0
            ? 'reference-zero'
            : null;
    return {
      ...emptyRow,
      id: rowId(run, period, code, id),
      part: 'region',
      period,
      code,
      territory: id,
      territoryName: regionName(workspace, id),
      valueUsd: hasRate ? value : null,
      valueReason: hasRate ? null : 'no-rate',
      shareOfProduct: hasRate ? shareOf(value, valueUsd) : null,
      shareOfTerritory: within,
      index: reason === null ? (within ?? 0) / share : null,
      indexReason: reason,
    };
  });
  regions.sort(
    (a, b) => (b.valueUsd ?? 0) - (a.valueUsd ?? 0) || ((a.territory ?? '') < (b.territory ?? '') ? -1 : 1),
  );
  return { regions, valueUsd, totalUsd };
}

async function partnerRows({ code, period, run, sums }: Context, whole: number): Promise<ProductRow[]> {
  const found = (await sums(['partner'])).filter((one) => one.valueUsd !== 0);
  const stated = found.filter((one) => one.keys.partner !== '').sort((a, b) => b.valueUsd - a.valueUsd);
  if (stated.length === 0) return [];
  return [...stated, ...found.filter((one) => one.keys.partner === '')].map(({ keys, valueUsd }) => {
    const partner = keys.partner === '' ? 'not-stated' : (keys.partner ?? '');
    return {
      ...emptyRow,
      id: rowId(run, period, code, `partner:${partner}`),
      part: 'partner',
      period,
      code,
      partner,
      partnerName: partnerName(keys.partner ?? ''),
      valueUsd,
      shareOfProduct: shareOf(valueUsd, whole),
    };
  });
}

/** Every year of the flow; null where no edition then in force has the code, or no rate is known. */
async function yearRows({ workspace, scope, code, run, sums }: Context): Promise<ProductRow[]> {
  const years = [
    ...new Set(workspace.coverage.filter((one) => one.flow === scope.options.flow).map((one) => one.year)),
  ].sort((a, b) => a - b);
  const span: Period = { fromYear: years[0] ?? 0, toYear: years.at(-1) ?? 0, months: null };
  const totals = await sums(['year', 'edition'], { code: null, period: span });
  const own = await sums(['year'], { period: span });
  return years.map((year): ProductRow => {
    const inYear = totals.filter((one) => one.keys.year === String(year));
    const value = own.find((one) => one.keys.year === String(year))?.valueUsd ?? 0;
    const hasRate = inYear.some((one) => one.hasRate);
    const hasCodes =
      value !== 0 || inYear.some((one) => hasCode(one.keys.edition as HsEdition, code)) || code.length > 6;
    const reason = !hasRate ? 'no-rate' : hasCodes ? null : 'not-in-edition';
    return {
      ...emptyRow,
      id: rowId(run, String(year), code, workspace.country),
      part: 'year',
      period: String(year),
      code,
      territory: workspace.country,
      territoryName: workspace.territories.countryName,
      valueUsd: reason === null ? value : null,
      valueReason: reason,
      shareOfTerritory: reason === null ? shareOf(value, totalOf(inYear)) : null,
    };
  });
}

function hasCode(edition: HsEdition, code: string): boolean {
  const wanted = code.slice(0, 6);
  return wanted.length === 6
    ? hsCodesOf(edition).has(wanted)
    : [...hsCodesOf(edition)].some((one) => one.startsWith(wanted));
}

/** The codes one level below; what no code below tells of has an empty code. */
async function lineRows(
  { workspace, code, period, run, sums }: Context,
  whole: number,
): Promise<ProductRow[]> {
  if (code.length >= 10) return [];
  const by = code.length === 2 ? 'heading' : code.length === 4 ? 'hs6' : 'line';
  const found = (await sums([by])).filter((one) => one.valueUsd !== 0);
  const isSame = found.every((one) => one.keys[by] === code);
  if (isSame) return [];
  return found
    .sort((a, b) => b.valueUsd - a.valueUsd)
    .map(({ keys, valueUsd }) => {
      const line = keys[by] ?? '';
      return {
        ...emptyRow,
        id: rowId(run, period, code, `line:${line === '' ? 'no-code' : line}`),
        part: 'line',
        period,
        code: line,
        codeName: line === '' ? null : codeName(workspace, line),
        valueUsd,
        shareOfProduct: shareOf(valueUsd, whole),
      };
    });
}

/** What of the product is on the list, by segment, and what is not. */
async function segmentRows(
  { scope, code, period, run, sums }: Context,
  whole: number,
): Promise<ProductRow[]> {
  const codes = (await sums(['edition', 'hs6'])).map(({ keys, valueUsd }) => ({
    edition: keys.edition as HsEdition,
    hs6: keys.hs6 ?? '',
    valueUsd,
  }));
  return listParts(scope, codes, whole).map(({ segment, name, valueUsd }) => ({
    ...emptyRow,
    id: rowId(run, period, code, `segment:${segment}`),
    part: 'segment',
    period,
    code,
    segment,
    segmentName: name,
    valueUsd,
    shareOfProduct: shareOf(valueUsd, whole),
  }));
}

/** The rows of regions and partners with unit values, and rows of their spread. */
async function withPrices(
  { workspace, scope, code, period, run }: Context,
  rows: readonly ProductRow[],
  whole: number,
): Promise<ProductRow[]> {
  const { flow, period: asked, reExports } = scope.options;
  const found = await workspace.engine.query(
    quantitySums({ flow, period: asked, reExports, codes: codeCondition(code), by: ['region', 'partner'] }),
  );
  const { unit, cells } = cellsInMainUnit(placedCells(found));
  const priced = rows.map((row) => {
    if (row.part !== 'region' && row.part !== 'partner') return row;
    const inside = cells.filter((cell) =>
      row.part === 'region'
        ? cell.region === row.territory
        : (cell.partner === '' ? 'not-stated' : cell.partner) === row.partner,
    );
    return { ...row, ...priceOf(inside, unit, row.valueUsd ?? 0) };
  });
  const spreads = (['region', 'partner'] as const).map(
    (across): ProductRow => ({
      ...emptyRow,
      ...priceOf(cells, unit, whole),
      ...spreadFields(
        spreadAcross(cells, across, (group) => !['', regionNotStated, regionNotDisclosed].includes(group)),
      ),
      id: rowId(run, period, code, `spread:${across}`),
      part: 'spread',
      period,
      code,
      territory: workspace.country,
      territoryName: workspace.territories.countryName,
      partner: across,
      valueUsd: whole,
    }),
  );
  return [...priced, ...spreads];
}

function unknownCode(code: string, editions: readonly HsEdition[]): Product['findings'] {
  if (editions.some((edition) => hasCode(edition, code))) return [];
  return [
    {
      code: 'code-not-in-edition',
      severity: 'warning',
      message: {
        ru: `Кода ${code.slice(0, 6)} нет в редакции периода (${editions.join(', ')}): под другим кодом он может быть в разделе о соответствиях.`,
        en: `The edition of the period (${editions.join(', ')}) has no code ${code.slice(0, 6)}: see the concordance for what it may be called there.`,
      },
    },
  ];
}
