import type { ScorecardRow } from '../../../api/scorecard.ts';
import { capital } from '../../../narrative/levelWords.ts';
import type { Asked } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf } from '../../place.ts';
import { useWords } from '../../useWords.ts';
import { Status } from './Status.tsx';

interface RegionLine {
  readonly id: string;
  readonly name: string;
  readonly rows: ReadonlyMap<string, ScorecardRow>;
}

/** Every region by every indicator that can be computed: its status. */
export function StatusTable({
  rows,
  asked,
  year,
}: {
  readonly rows: readonly ScorecardRow[];
  readonly asked: Asked;
  readonly year: number;
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const indicators = [...new Map(rows.map((row) => [row.indicator, row.indicatorName]))];
  const computed = indicators.filter(([id]) =>
    rows.some((row) => row.indicator === id && row.value !== null),
  );
  const regions = new Map<string, RegionLine & { rows: Map<string, ScorecardRow> }>();
  for (const row of rows) {
    const line = regions.get(row.territory) ?? {
      id: row.territory,
      name: row.territoryName[language],
      rows: new Map<string, ScorecardRow>(),
    };
    line.rows.set(row.indicator, row);
    regions.set(row.territory, line);
  }
  const lines = [...regions.values()].sort((a, b) => a.name.localeCompare(b.name, language));
  const met = rows.filter((row) => row.status === 'met').length;
  const judged = rows.filter((row) => row.status !== 'no-data').length;
  const columns: readonly Column<RegionLine>[] = [
    {
      key: 'name',
      head: t({ ru: capital(words.ru.member), en: capital(words.en.member) }),
      text: true,
      cell: (line) => <a href={addressOf('indicators', line.id)}>{line.name}</a>,
    },
    ...computed.map(
      ([id, name]): Column<RegionLine> => ({
        key: id,
        head: t(name),
        text: true,
        cell: (line) => {
          const row = line.rows.get(id);
          return <Status status={row?.status ?? 'no-data'} />;
        },
      }),
    ),
  ];
  const without = indicators.length - computed.length;
  return (
    <Section
      title={t({ ru: 'Статусы', en: 'Statuses' })}
      say={
        without === 0
          ? []
          : [
              [
                t({
                  ru: `Показателей, для которых нет рядов: ${without} из ${indicators.length}; ниже — каких.`,
                  en: `Indicators whose series are missing: ${without} of ${indicators.length}; which, see below.`,
                }),
              ],
            ]
      }
    >
      <Figure
        id="statuses"
        title={t({
          ru: `Выполнено ${met} из ${judged} оценок по ${lines.length} ${words.ru.toMembers}`,
          en: `${met} of ${judged} judgements are met, in ${lines.length} ${words.en.members}`,
        })}
        subtitle={t({ ru: `Статус каждого показателя, ${year}`, en: `Status of each indicator, ${year}` })}
        table={<DataTable columns={columns} rows={lines} rowKey={(line) => line.id} />}
        asked={asked}
      />
    </Section>
  );
}
