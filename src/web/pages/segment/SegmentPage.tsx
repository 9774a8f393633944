import { useContext } from 'react';
import type { Assessment } from '../../../api/assessment.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { levelsOf } from '../../../narrative/levels.ts';
import { segmentLead } from '../../../narrative/segmentSentences.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { assessChoices, choicesOf, hasYear } from '../../choices.ts';
import { Caveats } from '../../components/Caveats.tsx';
import { Freshness } from '../../components/Freshness.tsx';
import { Say } from '../../components/Say.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, usePlace } from '../../place.ts';
import { usePageTitle } from '../../usePageTitle.ts';
import { useWords } from '../../useWords.ts';
import { withCountryLevels } from '../../withCountryLevels.ts';
import { WorkspaceContext } from '../../workspace.ts';
import { ExportersSection } from './ExportersSection.tsx';
import { SegmentIndex } from './SegmentIndex.tsx';
import { SegmentPartners } from './SegmentPartners.tsx';
import { SegmentPrices } from './SegmentPrices.tsx';
import { SegmentProducts } from './SegmentProducts.tsx';
import { YearsSection } from './YearsSection.tsx';

/** A segment on one page: who exports it and is oriented, where to, what of, how it changed. Without an id: all of them. */
export default function SegmentPage() {
  const place = usePlace();
  const { t, language } = useLanguage();
  const words = useWords();
  const { data: workspace } = useContext(WorkspaceContext);
  const choices = choicesOf(place, workspace);
  const { year, flow, period } = choices;
  const withBefore = year !== null && hasYear(workspace, flow, year - 1);
  const asked: Asked = {
    question: 'assess',
    options: { ...assessChoices(place, choices), ...(withBefore ? { compareWithPrevious: true } : {}) },
  };
  const assessment = withCountryLevels(useAnswer<Assessment>(asked));
  const system = workspace.segmentSystems.find((one) => one.id === choices.segments);
  const segment = system?.segments.find((one) => one.id === place.id);
  const title = segment?.name[language] ?? t({ ru: 'Сегменты', en: 'Segments' });
  usePageTitle(`${title}, ${period}`);
  if (place.id !== null && segment === undefined) {
    return (
      <div className="head">
        <NotDrawn
          why={t({
            ru: `В системе «${system?.name.ru ?? choices.segments}» нет сегмента «${place.id}».`,
            en: `The system "${system?.name.en ?? choices.segments}" has no segment "${place.id}".`,
          })}
        >
          <a href={addressOf('segment', null)}>{t({ ru: 'Все сегменты', en: 'All segments' })}</a>
        </NotDrawn>
      </div>
    );
  }
  if (segment === undefined)
    return (
      <Await answered={assessment} height={400}>
        {(answer) => <SegmentIndex assessment={answer} asked={asked} period={period} />}
      </Await>
    );
  const look = segmentLook(segment.id, segment.name);
  const now = (answer: Assessment) =>
    answer.data.filter((row) => row.segment === segment.id && row.period === period);
  return (
    <>
      <nav className="crumb" aria-label={t({ ru: 'Где вы', en: 'Where you are' })}>
        <a href={addressOf('overview', null)}>{workspace.countryName[language]}</a> ›{' '}
        <a href={addressOf('segment', null)}>{t({ ru: 'Сегменты', en: 'Segments' })}</a> ›{' '}
        {look.short[language]}
      </nav>
      <h1>
        <span className="sw" style={{ background: `var(${look.colour})` }} />
        {segment.name[language]}
      </h1>
      <Await answered={assessment} height={600}>
        {(answer) => {
          const rows = now(answer);
          const { member, whole } = levelsOf(answer.data);
          const country = rows.find((row) => row.level === whole);
          return country === undefined ? (
            <NotDrawn why={t({ ru: `За ${period} данных нет.`, en: `There is no data for ${period}.` })} />
          ) : (
            <>
              <Say
                lead
                sentences={segmentLead(
                  {
                    row: country,
                    before: answer.data.find(
                      (row) => row.segment === segment.id && row.level === whole && row.period !== period,
                    ),
                    flow,
                  },
                  language,
                  words,
                )}
              />
              <Freshness findings={answer.findings} />
              <ExportersSection
                rows={rows}
                before={answer.data.filter(
                  (row) => row.segment === segment.id && row.level === member && row.period !== period,
                )}
                asked={asked}
                segment={segment.id}
                period={period}
              />
              <SegmentPartners segment={segment.id} period={period} />
              <SegmentProducts segment={segment.id} period={period} />
              <SegmentPrices segment={segment.id} period={period} />
              <YearsSection
                segment={segment.id}
                country={country}
                rows={rows.filter((row) => row.level === member)}
                year={year}
              />
              <Caveats findings={answer.findings} />
            </>
          );
        }}
      </Await>
    </>
  );
}
