import { useEffect } from 'react';
import type { WorkspaceSummary } from '../api/workspaceSummary.ts';
import { useAnswer, useTurn } from './answers.ts';
import { ComparedFigure, isCompared } from './components/ComparedFigure.tsx';
import { Explanation } from './components/Explanation.tsx';
import { Footer } from './components/Footer.tsx';
import { Header } from './components/Header.tsx';
import { PageContent } from './components/PageContent.tsx';
import { ScopeBar } from './components/ScopeBar.tsx';
import { Await } from './components/States.tsx';
import { LanguageContext } from './language.ts';
import { moduleOf } from './pages.ts';
import { addressOf, go, usePlace } from './place.ts';
import { emptyWorkspace, isWithoutTrade, WorkspaceContext } from './workspace.ts';

const nothingYet = ['workspace-missing', 'no-data'];

export function App() {
  const place = usePlace();
  const { language } = place;
  useTurn();
  const untouched = isWithoutTrade();
  const workspace = useAnswer<WorkspaceSummary>(untouched ? null : { question: 'workspace', options: {} });
  const version = useVersion();
  const open = place.query.ask !== undefined;
  const asked = moduleOf(place.page);
  // Where nothing has been imported yet, pages that need no trade can be read; the others give way to the one that imports.
  const empty = untouched || (workspace.state === 'refused' && nothingYet.includes(workspace.error.code));
  const alone = asked.withoutTrade === true;
  useEffect(() => {
    document.documentElement.lang = language;
    // The address names the language, so that a copied link keeps it.
    if (place.query.lang !== language) go(addressOf(place.page, place.id, { lang: language }), 'replace');
    if (empty && !alone) go(addressOf('data', null), 'replace');
  }, [language, place, empty, alone]);
  const main = (
    <main className="wrap" id="main">
      <PageContent module={empty && !alone ? moduleOf('data') : asked} />
    </main>
  );
  const explained = place.query.ask ?? '';
  const explanation = !open ? null : isCompared(explained) ? (
    <ComparedFigure figure={explained} />
  ) : (
    <Explanation figure={explained} />
  );
  return (
    <LanguageContext value={language}>
      <div className={open ? 'page open' : 'page'}>
        <a className="skip" href="#main">
          {language === 'ru' ? 'К содержанию' : 'To the content'}
        </a>
        <Header workspace={workspace.state === 'here' ? workspace.answer.data : null} />
        {empty ? (
          <WorkspaceContext value={{ ...emptyWorkspace, version }}>
            {main}
            <Footer />
            {explanation}
          </WorkspaceContext>
        ) : (
          <Await answered={workspace} height={600}>
            {(answer) => (
              <WorkspaceContext
                value={{
                  data: answer.data,
                  findings: answer.findings,
                  state: answer.manifest.state,
                  source: sourceOf(answer.data, language),
                  version,
                }}
              >
                {asked.withoutScope === true ? null : <ScopeBar />}
                {main}
                <Footer />
                {explanation}
              </WorkspaceContext>
            )}
          </Await>
        )}
      </div>
    </LanguageContext>
  );
}

function sourceOf(data: WorkspaceSummary['data'], language: 'ru' | 'en'): string {
  if (data.synthetic)
    return language === 'ru' ? 'синтетический демонстрационный набор' : 'synthetic demonstration data';
  const files = [...new Set(data.inputs.map((one) => one.file))];
  return files.length > 2 ? `${files.slice(0, 2).join(', ')} +${files.length - 2}` : files.join(', ');
}

function useVersion(): string {
  const answered = useAnswer<{ version: string }>({ question: 'version', options: {} });
  return answered.state === 'here' ? answered.answer.version : '';
}
