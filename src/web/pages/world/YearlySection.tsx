import type { CountryComparison } from '../../../api/countryComparison.ts';
import { noValueMark } from '../../../charts/noValue.ts';
import { yearGrid, yearIndexClass } from '../../../charts/yearGrid.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { yearlySentences } from '../../../narrative/worldSentences.ts';
import type { Asked } from '../../answers.ts';
import { Figure } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { useLanguage } from '../../language.ts';
import { valuation } from './ChainSection.tsx';
import { notesOf } from './notesOf.ts';
import type { WorldChoices } from './worldChoices.ts';
import { YearTable } from './YearTable.tsx';

/** Yearly indices: each year against the one before, falls and rises in two colours. */
export function YearlySection({
  answer,
  choices,
  asked,
}: {
  readonly answer: CountryComparison;
  readonly choices: WorldChoices;
  readonly asked: Asked;
}) {
  const { t, language } = useLanguage();
  const { data } = answer;
  const ids = [...new Set(data.map((row) => row.territory))];
  const rows = ids.map((id) => {
    const own = data.filter((row) => row.territory === id);
    return {
      id,
      name: own[0]?.territoryName[language] ?? id,
      strong: id === choices.focus,
      cells: own.map((row) => ({
        year: row.year,
        step: row.exportsIndex === null ? null : yearIndexClass(row.exportsIndex),
        text:
          row.exportsIndex === null
            ? noValueMark('not-published', language)
            : formatNumber(row.exportsIndex, 1, language),
      })),
    };
  });
  const worst = [...new Set(data.map((row) => row.year))]
    .map((year) => ({
      year,
      falls: data.filter((row) => row.year === year && (row.exportsIndex ?? 100) < 100).length,
    }))
    .sort((a, b) => b.falls - a.falls || a.year - b.year)[0];
  const title =
    worst === undefined || worst.falls === 0
      ? t({ ru: 'Вывоз рос у всех каждый год', en: 'Exports rose everywhere every year' })
      : t({
          ru: `В ${worst.year} году вывоз сократился у ${worst.falls} из ${ids.length}`,
          en: `In ${worst.year} exports fell in ${worst.falls} of ${ids.length}`,
        });
  return (
    <Section
      title={t({ ru: 'Год к году', en: 'Year by year' })}
      say={yearlySentences(data, choices.focus, language)}
    >
      <Figure
        id="yearly"
        title={title}
        subtitle={t({
          ru: `Индекс вывоза товаров, предыдущий год = 100, ${valuation(choices).ru}`,
          en: `Index of merchandise exports, year before = 100, ${valuation(choices).en}`,
        })}
        draw={(width) =>
          yearGrid(rows, {
            width,
            title,
            legend: t({ ru: 'Предыдущий год = 100', en: 'Year before = 100' }),
          })
        }
        table={
          <YearTable rows={data} field="exportsIndex" text={(value) => formatNumber(value, 1, language)} />
        }
        asked={asked}
        notes={notesOf(answer.findings, ['members-missing', 'membership-changed', 'no-data'], language)}
      />
    </Section>
  );
}
