import type { Composition, CompositionRow } from '../../../api/composition.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { type TreeGroup, treemap } from '../../../charts/treemap.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { moneyText, percentText } from '../../../domain/quantityText.ts';
import type { TwoLanguages } from '../../../domain/territory.ts';
import { compositionSentences } from '../../../narrative/regionSentences.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { listChoices } from '../../choices.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure, Tabs } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, choose, type Place, usePlace } from '../../place.ts';
import { useValueColumns } from '../../useValueColumns.ts';
import { LinesFigure } from './LinesFigure.tsx';

/** What the territory's exports are made of: segment, heading, six digits; a click goes deeper. */
export function CompositionSection({
  id,
  period,
  nameOf,
}: {
  readonly id: string;
  readonly period: string;
  readonly nameOf: (segment: string, name: TwoLanguages) => string;
}) {
  const place = usePlace();
  const { t, language } = useLanguage();
  const asked: Asked = { question: 'composition', options: { ...listChoices(place), territory: id, period } };
  const answered = useAnswer<Composition>(asked);
  return (
    <Section
      title={t({ ru: 'Состав', en: 'Composition' })}
      say={answered.state === 'here' ? compositionSentences(answered.answer.data, nameOf, language) : []}
    >
      {/^\d{6}$/.test(place.query.cell ?? '') ? (
        <LinesFigure
          hs6={place.query.cell ?? ''}
          options={asked.options}
          colour={colourOf(answered.state === 'here' ? answered.answer.data : [], place.query.cell ?? '')}
        />
      ) : (
        <Await answered={answered} height={560}>
          {(answer) => <CompositionFigure answer={answer} asked={asked} place={place} />}
        </Await>
      )}
    </Section>
  );
}

function CompositionFigure({
  answer,
  asked,
  place,
}: {
  readonly answer: Composition;
  readonly asked: Asked;
  readonly place: Place;
}) {
  const { t, language } = useLanguage();
  const whole = place.query.whole === '1';
  const chosen = place.query.cell ?? '';
  const rows = answer.data.filter(
    (row) => row.valueUsd > 0 && (whole || row.kind === 'product') && isWithin(row, chosen),
  );
  const total = rows.reduce((sum, row) => sum + row.valueUsd, 0);
  const groups = groupsOf(rows, chosen, language, place);
  if (rows.length === 0) {
    return (
      <NotDrawn
        why={t({ ru: 'Высокотехнологичного вывоза не было.', en: 'There were no high-technology exports.' })}
      >
        {chosen === '' ? null : (
          <button type="button" className="lk" onClick={() => choose({ cell: null }, 'replace')}>
            {t({ ru: 'Ко всем сегментам', en: 'To all segments' })}
          </button>
        )}
      </NotDrawn>
    );
  }
  const biggest = [...groups].sort((a, b) => sizeOf(b) - sizeOf(a))[0];
  const share = biggest === undefined || total === 0 ? 0 : sizeOf(biggest) / total;
  return (
    <Figure
      id="composition"
      title={t({
        ru: `${biggest?.name ?? ''} — ${percentText(share, language, 0)} ${whole ? 'вывоза' : 'высокотехнологичного вывоза'}`,
        en: `${biggest?.name ?? ''}: ${percentText(share, language, 0)} of ${whole ? 'exports' : 'high-technology exports'}`,
      })}
      subtitle={t({
        ru: `${chosen === '' ? 'По сегментам и товарным позициям' : `${chosen}: глубже по кодам`}, ${answer.manifest.period}, всего ${moneyText(total, language)}`,
        en: `${chosen === '' ? 'By segment and heading' : `${chosen}: by code`}, ${answer.manifest.period}, ${moneyText(total, language)} in all`,
      })}
      tools={
        <div className="grp">
          {chosen === '' ? null : (
            <button type="button" className="lk" onClick={() => choose({ cell: null }, 'replace')}>
              {t({ ru: '← Ко всем сегментам', en: '← To all segments' })}
            </button>
          )}
          <Tabs
            name="whole"
            label={t({ ru: 'Что показать', en: 'What to show' })}
            value={whole ? '1' : '0'}
            choices={[
              { id: '0', text: t({ ru: 'Высокие технологии', en: 'High technology' }) },
              { id: '1', text: t({ ru: 'Весь вывоз', en: 'All exports' }) },
            ]}
          />
        </div>
      }
      draw={(width) =>
        treemap(groups, {
          width,
          height: width < 520 ? 420 : 380,
          title: t({ ru: 'Состав вывоза', en: 'Composition of exports' }),
        })
      }
      table={<CompositionTable rows={rows} />}
      asked={asked}
      notes={[
        t({
          ru: 'Площадь — стоимость. Мелкие коды без подписи — в таблице.',
          en: 'Area is value. Small codes without a text are in the table.',
        }),
      ]}
    />
  );
}

