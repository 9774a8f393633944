import type { ClassifiedCode } from '../../../api/classification.ts';
import type { Product, ProductRow } from '../../../api/product.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { listReason } from '../../../narrative/productSentences.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { Await } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, usePlace } from '../../place.ts';

interface Classified {
  readonly data: readonly ClassifiedCode[];
}

/** Which segment the product is of, and why or why not; what its code is in the other editions. */
export function ListSection({
  answer,
  code,
  year,
}: {
  readonly answer: Product;
  readonly code: string;
  readonly year: number | null;
}) {
  const { t, language } = useLanguage();
  const revision = Number(usePlace().query.revision ?? 4);
  const edition = answer.manifest.editions.at(-1);
  const asked: Asked = { question: 'classify', options: { code, edition } };
  const answered = useAnswer<Classified>(asked);
  const parts = answer.data.filter((row) => row.part === 'segment');
  return (
    <Section
      title={t({ ru: 'В перечне ли он', en: 'Is it on the list' })}
      say={
        answered.state === 'here' && answered.answer.data[0] !== undefined
          ? [
              [listReason(answered.answer.data[0], revision, language)],
              ...answered.answer.data[0].unknown.map((one) => [`${sentenceOf(one[language])}`]),
            ]
          : []
      }
    >
      {parts.length === 0 ? null : <PartsTable parts={parts} year={year} />}
      <Await answered={answered}>
        {({ data: [classified] }) =>
          classified === undefined ? null : classified.parts.length > 0 ? (
            <PartCodes classified={classified} asked={asked} />
          ) : classified.editions.length === 0 ? null : (
            <Editions classified={classified} asked={asked} />
          )
        }
      </Await>
    </Section>
  );
}

