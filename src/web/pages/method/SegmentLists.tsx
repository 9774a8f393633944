import { useContext } from 'react';
import type { SegmentCodes } from '../../../api/segmentCodes.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { hsEditions } from '../../../domain/edition.ts';
import { useAnswer } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure, Tabs } from '../../components/Figure.tsx';
import { Await } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, choose, usePlace } from '../../place.ts';
import { WorkspaceContext } from '../../workspace.ts';

interface Heading {
  readonly key: string;
  readonly segment: string;
  readonly colour: string;
  readonly segmentName: string;
  readonly heading: string;
  readonly name: string;
  readonly codes: readonly SegmentCodes['data'][number][];
}

const systems = [
  { id: 'four', text: { ru: 'Четыре', en: 'Four' } },
  { id: 'eight', text: { ru: 'Восемь', en: 'Eight' } },
  { id: 'nine', text: { ru: 'Девять', en: 'Nine' } },
];

/** Which codes the segments of a system hold, in an edition of the Harmonised System. */
export function SegmentLists() {
  const { t, language } = useLanguage();
  const { query } = usePlace();
  const { data: workspace } = useContext(WorkspaceContext);
  const { segments = 'four', edition = hsEditions[hsEditions.length - 1], revision, alignment } = query;
  const asked = { question: 'segment-codes', options: { segments, edition, revision, alignment } };
  const answered = useAnswer<SegmentCodes>(asked);
  const known = workspace.segmentSystems.map((one) => ({ id: one.id, text: one.name[language] }));
  const choices = known.length > 0 ? known : systems.map((one) => ({ id: one.id, text: t(one.text) }));
  return (
    <section className="sec row" id="lists">
      <div className="c4">
        <h2>{t({ ru: 'Перечни сегментов', en: 'Lists of segments' })}</h2>
        <p className="say">
          {t({
            ru: 'Высокие технологии — перечень ОЭСР и Евростата в кодах МСТК, переведённый в шестизначные коды каждой редакции Гармонизированной системы.',
            en: 'High technology is the list of the OECD and Eurostat in SITC codes, carried over to the six-digit codes of each edition of the Harmonised System.',
          })}
        </p>
      </div>
      <div className="c8">
        <Await answered={answered}>
          {(answer) => {
            const rows = headingsOf(answer, language);
            const columns: readonly Column<Heading>[] = [
              {
                key: 'name',
                head: t({ ru: 'Сегмент, позиция', en: 'Segment, heading' }),
                text: true,
                cell: (row) => (
                  <>
                    <svg className="sw" viewBox="0 0 10 10" aria-hidden="true">
                      <rect width="10" height="10" fill={`var(${row.colour})`} />
                    </svg>
                    {row.segmentName} · <a href={addressOf('product', row.heading)}>{row.heading}</a>{' '}
                    {row.name}
                  </>
                ),
              },
              {
                key: 'codes',
                head: t({ ru: 'Коды', en: 'Codes' }),
                text: true,
                cell: (row) => (
                  <span className="codes">
                    {row.codes
                      .map((one) => `${one.hs6.slice(4)}${one.certainly === false ? '*' : ''}`)
                      .join(' ')}
                  </span>
                ),
              },
            ];
            return (
              <Figure
                id="lists"
                title={t({
                  ru: `${answer.manifest.systemName.ru}: ${answer.data.length} шестизначных кодов`,
                  en: `${answer.manifest.systemName.en}: ${answer.data.length} six-digit codes`,
                })}
                subtitle={t({
                  ru: `Редакция ${answer.manifest.edition}, МСТК ред. ${answer.manifest.revision}; ${answer.manifest.source}`,
                  en: `Edition ${answer.manifest.edition}, SITC Rev.${answer.manifest.revision}; ${answer.manifest.source}`,
                })}
                tools={
                  <div className="tools">
                    <Tabs
                      name="segments"
                      value={segments}
                      label={t({ ru: 'Система сегментов', en: 'Segment system' })}
                      choices={choices}
                    />
                    <label className="inline">
                      {t({ ru: 'Редакция', en: 'Edition' })}{' '}
                      <select
                        value={edition}
                        onChange={(event) => choose({ edition: event.target.value }, 'replace')}
                      >
                        {hsEditions.map((one) => (
                          <option key={one}>{one}</option>
                        ))}
                      </select>
                    </label>
                  </div>
                }
                table={
                  <DataTable columns={columns} rows={rows} rowKey={(row) => row.key} className="lists" />
                }
                asked={asked}
                notes={[
                  t({
                    ru: 'Звёздочка: код входит в перечень не целиком (в нижнюю границу не входит).',
                    en: 'Asterisk: only a part of the code belongs to the list (it is not in the lower bound).',
                  }),
                ]}
              />
            );
          }}
        </Await>
      </div>
    </section>
  );
}

function headingsOf(answer: SegmentCodes, language: 'ru' | 'en'): readonly Heading[] {
  const found = new Map<string, SegmentCodes['data'][number][]>();
  for (const row of answer.data) {
    const key = `${row.segment} ${row.heading}`;
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return [...found].flatMap(([key, codes]) => {
    const [first] = codes;
    if (first === undefined) return [];
    const look = segmentLook(first.segment, first.segmentName);
    return [
      {
        key,
        segment: first.segment,
        colour: look.colour,
        segmentName: look.short[language],
        heading: first.heading,
        name: first.headingName?.[language] ?? '',
        codes,
      },
    ];
  });
}
