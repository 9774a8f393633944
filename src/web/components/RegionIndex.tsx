import { useContext } from 'react';
import type { PageName } from '../../api/pages.ts';
import { useLanguage } from '../language.ts';
import { addressOf } from '../place.ts';
import { usePageTitle } from '../usePageTitle.ts';
import { WorkspaceContext } from '../workspace.ts';

/** All regions by district, to choose one for a page. */
export function RegionIndex({
  page,
  title,
  about,
}: {
  readonly page: PageName;
  readonly title: string;
  readonly about?: string;
}) {
  const { t, language } = useLanguage();
  const { data } = useContext(WorkspaceContext);
  usePageTitle(title);
  const living = data.territories.filter((one) => one.to === null);
  const districts = living.filter((one) => one.kind === 'district');
  const regionsOf = (parent: string | null) =>
    living
      .filter((one) => one.kind === 'region' && one.parent === parent)
      .sort((a, b) => a.name[language].localeCompare(b.name[language], language));
  const unions = living.filter((one) => one.kind === 'union');
  const groups = [
    ...districts.map((one) => ({ id: one.id, name: one.name[language] })),
    { id: null, name: '' },
  ];
  return (
    <div className="head">
      <h1>{title}</h1>
      {about === undefined ? null : <p className="say">{about}</p>}
      {page !== 'region' || unions.length === 0 ? null : (
        <p className="say">
          {t({ ru: 'Союзы и группы: ', en: 'Unions and groups: ' })}
          {unions.map((one, place) => (
            <span key={one.id}>
              {place === 0 ? '' : ', '}
              <a href={addressOf(page, one.id)}>{one.name[language]}</a>
            </span>
          ))}
        </p>
      )}
      <div className="row index">
        {groups.map(({ id, name }) => {
          const regions = regionsOf(id);
          return regions.length === 0 ? null : (
            <section className={districts.length === 0 ? 'c12' : 'c4'} key={name}>
              {id === null ? null : (
                <h3>
                  <a href={addressOf(page, id)}>{name}</a>
                </h3>
              )}
              <ul className={districts.length === 0 ? 'plain columns' : 'plain'}>
                {regions.map((one) => (
                  <li key={one.id}>
                    <a href={addressOf(page, one.id)}>{one.name[language]}</a>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </div>
  );
}
