import { useContext } from 'react';
import type { Diversification } from '../../../api/diversification.ts';
import type { Opportunities } from '../../../api/opportunities.ts';
import { yearBefore } from '../../../domain/yearBefore.ts';
import { marginSentences } from '../../../narrative/marginSentences.ts';
import { useAnswer } from '../../answers.ts';
import { choicesOf, hasYear } from '../../choices.ts';
import { Caveats } from '../../components/Caveats.tsx';
import { Tabs } from '../../components/Figure.tsx';
import { RegionHead } from '../../components/RegionHead.tsx';
import { RegionIndex } from '../../components/RegionIndex.tsx';
import { Say } from '../../components/Say.tsx';
import { Section } from '../../components/Section.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { usePlace } from '../../place.ts';
import { usePageTitle } from '../../usePageTitle.ts';
import { useWords } from '../../useWords.ts';
import { WorkspaceContext } from '../../workspace.ts';
import { MarginsFigure } from './MarginsFigure.tsx';
import { OpportunitySection } from './OpportunitySection.tsx';
import { SpaceSection } from './SpaceSection.tsx';
import { allGoodsDigits, marginChoices, spaceChoices } from './spaceChoices.ts';

/** What a region's exports came from, which goods it has of all that are made together, and what is near and complex. */
export default function DiversificationPage() {
  const { id } = usePlace();
  const { t } = useLanguage();
  const words = useWords();
  return id === null ? (
    <RegionIndex
      page="diversification"
      title={t({ ru: 'Диверсификация', en: 'Diversification' })}
      about={t({
        ru: `Выберите ${words.ru.member}: из чего сложилось изменение вывоза, какие товары рядом и что из них открыло бы больше.`,
        en: `Choose a ${words.en.member}: what its change in exports is made of, which products are near, and which would open most.`,
      })}
    />
  ) : (
    <Profile id={id} />
  );
}

function Profile({ id }: { readonly id: string }) {
  const place = usePlace();
  const { t, language } = useLanguage();
  const words = useWords();
  const { data: workspace } = useContext(WorkspaceContext);
  const choices = choicesOf(place, workspace);
  const { flow } = choices;
  const year = choices.year ?? Number(choices.period.match(/\d{4}/g)?.at(-1));
  const territory = workspace.territories.find((one) => one.id === id);
  const isCountry = id === workspace.country;
  const earlier = workspace.coverage
    .filter((one) => one.flow === flow && one.year < year)
    .map((one) => one.year);
  const asked = Number(place.query.since);
  const since = earlier.includes(asked) ? asked : yearBefore(earlier, year);
  const lists = spaceChoices(place);
  const margins = {
    question: 'diversify',
    options: { ...marginChoices(place), territory: id, from: since ?? year, to: year },
  };
  const diversification = useAnswer<Diversification>(
    since === null || !hasYear(workspace, flow, year) ? null : margins,
  );
  const isRegion = territory?.kind === 'region';
  const askedOpportunities = { question: 'opportunities', options: { ...lists, territory: id, year } };
  const opportunities = useAnswer<Opportunities>(isRegion ? askedOpportunities : null);
  const name = territory?.name[language] ?? workspace.countryName[language];
  const title = t({ ru: 'Диверсификация', en: 'Diversification' });
  usePageTitle(`${title}: ${name}, ${year}`);
  if (territory === undefined && !isCountry) {
    return (
      <div className="head">
        <NotDrawn
          why={t({
            ru: `Территории «${id}» в данных нет.`,
            en: `There is no territory "${id}" in the data.`,
          })}
        />
      </div>
    );
  }
  const findings = [
    ...(opportunities.state === 'here' ? opportunities.answer.findings : []),
    ...(diversification.state === 'here' ? diversification.answer.findings : []),
  ];
  const scope = place.query.scope ?? 'all';
  return (
    <>
      <RegionHead
        id={id}
        page="diversification"
        title={`${name}: ${title.toLocaleLowerCase(language)}`}
        lead={
          diversification.state === 'here' ? (
            <Say lead sentences={marginSentences(diversification.answer, language).slice(0, 1)} />
          ) : null
        }
      />
      <div className="page-tools">
        <Tabs
          name="scope"
          label={t({ ru: 'Какие товары', en: 'Which products' })}
          value={scope}
          choices={[
            { id: 'all', text: t({ ru: 'Все товары', en: 'All goods' }) },
            { id: 'high-tech', text: t({ ru: 'Высокие технологии', en: 'High technology' }) },
          ]}
        />
        {scope === 'all' ? (
          <Tabs
            name="digits"
            label={t({ ru: 'Товар в изменении вывоза', en: 'A product in the change of exports' })}
            value={String(allGoodsDigits(place))}
            choices={[
              { id: '4', text: t({ ru: 'Позиция, 4 знака', en: 'Heading, 4 digits' }) },
              { id: '6', text: t({ ru: 'Субпозиция, 6 знаков', en: 'Subheading, 6 digits' }) },
            ]}
          />
        ) : null}
      </div>
      <Section
        title={t({ ru: 'Из чего сложилось изменение', en: 'What the change is made of' })}
        say={
          diversification.state === 'here' ? marginSentences(diversification.answer, language).slice(1) : []
        }
      >
        {since === null ? (
          <NotDrawn
            why={t({
              ru: `До ${year} года данных нет: сравнить не с чем.`,
              en: `There is no data before ${year}: nothing to compare with.`,
            })}
          />
        ) : (
          <Await answered={diversification} height={360}>
            {(answer) => <MarginsFigure answer={answer} asked={margins} years={earlier} />}
          </Await>
        )}
      </Section>
      {isRegion ? (
        <>
          <SpaceSection year={year} opportunities={opportunities} lists={lists} />
          <OpportunitySection answered={opportunities} asked={askedOpportunities} />
        </>
      ) : (
        <Section title={t({ ru: 'Возможности', en: 'Opportunities' })} say={[]}>
          <NotDrawn
            why={t({
              ru: `Пространство товаров и возможности считаются для ${words.ru.ofMember} на фоне остальных ${words.ru.ofMembers}.`,
              en: `The product space and opportunities are those of a ${words.en.member} among the other ${words.en.members}.`,
            })}
          />
        </Section>
      )}
      <Caveats findings={once(findings)} />
    </>
  );
}

/** Each caveat once, whichever answer it came with. */
function once<Item extends { readonly code: string; readonly message: { readonly en: string } }>(
  findings: readonly Item[],
): Item[] {
  // Of editions the last word is that of the answer over several years.
  const keyOf = ({ code, message }: Item) => (code === 'edition' ? code : `${code} ${message.en}`);
  return [...new Map(findings.map((one) => [keyOf(one), one])).values()];
}
