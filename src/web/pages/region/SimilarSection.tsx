import { useContext } from 'react';
import type { MeasureAnswer } from '../../../api/measureAnswer.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { capital } from '../../../narrative/levelWords.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf } from '../../place.ts';
import { useWords } from '../../useWords.ts';
import { WorkspaceContext } from '../../workspace.ts';

interface SimilarRow {
  readonly id: string;
  readonly name: string;
  readonly value: number;
}

/** Regions that export alike: correlation of ln(RCA + 0.1) over headings. */
export function SimilarSection({ id, year }: { readonly id: string; readonly year: number }) {
  const { t, language } = useLanguage();
  const words = useWords();
  const { data } = useContext(WorkspaceContext);
  const asked: Asked = {
    question: 'measure',
    options: { measure: 'similarity', year, digits: 4, 'filter.region': id },
  };
  const answered = useAnswer<MeasureAnswer>(asked);
  const nameOf = (region: string) =>
    data.territories.find((one) => one.id === region)?.name[language] ?? region;
  const rowsOf = (answer: MeasureAnswer): readonly SimilarRow[] =>
    answer.data
      .flatMap((row) => {
        const other = row['other-region'];
        return row.value === null || other === undefined || other === id
          ? []
          : [{ id: other, name: nameOf(other), value: row.value }];
      })
      .sort((a, b) => b.value - a.value);
  const rows = answered.state === 'here' ? rowsOf(answered.answer) : [];
  const [first, last] = [rows[0], rows.at(-1)];
  const text = (value: number) => formatNumber(value, 2, language);
  return (
    <Section
      title={t({ ru: `Похожие ${words.ru.members}`, en: `Similar ${words.en.members}` })}
      say={
        first === undefined || last === undefined
          ? []
          : [
              [
                t({
                  ru: `По набору преимуществ ближе всех ${first.name} (${text(first.value)}), дальше всех ${last.name} (${text(last.value)}).`,
                  en: `By its set of advantages the nearest is ${first.name} (${text(first.value)}), the furthest ${last.name} (${text(last.value)}).`,
                }),
              ],
            ]
      }
    >
      <Await answered={answered}>
        {() =>
          first === undefined ? (
            <NotDrawn
              why={t({
                ru: `Сравнить не с кем: ${words.ru.onlyOne}.`,
                en: `There is no other ${words.en.member} in the data.`,
              })}
            />
          ) : (
            <Figure
              id="similar"
              title={t({ ru: `Больше всего похож: ${first.name}`, en: `Most alike: ${first.name}` })}
              subtitle={t({
                ru: `Корреляция ln(RCA + 0,1) по позициям, ${year}; 1 — одинаковы, 0 — ничего общего`,
                en: `Correlation of ln(RCA + 0.1) over headings, ${year}; 1 is the same, 0 nothing in common`,
              })}
              table={<SimilarTable rows={rows.slice(0, 10)} id={id} />}
              asked={asked}
              notes={[
                <a key="method" href={addressOf('method', 'similarity')}>
                  {t({ ru: 'Как считается сходство', en: 'How similarity is computed' })}
                </a>,
              ]}
            />
          )
        }
      </Await>
    </Section>
  );
}

function SimilarTable({ rows, id }: { readonly rows: readonly SimilarRow[]; readonly id: string }) {
  const { t, language } = useLanguage();
  const words = useWords();
  const columns: readonly Column<SimilarRow>[] = [
    {
      key: 'name',
      head: t({ ru: capital(words.ru.member), en: capital(words.en.member) }),
      text: true,
      cell: (row) => <a href={addressOf('region', row.id)}>{row.name}</a>,
    },
    {
      key: 'bar',
      head: '',
      text: true,
      cell: (row) => (
        <svg width={120} height={10} aria-hidden="true">
          <rect width={Math.max(0, row.value) * 120} height={10} fill="var(--accent)" />
        </svg>
      ),
    },
    {
      key: 'value',
      head: t({ ru: 'Сходство', en: 'Similarity' }),
      cell: (row) => formatNumber(row.value, 3, language),
    },
    {
      key: 'compare',
      head: '',
      text: true,
      cell: (row) => (
        <a href={addressOf('compare', null, { territories: `${id},${row.id}` })}>
          {t({ ru: 'сравнить', en: 'compare' })}
        </a>
      ),
    },
  ];
  return <DataTable columns={columns} rows={rows} rowKey={(row) => row.id} />;
}
