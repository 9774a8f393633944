import type { NationalLine, NationalLines } from '../../../api/nationalLines.ts';
import { treemap } from '../../../charts/treemap.ts';
import { moneyText, percentText } from '../../../domain/quantityText.ts';
import { type Asked, type Options, useAnswer } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, choose } from '../../place.ts';
import { useValueColumns } from '../../useValueColumns.ts';

/** The deepest level of the composition: the national lines of a six-digit code. */
export function LinesFigure({
  hs6,
  options,
  colour,
}: {
  readonly hs6: string;
  readonly options: Options;
  /** Of its segment. */
  readonly colour: string;
}) {
  const asked: Asked = { question: 'lines', options: { ...options, hs6 } };
  const answered = useAnswer<NationalLines>(asked);
  return (
    <Await answered={answered}>{(answer) => <Lines answer={answer} asked={asked} colour={colour} />}</Await>
  );
}

function Lines({
  answer,
  asked,
  colour,
}: {
  readonly answer: NationalLines;
  readonly asked: Asked;
  readonly colour: string;
}) {
  const { t, language } = useLanguage();
  const { hs6, totalUsd, period, deeper, headingName } = answer.manifest;
  const back = (
    <div className="grp">
      <button type="button" className="lk" onClick={() => choose({ cell: hs6.slice(0, 4) }, 'replace')}>
        {t({ ru: `← К позиции ${hs6.slice(0, 4)}`, en: `← To heading ${hs6.slice(0, 4)}` })}
      </button>
      <a href={addressOf('product', hs6)}>{t({ ru: 'Страница товара', en: 'Page of the product' })}</a>
    </div>
  );
  const drawn = answer.data.filter((row) => row.valueUsd > 0);
  if (drawn.length === 0)
    return (
      <NotDrawn why={t({ ru: 'Вывоза этого кода не было.', en: 'There were no exports of this code.' })}>
        {back}
      </NotDrawn>
    );
  const largest = drawn[0];
  return (
    <Figure
      id="lines"
      title={
        deeper
          ? t({
              ru: `${hs6}: ${drawn.length === 1 ? 'вся стоимость' : percentText(largest?.share ?? 0, 'ru', 0)} — строка ${largest?.line ?? ''}`,
              en: `${hs6}: ${drawn.length === 1 ? 'all of it' : percentText(largest?.share ?? 0, 'en', 0)} is line ${largest?.line ?? ''}`,
            })
          : t({
              ru: `${hs6}: глубже шести знаков источник не делит`,
              en: `${hs6}: the source goes no deeper than six digits`,
            })
      }
      subtitle={t({
        ru: `${headingName?.ru ?? ''} Национальные строки, ${period}, всего ${moneyText(totalUsd, 'ru')}`.trim(),
        en: `${headingName?.en ?? ''} National lines, ${period}, ${moneyText(totalUsd, 'en')} in all`.trim(),
      })}
      tools={back}
      {...(deeper
        ? {
            draw: (width: number) =>
              treemap(
                [
                  {
                    id: hs6,
                    name: hs6,
                    text: moneyText(totalUsd, language),
                    colour,
                    cells: drawn.map((row) => ({
                      id: row.line,
                      code: row.line,
                      name: row.name ?? '',
                      value: row.valueUsd,
                      text: moneyText(row.valueUsd, language),
                    })),
                  },
                ],
                { width, height: 260, title: t({ ru: 'Национальные строки', en: 'National lines' }) },
              ),
          }
        : {})}
      table={<LinesTable rows={answer.data} />}
      asked={asked}
    />
  );
}

function LinesTable({ rows }: { readonly rows: readonly NationalLine[] }) {
  const { t } = useLanguage();
  const shared = useValueColumns();
  const columns: readonly Column<NationalLine>[] = [
    { key: 'line', head: t({ ru: 'Строка', en: 'Line' }), text: true, cell: (row) => row.line },
    { key: 'name', head: t({ ru: 'Товар', en: 'Product' }), text: true, cell: (row) => row.name ?? '' },
    shared.thousands({ of: (row) => row.valueUsd }),
    shared.share('share', { ru: 'Доля, %', en: 'Share, %' }, 1, { of: (row) => row.share }),
  ];
  return <DataTable columns={columns} rows={rows} rowKey={(row) => row.line} />;
}
