import type { VintageDiff, VintageList } from '../../../api/vintages.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { moneyText } from '../../../domain/quantityText.ts';
import { addressOfQuestion, useAnswer } from '../../answers.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { Await } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { choose, usePlace } from '../../place.ts';
import { useWords } from '../../useWords.ts';
import { SelectField } from './Field.tsx';

const shownRows = 20;

/** What changed from one state of the data to another. */
export function StatesDiff({ vintages }: { readonly vintages: VintageList['data'] }) {
  const { t } = useLanguage();
  const { query } = usePlace();
  const states = vintages.map((one) => ({ id: String(one.state), text: `№ ${one.state}, ${one.file}` }));
  const last = vintages.length;
  const a = query.a ?? String(Math.max(1, last - 1));
  const b = query.b ?? String(last);
  return (
    <section className="sec" id="diff">
      <h2>{t({ ru: 'Что изменилось', en: 'What changed' })}</h2>
      {last < 2 ? (
        <p className="say">
          {t({
            ru: 'Загрузка одна: сравнивать пока не с чем.',
            en: 'There is one import only: nothing to compare yet.',
          })}
        </p>
      ) : (
        <>
          <div className="settings">
            <SelectField
              name={t({ ru: 'От состояния', en: 'From the state' })}
              value={a}
              choices={states}
              onChange={(id) => choose({ a: id }, 'replace')}
            />
            <SelectField
              name={t({ ru: 'К состоянию', en: 'To the state' })}
              value={b}
              choices={states}
              onChange={(id) => choose({ b: id }, 'replace')}
            />
          </div>
          <Changes a={a} b={b} />
        </>
      )}
    </section>
  );
}

function Changes({ a, b }: { readonly a: string; readonly b: string }) {
  const { t, language } = useLanguage();
  const words = useWords();
  const answered = useAnswer<VintageDiff>({ question: 'vintages-diff', options: { a, b, cells: shownRows } });
  const flow = (id: 'export' | 'import') =>
    t(id === 'export' ? { ru: 'вывоз', en: 'exports' } : { ru: 'ввоз', en: 'imports' });
  const money = (row: { difference: number; differenceUsd: number | null; currency: string }) =>
    row.differenceUsd === null
      ? `${formatNumber(row.difference, 0, language)} ${row.currency}`
      : moneyText(row.differenceUsd, language);
  const file = (form: string) =>
    addressOfQuestion(
      { question: 'vintages-diff', options: { a, b, cells: 100_000, lang: language } },
      `.${form}`,
    );
  return (
    <Await answered={answered} height={160}>
      {({ data }) =>
        data.cellCount === 0 ? (
          <p className="say">{t({ ru: 'Ничего: данные те же.', en: 'Nothing: the data is the same.' })}</p>
        ) : (
          <>
            <h3 className="gap">{t({ ru: 'По годам', en: 'By year' })}</h3>
            <DataTable
              rows={data.totals}
              rowKey={(row) => `${row.flow} ${row.year} ${row.currency}`}
              columns={[
                {
                  key: 'year',
                  head: t({ ru: 'год', en: 'year' }),
                  text: true,
                  cell: (row) => String(row.year),
                },
                {
                  key: 'flow',
                  head: t({ ru: 'поток', en: 'flow' }),
                  text: true,
                  cell: (row) => flow(row.flow),
                },
                {
                  key: 'rowsA',
                  head: t({ ru: 'строк было', en: 'rows before' }),
                  cell: (row) => formatNumber(row.rowsA, 0, language),
                },
                {
                  key: 'rowsB',
                  head: t({ ru: 'стало', en: 'after' }),
                  cell: (row) => formatNumber(row.rowsB, 0, language),
                },
                {
                  key: 'difference',
                  head: t({ ru: 'изменение стоимости', en: 'change of value' }),
                  cell: (row) => money(row),
                },
              ]}
            />
            <h3 className="gap">
              {t({ ru: 'Наибольшие изменения', en: 'Largest changes' })}{' '}
              <small>
                {formatNumber(Math.min(shownRows, data.cellCount), 0, language)} {t({ ru: 'из', en: 'of' })}{' '}
                {formatNumber(data.cellCount, 0, language)}
              </small>
            </h3>
            <DataTable
              rows={data.cells}
              rowKey={(row) => `${row.flow} ${row.year} ${row.region} ${row.product} ${row.currency}`}
              columns={[
                {
                  key: 'region',
                  head: t({ ru: words.ru.member, en: words.en.member }),
                  text: true,
                  cell: (row) => row.regionName[language],
                },
                {
                  key: 'product',
                  head: t({ ru: 'товар', en: 'product' }),
                  text: true,
                  cell: (row) => row.product,
                },
                {
                  key: 'year',
                  head: t({ ru: 'год', en: 'year' }),
                  text: true,
                  cell: (row) => String(row.year),
                },
                {
                  key: 'flow',
                  head: t({ ru: 'поток', en: 'flow' }),
                  text: true,
                  cell: (row) => flow(row.flow),
                },
                { key: 'difference', head: t({ ru: 'изменение', en: 'change' }), cell: (row) => money(row) },
              ]}
            />
            <div className="acts">
              <span className="grp">
                {t({ ru: 'Скачать', en: 'Download' })}:
                {['csv', 'xlsx'].map((form) => (
                  <a key={form} href={file(form)} download>
                    {form.toUpperCase()}
                  </a>
                ))}
              </span>
            </div>
          </>
        )
      }
    </Await>
  );
}
