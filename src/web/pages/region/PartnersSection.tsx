import type { PartnerRow, Partners } from '../../../api/partners.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { type BarRow, stackedBars } from '../../../charts/stackedBars.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { percentText } from '../../../domain/quantityText.ts';
import { partnerSentences } from '../../../narrative/partnerSentences.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { listChoices } from '../../choices.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { PartnerName } from '../../components/PartnerName.tsx';
import { Section } from '../../components/Section.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { usePlace } from '../../place.ts';
import { usePartnerAddress } from '../../usePartnerAddress.ts';

const shown = 12;

/** Where the territory's high technology goes. */
export function PartnersSection({
  id,
  period,
  before,
}: {
  readonly id: string;
  readonly period: string;
  /** The year before, where there is data of it. */
  readonly before: number | null;
}) {
  const place = usePlace();
  const { t, language } = useLanguage();
  const asked: Asked = { question: 'partners', options: { ...listChoices(place), territory: id, period } };
  const answered = useAnswer<Partners>(asked);
  const earlier = useAnswer<Partners>(
    before === null
      ? null
      : { question: 'partners', options: { ...listChoices(place), territory: id, period: String(before) } },
  );
  return (
    <Section
      title={t({ ru: 'Куда', en: 'Where to' })}
      say={answered.state === 'here' ? partnerSentences(answered.answer.data, language) : []}
    >
      <Await answered={answered}>
        {(answer) =>
          answer.manifest.hasPartners ? (
            <PartnersFigure
              answer={answer}
              earlier={earlier.state === 'here' ? earlier.answer : null}
              asked={asked}
              before={before}
            />
          ) : (
            <NotDrawn
              why={t({
                ru: 'Источник не называет стран-партнёров.',
                en: 'The source does not name partners.',
              })}
            />
          )
        }
      </Await>
    </Section>
  );
}

interface PartnerLine {
  readonly partner: string;
  readonly name: string;
  readonly value: number;
  readonly before: number | null;
  readonly parts: readonly PartnerRow[];
}

function PartnersFigure({
  answer,
  earlier,
  asked,
  before,
}: {
  readonly answer: Partners;
  readonly earlier: Partners | null;
  readonly asked: Asked;
  readonly before: number | null;
}) {
  const { t, language } = useLanguage();
  const lines = linesOf(answer, earlier, language);
  const total = lines.reduce((sum, line) => sum + line.value, 0);
  const first = lines.find((line) => line.partner !== 'not-stated');
  if (first === undefined || total <= 0)
    return (
      <NotDrawn
        why={t({ ru: 'Высокотехнологичного вывоза не было.', en: 'There were no high-technology exports.' })}
      />
    );
  const addressOfPartner = usePartnerAddress();
  const unit = (lines[0]?.value ?? 0) >= 1e6 ? 1e6 : 1e3;
  const hasGrowth = earlier !== null;
  return (
    <Figure
      id="partners"
      title={t({
        ru: `${first.name} берёт ${percentText(first.value / total, language, 0)}`,
        en: `${first.name} takes ${percentText(first.value / total, language, 0)}`,
      })}
      subtitle={t({
        ru: `Высокотехнологичный вывоз по странам и сегментам, ${answer.manifest.period}`,
        en: `High-technology exports by partner and segment, ${answer.manifest.period}`,
      })}
      draw={(width) =>
        stackedBars(barsOf(lines, total, unit, hasGrowth, language, addressOfPartner), {
          width,
          title: t({ ru: 'Вывоз по странам', en: 'Exports by partner' }),
          columns: [
            unit === 1e6 ? t({ ru: 'млн долл.', en: '$ m' }) : t({ ru: 'тыс. долл.', en: '$ k' }),
            t({ ru: 'доля, %', en: 'share, %' }),
            ...(hasGrowth ? [t({ ru: `к ${before}, %`, en: `${before} = 100` })] : []),
          ],
        })
      }
      table={<PartnersTable lines={lines} total={total} before={before} />}
      asked={asked}
      notes={[
        t({
          ru: `Штриховка — страна назначения не указана или товар не назван по стране.`,
          en: 'Hatched: no partner is stated.',
        }),
      ]}
    />
  );
}

