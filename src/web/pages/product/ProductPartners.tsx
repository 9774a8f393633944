import type { Product } from '../../../api/product.ts';
import { productPartnerSentences } from '../../../narrative/productSentences.ts';
import type { Asked } from '../../answers.ts';
import { PartnerBars } from '../../components/PartnerBars.tsx';
import { Section } from '../../components/Section.tsx';
import { NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { productColour } from './productColour.ts';

/** Where the product goes. */
export function ProductPartners({ answer, asked }: { readonly answer: Product; readonly asked: Asked }) {
  const { t, language } = useLanguage();
  const rows = answer.data.filter((row) => row.part === 'partner');
  return (
    <Section title={t({ ru: 'Куда', en: 'Where to' })} say={productPartnerSentences(rows, language)}>
      {rows.every((row) => row.partner === 'not-stated') ? (
        <NotDrawn
          why={
            answer.data.some((row) => row.valueReason === 'no-rate' && row.part === 'region')
              ? t({
                  ru: 'За этот период нет курса к доллару.',
                  en: 'There is no dollar rate for the period.',
                })
              : answer.manifest.valueUsd === 0
                ? t({ ru: 'Вывоза не было.', en: 'There were no exports.' })
                : t({ ru: 'Источник не называет стран-партнёров.', en: 'The source does not name partners.' })
          }
        />
      ) : (
        <PartnerBars
          lines={rows.map((row) => ({
            ...row,
            partner: row.partner ?? '',
            name: row.partnerName ?? { ru: '', en: '' },
            valueUsd: row.valueUsd ?? 0,
            share: row.shareOfProduct,
          }))}
          what={{ ru: 'товара', en: 'of the product' }}
          share="shareOfProduct"
          colour={productColour(answer)}
          period={answer.manifest.period}
          asked={{ ...asked, options: { ...asked.options, 'filter.part': 'partner' } }}
        />
      )}
    </Section>
  );
}
