import { useContext } from 'react';
import { capital } from '../../../narrative/levelWords.ts';
import { useLanguage } from '../../language.ts';
import { addressOf, choose } from '../../place.ts';
import { useWords } from '../../useWords.ts';
import { WorkspaceContext } from '../../workspace.ts';
import { mostCompared } from './chosen.ts';

/** The territories compared, each to be taken out, and a list to add from. */
export function TerritoryChooser({
  chosen,
  isSuggested,
}: {
  readonly chosen: readonly string[];
  readonly isSuggested: boolean;
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const { data } = useContext(WorkspaceContext);
  const living = data.territories.filter((one) => one.kind !== 'union' && one.to === null);
  const nameOf = (id: string) => data.territories.find((one) => one.id === id)?.name[language] ?? id;
  const set = (ids: readonly string[]) =>
    choose({ territories: ids.length === 0 ? null : ids.join(','), ask: null });
  const options = (kind: 'region' | 'district') =>
    living
      .filter((one) => one.kind === kind && !chosen.includes(one.id))
      .sort((a, b) => a.name[language].localeCompare(b.name[language], language))
      .map((one) => (
        <option key={one.id} value={one.id}>
          {one.name[language]}
        </option>
      ));
  const districts = options('district');
  return (
    <fieldset className="tray">
      <legend className="vh">{t({ ru: 'Что сравнивать', en: 'What to compare' })}</legend>
      <ul className="plain">
        {chosen.map((id) => (
          <li key={id}>
            <a href={addressOf('region', id)}>{nameOf(id)}</a>{' '}
            <button
              type="button"
              aria-label={t({ ru: `Убрать: ${nameOf(id)}`, en: `Remove ${nameOf(id)}` })}
              onClick={() => set(chosen.filter((one) => one !== id))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {chosen.length < mostCompared ? (
        <select
          value=""
          aria-label={t({ ru: 'Добавить к сравнению', en: 'Add to the comparison' })}
          onChange={(event) => set([...chosen, event.target.value])}
        >
          <option value="">{t({ ru: 'Добавить…', en: 'Add…' })}</option>
          <optgroup label={t({ ru: capital(words.ru.members), en: capital(words.en.members) })}>
            {options('region')}
          </optgroup>
          {districts.length === 0 ? null : (
            <optgroup label={t({ ru: 'Округа', en: 'Districts' })}>{districts}</optgroup>
          )}
        </select>
      ) : (
        <span className="fs">
          {t({ ru: `Не больше ${mostCompared}.`, en: `No more than ${mostCompared}.` })}
        </span>
      )}
      {isSuggested ? (
        <p className="fs">
          {t({
            ru: 'Показаны крупнейшие по вывозу высоких технологий; выберите свои.',
            en: 'The largest exporters of high technology are shown; choose your own.',
          })}
        </p>
      ) : null}
    </fieldset>
  );
}
