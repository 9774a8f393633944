import { useContext } from 'react';
import type { Assessment, AssessmentRow } from '../../../api/assessment.ts';
import type { Composition } from '../../../api/composition.ts';
import type { Trajectory } from '../../../api/trajectory.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import type { TwoLanguages } from '../../../domain/territory.ts';
import { capital } from '../../../narrative/levelWords.ts';
import { evolutionSentences, indexSentences, regionLead } from '../../../narrative/regionSentences.ts';
import { type Asked, useAnswer, useAskedAhead } from '../../answers.ts';
import { assessChoices, choicesOf, hasYear, listChoices } from '../../choices.ts';
import { Caveats } from '../../components/Caveats.tsx';
import { Freshness } from '../../components/Freshness.tsx';
import { RegionIndex } from '../../components/RegionIndex.tsx';
import { Say } from '../../components/Say.tsx';
import { Section } from '../../components/Section.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { WhenNear } from '../../components/WhenNear.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, usePlace } from '../../place.ts';
import { usePageTitle } from '../../usePageTitle.ts';
import { useWords } from '../../useWords.ts';
import { withCountryLevels } from '../../withCountryLevels.ts';
import { WorkspaceContext } from '../../workspace.ts';
import { BalanceSection } from './BalanceSection.tsx';
import { DiversificationBrief, IndicatorsBrief, OpportunitiesBrief } from './BriefSections.tsx';
import { CompositionSection } from './CompositionSection.tsx';
import { EvolutionFigure } from './EvolutionFigure.tsx';
import { IndexFigure } from './IndexFigure.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { Locator } from './Locator.tsx';
import { PartnersSection } from './PartnersSection.tsx';
import { SimilarSection } from './SimilarSection.tsx';
import { UnionVerdicts } from './UnionVerdicts.tsx';

