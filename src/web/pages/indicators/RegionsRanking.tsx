import type { ScorecardRow } from '../../../api/scorecard.ts';
import { indicatorStrip } from '../../../charts/indicatorStrip.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { capital } from '../../../narrative/levelWords.ts';
import { amountText, boundText, gapText, indicatorText } from '../../../narrative/scorecardSentences.ts';
import type { Options } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, choose } from '../../place.ts';
import { useWords } from '../../useWords.ts';
import { Status } from './Status.tsx';

/** All regions by the gap of one indicator, the largest shortfall first. */
export function RegionsRanking({
  rows,
  options,
  id,
  indicator,
}: {
  readonly rows: readonly ScorecardRow[];
  readonly options: Options;
  readonly indicator: string | null;
  /** The region that is marked; null: none. */
  readonly id: string | null;
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const known = rows.filter((row): row is ScorecardRow & { value: number } => row.value !== null);
  const indicators = [...new Map(known.map((row) => [row.indicator, row]))];
  const chosen = indicators.find(([one]) => one === indicator)?.[1] ?? indicators[0]?.[1];
  const title = t({ ru: `Все ${words.ru.members}`, en: `All ${words.en.members}` });
  if (chosen === undefined) {
    return (
      <Section title={title} say={[]}>
        <NotDrawn
          why={t({
            ru: 'Ни один показатель не считается без рядов, которых нет.',
            en: 'No indicator can be computed without the missing series.',
          })}
        />
      </Section>
    );
  }
  const mine = known
    .filter((row) => row.indicator === chosen.indicator)
    .sort((a, b) => (a.gapRank ?? 0) - (b.gapRank ?? 0) || a.value - b.value);
  const met = mine.filter((row) => row.status === 'met').length;
  const here = mine.find((row) => row.territory === id);
  return (
    <Section
      title={title}
      say={
        here === undefined || here.gapRank === null
          ? []
          : [
              [
                t({
                  ru: `${here.territoryName.ru}: по величине разрыва место `,
                  en: `${here.territoryName.en}: by the size of its gap rank `,
                }),
                { text: String(here.gapRank), figure: `${here.id}/gapRank` },
                t({
                  ru: ` из ${mine.length} (1 — самый большой).`,
                  en: ` of ${mine.length} (1 is the largest).`,
                }),
              ],
            ]
      }
    >
      <Figure
        id="ranking"
        title={t({
          ru: `${chosen.indicatorName.ru}: выполняют ${met} из ${mine.length} ${words.ru.ofMembers}`,
          en: `${chosen.indicatorName.en}: met by ${met} of ${mine.length} ${words.en.members}`,
        })}
        subtitle={t({
          ru: `${chosen.unit}, ${chosen.year}; граница — ${boundText(chosen, 'ru')}`,
          en: `${chosen.unit}, ${chosen.year}; the bound is ${boundText(chosen, 'en')}`,
        })}
        tools={
          <label className="inline">
            {t({ ru: 'Показатель', en: 'Indicator' })}{' '}
            <select
              value={chosen.indicator}
              onChange={(event) => choose({ indicator: event.target.value, ask: null }, 'replace')}
            >
              {indicators.map(([one, row]) => (
                <option key={one} value={one}>
                  {t(row.indicatorName)}
                </option>
              ))}
            </select>
          </label>
        }
        draw={(width) =>
          indicatorStrip(
            mine.map((row) => ({
              id: row.territory,
              name: row.territoryName[language],
              title: `${row.territoryName[language]} ${indicatorText(row.value, row.unit, language)}`,
              value: row.value,
              met: row.status === 'met',
              href: addressOf('indicators', row.territory, { indicator: row.indicator }),
              chosen: row.territory === id,
            })),
            {
              width,
              title: t(chosen.indicatorName),
              lower: chosen.boundLower,
              upper: chosen.boundUpper,
              boundText: boundText(chosen, language),
              tickText: (value) => formatNumber(value, Math.abs(value) < 2 && value !== 0 ? 1 : 0, language),
            },
          )
        }
        table={<RankingTable rows={mine} id={id} />}
        asked={{ question: 'scorecard', options: { ...options, indicator: chosen.indicator } }}
      />
    </Section>
  );
}

function RankingTable({
  rows,
  id,
}: {
  readonly rows: readonly (ScorecardRow & { value: number })[];
  readonly id: string | null;
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const columns: readonly Column<ScorecardRow & { value: number }>[] = [
    { key: 'rank', head: t({ ru: 'Место', en: 'Rank' }), cell: (row) => String(row.gapRank ?? '–') },
    {
      key: 'name',
      head: t({ ru: capital(words.ru.member), en: capital(words.en.member) }),
      text: true,
      cell: (row) => {
        const name = row.territoryName[language];
        return (
          <a href={addressOf('indicators', row.territory, { indicator: row.indicator })}>
            {row.territory === id ? <b>{name}</b> : name}
          </a>
        );
      },
    },
    {
      key: 'value',
      head: t({ ru: 'Значение', en: 'Value' }),
      cell: (row) => indicatorText(row.value, row.unit, language),
      figure: (row) => `${row.id}/value`,
    },
    {
      key: 'status',
      head: t({ ru: 'Статус', en: 'Status' }),
      text: true,
      cell: (row) => <Status status={row.status} />,
    },
    {
      key: 'gap',
      head: t({ ru: 'Разрыв', en: 'Gap' }),
      cell: (row) => (row.gap === null ? '–' : gapText(row.gap, row.unit, language)),
      figure: (row) => `${row.id}/gap`,
    },
    {
      key: 'money',
      head: t({ ru: 'В деньгах', en: 'In money' }),
      cell: (row) => (row.gapMoney === null ? '–' : amountText(row.gapMoney, row.currency, language)),
      figure: (row) => (row.gapMoney === null ? undefined : `${row.id}/gapMoney`),
    },
  ];
  return <DataTable columns={columns} rows={rows} rowKey={(row) => row.territory} />;
}
