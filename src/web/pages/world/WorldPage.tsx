import '../../style/words.css';
import './world.css';
import { useContext } from 'react';
import type { CountryComparison } from '../../../api/countryComparison.ts';
import type { SeriesCountries } from '../../../api/seriesCountries.ts';
import type { TwoLanguages } from '../../../domain/territory.ts';
import { worldReporter } from '../../../domain/territory.ts';
import { type Answered, useAnswer } from '../../answers.ts';
import { PageHead } from '../../components/PageHead.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { findingsWithNames } from '../../withNames.ts';
import { WorkspaceContext } from '../../workspace.ts';
import { ChainSection } from './ChainSection.tsx';
import { CountryPicker } from './CountryPicker.tsx';
import { DestinationsSection } from './DestinationsSection.tsx';
import { MapSection } from './MapSection.tsx';
import { SharesSection } from './SharesSection.tsx';
import { TradeSection } from './TradeSection.tsx';
import { WorldEmpty } from './WorldEmpty.tsx';
import { WorldNotes } from './WorldNotes.tsx';
import { comparedBy, useWorldChoices } from './worldChoices.ts';
import { YearlySection } from './YearlySection.tsx';

/** Countries and groups compared; and where the exports of a country's workspace go. */
export default function WorldPage() {
  const { t } = useLanguage();
  const { data: workspace } = useContext(WorkspaceContext);
  const ofWorld = workspace.country === worldReporter;
  const known = useAnswer<SeriesCountries>({ question: 'countries', options: {} });
  const title = t({ ru: 'Мир: международное сравнение', en: 'World: international comparison' });
  return (
    <>
      <PageHead
        title={title}
        lead={t({
          ru: 'Как менялся вывоз стран и союзов, какую долю в нём занимают высокие технологии и чья это часть мирового вывоза.',
          en: "How the exports of countries and unions have moved, what part of them is high technology, and whose part of the world's that is.",
        })}
      />
      {ofWorld ? <TradeSection /> : null}
      <Await answered={known}>
        {(one) => (one.data.length === 0 ? <WorldEmpty /> : <Compared known={one} />)}
      </Await>
      {!ofWorld && workspace.hasPartners ? <DestinationsSection /> : null}
    </>
  );
}

function Compared({ known }: { readonly known: SeriesCountries }) {
  const { t, language } = useLanguage();
  const workspace = useContext(WorkspaceContext);
  const choices = useWorldChoices(known);
  const asked = comparedBy(choices);
  const chosen = choices.countries.length + choices.groups.length > 0;
  const names = new Map(known.data.map((one) => [one.territory, one.territoryName]));
  const answered = withNamedFindings(useAnswer<CountryComparison>(chosen ? asked : null), names, language);
  const files = [...new Set(known.manifest.series.map((one) => one.file))].join(', ');
  const source = t({ ru: `Всемирный банк, WDI (${files})`, en: `World Bank, WDI (${files})` });
  return (
    <WorkspaceContext value={{ ...workspace, source }}>
      <CountryPicker known={known} choices={choices} />
      {chosen ? (
        <Await answered={answered} height={500}>
          {(answer) => (
            <>
              <ChainSection answer={answer} choices={choices} asked={asked} />
              <YearlySection answer={answer} choices={choices} asked={asked} />
              <SharesSection answer={answer} choices={choices} asked={asked} />
            </>
          )}
        </Await>
      ) : (
        <NotDrawn
          why={t({
            ru: 'Никто не выбран. Добавьте страну или союз выше.',
            en: 'Nobody is chosen. Add a country or a union above.',
          })}
        />
      )}
      <MapSection known={known} choices={choices} />
      {answered.state === 'here' ? <WorldNotes answer={answered.answer} /> : null}
    </WorkspaceContext>
  );
}

/** The comparison with the countries of its findings by name. */
function withNamedFindings(
  answered: Answered<CountryComparison>,
  names: ReadonlyMap<string, TwoLanguages>,
  language: 'ru' | 'en',
): Answered<CountryComparison> {
  if (answered.state !== 'here') return answered;
  const { answer } = answered;
  return {
    state: 'here',
    answer: { ...answer, findings: findingsWithNames(answer.findings, names, language) },
  };
}
