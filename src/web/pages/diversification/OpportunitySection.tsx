import type { Opportunities, Opportunity } from '../../../api/opportunities.ts';
import { opportunityScatter, scatterRange } from '../../../charts/opportunityScatter.ts';
import { dotColour } from '../../../charts/segmentLook.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { moneyText } from '../../../domain/quantityText.ts';
import { opportunitySentences, productText } from '../../../narrative/opportunitySentences.ts';
import type { Answered, Asked } from '../../answers.ts';
import { Figure, Tabs } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, usePlace } from '../../place.ts';
import { useWords } from '../../useWords.ts';
import { OpportunityTable } from './OpportunityTable.tsx';
import { SegmentKey } from './SegmentKey.tsx';

/** What is near and complex: distance against complexity, with the region's own mean as a line. */
export function OpportunitySection({
  answered,
  asked,
}: {
  readonly answered: Answered<Opportunities>;
  readonly asked: Asked;
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  return (
    <Section
      title={t({ ru: 'Возможности', en: 'Opportunities' })}
      say={answered.state === 'here' ? opportunitySentences(answered.answer, language, words).slice(1) : []}
    >
      <Await answered={answered} height={520}>
        {(answer) => <OpportunityFigure answer={answer} asked={asked} />}
      </Await>
    </Section>
  );
}

function OpportunityFigure({ answer, asked }: { readonly answer: Opportunities; readonly asked: Asked }) {
  const { t, language } = useLanguage();
  const words = useWords();
  const place = usePlace();
  const { region, complexity } = answer.manifest;
  const withPresent = place.query.shown === 'all';
  const rows = answer.data.filter((row) => withPresent || !row.present);
  const drawn = rows.filter(
    (row): row is Opportunity & { distance: number; pci: number } =>
      row.distance !== null && row.pci !== null,
  );
  const mean = region.meanPci;
  const most = Math.max(1, ...drawn.map((row) => row.countryValueUsd));
  const better = drawn.filter((row) => !row.present && mean !== null && row.pci > mean);
  const named = new Set(
    [...better]
      .sort((a, b) => a.distance - b.distance)
      .slice(0, 4)
      .map((row) => row.product),
  );
  const chosen = place.query.item;
  const tools = (
    <Tabs
      name="shown"
      label={t({ ru: 'Какие товары', en: 'Which products' })}
      value={withPresent ? 'all' : 'missing'}
      choices={[
        { id: 'missing', text: t({ ru: 'Чего нет', en: 'Missing' }) },
        { id: 'all', text: t({ ru: 'И что есть', en: 'And what it has' }) },
      ]}
    />
  );
  const table = <OpportunityTable rows={rows} />;
  if (drawn.length === 0 && rows.length === 0)
    return <NotDrawn why={t({ ru: 'Таких товаров нет.', en: 'There are no such products.' })} />;
  const canDraw = drawn.length > 0;
  const [low, high] = scatterRange(drawn.map((row) => row.pci));
  const outside = drawn.filter((row) => row.pci < low || row.pci > high).length;
  return (
    <Figure
      id="opportunities"
      title={
        mean === null
          ? t({ ru: 'Сложность товаров не определена', en: 'Complexity of products is undefined' })
          : t({
              ru: `Сложнее среднего товара ${words.ru.ofMember} — ${better.length} из ${drawn.filter((row) => !row.present).length} недостающих`,
              en: `${better.length} of ${drawn.filter((row) => !row.present).length} missing products are more complex than the ${words.en.member}'s mean`,
            })
      }
      subtitle={t({
        ru: `Расстояние до товара и его сложность, ${answer.data[0]?.year ?? ''}; площадь — вывоз ${words.ru.ofWhole}; сложность — ${complexity.source === 'table' ? `по таблице ${complexity.file}` : `по ${words.ru.toMembers} ${words.ru.ofWhole} (${complexity.regions})`}`,
        en: `Distance to a product and its complexity, ${answer.data[0]?.year ?? ''}; area is ${words.en.whole}'s exports; complexity is ${complexity.source === 'table' ? `that of the table ${complexity.file}` : `by ${words.en.whole}'s ${words.en.members} (${complexity.regions})`}`,
      })}
      tools={tools}
      {...(canDraw
        ? {
            draw: (width: number) =>
              opportunityScatter(
                drawn.map((row) => ({
                  id: row.product,
                  title: `${productText(row, language)}: ${t({ ru: 'расстояние', en: 'distance' })} ${formatNumber(row.distance, 2, language)}, ${t({ ru: 'сложность', en: 'complexity' })} ${formatNumber(row.pci, 2, language)}, ${moneyText(row.countryValueUsd, language)}`,
                  x: row.distance,
                  y: row.pci,
                  colour: dotColour(row.segment, row.segmentName),
                  size: row.countryValueUsd / most,
                  present: row.present,
                  chosen: row.product === chosen,
                  href: addressOf(place.page, place.id, { item: row.product, ask: null }),
                  ...(row.product === chosen || (named.has(row.product) && width > 520)
                    ? { name: shortName(productText(row, language)) }
                    : {}),
                })),
                {
                  width,
                  height: width < 520 ? 420 : 480,
                  title: t({ ru: 'Возможности', en: 'Opportunities' }),
                  xTitle: t({
                    ru: 'Расстояние →  дальше от того, что есть',
                    en: 'Distance →  further from what it has',
                  }),
                  yTitle: t({ ru: 'Сложность товара', en: 'Complexity of the product' }),
                  line:
                    mean === null
                      ? null
                      : {
                          value: mean,
                          text: t({
                            ru: `в среднем у ${words.ru.ofMember} ${formatNumber(mean, 2, 'ru')}`,
                            en: `mean of the ${words.en.member} ${formatNumber(mean, 2, 'en')}`,
                          }),
                        },
                  tickText: (value) => formatNumber(value, 1, language),
                },
              ),
          }
        : {})}
      table={table}
      asked={asked}
      notes={[
        <SegmentKey key="key" segments={drawn} />,
        ...(outside === 0
          ? []
          : [
              t({
                ru: `Товаров со сложностью далеко за пределами остальных ${outside}: они стоят у края, значения — в таблице.`,
                en: `${outside} products of a complexity far off the others stand at the edge; their values are in the table.`,
              }),
            ]),
      ]}
    />
  );
}

function shortName(text: string): string {
  return text.length > 34 ? `${text.slice(0, 32).trimEnd()}…` : text;
}
