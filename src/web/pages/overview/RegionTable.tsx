import type { AssessmentRow } from '../../../api/assessment.ts';
import { noValueMark } from '../../../charts/noValue.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { useLanguage } from '../../language.ts';
import { useAssessmentColumns } from '../../useAssessmentColumns.tsx';
import { useWords } from '../../useWords.ts';

/** Index, value and shares of each region, of one segment or of all. */
export function RegionTable({
  rows,
  withSegment = false,
}: {
  readonly rows: readonly AssessmentRow[];
  readonly withSegment?: boolean;
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const shared = useAssessmentColumns();
  const columns: readonly Column<AssessmentRow>[] = [
    ...(withSegment
      ? [
          {
            key: 'segment',
            head: t({ ru: 'Сегмент', en: 'Segment' }),
            text: true,
            cell: (row: AssessmentRow) => segmentLook(row.segment, row.segmentName).short[language],
          },
        ]
      : []),
    shared.member,
    shared.index,
    {
      key: 'value',
      head: t({ ru: 'Сегмент, млн долл.', en: 'Segment, $ m' }),
      cell: (row) =>
        row.segmentValueUsd === null
          ? noValueMark('confidential', language)
          : formatNumber(row.segmentValueUsd / 1e6, 2, language),
      sort: (row) => row.segmentValueUsd,
      figure: (row) => `${row.id}/segmentValueUsd`,
    },
    {
      key: 'share',
      head: t({
        ru: `Доля в сегменте ${words.ru.ofWhole}, %`,
        en: `Share of ${words.en.whole}'s segment, %`,
      }),
      cell: (row) =>
        row.shareOfCountrySegment === null
          ? noValueMark('undefined', language)
          : formatNumber(row.shareOfCountrySegment * 100, 2, language),
      sort: (row) => row.shareOfCountrySegment,
      figure: (row) => `${row.id}/shareOfCountrySegment`,
    },
    {
      key: 'weight',
      head: t({
        ru: `Доля сегмента в вывозе ${words.ru.ofMember}, %`,
        en: `Segment's share of the ${words.en.member}, %`,
      }),
      cell: (row) =>
        row.segmentShareOfTerritory === null
          ? noValueMark('undefined', language)
          : formatNumber(row.segmentShareOfTerritory * 100, 3, language),
      sort: (row) => row.segmentShareOfTerritory,
      figure: (row) => `${row.id}/segmentShareOfTerritory`,
    },
  ];
  return <DataTable columns={columns} rows={rows} rowKey={(row) => row.id} />;
}