function linesOf(answer: Partners, earlier: Partners | null, language: 'ru' | 'en'): readonly PartnerLine[] {
  const of = (rows: readonly PartnerRow[], partner: string) =>
    rows.filter((row) => row.partner === partner && row.segment !== 'total');
  const sum = (rows: readonly PartnerRow[]) => rows.reduce((all, row) => all + row.valueUsd, 0);
  const partners = [
    ...new Set(answer.data.filter((row) => row.segment !== 'total').map((row) => row.partner)),
  ];
  return partners
    .map((partner) => {
      const parts = of(answer.data, partner);
      return {
        partner,
        name: parts[0]?.partnerName[language] ?? partner,
        value: sum(parts),
        before: earlier === null ? null : sum(of(earlier.data, partner)),
        parts,
      };
    })
    .sort((a, b) => (a.partner === 'not-stated' ? 1 : b.partner === 'not-stated' ? -1 : b.value - a.value));
}

function barsOf(
  lines: readonly PartnerLine[],
  total: number,
  unit: number,
  hasGrowth: boolean,
  language: 'ru' | 'en',
  addressOfPartner: (partner: string) => string | null,
): readonly BarRow[] {
  const stated = lines.filter((line) => line.partner !== 'not-stated');
  const rest = stated.slice(shown);
  const bar = (line: PartnerLine): BarRow => ({
    id: line.partner,
    name: line.name,
    ...linkTo(addressOfPartner(line.partner)),
    parts: [...line.parts]
      .sort((a, b) => b.valueUsd - a.valueUsd)
      .map((part) => {
        const look = segmentLook(part.segment, part.segmentName);
        return { id: part.segment, name: look.short[language], colour: look.colour, value: part.valueUsd };
      }),
    cells: [
      formatNumber(line.value / unit, 1, language),
      formatNumber((line.value / total) * 100, 1, language),
      ...(hasGrowth
        ? [
            line.before === null || line.before === 0
              ? '–'
              : formatNumber((line.value / line.before) * 100, 1, language),
          ]
        : []),
    ],
    ...(line.partner === 'not-stated' ? { look: 'hatched' as const } : {}),
  });
  const value = rest.reduce((sum, line) => sum + line.value, 0);
  const others: BarRow[] =
    rest.length === 0
      ? []
      : [
          {
            id: 'others',
            name: language === 'ru' ? `Ещё стран: ${rest.length}` : `${rest.length} more`,
            parts: [{ id: 'others', name: '', colour: '--seg-rest', value }],
            cells: [
              formatNumber(value / unit, 1, language),
              formatNumber((value / total) * 100, 1, language),
              ...(hasGrowth ? [''] : []),
            ],
            look: 'plain',
          },
        ];
  const none = lines.filter((line) => line.partner === 'not-stated' && line.value / total > 0.0005);
  return [...stated.slice(0, shown).map(bar), ...others, ...none.map(bar)];
}

function PartnersTable({
  lines,
  total,
  before,
}: {
  readonly lines: readonly PartnerLine[];
  readonly total: number;
  readonly before: number | null;
}) {
  const { t, language } = useLanguage();
  const segments = [
    ...new Map(lines.flatMap((line) => line.parts.map((part) => [part.segment, part.segmentName] as const))),
  ];
  const columns: readonly Column<PartnerLine>[] = [
    {
      key: 'partner',
      head: t({ ru: 'Страна', en: 'Partner' }),
      text: true,
      cell: (line) => <PartnerName partner={line.partner} name={line.name} />,
      sort: (line) => line.name,
    },
    {
      key: 'value',
      head: t({ ru: 'Всего, тыс. долл.', en: 'All, $ k' }),
      cell: (line) => formatNumber(line.value / 1e3, 1, language),
    },
    {
      key: 'share',
      head: t({ ru: 'Доля, %', en: 'Share, %' }),
      cell: (line) => formatNumber((line.value / total) * 100, 2, language),
    },
    ...(before === null
      ? []
      : [
          {
            key: 'growth',
            head: t({ ru: `К ${before} году, %`, en: `${before} = 100` }),
            cell: (line: PartnerLine) =>
              line.before === null || line.before === 0
                ? '–'
                : formatNumber((line.value / line.before) * 100, 1, language),
          },
        ]),
    ...segments.map(
      ([segment, name]): Column<PartnerLine> => ({
        key: segment,
        head: segmentLook(segment, name).short[language],
        cell: (line) => {
          const part = line.parts.find((one) => one.segment === segment);
          return part === undefined ? '–' : formatNumber(part.valueUsd / 1e3, 1, language);
        },
        figure: (line) => {
          const part = line.parts.find((one) => one.segment === segment);
          return part === undefined ? undefined : `${part.id}/valueUsd`;
        },
      }),
    ),
  ];
  return <DataTable columns={columns} rows={lines} rowKey={(line) => line.partner} />;
}

function linkTo(href: string | null): { readonly href?: string } {
  return href === null ? {} : { href };
}
