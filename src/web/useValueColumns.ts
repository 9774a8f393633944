import { noValueMark } from '../charts/noValue.ts';
import { formatNotZero, formatShare, formatSignificant } from '../domain/formatNumber.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import type { Column } from './components/DataTable.tsx';
import { useLanguage } from './language.ts';

/** What a column shows of a row. */
interface Shown<Row> {
  of(row: Row): number | null;
  /** Id of the figure; absent: it cannot be asked. */
  figure?(row: Row): string | undefined;
  /** What stands in the place of no value; absent: `…`. */
  none?(row: Row): string;
  /** Zero says that there was no trade, and is a dash. */
  readonly dashZero?: boolean;
}

/** Columns that many tables share; what is not zero is never printed as zero. */
export interface ValueColumns {
  /** A value in thousands of dollars. */
  thousands<Row>(shown: Shown<Row>): Column<Row>;
  /** A share, 0 to 1, in percent. */
  share<Row>(key: string, head: TwoLanguages, digits: number, shown: Shown<Row>): Column<Row>;
  /** Dollars for a unit; no column where no row tells quantities. */
  price<Row>(
    rows: readonly Row[],
    unitOf: (row: Row) => TwoLanguages | null,
    shown: Shown<Row>,
  ): Column<Row>[];
}

export function useValueColumns(): ValueColumns {
  const { t, language } = useLanguage();
  function column<Row>(
    key: string,
    head: string,
    shown: Shown<Row>,
    text: (value: number) => string,
  ): Column<Row> {
    const { of, figure, none, dashZero = false } = shown;
    return {
      key,
      head,
      cell: (row) => {
        const value = of(row);
        if (value === null) return none?.(row) ?? noValueMark('not-published', language);
        return dashZero && value === 0 ? noValueMark('no-exports', language) : text(value);
      },
      sort: of,
      ...(figure === undefined ? {} : { figure: (row) => (of(row) === null ? undefined : figure(row)) }),
    };
  }
  return {
    thousands: (shown) =>
      column('value', t({ ru: 'Тыс. долл.', en: '$ k' }), shown, (usd) =>
        formatNotZero(usd / 1e3, 1, language),
      ),
    share: (key, head, digits, shown) =>
      column(key, t(head), shown, (share) => formatShare(share, digits, language)),
    price: (rows, unitOf, shown) => {
      const unit = rows.map(unitOf).find((one) => one !== null);
      return unit === undefined
        ? []
        : [
            column('price', t({ ru: `Долл. за ${unit.ru}`, en: `$ per ${unit.en}` }), shown, (usd) =>
              formatSignificant(usd, language),
            ),
          ];
    },
  };
}