/** A region or a district on one page: sentences, each with its figure. Without an id: all regions to choose from. */
export default function RegionPage() {
  const { id } = usePlace();
  const { t } = useLanguage();
  const words = useWords();
  return id === null ? (
    <RegionIndex page="region" title={t({ ru: capital(words.ru.members), en: capital(words.en.members) })} />
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
  const { year, flow, period } = choices;
  const territory = workspace.territories.find((one) => one.id === id);
  const district = workspace.territories.find((one) => one.id === territory?.parent);
  // A union of countries is a sum of assessments; composition, paths and partners are those of its members.
  const isUnion = territory?.kind === 'union';
  const withBefore = year !== null && hasYear(workspace, flow, year - 1);
  const asked: Asked = {
    question: 'assess',
    options: {
      ...assessChoices(place, choices),
      ...(withBefore ? { compareWithPrevious: true } : {}),
      // Unions are ranked and judged among themselves, where they are what is asked about.
      ...(isUnion ? { level: 'union' } : {}),
    },
  };
  const assessment = withCountryLevels(useAnswer<Assessment>(asked));
  const { period: _period, ...index } = assessChoices(place, choices);
  const pathAsked: Asked = {
    question: 'trajectory',
    options: { ...index, territories: id, ...(year === null ? {} : { to: year }) },
  };
  const paths = useAnswer<Trajectory>(isUnion ? null : pathAsked);
  const ofTerritory = { ...listChoices(place), territory: id, period };
  const composition = useAnswer<Composition>(
    isUnion ? null : { question: 'composition', options: ofTerritory },
  );
  // The partners are further down: they are asked for once what stands above them has come.
  useAskedAhead(
    composition.state === 'here'
      ? [period, ...(withBefore && year !== null ? [String(year - 1)] : [])].map((one) => ({
          question: 'partners',
          options: { ...ofTerritory, period: one },
        }))
      : [],
  );
  const name = territory?.name[language] ?? id;
  usePageTitle(`${name}, ${period}`);
  const nameOf = (segment: string, own: TwoLanguages) => segmentLook(segment, own).short[language];
  if (territory === undefined) {
    return (
      <div className="head">
        <NotDrawn
          why={t({
            ru: `Территории «${id}» в данных нет.`,
            en: `There is no territory "${id}" in the data.`,
          })}
        >
          <a href={addressOf('region', null)}>
            {t({ ru: `Все ${words.ru.members}`, en: `All ${words.en.members}` })}
          </a>
        </NotDrawn>
      </div>
    );
  }
  const rowsOf = (answer: Assessment): readonly AssessmentRow[] =>
    answer.data.filter((row) => row.territory === id && row.period === period);
  return (
    <>
      <nav className="crumb" aria-label={t({ ru: 'Где вы', en: 'Where you are' })}>
        <a href={addressOf('overview', null)}>{workspace.countryName[language]}</a>
        {district === undefined ? null : (
          <>
            {' '}
            › <a href={addressOf('region', district.id)}>{district.name[language]}</a>
          </>
        )}{' '}
        › {name}
      </nav>
      <div className="row">
        <div className="c8">
          <h1>{name}</h1>
          {assessment.state === 'here' ? (
            <Say
              lead
              sentences={regionLead(
                {
                  rows: rowsOf(assessment.answer),
                  country: assessment.answer.data.filter(
                    (row) => row.level === 'country' && row.period === period,
                  ),
                  period,
                  flow,
                  nameOf,
                },
                language,
                words,
              )}
            />
          ) : null}
        </div>
        <div className="c4 d">
          <Locator id={id} />
        </div>
      </div>
      <Await answered={assessment} height={300}>
        {(answer) =>
          rowsOf(answer).length === 0 ? (
            <NotDrawn
              why={t({
                ru: `За ${period} данных этой территории нет.`,
                en: `There is no data of this territory for ${period}.`,
              })}
            />
          ) : (
            <>
              <KeyFigures
                rows={rowsOf(answer)}
                all={answer.data}
                period={period}
                paths={paths.state === 'here' ? paths.answer : null}
              />
              <Freshness findings={answer.findings} />
              {isUnion ? (
                <UnionVerdicts rows={rowsOf(answer)} name={name} />
              ) : (
                <>
                  <CompositionSection id={id} period={period} nameOf={nameOf} />
                  <Section
                    title={t({ ru: 'Как менялся', en: 'How it has changed' })}
                    say={
                      paths.state === 'here' ? evolutionSentences(paths.answer.data, nameOf, language) : []
                    }
                  >
                    <Await answered={paths} height={440}>
                      {(one) => <EvolutionFigure answer={one} asked={pathAsked} />}
                    </Await>
                  </Section>
                  <Section
                    title={t({ ru: 'Индекс и ориентация', en: 'Index and orientation' })}
                    say={
                      paths.state === 'here'
                        ? indexSentences(rowsOf(answer), paths.answer.data, nameOf, language)
                        : []
                    }
                  >
                    <Await answered={paths} height={700}>
                      {(one) => <IndexFigure answer={one} asked={pathAsked} rows={rowsOf(answer)} />}
                    </Await>
                  </Section>
                  <WhenNear height={480}>
                    <PartnersSection
                      id={id}
                      period={period}
                      before={withBefore && year !== null ? year - 1 : null}
                    />
                  </WhenNear>
                </>
              )}
              <WhenNear>
                <BalanceSection id={id} />
              </WhenNear>
              {year === null || isUnion ? null : (
                <>
                  <WhenNear>
                    <DiversificationBrief id={id} year={year} />
                  </WhenNear>
                  {territory.kind === 'region' ? (
                    <>
                      <WhenNear>
                        <IndicatorsBrief id={id} year={year} />
                      </WhenNear>
                      <WhenNear>
                        <OpportunitiesBrief id={id} year={year} />
                      </WhenNear>
                      <WhenNear>
                        <SimilarSection id={id} year={year} />
                      </WhenNear>
                    </>
                  ) : null}
                </>
              )}
              <Caveats findings={answer.findings} />
            </>
          )
        }
      </Await>
    </>
  );
}
