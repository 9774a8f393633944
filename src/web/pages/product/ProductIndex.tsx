import { type FormEvent, useContext, useState } from 'react';
import type { Composition } from '../../../api/composition.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import type { TwoLanguages } from '../../../domain/territory.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { choicesOf, listChoices } from '../../choices.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Await } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, go, usePlace } from '../../place.ts';
import { usePageTitle } from '../../usePageTitle.ts';
import { WorkspaceContext } from '../../workspace.ts';

interface Heading {
  readonly heading: string;
  readonly name: TwoLanguages | null;
  readonly segment: string;
  readonly segmentName: TwoLanguages;
  readonly valueUsd: number;
}

/** A field for a code, and the headings of high technology that the country exports. */
export function ProductIndex() {
  const place = usePlace();
  const { t, language } = useLanguage();
  const { data: workspace } = useContext(WorkspaceContext);
  const { period } = choicesOf(place, workspace);
  const asked: Asked = { question: 'composition', options: { ...listChoices(place), period } };
  const answered = useAnswer<Composition>(asked);
  const title = t({ ru: 'Товары', en: 'Products' });
  usePageTitle(title);
  return (
    <>
      <div className="head">
        <h1>{title}</h1>
        <CodeField />
      </div>
      <section className="sec">
        <Await answered={answered}>
          {(answer) => {
            const rows = headingsOf(answer);
            return (
              <Figure
                id="headings"
                title={t({
                  ru: `В вывозе ${rows.length} позиций высоких технологий`,
                  en: `${rows.length} headings of high technology are exported`,
                })}
                subtitle={t({
                  ru: `По позициям ТН ВЭД, ${period}; в сумме только то, что входит в перечень`,
                  en: `By HS heading, ${period}; only what is on the list counts`,
                })}
                table={
                  <DataTable
                    className="headings"
                    columns={columnsOf(t, language)}
                    rows={rows}
                    rowKey={keyOf}
                  />
                }
                asked={{ ...asked, options: { ...asked.options, 'filter.kind': 'product' } }}
              />
            );
          }}
        </Await>
      </section>
    </>
  );
}

function keyOf(row: Heading): string {
  return `${row.heading} ${row.segment}`;
}

function headingsOf(answer: Composition): readonly Heading[] {
  const found = new Map<string, Heading>();
  for (const row of answer.data) {
    if (row.kind !== 'product') continue;
    const key = `${row.heading} ${row.segment}`;
    const before = found.get(key)?.valueUsd ?? 0;
    found.set(key, {
      heading: row.heading,
      name: row.headingName,
      segment: row.segment,
      segmentName: row.segmentName,
      valueUsd: before + row.valueUsd,
    });
  }
  return [...found.values()].sort((a, b) => b.valueUsd - a.valueUsd);
}

function columnsOf(t: (text: TwoLanguages) => string, language: 'ru' | 'en'): readonly Column<Heading>[] {
  return [
    {
      key: 'heading',
      head: t({ ru: 'Позиция', en: 'Heading' }),
      text: true,
      cell: (row) => <a href={addressOf('product', row.heading)}>{row.heading}</a>,
    },
    {
      key: 'name',
      head: t({ ru: 'Товар', en: 'Product' }),
      text: true,
      cell: (row) => row.name?.[language] ?? '',
    },
    {
      key: 'segment',
      head: t({ ru: 'Сегмент', en: 'Segment' }),
      text: true,
      cell: (row) => (
        <a href={addressOf('segment', row.segment)}>
          {segmentLook(row.segment, row.segmentName).short[language]}
        </a>
      ),
    },
    {
      key: 'value',
      head: t({ ru: 'Тыс. долл.', en: '$ k' }),
      cell: (row) => formatNumber(row.valueUsd / 1e3, 1, language),
      sort: (row) => row.valueUsd,
    },
  ];
}

function CodeField() {
  const { t } = useLanguage();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const open = (event: FormEvent) => {
    event.preventDefault();
    const code = text.replace(/[\s.]/g, '');
    if (/^(\d{2}|\d{4}|\d{6,10})$/.test(code)) go(addressOf('product', code));
    else setWrong(true);
  };
  return (
    <form className="code-field" onSubmit={open}>
      <label>
        {t({ ru: 'Код ТН ВЭД', en: 'HS or national code' })}{' '}
        <input
          inputMode="numeric"
          value={text}
          aria-invalid={wrong}
          aria-describedby="code-help"
          onChange={(event) => {
            setText(event.target.value);
            setWrong(false);
          }}
        />
      </label>{' '}
      <button type="submit" className="btn">
        {t({ ru: 'Открыть', en: 'Open' })}
      </button>
      <p className="fs" id="code-help" role={wrong ? 'alert' : undefined}>
        {wrong ? t({ ru: 'Это не код. ', en: 'That is no code. ' }) : null}
        {t({
          ru: 'Группа (2 знака), позиция (4), шесть знаков или национальная строка (7–10): 3004, 300490, 3004900002.',
          en: 'Chapter (2 digits), heading (4), six digits or a national line (7 to 10): 3004, 300490, 3004900002.',
        })}
      </p>
    </form>
  );
}
