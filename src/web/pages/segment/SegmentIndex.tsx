import type { Assessment, AssessmentRow } from '../../../api/assessment.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { percentText } from '../../../domain/quantityText.ts';
import { levelsOf } from '../../../narrative/levels.ts';
import { capital } from '../../../narrative/levelWords.ts';
import type { Asked } from '../../answers.ts';
import { Caveats } from '../../components/Caveats.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf } from '../../place.ts';
import { useWords } from '../../useWords.ts';

/** All segments of the chosen system, to open one. */
export function SegmentIndex({
  assessment,
  asked,
  period,
}: {
  readonly assessment: Assessment;
  readonly asked: Asked;
  readonly period: string;
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const now = assessment.data.filter((row) => row.period === period);
  const { member, whole } = levelsOf(now);
  const rows = now.filter((row) => row.level === whole);
  const regionsOf = (segment: string) => now.filter((row) => row.level === member && row.segment === segment);
  const leaderOf = (segment: string) => regionsOf(segment).find((row) => row.rank === 1);
  const columns: readonly Column<AssessmentRow>[] = [
    {
      key: 'segment',
      head: t({ ru: 'Сегмент', en: 'Segment' }),
      text: true,
      sort: (row) => row.segmentName[language],
      cell: (row) => (
        <>
          <span
            className="sw"
            style={{ background: `var(${segmentLook(row.segment, row.segmentName).colour})` }}
          />
          <a href={addressOf('segment', row.segment)}>{row.segmentName[language]}</a>
        </>
      ),
    },
    {
      key: 'value',
      head: t({ ru: `${period}, млн долл.`, en: `${period}, $ m` }),
      cell: (row) =>
        row.segmentValueUsd === null
          ? t({ ru: 'к', en: 'c' })
          : formatNumber(row.segmentValueUsd / 1e6, 1, language),
      sort: (row) => row.segmentValueUsd,
      figure: (row) => `${row.id}/segmentValueUsd`,
    },
    {
      key: 'share',
      head: t({ ru: `Доля в вывозе ${words.ru.ofWhole}`, en: `Share of ${words.en.whole}'s exports` }),
      cell: (row) =>
        row.segmentShareOfTerritory === null
          ? t({ ru: 'н/о', en: 'n/d' })
          : percentText(row.segmentShareOfTerritory, language, 2),
      sort: (row) => row.segmentShareOfTerritory,
      figure: (row) => `${row.id}/segmentShareOfTerritory`,
    },
    {
      key: 'above',
      head: t({
        ru: `${capital(words.ru.ofMembers)} с T ≥ 1`,
        en: `${capital(words.en.members)} with T ≥ 1`,
      }),
      cell: (row) => String(regionsOf(row.segment).filter((one) => (one.trajectoryIndex ?? 0) >= 1).length),
    },
    {
      key: 'oriented',
      head: t({ ru: 'Ориентировано', en: 'Oriented' }),
      cell: (row) => (row.orientedRegions === null ? '–' : String(row.orientedRegions)),
      figure: (row) => (row.orientedRegions === null ? undefined : `${row.id}/orientedRegions`),
    },
    {
      key: 'leader',
      head: t({ ru: 'Выше всех индекс', en: 'Highest index' }),
      text: true,
      cell: (row) => {
        const leader = leaderOf(row.segment);
        return leader === undefined ? (
          '–'
        ) : (
          <a href={addressOf('region', leader.territory)}>{leader.territoryName[language]}</a>
        );
      },
    },
  ];
  const title = t({ ru: 'Сегменты высоких технологий', en: 'Segments of high technology' });
  return (
    <>
      <div className="head">
        <h1>{title}</h1>
      </div>
      <section className="sec">
        <Figure
          id="segments"
          title={t({ ru: `Что вывозит ${words.ru.whole}`, en: `What ${words.en.whole} exports` })}
          subtitle={t({
            ru: `По сегментам, ${period}; откройте сегмент, чтобы узнать, кто, куда и что вывозит`,
            en: `By segment, ${period}; open one to see who exports it, where to and what`,
          })}
          table={<DataTable columns={columns} rows={rows} rowKey={(row) => row.id} />}
          asked={{ ...asked, options: { ...asked.options, 'filter.level': whole } }}
        />
      </section>
      <Caveats findings={assessment.findings} />
    </>
  );
}
