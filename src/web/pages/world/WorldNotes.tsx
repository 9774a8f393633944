import type { CountryComparison } from '../../../api/countryComparison.ts';
import { useLanguage } from '../../language.ts';

/** What a reader of the comparison must know, and the series that it rests on. */
export function WorldNotes({ answer }: { readonly answer: CountryComparison }) {
  const { t } = useLanguage();
  return (
    <section className="sec" id="caveats">
      <h2>{t({ ru: 'Что нужно знать', en: 'What to know' })}</h2>
      <ul className="caveats">
        {answer.findings.map((one) => (
          <li key={`${one.code} ${one.message.en}`} className={`is-${one.severity}`}>
            {t(one.message)}
            {one.examples === undefined || one.examples.length === 0 ? null : (
              <small> {one.examples.slice(0, 12).join(', ')}</small>
            )}
          </li>
        ))}
        <li>
          {t({ ru: 'Ряды', en: 'Series' })}:{' '}
          {answer.manifest.series.map((one) => `${one.indicator} (${one.file})`).join('; ')}
        </li>
      </ul>
    </section>
  );
}
