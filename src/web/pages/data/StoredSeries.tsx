import type { SeriesReport } from '../../../api/seriesReport.ts';
import { useLanguage } from '../../language.ts';
import { inWordsOfPage } from './inWordsOfPage.ts';
import { SeriesTable } from './SeriesTable.tsx';

/** What came of an import of series by country. */
export function StoredSeries({ report }: { readonly report: SeriesReport }) {
  const { t, language } = useLanguage();
  return (
    <>
      {report.data.map((one) => (
        <SeriesTable key={one.id} series={one} />
      ))}
      {report.findings.length === 0 ? (
        <p className="sm">{t({ ru: 'Замечаний нет.', en: 'There are no findings.' })}</p>
      ) : (
        <ul className="caveats">
          {report.findings.map((one) => (
            <li key={one.code} className={`is-${one.severity}`}>
              {inWordsOfPage(one.message[language], language)} [{one.count}]{' '}
              <small>{(one.examples ?? []).join(' | ')}</small>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