/** Colour of the segment that a code is in. */
function colourOf(rows: readonly CompositionRow[], hs6: string): string {
  const row = rows.find((one) => one.hs6 === hs6);
  return row === undefined ? '--seg-other' : segmentLook(row.segment, row.segmentName).colour;
}

function sizeOf(group: TreeGroup): number {
  return group.cells.reduce((sum, cell) => sum + cell.value, 0);
}

/** `pharma` keeps a segment, `3004` a heading; `300431` is shown by its national lines. */
function isWithin(row: CompositionRow, chosen: string): boolean {
  if (chosen === '') return true;
  return /^\d{4}$/.test(chosen) ? row.heading === chosen : row.segment === chosen;
}

function groupsOf(
  rows: readonly CompositionRow[],
  chosen: string,
  language: 'ru' | 'en',
  place: Place,
): readonly TreeGroup[] {
  const here = (cell: string | null) => addressOf(place.page, place.id, { cell });
  const groups = new Map<string, CompositionRow[]>();
  // Within a segment the groups are its headings, within a heading its chapter.
  const keyOf = (row: CompositionRow) =>
    chosen === '' || row.kind !== 'product' ? row.segment : row.heading;
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups].map(([id, inside]) => {
    const first = inside[0] as CompositionRow;
    const look = segmentLook(first.segment, first.segmentName);
    const value = inside.reduce((sum, row) => sum + row.valueUsd, 0);
    const isHeading = id === first.heading && id !== '';
    const cells = new Map<string, CompositionRow[]>();
    for (const row of inside) {
      const key =
        row.kind === 'chapter'
          ? row.chapter
          : row.kind === 'no-product'
            ? '?'
            : isHeading
              ? row.hs6
              : row.heading;
      cells.set(key, [...(cells.get(key) ?? []), row]);
    }
    return {
      id,
      name: isHeading ? `${id} ${first.headingName?.[language] ?? ''}`.trim() : look.short[language],
      text: moneyText(value, language),
      colour: look.colour,
      href: isHeading ? (chosen === id ? undefined : here(id)) : id === 'rest' ? undefined : here(id),
      cells: [...cells].map(([code, of]) => {
        const one = of[0] as CompositionRow;
        const size = of.reduce((sum, row) => sum + row.valueUsd, 0);
        return {
          id: `${id} ${code}`,
          code: code === '?' ? '' : code,
          name:
            one.kind === 'product'
              ? isHeading
                ? (one.hs6Name ?? '')
                : (one.headingName?.[language] ?? '')
              : (one.chapterName?.[language] ?? ''),
          value: size,
          text: formatNumber(size / 1e6, size < 9.95e6 ? 2 : 1, language),
          href: one.kind === 'product' ? here(code) : undefined,
        };
      }),
    };
  });
}

function CompositionTable({ rows }: { readonly rows: readonly CompositionRow[] }) {
  const { t, language } = useLanguage();
  const shared = useValueColumns();
  const columns: readonly Column<CompositionRow>[] = [
    {
      key: 'segment',
      head: t({ ru: 'Сегмент', en: 'Segment' }),
      text: true,
      cell: (row) => segmentLook(row.segment, row.segmentName).short[language],
    },
    {
      key: 'code',
      head: t({ ru: 'Код', en: 'Code' }),
      text: true,
      cell: (row) => {
        const code = row.kind === 'product' ? row.hs6 : row.chapter;
        return code === '' ? '–' : <a href={addressOf('product', code)}>{code}</a>;
      },
    },
    {
      key: 'name',
      head: t({ ru: 'Товар', en: 'Product' }),
      text: true,
      cell: (row) => row.hs6Name ?? row.headingName?.[language] ?? row.chapterName?.[language] ?? '',
    },
    shared.thousands({ of: (row) => row.valueUsd, figure: (row) => `${row.id}/valueUsd` }),
    shared.share('share', { ru: 'Доля в вывозе, %', en: 'Share of exports, %' }, 3, {
      of: (row) => row.shareOfTotal,
      figure: (row) => `${row.id}/shareOfTotal`,
    }),
  ];
  return (
    <DataTable columns={columns} rows={rows} rowKey={(row) => `${row.segment} ${row.chapter} ${row.hs6}`} />
  );
}