function sentenceOf(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

/** How the value of the product parts into segments and the rest. */
function PartsTable({
  parts,
  year,
}: {
  readonly parts: readonly ProductRow[];
  readonly year: number | null;
}) {
  const { t, language } = useLanguage();
  const columns: readonly Column<ProductRow>[] = [
    {
      key: 'segment',
      head: t({ ru: 'Сегмент', en: 'Segment' }),
      text: true,
      cell: (row) => {
        const look = segmentLook(row.segment ?? '', row.segmentName ?? undefined);
        return (
          <>
            <span className="sw" style={{ background: `var(${look.colour})` }} />
            {row.segment === 'rest' ? (
              row.segmentName?.[language]
            ) : (
              <a href={addressOf('segment', row.segment)}>{look.short[language]}</a>
            )}
          </>
        );
      },
    },
    {
      key: 'value',
      head:
        year === null
          ? t({ ru: 'Тыс. долл.', en: '$ k' })
          : t({ ru: `${year}, тыс. долл.`, en: `${year}, $ k` }),
      cell: (row) => formatNumber((row.valueUsd ?? 0) / 1e3, 1, language),
      sort: (row) => row.valueUsd,
      figure: (row) => `${row.id}/valueUsd`,
    },
    {
      key: 'share',
      head: t({ ru: 'Доля товара, %', en: 'Share of the product, %' }),
      cell: (row) =>
        row.shareOfProduct === null ? '–' : formatNumber(row.shareOfProduct * 100, 1, language),
      sort: (row) => row.shareOfProduct,
      figure: (row) => `${row.id}/shareOfProduct`,
    },
  ];
  return <DataTable columns={columns} rows={parts} rowKey={(row) => row.id} />;
}

/** What a six-digit code is called in each edition. */
function Editions({ classified, asked }: { readonly classified: ClassifiedCode; readonly asked: Asked }) {
  const { t, language } = useLanguage();
  type Edition = ClassifiedCode['editions'][number];
  const codes = (of: readonly string[]) => (
    <>
      {of.map((one, place) => (
        <span key={one}>
          {place > 0 ? ', ' : ''}
          <a href={addressOf('product', one)}>{one}</a>
        </span>
      ))}
    </>
  );
  const columns: readonly Column<Edition>[] = [
    {
      key: 'edition',
      head: t({ ru: 'Редакция', en: 'Edition' }),
      text: true,
      cell: (row) => row.edition.replace('HS', language === 'ru' ? 'ГС ' : 'HS '),
    },
    {
      key: 'exists',
      head: t({ ru: 'Код есть', en: 'Has the code' }),
      text: true,
      cell: (row) => (row.exists ? t({ ru: 'да', en: 'yes' }) : t({ ru: 'нет', en: 'no' })),
    },
    {
      key: 'counterparts',
      head: t({ ru: 'Отвечает (один к одному)', en: 'Counterpart (one to one)' }),
      text: true,
      cell: (row) => (row.counterparts.length === 0 ? '…' : codes(row.counterparts.map((one) => one.code))),
    },
    {
      key: 'linked',
      head: t({ ru: 'Все соответствия', en: 'All links' }),
      text: true,
      cell: (row) => (row.linked.length === 0 ? '…' : codes(row.linked)),
    },
  ];
  const changed = classified.editions.filter(
    (one) =>
      one.counterparts.length > 0 &&
      one.counterparts.every((other) => other.code !== classified.line.slice(0, 6)),
  );
  return (
    <div className="next">
      <Figure
        id="editions"
        title={
          changed.length === 0
            ? t({ ru: 'Код во всех редакциях тот же', en: 'The code is the same in all editions' })
            : t({
                ru: `Под другим кодом в редакциях: ${changed.map((one) => one.edition.slice(2)).join(', ')}`,
                en: `Under another code in the editions of ${changed.map((one) => one.edition.slice(2)).join(', ')}`,
              })
        }
        subtitle={t({
          ru: `Соответствия кода ${classified.line.slice(0, 6)} из ${classified.edition.replace('HS', 'ГС ')} по редакциям`,
          en: `What ${classified.line.slice(0, 6)} of ${classified.edition.replace('HS', 'HS ')} is in each edition`,
        })}
        table={<DataTable columns={columns} rows={classified.editions} rowKey={(row) => row.edition} />}
        asked={asked}
      />
    </div>
  );
}

/** The six-digit codes below a heading with their places on the list. */
function PartCodes({ classified, asked }: { readonly classified: ClassifiedCode; readonly asked: Asked }) {
  const { t } = useLanguage();
  type Part = ClassifiedCode['parts'][number];
  const positions: Readonly<Record<string, { ru: string; en: string }>> = {
    inside: { ru: 'целиком', en: 'wholly' },
    partly: { ru: 'частично', en: 'partly' },
    outside: { ru: 'нет', en: 'no' },
    unknown: { ru: 'по таблице «один к одному»', en: 'by the one-to-one table' },
  };
  const isOn = (part: Part) => part.group !== null && part.group !== '-';
  const columns: readonly Column<Part>[] = [
    {
      key: 'code',
      head: t({ ru: 'Код', en: 'Code' }),
      text: true,
      cell: (part) => <a href={addressOf('product', part.code)}>{part.code}</a>,
    },
    {
      key: 'position',
      head: t({ ru: 'Все соответствия в перечне', en: 'All links on the list' }),
      text: true,
      cell: (part) => t(positions[part.position] ?? { ru: part.position, en: part.position }),
    },
    {
      key: 'counted',
      head: t({ ru: 'Считается высокой технологией', en: 'Counted as high technology' }),
      text: true,
      cell: (part) => (isOn(part) ? t({ ru: '● да', en: '● yes' }) : t({ ru: '○ нет', en: '○ no' })),
    },
  ];
  const on = classified.parts.filter(isOn).length;
  return (
    <div className="next">
      <Figure
        id="parts"
        title={t({
          ru: `В перечне ${on} из ${classified.parts.length} шестизначных кодов`,
          en: `${on} of ${classified.parts.length} six-digit codes are on the list`,
        })}
        subtitle={t({
          ru: `Коды ${classified.line} в ${classified.edition.replace('HS', 'ГС ')}, уточнённое соответствие перечню МСТК ред. 4`,
          en: `Codes of ${classified.line} in ${classified.edition.replace('HS', 'HS ')}, resolved alignment with the list of SITC Rev.4`,
        })}
        table={<DataTable columns={columns} rows={classified.parts} rowKey={(part) => part.code} />}
        asked={asked}
      />
    </div>
  );
}
