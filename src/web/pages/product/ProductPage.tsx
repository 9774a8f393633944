import { useContext } from 'react';
import type { Product } from '../../../api/product.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import type { TwoLanguages } from '../../../domain/territory.ts';
import { productLead } from '../../../narrative/productSentences.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { choicesOf, listChoices } from '../../choices.ts';
import { Caveats } from '../../components/Caveats.tsx';
import { Freshness } from '../../components/Freshness.tsx';
import { Say } from '../../components/Say.tsx';
import { Await } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, usePlace } from '../../place.ts';
import { usePageTitle } from '../../usePageTitle.ts';
import { useWords } from '../../useWords.ts';
import { WorkspaceContext } from '../../workspace.ts';
import { ListSection } from './ListSection.tsx';
import { PricesSection } from './PricesSection.tsx';
import { ProductExporters } from './ProductExporters.tsx';
import { ProductIndex } from './ProductIndex.tsx';
import { ProductLines } from './ProductLines.tsx';
import { ProductPartners } from './ProductPartners.tsx';
import { ProductYears } from './ProductYears.tsx';

/** A product on one page. Without an id: a field for a code, and the largest headings of the list. */
export default function ProductPage() {
  const { id } = usePlace();
  return id === null ? <ProductIndex /> : <Profile code={id} />;
}

function Profile({ code }: { readonly code: string }) {
  const place = usePlace();
  const { t, language } = useLanguage();
  const words = useWords();
  const { data: workspace } = useContext(WorkspaceContext);
  const { period, year, flow } = choicesOf(place, workspace);
  const asked: Asked = { question: 'product', options: { ...listChoices(place), code, period } };
  const answered = useAnswer<Product>(asked);
  const name = answered.state === 'here' ? (answered.answer.manifest.codeName?.[language] ?? '') : '';
  const title = `${code} ${name}`.trim();
  usePageTitle(`${title}, ${period}`);
  const nameOf = (segment: string, own: TwoLanguages) => segmentLook(segment, own).short[language];
  const above = [code.slice(0, 2), code.slice(0, 4), code.slice(0, 6)].filter(
    (one, order, all) => one.length < code.length && all.indexOf(one) === order,
  );
  return (
    <>
      <nav className="crumb" aria-label={t({ ru: 'Где вы', en: 'Where you are' })}>
        <a href={addressOf('overview', null)}>{workspace.countryName[language]}</a> ›{' '}
        <a href={addressOf('product', null)}>{t({ ru: 'Товары', en: 'Products' })}</a> ›{' '}
        {above.map((one) => (
          <span key={one}>
            <a href={addressOf('product', one)}>{one}</a> ›{' '}
          </span>
        ))}
        {code}
      </nav>
      <h1>{title}</h1>
      <Await answered={answered} height={600}>
        {(answer) => (
          <>
            <Say lead sentences={productLead(answer, flow, nameOf, language, words)} />
            <Freshness findings={answer.findings} />
            {answer.manifest.confidential ? null : (
              <>
                <ProductExporters answer={answer} asked={asked} />
                <ProductPartners answer={answer} asked={asked} />
                <ProductLines answer={answer} asked={asked} />
                <ProductYears answer={answer} asked={asked} />
                <PricesSection answer={answer} asked={asked} />
                <ListSection answer={answer} code={code} year={year} />
              </>
            )}
            <Caveats findings={answer.findings} />
          </>
        )}
      </Await>
    </>
  );
}
