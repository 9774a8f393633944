import { useEffect } from 'react';
import type { Quarantine } from '../../../api/quarantine.ts';
import { columnMeaningName } from '../../../domain/columnMeanings.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { quarantineReason } from '../../../domain/quarantineReason.ts';
import { addressOfQuestion, useAnswer } from '../../answers.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { Tabs } from '../../components/Figure.tsx';
import { Await } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { choose, usePlace } from '../../place.ts';

type Page = Quarantine & { readonly page?: { readonly total: number } };
const shownRows = 50;

/** Rows set aside, to look through and to take away: file, row, value, reason. */
export function QuarantineView({ vintage }: { readonly vintage: string | null }) {
  const { t, language } = useLanguage();
  const { query } = usePlace();
  const from = Math.max(0, Number.parseInt(query.from ?? '0', 10) || 0);
  const reason = query.reason === 'all' ? undefined : query.reason;
  const options = { vintage: vintage ?? undefined, reason };
  const answered = useAnswer<Page>({
    question: 'quarantine',
    options: { ...options, limit: shownRows, offset: from },
  });
  const found = answered.state === 'here' ? (answered.answer.page?.total ?? null) : null;
  // Another reason has fewer rows than the page that was turned to.
  useEffect(() => {
    if (found !== null && from > 0 && from >= found) choose({ from: null }, 'replace');
  }, [found, from]);
  const file = (form: string) =>
    addressOfQuestion({ question: 'quarantine', options: { ...options, lang: language } }, `.${form}`);
  const number = (value: number) => formatNumber(value, 0, language);
  return (
    <section className="sec" id="quarantine">
      <h2>{t({ ru: 'Карантин', en: 'Quarantine' })}</h2>
      <Await answered={answered} height={120}>
        {(answer) => {
          const counts = countsOf(answer, vintage);
          const all = counts.reduce((sum, one) => sum + one.rows, 0);
          if (all === 0)
            return (
              <p className="say">
                {t({
                  ru: 'Отложенных строк нет: всё прочитано.',
                  en: 'No row was set aside: all of them could be read.',
                })}
              </p>
            );
          const total = answer.page?.total ?? answer.data.length;
          return (
            <>
              <p className="say">
                {t({
                  ru: 'Эти строки нельзя прочесть однозначно; ни в одной цифре их нет. Исправьте их в источнике и загрузите файл снова или измените настройки загрузки. Номер — место среди строк данных, после строки с именами столбцов.',
                  en: 'These rows cannot be read for certain, and are in no figure. Mend them in the source and import the file again, or change the settings of the import. A row is numbered among the rows of data, after the one that names the columns.',
                })}
              </p>
              <div className="views">
                <Tabs
                  name="reason"
                  value={reason ?? 'all'}
                  label={t({ ru: 'Причина', en: 'Reason' })}
                  choices={[
                    { id: 'all', text: `${t({ ru: 'все', en: 'all' })} (${number(all)})` },
                    ...counts.map((one) => ({
                      id: one.reason,
                      text: `${quarantineReason(one.reason)[language]} (${number(one.rows)})`,
                    })),
                  ]}
                />
              </div>
              <DataTable
                className="quarantine"
                fixed
                rows={answer.data}
                rowKey={(row) => `${row.vintage} ${row.row} ${row.column}`}
                columns={[
                  { key: 'row', head: t({ ru: 'строка', en: 'row' }), cell: (row) => number(row.row) },
                  {
                    key: 'reason',
                    head: t({ ru: 'причина', en: 'reason' }),
                    text: true,
                    cell: (row) => quarantineReason(row.reason)[language],
                  },
                  {
                    key: 'column',
                    head: t({ ru: 'столбец', en: 'column' }),
                    text: true,
                    cell: (row) => (row.column === '' ? '–' : columnMeaningName(row.column)[language]),
                  },
                  {
                    key: 'text',
                    head: t({ ru: 'как в файле', en: 'as in the file' }),
                    text: true,
                    cell: (row) => <code className="raw">{row.text === '' ? '∅' : row.text}</code>,
                  },
                  {
                    key: 'value',
                    head: t({ ru: 'стоимость', en: 'value' }),
                    cell: (row) => (row.value === null ? '…' : formatNumber(row.value, 2, language)),
                  },
                  ...(vintage === null
                    ? [
                        {
                          key: 'file',
                          head: t({ ru: 'файл', en: 'file' }),
                          text: true,
                          cell: (row: Quarantine['data'][number]) => row.file,
                        },
                      ]
                    : []),
                ]}
              />
              <div className="acts pages">
                <span>
                  {number(from + 1)}–{number(Math.min(from + shownRows, total))} {t({ ru: 'из', en: 'of' })}{' '}
                  {number(total)}
                </span>
                <button
                  type="button"
                  className="lk"
                  disabled={from === 0}
                  onClick={() => choose({ from: from <= shownRows ? null : String(from - shownRows) })}
                >
                  {t({ ru: 'Предыдущие', en: 'Previous' })}
                </button>
                <button
                  type="button"
                  className="lk"
                  disabled={from + shownRows >= total}
                  onClick={() => choose({ from: String(from + shownRows) })}
                >
                  {t({ ru: 'Следующие', en: 'Next' })}
                </button>
                <span className="grp">
                  {t({ ru: 'Скачать', en: 'Download' })}:
                  {['csv', 'xlsx', 'parquet'].map((form) => (
                    <a key={form} href={file(form)} download>
                      {form === 'parquet' ? 'Parquet' : form.toUpperCase()}
                    </a>
                  ))}
                </span>
              </div>
              {answer.findings.map((one) => (
                <p key={one.code} className="sm mut">
                  {t(one.message)}
                </p>
              ))}
            </>
          );
        }}
      </Await>
    </section>
  );
}

function countsOf(answer: Quarantine, vintage: string | null): readonly { reason: string; rows: number }[] {
  const counts = new Map<string, number>();
  for (const one of answer.manifest.counts)
    if (vintage === null || one.vintage === vintage)
      counts.set(one.reason, (counts.get(one.reason) ?? 0) + one.rows);
  return [...counts].map(([reason, rows]) => ({ reason, rows })).sort((a, b) => b.rows - a.rows);
}
