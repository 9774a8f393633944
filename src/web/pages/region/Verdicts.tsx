import type { AssessmentRow } from '../../../api/assessment.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { verdictReason } from '../../../narrative/verdictReason.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { useLanguage } from '../../language.ts';
import { useAssessmentColumns } from '../../useAssessmentColumns.tsx';

/** The verdict of each segment with the conditions behind it. */
export function Verdicts({ rows }: { readonly rows: readonly AssessmentRow[] }) {
  const { t, language } = useLanguage();
  const shared = useAssessmentColumns();
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
    shared.index,
    shared.range,
    {
      key: 'rank',
      head: t({ ru: 'Место', en: 'Rank' }),
      cell: (row) => (row.rank === null || row.segmentValueUsd === 0 ? '–' : String(row.rank)),
      figure: (row) => (row.rank === null || row.segmentValueUsd === 0 ? undefined : `${row.id}/rank`),
    },
    shared.verdict,
    { ...shared.why, cell: (row) => verdictReason(row, language) },
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
