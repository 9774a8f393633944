import type { ImportReport } from '../../../api/importReport.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { importExampleText } from '../../../narrative/importExampleText.ts';
import { importSettingsText } from '../../../narrative/importSettingsText.ts';
import { Scroll } from '../../components/Scroll.tsx';
import { useLanguage } from '../../language.ts';
import { inWordsOfPage } from './inWordsOfPage.ts';

/** Accounts of an import, which close, its findings, and by which settings the file was read. */
export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const { t, language } = useLanguage();
  const [accounts] = report.data;
  if (accounts === undefined) return null;
  const rows = [
    {
      key: 'in',
      name: t({ ru: 'в файле', en: 'in the file' }),
      rows: accounts.rowsIn,
      value: accounts.valueIn,
      usd: accounts.valueInUsd,
    },
    {
      key: 'kept',
      name: t({ ru: 'сохранено', en: 'kept' }),
      rows: accounts.rowsKept,
      value: accounts.valueKept,
      usd: accounts.valueKeptUsd,
    },
    {
      key: 'confidential',
      name: t({ ru: 'в т. ч. секретные коды', en: 'of it secret codes' }),
      rows: null,
      value: accounts.valueConfidential,
      usd: accounts.valueConfidentialUsd,
    },
    {
      key: 'quarantined',
      name: t({ ru: 'в карантине', en: 'quarantined' }),
      rows: accounts.rowsQuarantined,
      value: accounts.valueQuarantined,
      usd: accounts.valueQuarantinedUsd,
    },
    {
      key: 'totals',
      name: t({ ru: 'строки-итоги', en: 'total rows' }),
      rows: accounts.rowsTotalRows,
      value: accounts.valueTotalRows,
      usd: accounts.valueTotalRowsUsd,
    },
    {
      key: 'unallocated',
      name: t({ ru: 'из них сверх суммы частей', en: 'of it above the sum of parts' }),
      rows: null,
      value: accounts.valueUnallocated,
      usd: accounts.valueUnallocatedUsd,
    },
  ];
  const closes = accounts.rowsIn === accounts.rowsKept + accounts.rowsQuarantined + accounts.rowsTotalRows;
  const findings = report.findings.filter((one) => one.count !== 0);
  const isForeign = accounts.currency !== 'USD';
  return (
    <>
      <Scroll>
        <table className="accounts">
          <thead>
            <tr>
              <th scope="col" className="l">
                <span className="vh">{t({ ru: 'Что', en: 'What' })}</span>
              </th>
              <th scope="col">{t({ ru: 'строк', en: 'rows' })}</th>
              <th scope="col">
                {t({ ru: 'стоимость', en: 'value' })}, {accounts.currency}
              </th>
              {isForeign ? <th scope="col">{t({ ru: 'долл. США', en: 'US dollars' })}</th> : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} className={`account-${row.key}`}>
                <td className={row.rows === null ? 'l part' : 'l'}>{row.name}</td>
                <td>{row.rows === null ? '' : formatNumber(row.rows, 0, language)}</td>
                <td>{formatNumber(row.value, 2, language)}</td>
                {isForeign ? (
                  <td>
                    {row.usd === null
                      ? t({ ru: 'нет курса', en: 'no rate' })
                      : formatNumber(row.usd, 2, language)}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="sm closes">
        {closes
          ? t({
              ru: 'Сходится: в файле = сохранено + карантин + итоги.',
              en: 'Accounts close: in the file = kept + quarantined + total rows.',
            })
          : t({ ru: 'Счета НЕ сходятся.', en: 'The accounts do NOT close.' })}
      </p>
      <ul className="plain sm mut">
        {importSettingsText(report.manifest.settings, language).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {findings.length === 0 ? (
        <p className="sm">{t({ ru: 'Замечаний нет.', en: 'There are no findings.' })}</p>
      ) : (
        <>
          <h3 className="gap">{t({ ru: 'Замечания', en: 'Findings' })}</h3>
          <ul className="caveats">
            {findings.map((one) => (
              <li key={one.code} className={`is-${one.severity}`}>
                {inWordsOfPage(one.message[language], language)}
                {one.count === undefined ? null : (
                  <span className="num"> [{formatNumber(one.count, 0, language)}]</span>
                )}
                {(one.examples ?? []).length === 0 ? null : (
                  <small>
                    {' '}
                    {t({ ru: 'например', en: 'e.g.' })}{' '}
                    {(one.examples ?? [])
                      .slice(0, 5)
                      .map((text) =>
                        text === ''
                          ? t({ ru: '(пусто)', en: '(empty)' })
                          : importExampleText(one.code, text, language),
                      )
                      .join(' | ')}
                  </small>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
