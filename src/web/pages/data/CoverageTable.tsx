import type { CoverageRow } from '../../../api/check.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { moneyText } from '../../../domain/quantityText.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { useLanguage } from '../../language.ts';

/** Which months of each year are there. */
export function CoverageTable({ rows }: { readonly rows: readonly CoverageRow[] }) {
  const { t, language } = useLanguage();
  return (
    <DataTable
      className="coverage"
      rows={rows}
      rowKey={(row) => `${row.flow} ${row.year}`}
      columns={[
        { key: 'year', head: t({ ru: 'год', en: 'year' }), text: true, cell: (row) => String(row.year) },
        {
          key: 'flow',
          head: t({ ru: 'поток', en: 'flow' }),
          text: true,
          cell: (row) =>
            t(row.flow === 'export' ? { ru: 'вывоз', en: 'exports' } : { ru: 'ввоз', en: 'imports' }),
        },
        {
          key: 'months',
          head: t({ ru: 'месяцы', en: 'months' }),
          text: true,
          cell: (row) => <Months months={row.months} />,
        },
        {
          key: 'regions',
          head: t({ ru: 'регионов', en: 'regions' }),
          cell: (row) => formatNumber(row.regions, 0, language),
        },
        {
          key: 'rows',
          head: t({ ru: 'строк', en: 'rows' }),
          cell: (row) => formatNumber(row.rows, 0, language),
        },
        {
          key: 'value',
          head: t({ ru: 'стоимость', en: 'value' }),
          cell: (row) =>
            row.valueUsd === null ? t({ ru: 'нет курса', en: 'no rate' }) : moneyText(row.valueUsd, language),
        },
      ]}
    />
  );
}

/** Twelve marks, filled where the month is there; in words for who does not see them. */
export function Months({ months }: { readonly months: readonly number[] }) {
  const { t } = useLanguage();
  if (months.includes(0)) return <>{t({ ru: 'год целиком', en: 'the whole year' })}</>;
  const missing = Array.from({ length: 12 }, (_, place) => place + 1).filter(
    (month) => !months.includes(month),
  );
  const said =
    missing.length === 0
      ? t({ ru: 'все 12 месяцев', en: 'all 12 months' })
      : t({ ru: `нет месяцев: ${missing.join(', ')}`, en: `missing months: ${missing.join(', ')}` });
  return (
    <span className="months" role="img" aria-label={said} title={said}>
      {Array.from({ length: 12 }, (_, place) => (
        <i key={place} className={months.includes(place + 1) ? 'there' : ''} />
      ))}
    </span>
  );
}
