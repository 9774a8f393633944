import type { AssessmentRow } from '../api/assessment.ts';
import { indexText } from '../domain/quantityText.ts';
import { capital } from '../narrative/levelWords.ts';
import { verdictReason, verdictText } from '../narrative/verdictReason.ts';
import type { Column } from './components/DataTable.tsx';
import { indexOrMark } from './indexOrMark.ts';
import { useLanguage } from './language.ts';
import { addressOf } from './place.ts';
import { useWords } from './useWords.ts';

type Name = 'member' | 'index' | 'range' | 'verdict' | 'why';

/** Columns that tables of an assessment share: who, the index, between which bounds, the verdict, why. */
export function useAssessmentColumns(): Readonly<Record<Name, Column<AssessmentRow>>> {
  const { t, language } = useLanguage();
  const words = useWords();
  return {
    member: {
      key: 'region',
      head: t({ ru: capital(words.ru.member), en: capital(words.en.member) }),
      text: true,
      cell: (row) => <a href={addressOf('region', row.territory)}>{row.territoryName[language]}</a>,
    },
    index: {
      key: 'index',
      head: t({ ru: 'Индекс T', en: 'Index T' }),
      cell: (row) => indexOrMark(row, language),
      sort: (row) => row.trajectoryIndex,
      figure: (row) => `${row.id}/trajectoryIndex`,
    },
    range: {
      key: 'range',
      head: t({ ru: 'Границы T', en: 'Range of T' }),
      cell: (row) =>
        row.trajectoryIndexLower === null || row.trajectoryIndexUpper === null || row.segmentValueUsd === 0
          ? '…'
          : `${indexText(row.trajectoryIndexLower, language)} … ${indexText(row.trajectoryIndexUpper, language)}`,
    },
    verdict: {
      key: 'verdict',
      head: t({ ru: 'Ориентирован', en: 'Oriented' }),
      text: true,
      cell: (row) => verdictText(row.verdict, language),
      figure: (row) => `${row.id}/verdict`,
    },
    why: {
      key: 'why',
      head: t({ ru: 'Почему', en: 'Why' }),
      text: true,
      cell: (row) => <small>{verdictReason(row, language)}</small>,
    },
  };
}
