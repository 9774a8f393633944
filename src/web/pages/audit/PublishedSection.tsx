import { useContext } from 'react';
import type { Assessment, AssessmentRow } from '../../../api/assessment.ts';
import type { CountryComparison, CountryComparisonRow } from '../../../api/countryComparison.ts';
import type { SeriesCountries } from '../../../api/seriesCountries.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { indexText } from '../../../domain/quantityText.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf } from '../../place.ts';
import { WorkspaceContext } from '../../workspace.ts';

/** Who and when the paper's table 1 prints; the first year of its heading stands for 2007. */
const printedCountries = 'AM,BR,BY,CN,IN,JP,KG,KZ,RU,US,VN,ZA';
const table1: Asked = {
  question: 'compare',
  options: {
    countries: printedCountries,
    groups: 'BRICS,EAEU,EMU',
    from: 2007,
    to: 2019,
    chainFrom: 2008,
    printed: true,
  },
};
const printedYear = 2019;

/** What the paper prints beside what the data of this workspace gives. */
export function PublishedSection() {
  const { t } = useLanguage();
  const known = useContext(WorkspaceContext);
  const { data: workspace } = known;
  const countries = useAnswer<SeriesCountries>({ question: 'countries', options: {} });
  const russia = workspace.country === 'RU' && workspace.coverage.some((one) => one.year === printedYear);
  return (
    <>
      <Section
        title={t({ ru: 'Таблица 1 и наши ряды', en: 'Table 1 and our series' })}
        say={[
          [
            t({
              ru: 'Индексы статьи рядом с посчитанными по рядам Всемирного банка: совпало до округления, в пределах пересмотра данных (3 п. п.) или различается.',
              en: "The paper's indices beside those computed from the World Bank's series: equal to rounding, within a revision of the data (3 pp), or different.",
            }),
          ],
        ]}
      >
        <Await answered={countries}>
          {(one) =>
            one.data.length > 0 ? (
              <WorkspaceContext value={{ ...known, source: 'World Bank, WDI' }}>
                <Table1 />
              </WorkspaceContext>
            ) : (
              <NotDrawn
                why={t({
                  ru: 'В рабочей области нет рядов по странам.',
                  en: 'The workspace holds no series by country.',
                })}
              >
                <a href={addressOf('world', null)}>{t({ ru: 'Как их загрузить', en: 'How to load them' })}</a>
              </NotDrawn>
            )
          }
        </Await>
      </Section>
      {russia ? <Tables2To5 synthetic={workspace.synthetic} /> : null}
    </>
  );
}

function Table1() {
  const { t } = useLanguage();
  const answered = useAnswer<CountryComparison>(table1);
  return (
    <Await answered={answered}>
      {(answer) => {
        const rows = answer.data.filter((row) => row.printedStatus !== null);
        const different = rows.filter((row) => row.printedStatus === 'different');
        const near = rows.filter((row) => row.printedStatus === 'within-revision').length;
        const equal = rows.filter((row) => row.printedStatus === 'equal').length;
        return (
          <Figure
            id="printed-1"
            title={t({
              ru: `Различается ${different.length} из ${rows.length} индексов`,
              en: `${different.length} of ${rows.length} indices differ`,
            })}
            subtitle={t({
              ru: `Год к году, %: наш индекс, под ним напечатанный. Равны ${equal}, в пределах пересмотра ${near}`,
              en: `Year before = 100: ours, below it as printed. Equal ${equal}, within revision ${near}`,
            })}
            table={<Printed1 rows={rows} />}
            asked={table1}
          />
        );
      }}
    </Await>
  );
}

interface Line {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly CountryComparisonRow[];
}

function Printed1({ rows }: { readonly rows: readonly CountryComparisonRow[] }) {
  const { t, language } = useLanguage();
  const years = [...new Set(rows.map((row) => row.year))].sort((a, b) => a - b);
  const lines: readonly Line[] = [...new Set(rows.map((row) => row.territory))].map((id) => {
    const own = rows.filter((row) => row.territory === id);
    return { id, name: own[0]?.territoryName[language] ?? id, rows: own };
  });
  const words = {
    equal: t({ ru: 'равно', en: 'equal' }),
    'within-revision': t({ ru: 'в пределах пересмотра', en: 'within revision' }),
    different: t({ ru: 'различается', en: 'different' }),
  };
  const columns: readonly Column<Line>[] = [
    { key: 'name', head: t({ ru: 'Территория', en: 'Territory' }), text: true, cell: (line) => line.name },
    ...years.map(
      (year): Column<Line> => ({
        key: String(year),
        head: String(year),
        cell: (line) => {
          const row = line.rows.find((one) => one.year === year);
          if (row === undefined || row.exportsIndex === null || row.printedStatus === null) return '…';
          return (
            <span className={`against is-${row.printedStatus}`} title={words[row.printedStatus]}>
              {formatNumber(row.exportsIndex, 1, language)}
              <small>
                {formatNumber(row.printedIndex ?? 0, 1, language)}
                {row.printedStatus === 'different' ? ' ≠' : ''}
              </small>
            </span>
          );
        },
      }),
    ),
  ];
  return <DataTable columns={columns} rows={lines} rowKey={(line) => line.id} className="by-year" />;
}

