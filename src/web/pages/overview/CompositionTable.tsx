import type { Assessment, HighTech } from '../../../api/assessment.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { sparkline } from '../../../charts/sparkline.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { percentText } from '../../../domain/quantityText.ts';
import { levelsOf } from '../../../narrative/levels.ts';
import { capital } from '../../../narrative/levelWords.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Spark } from '../../components/Spark.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf } from '../../place.ts';
import { useWords } from '../../useWords.ts';

interface Line {
  readonly id: string;
  readonly name: string;
  readonly colour: string | null;
  readonly valueUsd: number | null;
  readonly beforeUsd: number | null;
  readonly share: number | null;
  readonly above: number | null;
  readonly figure: string | undefined;
  readonly shareFigure: string | undefined;
}

/** What the country's exports are made of: segments, high technology whole, the rest. */
export function CompositionTable({
  assessment,
  highTech,
  period,
}: {
  readonly assessment: Assessment;
  readonly highTech: HighTech | null;
  readonly period: string;
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const lines = linesOf(assessment, highTech, period, language, t);
  const years = [...new Set((highTech?.data ?? []).map((row) => row.year))].sort();
  const pathOf = (id: string): readonly (number | null)[] =>
    years.map((year) => {
      const row = highTech?.data.find(
        (one) => one.year === year && one.group === (id === 'total' || id === 'rest' ? 'all' : id),
      );
      if (row === undefined) return null;
      if (id === 'total') return row.totalUsd;
      return id === 'rest'
        ? row.totalUsd === null || row.valueUsd === null
          ? null
          : row.totalUsd - row.valueUsd
        : row.valueUsd;
    });
  const hasGrowth = lines.some((line) => line.beforeUsd !== null);
  const columns: readonly Column<Line>[] = [
    {
      key: 'name',
      head: t({ ru: 'Состав вывоза', en: 'Composition' }),
      text: true,
      cell: (line) => (
        <>
          {line.colour === null ? null : (
            <span className="sw" style={{ background: `var(${line.colour})` }} />
          )}
          {line.above === null ? (
            line.name
          ) : (
            <a href={addressOf('overview', null, { segment: line.id })}>{line.name}</a>
          )}
        </>
      ),
    },
    {
      key: 'value',
      head: t({ ru: `${period}, млн долл.`, en: `${period}, $ m` }),
      cell: (line) => (line.valueUsd === null ? '…' : formatNumber(line.valueUsd / 1e6, 1, language)),
      figure: (line) => line.figure,
    },
    {
      key: 'share',
      head: t({ ru: 'Доля, %', en: 'Share, %' }),
      cell: (line) =>
        line.share === null ? '…' : percentText(line.share, language, 2).replace(/[\u202f%]/g, ''),
      figure: (line) => line.shareFigure,
    },
    ...(hasGrowth
      ? [
          {
            key: 'growth',
            head: t({ ru: `К ${Number(period) - 1} году, %`, en: `${Number(period) - 1} = 100` }),
            cell: (line: Line) =>
              line.valueUsd === null || line.beforeUsd === null || line.beforeUsd === 0
                ? '–'
                : formatNumber((line.valueUsd / line.beforeUsd) * 100, 1, language),
          },
        ]
      : []),
    ...(years.length > 2
      ? [
          {
            key: 'spark',
            head: `${years[0]}–${years.at(-1)}`,
            cell: (line: Line) => (
              <Spark
                svg={sparkline(pathOf(line.id), {
                  title: `${line.name}, ${years[0]}–${years.at(-1)}`,
                  colour: line.colour === '--seg-rest' ? '--seg-rest-ink' : (line.colour ?? '--ink'),
                })}
              />
            ),
          },
        ]
      : []),
    {
      key: 'above',
      head: t({
        ru: `${capital(words.ru.ofMembers)} с T ≥ 1`,
        en: `${capital(words.en.members)} with T ≥ 1`,
      }),
      cell: (line) => (line.above === null ? '' : formatNumber(line.above, 0, language)),
    },
  ];
  return <DataTable columns={columns} rows={lines} rowKey={(line) => line.id} className="compos" fixed />;
}

function linesOf(
  assessment: Assessment,
  highTech: HighTech | null,
  period: string,
  language: 'ru' | 'en',
  t: (text: { ru: string; en: string }) => string,
): readonly Line[] {
  const now = assessment.data.filter((row) => row.period === period);
  const { member, whole } = levelsOf(assessment.data);
  const before = assessment.data.filter((row) => row.period !== period && row.level === whole);
  const country = now.filter((row) => row.level === whole);
  const segments: Line[] = country.map((row) => {
    const look = segmentLook(row.segment, row.segmentName);
    return {
      id: row.segment,
      name: look.short[language],
      colour: look.colour,
      valueUsd: row.segmentValueUsd,
      beforeUsd: before.find((one) => one.segment === row.segment)?.segmentValueUsd ?? null,
      share: row.segmentShareOfTerritory,
      above: now.filter(
        (one) => one.level === member && one.segment === row.segment && (one.trajectoryIndex ?? 0) >= 1,
      ).length,
      figure: `${row.id}/segmentValueUsd`,
      shareFigure: `${row.id}/segmentShareOfTerritory`,
    };
  });
  const total = country[0];
  const yearRow = (year: number) => highTech?.data.find((row) => row.group === 'all' && row.year === year);
  const all = yearRow(Number(period));
  const earlier = yearRow(Number(period) - 1);
  const rows: Line[] = [...segments];
  if (all !== undefined) {
    rows.push({
      id: 'all',
      name: t({ ru: 'Высокие технологии, всего', en: 'High technology, all' }),
      colour: null,
      valueUsd: all.valueUsd,
      beforeUsd: earlier?.valueUsd ?? null,
      share: all.shareOfTotal,
      above: null,
      figure: `${all.id}/valueUsd`,
      shareFigure: `${all.id}/shareOfTotal`,
    });
    if (all.valueUsd !== null && all.totalUsd !== null)
      rows.push({
        id: 'rest',
        name: segmentLook('rest').short[language],
        colour: '--seg-rest',
        valueUsd: all.totalUsd - all.valueUsd,
        beforeUsd:
          earlier?.totalUsd == null || earlier.valueUsd === null ? null : earlier.totalUsd - earlier.valueUsd,
        share: all.totalUsd === 0 ? null : 1 - all.valueUsd / all.totalUsd,
        above: null,
        figure: undefined,
        shareFigure: undefined,
      });
  }
  if (total !== undefined)
    rows.push({
      id: 'total',
      name: t({ ru: 'Весь вывоз', en: 'All exports' }),
      colour: null,
      valueUsd: total.totalValueUsd,
      beforeUsd: before[0]?.totalValueUsd ?? null,
      share: 1,
      above: null,
      figure: `${total.id}/totalValueUsd`,
      shareFigure: undefined,
    });
  return rows;
}
