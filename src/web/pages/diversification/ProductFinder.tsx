import { type ChangeEvent, useId, useState } from 'react';
import type { SpaceNode } from '../../../api/productSpace.ts';
import { productText } from '../../../narrative/opportunitySentences.ts';
import { useLanguage } from '../../language.ts';
import { choose } from '../../place.ts';

/** Finds a product of the picture by code or word; the one chosen is lit, with what is near it. */
export function ProductFinder({ products }: { readonly products: readonly SpaceNode[] }) {
  const { t, language } = useLanguage();
  const list = useId();
  const [text, setText] = useState('');
  const typed = (event: ChangeEvent<HTMLInputElement>) => {
    const { value } = event.target;
    const found = products.find(
      (one) => one.product === value.trim() || productText(one, language) === value,
    );
    setText(found === undefined ? value : '');
    if (found !== undefined) choose({ item: found.product, ask: null }, 'replace');
  };
  return (
    <label className="inline">
      {t({ ru: 'Что рядом с товаром', en: 'What is near' })}{' '}
      <input
        list={list}
        value={text}
        onChange={typed}
        placeholder={t({ ru: 'код или слово', en: 'code or word' })}
        autoComplete="off"
      />
      <datalist id={list}>
        {products.map((one) => (
          <option key={one.product} value={productText(one, language)} />
        ))}
      </datalist>
    </label>
  );
}
