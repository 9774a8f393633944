import { useContext } from 'react';
import type { Assessment } from '../../../api/assessment.ts';
import { mirrorBars } from '../../../charts/mirrorBars.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { moneyText } from '../../../domain/quantityText.ts';
import { type BalanceLine, balanceLines, balanceSentences } from '../../../narrative/balanceSentences.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { assessChoices, choicesOf, hasYear } from '../../choices.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { usePlace } from '../../place.ts';
import { WorkspaceContext } from '../../workspace.ts';

/** Exports beside imports, of all goods in words and of high technology by segment. */
export function BalanceSection({ id }: { readonly id: string }) {
  const place = usePlace();
  const { t, language } = useLanguage();
  const { data } = useContext(WorkspaceContext);
  const choices = choicesOf(place, data);
  const year = choices.year;
  const both =
    year === null
      ? ['export', 'import'].every((flow) => data.coverage.some((one) => one.flow === flow))
      : hasYear(data, 'export', year) && hasYear(data, 'import', year);
  const options = assessChoices(place, choices);
  const asked: Asked = { question: 'assess', options: { ...options, flow: 'export' } };
  const exports = useAnswer<Assessment>(both ? asked : null);
  const imports = useAnswer<Assessment>(
    both ? { question: 'assess', options: { ...options, flow: 'import' } } : null,
  );
  const rowsOf = (answer: Assessment) =>
    answer.data.filter((row) => row.territory === id && row.period === choices.period);
  const known = exports.state === 'here' && imports.state === 'here';
  return (
    <Section
      title={t({ ru: 'Баланс', en: 'Balance' })}
      say={known ? balanceSentences(rowsOf(exports.answer), rowsOf(imports.answer), language) : []}
    >
      {both ? (
        <Await answered={exports}>
          {(out) => (
            <Await answered={imports}>
              {(into) => (
                <BalanceFigure
                  lines={balanceLines(rowsOf(out), rowsOf(into))}
                  asked={{ ...asked, options: { ...asked.options, 'filter.territory': id } }}
                  period={choices.period}
                />
              )}
            </Await>
          )}
        </Await>
      ) : (
        <NotDrawn
          why={t({
            ru: `Ввоза за ${choices.period} в данных нет: баланс не считается.`,
            en: `There are no imports in the data for ${choices.period}: there is no balance.`,
          })}
        />
      )}
    </Section>
  );
}

function BalanceFigure({
  lines,
  asked,
  period,
}: {
  readonly lines: readonly BalanceLine[];
  readonly asked: Asked;
  readonly period: string;
}) {
  const { t, language } = useLanguage();
  const traded = lines.filter((line) => line.out + line.in > 0);
  if (traded.length === 0) {
    return (
      <NotDrawn
        why={t({
          ru: 'Высоких технологий не вывозили и не ввозили, или значения закрыты.',
          en: 'No high technology was exported or imported, or the values are hidden.',
        })}
      />
    );
  }
  const surplus = traded.filter((line) => line.out > line.in).length;
  return (
    <Figure
      id="balance"
      title={t({
        ru:
          surplus === 0
            ? 'Ввоз больше вывоза во всех сегментах'
            : surplus === traded.length
              ? 'Вывоз больше ввоза во всех сегментах'
              : `Вывоз больше ввоза в ${surplus} из ${traded.length} сегментов`,
        en:
          surplus === 0
            ? 'Imports exceed exports in every segment'
            : surplus === traded.length
              ? 'Exports exceed imports in every segment'
              : `Exports exceed imports in ${surplus} of ${traded.length} segments`,
      })}
      subtitle={t({
        ru: `Ввоз и вывоз высоких технологий по сегментам, ${period}`,
        en: `Imports and exports of high technology by segment, ${period}`,
      })}
      draw={(width) =>
        mirrorBars(
          traded.map((line) => {
            const look = segmentLook(line.segment, line.name);
            return {
              id: line.segment,
              name: look.short[language],
              colour: look.colour,
              left: line.in,
              right: line.out,
              leftText: moneyText(line.in, language),
              rightText: moneyText(line.out, language),
              netText: moneyText(line.out - line.in, language),
            };
          }),
          {
            width,
            title: t({ ru: 'Ввоз и вывоз по сегментам', en: 'Imports and exports by segment' }),
            leftName: t({ ru: '← ввоз', en: '← imports' }),
            rightName: t({ ru: 'вывоз →', en: 'exports →' }),
            netName: t({ ru: 'баланс', en: 'balance' }),
          },
        )
      }
      table={<BalanceTable lines={lines} />}
      asked={asked}
      figure={traded[0]?.ids.out}
    />
  );
}

function BalanceTable({ lines }: { readonly lines: readonly BalanceLine[] }) {
  const { t, language } = useLanguage();
  const number = (value: number) => formatNumber(value / 1e3, 1, language);
  const columns: readonly Column<BalanceLine>[] = [
    {
      key: 'segment',
      head: t({ ru: 'Сегмент', en: 'Segment' }),
      text: true,
      cell: (line) => segmentLook(line.segment, line.name).short[language],
    },
    {
      key: 'out',
      head: t({ ru: 'Вывоз, тыс. долл.', en: 'Exports, $ k' }),
      cell: (line) => number(line.out),
      figure: (line) => line.ids.out,
    },
    {
      key: 'in',
      head: t({ ru: 'Ввоз, тыс. долл.', en: 'Imports, $ k' }),
      cell: (line) => number(line.in),
      figure: (line) => line.ids.in,
    },
    {
      key: 'net',
      head: t({ ru: 'Баланс, тыс. долл.', en: 'Balance, $ k' }),
      cell: (line) => number(line.out - line.in),
    },
  ];
  return <DataTable columns={columns} rows={lines} rowKey={(line) => line.segment} />;
}
