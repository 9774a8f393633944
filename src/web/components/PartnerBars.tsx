import { type ShareBar, shareBars } from '../../charts/shareBars.ts';
import { formatShare, type Language } from '../../domain/formatNumber.ts';
import { millionsText, percentText } from '../../domain/quantityText.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import type { Asked } from '../answers.ts';
import { useLanguage } from '../language.ts';
import { useValueColumns } from '../useValueColumns.ts';
import { type Column, DataTable } from './DataTable.tsx';
import { Figure } from './Figure.tsx';
import { PartnerName } from './PartnerName.tsx';

/** What goes to one partner; `not-stated` is no partner. */
export interface PartnerLine {
  readonly id: string;
  readonly partner: string;
  readonly name: TwoLanguages;
  readonly valueUsd: number;
  readonly share: number | null;
  readonly unitName: TwoLanguages | null;
  readonly unitValueUsd: number | null;
}

const shown = 12;

/** Bars of the largest partners, the rest in one bar, what names no partner hatched; all of them in the table. */
export function PartnerBars({
  lines,
  what,
  share,
  colour,
  period,
  asked,
}: {
  readonly lines: readonly PartnerLine[];
  /** What goes there: "of the segment". */
  readonly what: TwoLanguages;
  /** Name of the figure that says the share. */
  readonly share: string;
  readonly colour: string;
  readonly period: string;
  readonly asked: Asked;
}) {
  const { t, language } = useLanguage();
  const first = lines.find((line) => line.partner !== 'not-stated');
  if (first === undefined) return null;
  return (
    <Figure
      id="partners"
      title={t({
        ru: `${first.name.ru} берёт ${percentText(first.share ?? 0, 'ru', 0)}`,
        en: `${first.name.en} takes ${percentText(first.share ?? 0, 'en', 0)}`,
      })}
      subtitle={t({
        ru: `Вывоз ${what.ru} по странам, млн долл., ${period}`,
        en: `Exports ${what.en} by partner, $ m, ${period}`,
      })}
      draw={(width) =>
        shareBars(barsOf(lines, colour, language), {
          width,
          title: t({ ru: `Вывоз ${what.ru} по странам`, en: `Exports ${what.en} by partner` }),
          columns: [t({ ru: 'млн долл.', en: '$ m' }), t({ ru: 'доля, %', en: 'share, %' })],
        })
      }
      table={<PartnersTable lines={lines} share={share} />}
      asked={asked}
      notes={
        lines.some((line) => line.partner === 'not-stated')
          ? [t({ ru: 'Штриховка — страна не указана.', en: 'Hatched: no partner is stated.' })]
          : []
      }
      figure={`${first.id}/valueUsd`}
    />
  );
}

function barsOf(lines: readonly PartnerLine[], colour: string, language: Language): readonly ShareBar[] {
  const stated = lines.filter((line) => line.partner !== 'not-stated');
  const rest = stated.slice(shown);
  const cells = (usd: number, share: number) => [
    millionsText(usd, language),
    formatShare(share, 1, language),
  ];
  const bar = (line: PartnerLine): ShareBar => ({
    id: line.partner,
    name: line.name[language],
    value: line.valueUsd,
    colour,
    cells: cells(line.valueUsd, line.share ?? 0),
    ...(line.partner === 'not-stated' ? { look: 'hatched' as const } : {}),
  });
  const value = rest.reduce((sum, line) => sum + line.valueUsd, 0);
  const share = rest.reduce((sum, line) => sum + (line.share ?? 0), 0);
  const others: readonly ShareBar[] =
    rest.length === 0
      ? []
      : [
          {
            id: 'others',
            name: language === 'ru' ? `Ещё стран: ${rest.length}` : `${rest.length} more`,
            value,
            colour,
            cells: cells(value, share),
            look: 'plain',
          },
        ];
  return [
    ...stated.slice(0, shown).map(bar),
    ...others,
    ...lines.filter((line) => line.partner === 'not-stated').map(bar),
  ];
}

function PartnersTable({ lines, share }: { readonly lines: readonly PartnerLine[]; readonly share: string }) {
  const { t, language } = useLanguage();
  const shared = useValueColumns();
  const columns: readonly Column<PartnerLine>[] = [
    {
      key: 'partner',
      head: t({ ru: 'Страна', en: 'Partner' }),
      text: true,
      cell: (line) => <PartnerName partner={line.partner} name={line.name[language]} />,
      sort: (line) => line.name[language],
    },
    shared.thousands({ of: (line) => line.valueUsd, figure: (line) => `${line.id}/valueUsd` }),
    shared.share('share', { ru: 'Доля, %', en: 'Share, %' }, 2, {
      of: (line) => line.share,
      figure: (line) => `${line.id}/${share}`,
    }),
    ...shared.price(lines, (line) => line.unitName, {
      of: (line) => line.unitValueUsd,
      figure: (line) => `${line.id}/unitValueUsd`,
    }),
  ];
  return <DataTable columns={columns} rows={lines} rowKey={(line) => line.id} />;
}
