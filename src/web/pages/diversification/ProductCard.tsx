import { Fragment } from 'react';
import type { Opportunity } from '../../../api/opportunities.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { moneyText, percentText } from '../../../domain/quantityText.ts';
import { capital } from '../../../narrative/levelWords.ts';
import { productText } from '../../../narrative/opportunitySentences.ts';
import { Asked } from '../../components/Say.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, choose, usePlace } from '../../place.ts';
import { useWords } from '../../useWords.ts';
import type { NearProduct } from './nearProducts.ts';

const mostNear = 8;

/** The product that a dot stands for: its figures, each askable, and what is near it. */
export function ProductCard({
  rows,
  near,
}: {
  readonly rows: readonly Opportunity[];
  readonly near: readonly NearProduct[];
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const { query, page, id } = usePlace();
  const row = rows.find((one) => one.product === query.item);
  if (row === undefined) return null;
  const number = (value: number | null, digits: number) =>
    value === null ? t({ ru: 'н/о', en: 'n/d' }) : formatNumber(value, digits, language);
  const figures = [
    ['rca', 'RCA', number(row.rca, 2)],
    ['distance', t({ ru: 'Расстояние', en: 'Distance' }), number(row.distance, 3)],
    ['pci', t({ ru: 'Сложность', en: 'Complexity' }), number(row.pci, 2)],
    ['outlookGain', t({ ru: 'Выигрыш перспектив', en: 'Outlook gain' }), number(row.outlookGain, 3)],
    [
      'valueUsd',
      t({ ru: `Вывоз ${words.ru.ofMember}`, en: `${capital(words.en.member)}'s exports` }),
      moneyText(row.valueUsd, language),
    ],
    [
      'countryValueUsd',
      t({ ru: `Вывоз ${words.ru.ofWhole}`, en: `${capital(words.en.wholeName)}'s exports` }),
      moneyText(row.countryValueUsd, language),
    ],
    [
      'shareOfCountry',
      t({ ru: `Доля ${words.ru.ofMember}`, en: `${capital(words.en.member)}'s share` }),
      row.shareOfCountry === null ? '–' : percentText(row.shareOfCountry, language),
    ],
  ] as const;
  return (
    <section className="card" aria-live="polite">
      <p className="card-head">
        <b>{productText(row, language)}</b>
        <span className="quiet">
          {row.segmentName[language]} ·{' '}
          {row.present ? t({ ru: 'есть', en: 'has it' }) : t({ ru: 'нет', en: 'missing' })}
        </span>
        <button type="button" className="lk" onClick={() => choose({ item: null }, 'replace')}>
          {t({ ru: 'Убрать', en: 'Close' })}
        </button>
      </p>
      <dl>
        {figures.map(([field, name, text]) => (
          <div key={field}>
            <dt>{name}</dt>
            <dd>
              <Asked text={text} figure={`${row.id}/${field}`} />
            </dd>
          </div>
        ))}
      </dl>
      {near.length === 0 ? null : (
        <p className="sm near-products">
          {t({ ru: 'Рядом, по линиям рисунка (близость):', en: 'Near it, by the lines drawn (proximity):' })}{' '}
          {near.slice(0, mostNear).map(({ node, proximity }, place) => (
            <Fragment key={node.product}>
              {place === 0 ? '' : '; '}
              <a href={addressOf(page, id, { item: node.product, ask: null })}>
                {productText(node, language)}
              </a>{' '}
              {formatNumber(proximity, 2, language)},{' '}
              {rows.find((one) => one.product === node.product)?.present === true
                ? t({ ru: 'есть', en: 'has it' })
                : t({ ru: 'нет', en: 'missing' })}
            </Fragment>
          ))}
          {near.length > mostNear
            ? t({ ru: `; ещё ${near.length - mostNear}`, en: `; ${near.length - mostNear} more` })
            : ''}
          .
        </p>
      )}
    </section>
  );
}
