import type { ComparisonExplanation } from '../../api/comparisonExplanation.ts';
import type { CountryComparison, CountryComparisonRow } from '../../api/countryComparison.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { SeriesReader } from '../../store/series.ts';
import { compareCountries } from './compareCountries.ts';
import { type ComparisonOptions, resolveComparison } from './comparisonOptions.ts';
import { countrySeries, type IndicatorName, indicators } from './countryFigures.ts';

const exportsOnly = ['exports'] as const;
const formulas: Readonly<
  Record<
    string,
    { readonly formula: string; readonly of: readonly IndicatorName[]; readonly before: boolean }
  >
> = {
  exportsUsd: { formula: 'Σ exports(member, year)', of: exportsOnly, before: false },
  exportsIndex: {
    formula: '100 × Σ exports(member, year) / Σ exports(member, year − 1)',
    of: exportsOnly,
    before: true,
  },
  chainIndex: { formula: '100 × Π exportsIndex / 100 since the base year', of: exportsOnly, before: true },
  publishedVolumeIndex: {
    formula: '100 × Σ (exports of the base year × volume index)(member, year) / the same of year − 1',
    of: ['volume'],
    before: true,
  },
  directIndex: {
    formula: '100 × Σ exports(member, year) / Σ exports(member, base year)',
    of: exportsOnly,
    before: false,
  },
  highTechUsd: { formula: 'Σ highTech(member, year)', of: ['highTech'], before: false },
  shareOfExports: { formula: 'Σ highTech / Σ exports', of: ['highTech', 'exports'], before: false },
  shareOfManufactured: {
    formula: 'Σ highTech / Σ (highTech / (shareOfManufactured / 100))',
    of: ['highTech', 'shareOfManufactured'],
    before: false,
  },
  shareOfWorldHighTech: { formula: 'Σ highTech / highTech of the world', of: ['highTech'], before: false },
};

/** A figure of a comparison with the values of the series it is made of, each with its file and row. */
export async function explainComparison(
  reader: SeriesReader,
  manifest: CountryComparison['manifest'],
  id: { readonly period: string; readonly territory: string; readonly field: string | null },
): Promise<ComparisonExplanation> {
  const options = manifest.options as unknown as ComparisonOptions;
  const { data, manifest: now } = await compareCountries(reader, options);
  const field = id.field ?? 'exportsIndex';
  const row = data.find((one) => one.territory === id.territory && String(one.year) === id.period);
  const how = formulas[field];
  if (row === undefined || how === undefined) {
    throw new TrajectaError('bad-option', {
      ru: `Величины ${id.period}/${id.territory}/${field} в этом сравнении нет. Показатели: ${Object.keys(formulas).join(', ')}.`,
      en: `This comparison has no figure ${id.period}/${id.territory}/${field}. Figures: ${Object.keys(formulas).join(', ')}.`,
    });
  }
  const members = row.members ?? [row.level === 'world' ? 'WLD' : row.territory];
  const base = options.chainFrom ?? options.from;
  const years = yearsOf(field, row.year, base, how.before);
  const { used, formula } = valuedBy(options.valuation ?? 'current', how);
  const { volumeBase } = countrySeries(reader, await resolveComparison(options));
  const yearsFor = (name: IndicatorName) =>
    name === 'exports' && used.includes('volume') && volumeBase !== null ? [volumeBase] : years;
  const inputs = used.flatMap((name) =>
    yearsFor(name).flatMap((year) =>
      [...members, ...(field === 'shareOfWorldHighTech' ? ['WLD'] : [])].flatMap((member) => {
        const value = reader.values(indicators[name])?.get(`${member} ${year}`);
        if (value === undefined) return [];
        const file = reader.fileOf(indicators[name])?.file;
        return [
          {
            name,
            indicator: indicators[name],
            territory: member,
            year,
            value: value.value,
            file: file?.name ?? '',
            sha256: file?.sha256 ?? '',
            row: value.row,
          },
        ];
      }),
    ),
  );
  return {
    data: {
      id: `${row.id}/${field}`,
      value: row[field as keyof CountryComparisonRow] as number | null,
      reason: row.exportsReason ?? row.indexReason ?? row.highTechReason,
      formula,
      inputs,
      reproduced: now.resultChecksum === manifest.resultChecksum,
    },
    findings: [],
    manifest: { run: manifest.run, definitions: manifest.definitions },
  };
}

/** The series that a figure of exports takes under a valuation, and its formula. */
function valuedBy(
  valuation: NonNullable<ComparisonOptions['valuation']>,
  how: { readonly formula: string; readonly of: readonly IndicatorName[] },
): { readonly used: readonly IndicatorName[]; readonly formula: string } {
  if (valuation === 'current' || how.of[0] !== 'exports') return { used: how.of, formula: how.formula };
  return valuation === 'volume'
    ? { used: [...how.of, 'unitValue'], formula: `${how.formula}; exports = value / unit value index × 100` }
    : {
        used: [...how.of, 'volume'],
        formula: `${how.formula}; exports = value of the base year × volume index / 100`,
      };
}

function yearsOf(field: string, year: number, base: number, before: boolean): readonly number[] {
  if (field === 'chainIndex')
    return Array.from({ length: Math.max(1, year - base + 1) }, (_, place) => base + place);
  if (field === 'directIndex') return [base, year];
  return before ? [year - 1, year] : [year];
}