function Tables2To5({ synthetic }: { readonly synthetic: boolean }) {
  const { t, language } = useLanguage();
  const asked: Asked = { question: 'assess', options: { period: String(printedYear) } };
  const answered = useAnswer<Assessment>(asked);
  const columns: readonly Column<AssessmentRow>[] = [
    {
      key: 'segment',
      head: t({ ru: 'Сегмент', en: 'Segment' }),
      text: true,
      cell: (row) => segmentLook(row.segment, row.segmentName).short[language],
    },
    {
      key: 'name',
      head: t({ ru: 'Регион', en: 'Region' }),
      text: true,
      cell: (row) => <a href={addressOf('region', row.territory)}>{row.territoryName[language]}</a>,
    },
    {
      key: 'printed',
      head: t({ ru: 'T в статье', en: 'T as printed' }),
      cell: (row) => indexText(row.printed?.trajectoryIndex ?? 0, language),
    },
    {
      key: 'ours',
      head: t({ ru: 'T по этим данным', en: 'T by this data' }),
      cell: (row) =>
        row.trajectoryIndex === null ? t({ ru: 'н/о', en: 'n/d' }) : indexText(row.trajectoryIndex, language),
      figure: (row) => `${row.id}/trajectoryIndex`,
    },
    {
      key: 'volume',
      head: t({ ru: 'Объём в статье, тыс. долл.', en: 'Value as printed, $ k' }),
      cell: (row) => formatNumber(row.printed?.segmentValueThousandUsd ?? 0, 1, language),
    },
    {
      key: 'value',
      head: t({ ru: 'По этим данным, тыс. долл.', en: 'By this data, $ k' }),
      cell: (row) => formatNumber((row.segmentValueUsd ?? 0) / 1e3, 1, language),
      figure: (row) => `${row.id}/segmentValueUsd`,
    },
  ];
  return (
    <Section
      title={t({ ru: 'Таблицы 2–5 и эти данные', en: 'Tables 2 to 5 and this data' })}
      say={[
        [
          synthetic
            ? t({
                ru: 'Данные этой области синтетические: они показывают, как выглядит сличение, а не проверяют статью.',
                en: 'The data of this workspace is made up: it shows what the comparison looks like and checks nothing of the paper.',
              })
            : t({
                ru: 'Определение напечатанного индекса не опубликовано; сличается то, что статья печатает, с индексом по принятым здесь определениям.',
                en: 'The definition of the printed index is not published; what the paper prints is held against the index as defined here.',
              }),
        ],
      ]}
    >
      <Await answered={answered}>
        {(answer) => {
          const rows = answer.data.filter((row) => row.printed !== null);
          const far = rows.filter((row) => {
            const [ours, printed] = [row.trajectoryIndex ?? 0, row.printed?.trajectoryIndex ?? 0];
            return ours >= 1 !== printed >= 1;
          }).length;
          return rows.length === 0 ? (
            <NotDrawn
              why={t({
                ru: 'За 2019 год напечатанных строк для этих данных нет.',
                en: 'No printed row is of this data.',
              })}
            />
          ) : (
            <Figure
              id="printed-2-5"
              title={t({
                ru: `По другую сторону единицы — ${far} из ${rows.length}`,
                en: `On the other side of 1: ${far} of ${rows.length}`,
              })}
              subtitle={t({
                ru: `Индекс траектории и объём, ${printedYear}: напечатанное и посчитанное`,
                en: `Trajectory index and value, ${printedYear}: printed and computed`,
              })}
              table={<DataTable columns={columns} rows={rows} rowKey={(row) => row.id} />}
              asked={asked}
            />
          );
        }}
      </Await>
    </Section>
  );
}
