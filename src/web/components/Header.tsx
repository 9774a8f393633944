import { useEffect, useRef } from 'react';
import type { WorkspaceSummary } from '../../api/workspaceSummary.ts';
import { capital, levelWords } from '../../narrative/levelWords.ts';
import { useLanguage } from '../language.ts';
import { pageModules } from '../pages.ts';
import { addressOf, usePlace } from '../place.ts';
import { Search } from './Search.tsx';

export function Header({ workspace }: { readonly workspace: WorkspaceSummary['data'] | null }) {
  const place = usePlace();
  const { t, language } = useLanguage();
  const words = levelWords(workspace?.country ?? '');
  const menu = useRef<HTMLElement>(null);
  useEffect(() => {
    const current = menu.current?.querySelector<HTMLElement>('[aria-current]');
    if (current != null && menu.current !== null)
      menu.current.scrollLeft = current.offsetLeft - menu.current.offsetLeft - 16;
  }, [place.page]);
  const other = language === 'ru' ? 'en' : 'ru';
  return (
    <header className="top">
      <div className="wrap">
        <a className="brand" href={addressOf('overview', null)}>
          Trajecta
        </a>
        <nav className="nav" ref={menu} aria-label={t({ ru: 'Страницы', en: 'Pages' })}>
          {pageModules.map(({ page, name }) => (
            <a
              key={page}
              href={addressOf(page, null)}
              aria-current={page === place.page ? 'page' : undefined}
            >
              {t(page === 'region' ? { ru: capital(words.ru.member), en: capital(words.en.member) } : name)}
            </a>
          ))}
        </nav>
        {workspace === null ? null : <Search words={words} />}
        <span className="lang">
          <b aria-hidden="true">{language.toUpperCase()}</b> ·{' '}
          <a
            href={addressOf(place.page, place.id, { lang: other })}
            hrefLang={other}
            lang={other}
            title={other === 'ru' ? 'Русский' : 'English'}
          >
            {other.toUpperCase()}
          </a>
        </span>
      </div>
    </header>
  );
}
