import { useContext } from 'react';
import type { Assessment } from '../../../api/assessment.ts';
import type { Trajectory } from '../../../api/trajectory.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import type { TwoLanguages } from '../../../domain/territory.ts';
import { compareLead } from '../../../narrative/compareSentences.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { assessChoices, choicesOf } from '../../choices.ts';
import { Caveats } from '../../components/Caveats.tsx';
import { Freshness } from '../../components/Freshness.tsx';
import { Say } from '../../components/Say.tsx';
import { Await } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { usePlace } from '../../place.ts';
import { usePageTitle } from '../../usePageTitle.ts';
import { withCountryLevels } from '../../withCountryLevels.ts';
import { WorkspaceContext } from '../../workspace.ts';
import { largestTerritories, namedTerritories } from './chosen.ts';
import { GridFigure } from './GridFigure.tsx';
import { HeatFigure } from './HeatFigure.tsx';
import { RanksFigure } from './RanksFigure.tsx';
import { TerritoryChooser } from './TerritoryChooser.tsx';

/** Up to six regions, districts or countries side by side, over the years and against all others. */
export default function ComparePage() {
  const place = usePlace();
  const { t } = useLanguage();
  const { data: workspace } = useContext(WorkspaceContext);
  const choices = choicesOf(place, workspace);
  const asked: Asked = { question: 'assess', options: assessChoices(place, choices) };
  const assessment = withCountryLevels(useAnswer<Assessment>(asked));
  const title = t({ ru: 'Сравнение', en: 'Comparison' });
  usePageTitle(`${title}, ${choices.period}`);
  return (
    <>
      <div className="head">
        <h1>{title}</h1>
      </div>
      <Await answered={assessment} height={600}>
        {(answer) => <Compared answer={answer} asked={asked} period={choices.period} year={choices.year} />}
      </Await>
    </>
  );
}

function Compared({
  answer,
  asked,
  period,
  year,
}: {
  readonly answer: Assessment;
  readonly asked: Asked;
  readonly period: string;
  readonly year: number | null;
}) {
  const place = usePlace();
  const { t, language } = useLanguage();
  const { data: workspace } = useContext(WorkspaceContext);
  const rows = answer.data.filter((row) => row.period === period);
  const named = namedTerritories(place.query.territories, workspace);
  const chosen = named.length > 0 ? named : largestTerritories(rows);
  const { period: _period, ...index } = assessChoices(place, choicesOf(place, workspace));
  const pathAsked: Asked = {
    question: 'trajectory',
    options: {
      ...index,
      territories: chosen.join(','),
      ...(year === null ? {} : { to: year }),
    },
  };
  const paths = useAnswer<Trajectory>(chosen.length === 0 ? null : pathAsked);
  const nameOf = (segment: string, own: TwoLanguages) => segmentLook(segment, own).short[language];
  return (
    <>
      <TerritoryChooser chosen={chosen} isSuggested={named.length === 0} />
      <Say
        lead
        sentences={compareLead(
          rows.filter((row) => chosen.includes(row.territory)),
          chosen,
          nameOf,
          language,
        )}
      />
      <Freshness findings={answer.findings} />
      {chosen.length === 0 ? null : (
        <Await answered={paths} height={500}>
          {(found) => (
            <>
              <GridFigure answer={found} asked={pathAsked} chosen={chosen} />
              <RanksFigure answer={found} asked={pathAsked} chosen={chosen} />
            </>
          )}
        </Await>
      )}
      <HeatFigure rows={rows} asked={asked} chosen={chosen} period={period} />
      <Caveats findings={answer.findings} />
      {paths.state === 'here' && year === null ? (
        <p className="note">
          {t({
            ru: 'Графики по годам показывают все годы данных; таблица — выбранный период.',
            en: 'Charts by year show all years of the data; the heat map the period chosen.',
          })}
        </p>
      ) : null}
    </>
  );
}
