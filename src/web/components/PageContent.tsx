import { useEffect } from 'react';
import { useLanguage } from '../language.ts';
import { fetchOtherPages, useLoadedPage } from '../loadedPage.ts';
import type { PageModule } from '../pages.ts';
import { Waiting } from './States.tsx';

const t = {
  renewed: { ru: 'Программа обновилась', en: 'The program has been renewed' },
  anew: {
    ru: 'Эта страница открыта прежней версией, а её файлов на сервере больше нет. Откройте её заново.',
    en: 'This page was opened by the version before, whose files the server no longer has. Open it anew.',
  },
  unreachable: { ru: 'Сервер не отвечает', en: 'The server does not answer' },
  running: {
    ru: 'Проверьте, что он запущен, и откройте страницу заново.',
    en: 'Check that it is running, and open the page anew.',
  },
  again: { ru: 'Открыть заново', en: 'Open anew' },
};

/** The page itself, as soon as its file is here. */
export function PageContent({ module }: { readonly module: PageModule }) {
  const { t: say } = useLanguage();
  const page = useLoadedPage(module);
  const isHere = page.state === 'here';
  useEffect(() => {
    if (!isHere) return;
    // What this page asks and draws comes first.
    const timer = setTimeout(() => fetchOtherPages(), 1500);
    return () => clearTimeout(timer);
  }, [isHere]);
  if (page.state === 'waiting') return <Waiting height={600} />;
  if (page.state === 'here') return <page.component />;
  return (
    <div className="state lines" role="alert">
      <p className="state-head">{say(page.why === 'renewed' ? t.renewed : t.unreachable)}</p>
      <p className="sm">{say(page.why === 'renewed' ? t.anew : t.running)}</p>
      <p className="sm">
        <button type="button" className="lk" onClick={() => location.reload()}>
          {say(t.again)}
        </button>
      </p>
    </div>
  );
}
