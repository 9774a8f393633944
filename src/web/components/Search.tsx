import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { SearchAnswer, SearchHit } from '../../api/search.ts';
import { capital, type LevelWords } from '../../narrative/levelWords.ts';
import { useAnswer } from '../answers.ts';
import { useLanguage } from '../language.ts';
import { addressOf, go } from '../place.ts';

/** Finds regions, segments, products, partners and measures by word or code; "/" goes to the field from anywhere. */
export function Search({ words }: { readonly words: LevelWords }) {
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
  const wanted = useSettled(text.trim());
  const answered = useAnswer<SearchAnswer>(
    wanted === '' ? null : { question: 'search', options: { text: wanted.slice(0, 200) } },
  );
  const isHere = answered.state === 'here' && wanted !== '' && text.trim() !== '';
  const hits = isHere ? answered.answer.data : [];
  const openHit = (hit: SearchHit | undefined) => {
    if (hit === undefined) return;
    setText('');
    field.current?.blur();
    go(addressOfHit(hit));
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt((one) => Math.min(one + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setAt((one) => Math.max(one - 1, 0));
    else if (event.key === 'Enter') openHit(hits[at]);
    else if (event.key === 'Escape') setText('');
    else return;
    event.preventDefault();
  };
  const prompt = t({
    ru: `${capital(words.ru.member)}, товар, код…`,
    en: `${capital(words.en.member)}, product, code…`,
  });
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
      <div className="hits" hidden={!isHere}>
        <div id={list} role="listbox" aria-label={prompt} hidden={hits.length === 0}>
          {hits.map((hit, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled in the field
            <div
              key={`${hit.kind} ${hit.id} ${hit.system}`}
              id={`${list}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === at}
              onClick={() => openHit(hit)}
            >
              {hit.name[language]} <small>{hit.about[language]}</small>
            </div>
          ))}
        </div>
        {isHere && hits.length === 0 && wanted === text.trim() ? (
          <p className="sm" role="status">
            {t({ ru: 'Ничего не найдено.', en: 'Nothing found.' })}
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** A text once it has rested for a moment, so that not every letter asks. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 120);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** The page of what was found. */
function addressOfHit({ kind, id, system }: SearchHit): string {
  if (kind === 'segment') return addressOf('segment', id, { segments: system === 'four' ? null : system });
  if (kind === 'product') return addressOf('product', id);
  if (kind === 'partner') return `${addressOf('world', null, { partner: id })}#destinations`;
  if (kind === 'measure') return addressOf('method', id);
  return addressOf('region', id);
}
