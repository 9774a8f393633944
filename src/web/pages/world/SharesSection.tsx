import type { CountryComparison } from '../../../api/countryComparison.ts';
import { countryLines } from '../../../charts/countryLines.ts';
import { percentText } from '../../../domain/quantityText.ts';
import { type ShareField, shareNames, shareSentences } from '../../../narrative/worldSentences.ts';
import type { Asked } from '../../answers.ts';
import { Figure, Tabs } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { usePlace } from '../../place.ts';
import { linesOf } from './linesOf.ts';
import { notesOf } from './notesOf.ts';
import type { WorldChoices } from './worldChoices.ts';
import { YearTable } from './YearTable.tsx';

export const shareFields: readonly { readonly id: ShareField; readonly ru: string; readonly en: string }[] = [
  { id: 'shareOfExports', ru: 'В вывозе товаров', en: 'In merchandise exports' },
  { id: 'shareOfManufactured', ru: 'В обработанных изделиях', en: 'In manufactured exports' },
  { id: 'shareOfWorldHighTech', ru: 'В мировом вывозе', en: "In the world's" },
];

/** High technology as a share of exports, of manufactured exports, of the world's high technology. */
export function SharesSection({
  answer,
  choices,
  asked,
}: {
  readonly answer: CountryComparison;
  readonly choices: WorldChoices;
  readonly asked: Asked;
}) {
  const { t, language } = useLanguage();
  const { query } = usePlace();
  const field = shareFields.find((one) => one.id === query.share)?.id ?? 'shareOfExports';
  const { focus } = choices;
  // The world's share of itself is always whole.
  const data = answer.data.filter((row) => field !== 'shareOfWorldHighTech' || row.level !== 'world');
  const years = [...new Set(data.flatMap((row) => (row[field] === null ? [] : [row.year])))];
  const rows = data.filter((row) => row.year >= Math.min(...years) && row.year <= Math.max(...years));
  const own = rows.findLast((row) => row.territory === focus && row[field] !== null);
  const text = (value: number) => percentText(value, language);
  const title =
    own === undefined
      ? t({ ru: 'Доля высоких технологий', en: 'Share of high technology' })
      : `${own.territoryName[language]}: ${text(own[field] ?? 0)} ${t(shareNames[field])}, ${own.year}`;
  const tools = (
    <Tabs
      name="share"
      label={t({ ru: 'Доля', en: 'Share' })}
      value={field}
      choices={shareFields.map((one) => ({ id: one.id, text: t(one) }))}
    />
  );
  return (
    <Section
      title={t({ ru: 'Высокие технологии', en: 'High technology' })}
      say={shareSentences(rows, { focus, field }, language)}
    >
      <div>
        {years.length < 2 ? (
          <>
            {tools}
            <NotDrawn
              why={
                years.length === 0
                  ? t({
                      ru: 'За эти годы рядов высокотехнологичного вывоза нет.',
                      en: 'There are no series of high-technology exports for these years.',
                    })
                  : t({ ru: 'Для одного года график не строится.', en: 'A chart of one year is not drawn.' })
              }
            />
          </>
        ) : (
          <Figure
            id="shares"
            title={title}
            subtitle={t({
              ru: `Доля высокотехнологичного вывоза: ${shareNames[field].ru}, ${Math.min(...years)}–${Math.max(...years)}`,
              en: `High-technology exports as a share ${shareNames[field].en}, ${Math.min(...years)}–${Math.max(...years)}`,
            })}
            tools={tools}
            draw={(width) =>
              countryLines(linesOf(rows, field, focus, text, language), {
                width,
                title,
                scale: 'linear',
                format: (value) => percentText(value, language, 0),
              })
            }
            table={<YearTable rows={rows} field={field} text={text} />}
            asked={asked}
            notes={notesOf(answer.findings, ['high-tech-missing', 'no-series'], language)}
            figure={own === undefined ? undefined : `compare/${own.year}/${focus}/${field}`}
          />
        )}
      </div>
    </Section>
  );
}
