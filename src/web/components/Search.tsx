import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { WorkspaceSummary } from '../../api/workspaceSummary.ts';
import { useLanguage } from '../language.ts';
import { addressOf, go } from '../place.ts';

export interface Hit {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  readonly address: string;
}

/** Finds territories by name or code; "/" goes to the field from anywhere. */
export function Search({ workspace }: { readonly workspace: WorkspaceSummary['data'] }) {
  const { t, language } = useLanguage();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.key !== '/' || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);
  const hits = text.trim() === '' ? [] : territoryHits(workspace, text, language);
  const openHit = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    setText('');
    field.current?.blur();
    go(hit.address);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt((one) => Math.min(one + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setAt((one) => Math.max(one - 1, 0));
    else if (event.key === 'Enter') openHit(hits[at]);
    else if (event.key === 'Escape') setText('');
    else return;
    event.preventDefault();
  };
  const prompt = t({ ru: 'Регион или код', en: 'Region or code' });
  return (
    <div className="find">
      <input
        ref={field}
        type="search"
        role="combobox"
        aria-label={prompt}
        aria-expanded={hits.length > 0}
        aria-controls={list}
        aria-activedescendant={hits.length > 0 ? `${list}-${at}` : undefined}
        placeholder={prompt}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={keys}
      />
      <kbd className="kbd">/</kbd>
      <div className="hits" id={list} role="listbox" aria-label={prompt} hidden={text.trim() === ''}>
        {hits.map((hit, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled in the field
          <div
            key={hit.key}
            id={`${list}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            onClick={() => openHit(hit)}
          >
            {hit.name} <small>{hit.about}</small>
          </div>
        ))}
        {hits.length === 0 && text.trim() !== '' ? (
          <p className="sm">{t({ ru: 'Ничего не найдено.', en: 'Nothing found.' })}</p>
        ) : null}
      </div>
    </div>
  );
}

function territoryHits(
  workspace: WorkspaceSummary['data'],
  text: string,
  language: 'ru' | 'en',
): readonly Hit[] {
  const wanted = fold(text);
  return workspace.territories
    .filter((one) => [one.name.ru, one.name.en, one.id].some((name) => fold(name).includes(wanted)))
    .slice(0, 10)
    .map((one) => ({
      key: one.id,
      name: one.name[language],
      about: one.id,
      address: addressOf('region', one.id),
    }));
}

function fold(text: string): string {
  return text.trim().toLowerCase().replaceAll('ё', 'е');
}
