import { useContext } from 'react';
import type { IndicatorSystems, KnownSystem } from '../../../api/indicatorSystems.ts';
import type { Scorecard } from '../../../api/scorecard.ts';
import { scorecardSentences } from '../../../narrative/scorecardSentences.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { choicesOf } from '../../choices.ts';
import { Caveats } from '../../components/Caveats.tsx';
import { RegionHead } from '../../components/RegionHead.tsx';
import { Say } from '../../components/Say.tsx';
import { Section } from '../../components/Section.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { choose, usePlace } from '../../place.ts';
import { usePageTitle } from '../../usePageTitle.ts';
import { useWords } from '../../useWords.ts';
import { WorkspaceContext } from '../../workspace.ts';
import { IndicatorCards } from './IndicatorCards.tsx';
import { chosenIndicator, IndicatorDetail } from './IndicatorDetail.tsx';
import { MissingSeries } from './MissingSeries.tsx';
import { RegionsRanking } from './RegionsRanking.tsx';
import { StatusTable } from './StatusTable.tsx';
import { supposedText } from './supposed.ts';
import { WhatIf } from './WhatIf.tsx';

/** Where a region stands against a system of indicators; without a region, where all stand. */
export default function IndicatorsPage() {
  const systems = useAnswer<IndicatorSystems>({ question: 'indicator-systems', options: {} });
  return <Await answered={systems}>{(answer) => <Systems systems={answer.data} />}</Await>;
}

function Systems({ systems }: { readonly systems: readonly KnownSystem[] }) {
  const { id, query } = usePlace();
  const system = systems.find((one) => one.id === query.system) ?? systems[0];
  if (system === undefined) return null;
  return id === null ? (
    <AllRegions systems={systems} system={system} />
  ) : (
    <OneRegion id={id} systems={systems} system={system} />
  );
}

interface PageProps {
  readonly systems: readonly KnownSystem[];
  readonly system: KnownSystem;
}

/** Options of all questions of the page. */
function usePageOptions(system: KnownSystem, isDefault: boolean) {
  const place = usePlace();
  const { data } = useContext(WorkspaceContext);
  const { period } = choicesOf(place, data);
  const asked = Number(period.match(/\d{4}/g)?.at(-1));
  const whole = data.coverage.filter((one) => one.flow === 'export' && one.whole).map((one) => one.year);
  const year = whole.includes(asked) ? asked : (data.lastWholeYear ?? asked);
  return {
    year,
    isOtherYear: year !== asked,
    options: {
      year,
      system: isDefault ? undefined : system.id,
      segments: place.query.segments === 'nine' ? 'nine' : undefined,
      reExports: place.query.reExports,
    },
  };
}

function AllRegions({ systems, system }: PageProps) {
  const { query } = usePlace();
  const { t, language } = useLanguage();
  const words = useWords();
  const { data: workspace } = useContext(WorkspaceContext);
  const { year, options } = usePageOptions(system, system === systems[0]);
  const asked: Asked = { question: 'scorecard', options };
  const answered = useAnswer<Scorecard>(asked);
  const title = t({ ru: `Показатели ${words.ru.ofMembers}`, en: `Indicators of the ${words.en.members}` });
  usePageTitle(`${title}: ${workspace.countryName[language]}, ${year}`);
  return (
    <>
      <RegionHead id={workspace.country} page="indicators" title={title} lead={null} />
      <SystemTools systems={systems} system={system} />
      <Await answered={answered} height={600}>
        {(answer) => (
          <>
            <RegionsRanking
              rows={answer.data}
              options={options}
              id={null}
              indicator={chosenIndicator(answer.data, query.indicator)?.indicator ?? null}
            />
            <StatusTable rows={answer.data} asked={asked} year={year} />
            <MissingSeries rows={answer.data} system={system} region={null} year={year} />
            <Caveats findings={answer.findings.filter((one) => one.code !== 'series-missing')} />
          </>
        )}
      </Await>
    </>
  );
}

