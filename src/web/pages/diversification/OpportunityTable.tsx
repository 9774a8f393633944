import type { Opportunity } from '../../../api/opportunities.ts';
import { dotColour } from '../../../charts/segmentLook.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { capital } from '../../../narrative/levelWords.ts';
import { productText } from '../../../narrative/opportunitySentences.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, usePlace } from '../../place.ts';
import { useWords } from '../../useWords.ts';

/** Products with what speaks for and against them, the largest outlook gain first. */
export function OpportunityTable({
  rows,
  limit = 50,
}: {
  readonly rows: readonly Opportunity[];
  readonly limit?: number;
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const place = usePlace();
  const number = (value: number | null, digits: number) =>
    value === null ? t({ ru: 'н/о', en: 'n/d' }) : formatNumber(value, digits, language);
  const numeric = (
    field: 'pci' | 'distance' | 'outlookGain' | 'rca' | 'valueUsd' | 'countryValueUsd',
    head: string,
    digits: number,
    scale = 1,
  ): Column<Opportunity> => ({
    key: field,
    head,
    cell: (row) => number(row[field] === null ? null : row[field] / scale, digits),
    figure: (row) => `${row.id}/${field}`,
  });
  const columns: readonly Column<Opportunity>[] = [
    {
      key: 'product',
      head: t({ ru: 'Товар', en: 'Product' }),
      text: true,
      cell: (row) => (
        <>
          <span
            className="sw"
            style={{
              background: `var(${dotColour(row.segment, row.segmentName)})`,
            }}
          />
          <a href={addressOf('diversification', row.territory, { item: row.product, ask: null })}>
            {productText(row, language)}
          </a>
        </>
      ),
    },
    numeric('pci', t({ ru: 'Сложность', en: 'Complexity' }), 2),
    numeric('distance', t({ ru: 'Расстояние', en: 'Distance' }), 2),
    numeric('outlookGain', t({ ru: 'Выигрыш', en: 'Gain' }), 2),
    numeric('rca', 'RCA', 2),
    numeric(
      'valueUsd',
      t({ ru: `${capital(words.ru.member)}, тыс. долл.`, en: `${capital(words.en.member)}, $ k` }),
      1,
      1e3,
    ),
    numeric(
      'countryValueUsd',
      t({ ru: `${capital(words.ru.whole)}, тыс. долл.`, en: `${capital(words.en.wholeName)}, $ k` }),
      1,
      1e3,
    ),
  ];
  const all = place.query.rows === 'all';
  const shown = all ? rows : rows.slice(0, limit);
  return (
    <>
      <DataTable columns={columns} rows={shown} rowKey={(row) => row.product} />
      {shown.length < rows.length && limit >= 50 ? (
        <p className="sm">
          <a href={addressOf(place.page, place.id, { rows: 'all' })}>
            {t({ ru: `Все ${rows.length} товаров`, en: `All ${rows.length} products` })}
          </a>
        </p>
      ) : null}
    </>
  );
}
