import { useContext } from 'react';
import type { Assessment, HighTech } from '../../../api/assessment.ts';
import { levelsOf, wholeRows } from '../../../narrative/levels.ts';
import { overviewSentences } from '../../../narrative/overviewSentences.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { assessChoices, choicesOf, hasYear, listChoices } from '../../choices.ts';
import { Caveats } from '../../components/Caveats.tsx';
import { Freshness } from '../../components/Freshness.tsx';
import { Say } from '../../components/Say.tsx';
import { Await } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { usePlace } from '../../place.ts';
import { usePageTitle } from '../../usePageTitle.ts';
import { useWords } from '../../useWords.ts';
import { withCountryLevels } from '../../withCountryLevels.ts';
import { WorkspaceContext } from '../../workspace.ts';
import { CompositionTable } from './CompositionTable.tsx';
import { RankingsSection } from './RankingsSection.tsx';
import { RegionsSection } from './RegionsSection.tsx';

/** A country in a year: how much, where, who stands out in each segment, and what must be known of the data. */
export default function OverviewPage() {
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
  const years: Asked | null =
    year === null
      ? null
      : {
          question: 'high-tech',
          options: {
            ...listChoices(place),
            reExports: place.query.reExports ?? 'exclude',
            segments: choices.segments,
            // One question for all whole years: going to another asks nothing anew.
            to: Math.max(year, workspace.lastWholeYear ?? year),
          },
        };
  const highTech = useAnswer<HighTech>(years);
  const country = workspace.countryName[language];
  const title = t({
    ru: `${flow === 'export' ? 'Вывоз' : 'Ввоз'} высоких технологий: ${country}, ${period}`,
    en: `High-technology ${flow === 'export' ? 'exports' : 'imports'}: ${country}, ${period}`,
  });
  usePageTitle(title);
  return (
    <>
      <div className="row head">
        <div className="c5">
          <h1>{title}</h1>
          {assessment.state === 'here' ? (
            <Say
              lead
              sentences={overviewSentences(
                {
                  country: countryRows(assessment.answer, period),
                  before: assessment.answer.data.filter(
                    (row) => row.level === levelsOf(assessment.answer.data).whole && row.period !== period,
                  ),
                  all: wholeOf(highTech.state === 'here' ? highTech.answer : null, year),
                  flow,
                },
                language,
                words,
              )}
            />
          ) : null}
        </div>
        <div className="c7">
          <Await answered={assessment} height={240}>
            {(answer) => (
              <CompositionTable
                assessment={answer}
                highTech={highTech.state === 'here' ? highTech.answer : null}
                period={period}
              />
            )}
          </Await>
        </div>
      </div>
      <Await answered={assessment} height={600}>
        {(answer) => (
          <>
            <Freshness findings={answer.findings} />
            <RegionsSection assessment={answer} asked={asked} period={period} />
            <RankingsSection assessment={answer} asked={asked} period={period} />
            <Caveats findings={answer.findings} />
          </>
        )}
      </Await>
    </>
  );
}

function countryRows(answer: Assessment, period: string): Assessment['data'] {
  return wholeRows(answer.data).filter((row) => row.period === period);
}

function wholeOf(answer: HighTech | null, year: number | null): HighTech['data'][number] | undefined {
  return answer?.data.find(
    (row) => row.group === 'all' && row.year === year && (row.level === 'country' || row.level === 'world'),
  );
}
