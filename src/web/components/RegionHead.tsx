import { type ReactNode, useContext } from 'react';
import type { PageName } from '../../api/pages.ts';
import { useLanguage } from '../language.ts';
import { addressOf } from '../place.ts';
import { useWords } from '../useWords.ts';
import { WorkspaceContext } from '../workspace.ts';

/** Head of a page of one territory beside its profile: where it is, what the page says. */
export function RegionHead({
  id,
  page,
  title,
  lead,
}: {
  readonly id: string;
  readonly page: PageName;
  readonly title: string;
  readonly lead: ReactNode;
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const { data } = useContext(WorkspaceContext);
  const territory = data.territories.find((one) => one.id === id);
  const district = data.territories.find((one) => one.id === territory?.parent);
  return (
    <>
      <nav className="crumb" aria-label={t({ ru: 'Где вы', en: 'Where you are' })}>
        <a href={addressOf('overview', null)}>{data.countryName[language]}</a>
        {district === undefined ? null : (
          <>
            {' '}
            › <a href={addressOf('region', district.id)}>{district.name[language]}</a>
          </>
        )}
        {territory === undefined ? null : (
          <>
            {' '}
            › <a href={addressOf('region', id)}>{territory.name[language]}</a>
          </>
        )}{' '}
        ›{' '}
        <a href={addressOf(page, null)}>
          {t({ ru: `все ${words.ru.members}`, en: `all ${words.en.members}` })}
        </a>
      </nav>
      <div className="row">
        <div className="c8">
          <h1>{title}</h1>
          {lead}
        </div>
      </div>
    </>
  );
}
