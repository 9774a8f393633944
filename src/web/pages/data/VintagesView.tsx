import type { ImportReport } from '../../../api/importReport.ts';
import type { VintageList } from '../../../api/vintages.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { useAnswer } from '../../answers.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { Await } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { choose, usePlace } from '../../place.ts';
import { ImportReportView } from './ImportReportView.tsx';
import { QuarantineView } from './QuarantineView.tsx';
import { StatesDiff } from './StatesDiff.tsx';

type Vintage = VintageList['data'][number];

/** What is stored: imports in order, what replaced what, the report of each, and what changed between two states. */
export function VintagesView() {
  const { t, language } = useLanguage();
  const { query } = usePlace();
  const answered = useAnswer<VintageList>({ question: 'vintages', options: {} });
  return (
    <Await answered={answered} height={300}>
      {({ data }) => (
        <>
          <section className="sec" id="vintages">
            <h2>{t({ ru: 'Загрузки', en: 'Imports' })}</h2>
            <p className="say">
              {t({
                ru: 'Ничего не стирается: после каждой загрузки остаётся прежнее состояние, и его можно сравнить с нынешним.',
                en: 'Nothing is wiped out: each import leaves the former state, which can be compared with the present one.',
              })}
            </p>
            <DataTable
              className="vintages"
              rows={[...data].reverse()}
              rowKey={(row) => row.vintage}
              columns={[
                { key: 'state', head: '№', cell: (row) => String(row.state) },
                {
                  key: 'file',
                  head: t({ ru: 'файл', en: 'file' }),
                  text: true,
                  cell: (row) => (
                    <button
                      type="button"
                      className="lk"
                      aria-expanded={query.vintage === row.vintage}
                      onClick={() =>
                        choose({ vintage: query.vintage === row.vintage ? null : row.vintage, from: null })
                      }
                    >
                      {row.file}
                    </button>
                  ),
                },
                {
                  key: 'years',
                  head: t({ ru: 'что внутри', en: 'what it holds' }),
                  text: true,
                  cell: (row) => yearsText(row, language),
                },
                {
                  key: 'last',
                  head: t({ ru: 'по', en: 'up to' }),
                  text: true,
                  cell: (row) => lastText(row, language),
                },
                {
                  key: 'imported',
                  head: t({ ru: 'загружено', en: 'imported' }),
                  text: true,
                  cell: (row) => dayText(row.importedAt, language),
                },
                {
                  key: 'rows',
                  head: t({ ru: 'строк', en: 'rows' }),
                  cell: (row) => formatNumber(row.rows, 0, language),
                },
                {
                  key: 'force',
                  head: t({ ru: 'состояние', en: 'state' }),
                  text: true,
                  cell: (row) => <Standing row={row} all={data} />,
                },
              ]}
            />
          </section>
          {query.vintage === undefined ? null : <StoredReport vintage={query.vintage} />}
          <StatesDiff vintages={data} />
        </>
      )}
    </Await>
  );
}

function Standing({ row, all }: { readonly row: Vintage; readonly all: readonly Vintage[] }) {
  const { t } = useLanguage();
  const name = (id: string) => {
    const found = all.find((one) => one.vintage === id);
    return found === undefined ? id : `№ ${found.state}`;
  };
  const notes = [
    row.replacedBy === null
      ? null
      : t({ ru: `заменена загрузкой ${name(row.replacedBy)}`, en: `replaced by ${name(row.replacedBy)}` }),
    row.replaces === null
      ? null
      : row.supersedes > 0
        ? t({ ru: `исправила часть ${name(row.replaces)}`, en: `corrected a part of ${name(row.replaces)}` })
        : t({ ru: `заменила ${name(row.replaces)}`, en: `took the place of ${name(row.replaces)}` }),
    row.synthetic ? t({ ru: 'синтетические данные', en: 'synthetic data' }) : null,
  ].filter((note) => note !== null);
  return (
    <>
      <span className={row.inForce ? 'yes' : 'mut'}>
        {row.inForce ? t({ ru: 'действует', en: 'in force' }) : t({ ru: 'не действует', en: 'not in force' })}
      </span>
      {notes.length === 0 ? null : <small> {notes.join('; ')}</small>}
    </>
  );
}

/** Report of an import as it was made, and its quarantine. */
function StoredReport({ vintage }: { readonly vintage: string }) {
  const { t } = useLanguage();
  const answered = useAnswer<ImportReport>({ question: 'import-report', options: { vintage } });
  return (
    <>
      <section className="sec" id="report">
        <h2>{t({ ru: 'Отчёт загрузки', en: 'Report of the import' })}</h2>
        <Await answered={answered} height={200}>
          {(report) => (
            <>
              <p className="file-name">
                <b>{report.data[0]?.file}</b> <span className="mut">{vintage}</span>
              </p>
              <ImportReportView report={report} />
            </>
          )}
        </Await>
      </section>
      <QuarantineView vintage={vintage} />
    </>
  );
}

function yearsText(row: Vintage, language: 'ru' | 'en'): string {
  const words = { export: { ru: 'вывоз', en: 'exports' }, import: { ru: 'ввоз', en: 'imports' } };
  return (['export', 'import'] as const)
    .flatMap((flow) => {
      const years = row.years.filter((one) => one.flow === flow).map((one) => one.year);
      if (years.length === 0) return [];
      const [from, to] = [Math.min(...years), Math.max(...years)];
      const gaps = to - from + 1 > years.length;
      const span =
        from === to ? String(from) : gaps ? years.sort((a, b) => a - b).join(', ') : `${from}–${to}`;
      return [`${words[flow][language]} ${span}`];
    })
    .join('; ');
}

function dayText(moment: string | null, language: 'ru' | 'en'): string {
  if (moment === null) return '–';
  return new Date(moment).toLocaleDateString(language === 'ru' ? 'ru-RU' : 'en-GB', {
    day: 'numeric',
    month: language === 'ru' ? '2-digit' : 'short',
    year: 'numeric',
  });
}

/** The last month or year of which a file tells: how fresh it is. */
function lastText(row: Vintage, language: 'ru' | 'en'): string {
  const year = Math.max(...row.years.map((one) => one.year));
  const months = row.years.filter((one) => one.year === year).flatMap((one) => one.months);
  const month = Math.max(...months);
  if (!Number.isFinite(year) || month <= 0) return Number.isFinite(year) ? String(year) : '–';
  return new Date(Date.UTC(year, month - 1, 15)).toLocaleDateString(language === 'ru' ? 'ru-RU' : 'en-GB', {
    month: language === 'ru' ? '2-digit' : 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
