import type { AssessmentRow } from '../../../api/assessment.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { indexText } from '../../../domain/quantityText.ts';
import { verdictReason, verdictText } from '../../../narrative/verdictReason.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { useLanguage } from '../../language.ts';
import { indexOrMark } from '../overview/indexOrMark.ts';

/** The verdict of each segment with the conditions behind it. */
export function Verdicts({ rows }: { readonly rows: readonly AssessmentRow[] }) {
  const { t, language } = useLanguage();
  const columns: readonly Column<AssessmentRow>[] = [
    {
      key: 'segment',
      head: t({ ru: 'Сегмент', en: 'Segment' }),
      text: true,
      cell: (row) => {
        const look = segmentLook(row.segment, row.segmentName);
        return (
          <>
            <span className="sw" style={{ background: `var(${look.colour})` }} />
            {look.short[language]}
          </>
        );
      },
    },
    {
      key: 'index',
      head: t({ ru: 'Индекс T', en: 'Index T' }),
      cell: (row) => indexOrMark(row, language),
      sort: (row) => row.trajectoryIndex,
      figure: (row) => `${row.id}/trajectoryIndex`,
    },
    {
      key: 'range',
      head: t({ ru: 'Границы T', en: 'Range of T' }),
      cell: (row) =>
        row.trajectoryIndexLower === null || row.trajectoryIndexUpper === null || row.segmentValueUsd === 0
          ? '…'
          : `${indexText(row.trajectoryIndexLower, language)} … ${indexText(row.trajectoryIndexUpper, language)}`,
    },
    {
      key: 'rank',
      head: t({ ru: 'Место', en: 'Rank' }),
      cell: (row) => (row.rank === null ? '–' : String(row.rank)),
      figure: (row) => (row.rank === null ? undefined : `${row.id}/rank`),
    },
    {
      key: 'verdict',
      head: t({ ru: 'Ориентирован', en: 'Oriented' }),
      text: true,
      cell: (row) => verdictText(row.verdict, language),
      figure: (row) => `${row.id}/verdict`,
    },
    {
      key: 'why',
      head: t({ ru: 'Почему', en: 'Why' }),
      text: true,
      cell: (row) => verdictReason(row, language),
    },
  ];
  return (
    <div className="verdicts">
      <DataTable
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        caption={
          <span className="fs">
            {t({
              ru: 'Вывод по каждому сегменту. ≈ — в пределах 10 % от порога; ± — меняется между границами перечня.',
              en: 'The verdict of each segment. ≈ within 10% of the threshold; ± differs between the bounds of the list.',
            })}
          </span>
        }
      />
    </div>
  );
}