function OneRegion({ id, systems, system }: PageProps & { readonly id: string }) {
  const place = usePlace();
  const { t, language } = useLanguage();
  const words = useWords();
  const { data: workspace } = useContext(WorkspaceContext);
  const { year, isOtherYear, options } = usePageOptions(system, system === systems[0]);
  const territory = workspace.territories.find((one) => one.id === id);
  const by = byOf(place.query.by, year);
  const supposed = supposedText(place.query.if);
  const asked: Asked = {
    question: 'scorecard',
    options: { ...options, region: id, by, whatIf: supposed === '' ? undefined : supposed },
  };
  const isRegion = territory?.kind === 'region';
  const answered = useAnswer<Scorecard>(isRegion ? asked : null);
  const all = useAnswer<Scorecard>({ question: 'scorecard', options });
  const name = territory?.name[language] ?? id;
  const title = t({ ru: 'Показатели', en: 'Indicators' });
  usePageTitle(`${title}: ${name}, ${year}`);
  if (!isRegion) {
    return (
      <div className="head">
        <NotDrawn
          why={t({
            ru:
              territory === undefined
                ? `Территории «${id}» в данных нет.`
                : `Показатели считаются по ${words.ru.toMembers}: у группы (${words.ru.group}) своих границ нет.`,
            en:
              territory === undefined
                ? `There is no territory "${id}" in the data.`
                : `Indicators are those of ${words.en.members}: a group of them has no bounds of its own.`,
          })}
        />
      </div>
    );
  }
  return (
    <>
      <RegionHead
        id={id}
        page="indicators"
        title={`${name}: ${title.toLocaleLowerCase(language)}`}
        lead={
          answered.state === 'here' ? (
            <Say lead sentences={scorecardSentences(answered.answer.data, language)} />
          ) : null
        }
      />
      <SystemTools systems={systems} system={system} />
      {isOtherYear ? (
        <p className="sm">
          {t({
            ru: `Показатели считаются за целый год: показан ${year}.`,
            en: `Indicators are those of a whole year: ${year} is shown.`,
          })}
        </p>
      ) : null}
      <Await answered={answered} height={700}>
        {(answer) => (
          <>
            <Section
              title={t({ ru: 'Что если', en: 'What if' })}
              say={[
                [
                  t({
                    ru: 'Насколько изменился бы каждый показатель, будь ряд больше или меньше в этом году; целое меняется вместе с частью.',
                    en: 'How each indicator would change if a series were larger or smaller this year; a whole changes with its parts.',
                  }),
                ],
              ]}
            >
              <WhatIf rows={answer.data} system={system} />
            </Section>
            <IndicatorCards rows={answer.data} system={system} />
            <IndicatorDetail
              rows={answer.data}
              system={system}
              options={{ ...options, region: id }}
              by={by}
              year={year}
            />
            <Await answered={all}>
              {(whole) => (
                <RegionsRanking
                  rows={whole.data}
                  options={options}
                  id={id}
                  indicator={chosenIndicator(answer.data, place.query.indicator)?.indicator ?? null}
                />
              )}
            </Await>
            <MissingSeries rows={answer.data} system={system} region={id} year={year} />
            <Caveats findings={answer.findings.filter((one) => one.code !== 'series-missing')} />
          </>
        )}
      </Await>
    </>
  );
}

/** Year of the target: five years on, or the one chosen. */
function byOf(asked: string | undefined, year: number): number {
  const by = Number(asked);
  return Number.isInteger(by) && by > year && by <= year + 30 ? by : year + 5;
}

/** The system, by name, where there are several. */
function SystemTools({ systems, system }: PageProps) {
  const { t } = useLanguage();
  return (
    <div className="page-tools">
      <label className="inline">
        {t({ ru: 'Система показателей', en: 'System of indicators' })}{' '}
        <select
          value={system.id}
          onChange={(event) => choose({ system: event.target.value, if: null, indicator: null, ask: null })}
        >
          {systems.map((one) => (
            <option key={one.id} value={one.id}>
              {t(one.name)}
            </option>
          ))}
        </select>
      </label>
      <span className="quiet">{t(system.source)}</span>
    </div>
  );
}
