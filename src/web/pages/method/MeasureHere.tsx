import { useContext } from 'react';
import type { MeasureAnswer } from '../../../api/measureAnswer.ts';
import type { MeasureDescription } from '../../../api/measureQuestion.ts';
import { formatSignificant } from '../../../domain/formatNumber.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { choicesOf } from '../../choices.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, usePlace } from '../../place.ts';
import { WorkspaceContext } from '../../workspace.ts';

type Row = MeasureAnswer['data'][number];
const names = [
  'period',
  'region',
  'other-region',
  'product',
  'other-product',
  'partner',
  'group',
  'term',
] as const;
const shown = 15;

const most = 50_000;

/** Pairs of products, or of region and product, are many: chapters are enough to see the measure by. */
function digitsOf(measure: MeasureDescription): 2 | 4 {
  return measure.by.includes('product') ? 2 : 4;
}

/** The measure over the workspace: its largest values. */
export function MeasureHere({ measure }: { readonly measure: MeasureDescription }) {
  const { t } = useLanguage();
  const place = usePlace();
  const { data: workspace } = useContext(WorkspaceContext);
  const { flow, year } = choicesOf(place, workspace);
  const years = workspace.coverage.filter((one) => one.flow === flow && one.whole).map((one) => one.year);
  const span = measure.needs.includes('period');
  // A measure of change spans years; a short span stays in one edition of the nomenclature.
  const last = year ?? years.at(-1) ?? null;
  const first = years.filter((one) => last !== null && one < last && one >= last - 2)[0] ?? null;
  const asked: Asked | null =
    !measure.overWorkspace || last === null || (span && first === null)
      ? null
      : {
          question: 'measure',
          options: {
            measure: measure.id,
            year: span ? `${first}..${last}` : String(last),
            digits: digitsOf(measure),
            flow: flow === 'import' && measure.options.some((one) => one.name === 'flow') ? flow : undefined,
          },
        };
  const title = t({ ru: 'В этих данных', en: 'In this data' });
  return (
    <Section title={title} say={[]}>
      {asked === null ? (
        <NotDrawn
          why={
            measure.overWorkspace
              ? t({
                  ru: 'Для меры изменения нужны два года данных.',
                  en: 'A measure of change needs two years of data.',
                })
              : t({
                  ru: `Мере нужна своя таблица (${measure.requires.join(', ')}): её задаёт командная строка.`,
                  en: `The measure needs a table of its own (${measure.requires.join(', ')}): it is given on the command line.`,
                })
          }
        />
      ) : (
        <Values measure={measure} asked={asked} />
      )}
    </Section>
  );
}

function Values({ measure, asked }: { readonly measure: MeasureDescription; readonly asked: Asked }) {
  const { t, language } = useLanguage();
  const { data: workspace } = useContext(WorkspaceContext);
  const answered = useAnswer<MeasureAnswer & { readonly page?: { readonly total: number } }>({
    ...asked,
    options: { ...asked.options, limit: most },
  });
  const nameOf = (id: string) => workspace.territories.find((one) => one.id === id)?.name[language] ?? id;
  return (
    <Await answered={answered}>
      {(answer) => {
        const defined = answer.data.filter((row) => row.value !== null);
        const rows = [...defined].sort((a, b) => Number(b.value) - Number(a.value)).slice(0, shown);
        const present = names.filter((name) => rows.some((row) => row[name] !== undefined));
        const columns: readonly Column<Row>[] = [
          ...present.map(
            (name): Column<Row> => ({
              key: name,
              head: heads[name][language],
              text: true,
              cell: (row) => {
                const id = row[name] ?? '';
                if (name.endsWith('product') && /^\d+$/.test(id))
                  return <a href={addressOf('product', id)}>{id}</a>;
                return name.endsWith('region') ? nameOf(id) : id;
              },
            }),
          ),
          {
            key: 'value',
            head: measure.id,
            cell: (row) => formatSignificant(row.value ?? 0, language),
          },
        ];
        return (
          <Figure
            id="values"
            title={t({
              ru: `Наибольшие значения за ${asked.options.year}`,
              en: `Largest values, ${asked.options.year}`,
            })}
            subtitle={t({
              ru: `${measure.name.ru}, знаков в кодах: ${digitsOf(measure)}; определено ${defined.length} из ${answer.data.length}`,
              en: `${measure.name.en}, codes of ${digitsOf(measure)} digits; ${defined.length} of ${answer.data.length} are defined`,
            })}
            table={
              <DataTable
                columns={columns}
                rows={rows}
                rowKey={(row) => names.map((name) => row[name] ?? '').join(' ')}
              />
            }
            asked={asked}
            notes={
              (answer.page?.total ?? 0) <= most
                ? []
                : [
                    t({
                      ru: `Показано по первым ${most} строкам; все — в CSV.`,
                      en: `Of the first ${most} rows; all are in the CSV.`,
                    }),
                  ]
            }
          />
        );
      }}
    </Await>
  );
}

const heads = {
  period: { ru: 'Период', en: 'Period' },
  region: { ru: 'Регион', en: 'Region' },
  'other-region': { ru: 'С регионом', en: 'With region' },
  product: { ru: 'Код', en: 'Code' },
  'other-product': { ru: 'С кодом', en: 'With code' },
  partner: { ru: 'Рынок', en: 'Market' },
  group: { ru: 'Группа', en: 'Group' },
  term: { ru: 'Часть', en: 'Part' },
} as const;
