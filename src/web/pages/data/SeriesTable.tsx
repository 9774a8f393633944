import type { SeriesReport } from '../../../api/seriesReport.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { useLanguage } from '../../language.ts';

type Series = Pick<SeriesReport['data'][number], 'indicators' | 'accounts'>;

/** The indicators of a file with their years, and where each of its values went. */
export function SeriesTable({ series }: { readonly series: Series }) {
  const { t, language } = useLanguage();
  const { valuesIn, valuesKept, valuesEmpty, valuesQuarantined } = series.accounts;
  const number = (value: number) => formatNumber(value, 0, language);
  return (
    <>
      <DataTable
        rows={series.indicators}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'id',
            head: t({ ru: 'Показатель', en: 'Indicator' }),
            text: true,
            cell: (row) => (
              <>
                <b>{row.id}</b> {row.name}
              </>
            ),
          },
          {
            key: 'years',
            head: t({ ru: 'Годы', en: 'Years' }),
            text: true,
            cell: (row) => (row.from === row.to ? String(row.from) : `${row.from}–${row.to}`),
          },
          { key: 'values', head: t({ ru: 'Значений', en: 'Values' }), cell: (row) => number(row.values) },
        ]}
      />
      <p className="sm closes">
        {t({
          ru: `Значений в файле ${number(valuesIn)}: читается ${number(valuesKept)}, пустых ${number(valuesEmpty)}, в карантин ${number(valuesQuarantined)}.`,
          en: `${number(valuesIn)} values in the file: ${number(valuesKept)} are read, ${number(valuesEmpty)} are empty, ${number(valuesQuarantined)} set aside.`,
        })}
      </p>
    </>
  );
}
