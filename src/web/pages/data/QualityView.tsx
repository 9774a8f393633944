import { Fragment, useState } from 'react';
import type { Check, QualityFinding } from '../../../api/check.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { qualityCheck } from '../../../domain/quality/qualityChecks.ts';
import { moneyText, percentText } from '../../../domain/quantityText.ts';
import { russianForm } from '../../../narrative/sentence.ts';
import { addressOfQuestion, useAnswer } from '../../answers.ts';
import { Tabs } from '../../components/Figure.tsx';
import { Await } from '../../components/States.tsx';
import { inWordsOfDashboard } from '../../inWordsOfDashboard.ts';
import { useLanguage } from '../../language.ts';
import { usePlace } from '../../place.ts';
import { CoverageTable } from './CoverageTable.tsx';
import { inWordsOfPage } from './inWordsOfPage.ts';
import { QuarantineView } from './QuarantineView.tsx';

const severities = {
  error: { ru: 'ошибка', en: 'error' },
  warning: { ru: 'внимание', en: 'warning' },
  caveat: { ru: 'оговорка', en: 'caveat' },
  info: { ru: 'к сведению', en: 'note' },
} as const;

/** Quality: coverage by year, what is to be known of the data, the rows set aside, the soundness of the store. */
export function QualityView() {
  const { t, language } = useLanguage();
  const { query } = usePlace();
  const flow = query.qualityFlow === 'export' || query.qualityFlow === 'import' ? query.qualityFlow : 'all';
  const options = { flow: flow === 'all' ? undefined : flow };
  const answered = useAnswer<Check>({ question: 'check', options });
  const file = (form: string) =>
    addressOfQuestion({ question: 'check', options: { ...options, lang: language } }, `.${form}`);
  return (
    <>
      <section className="sec" id="quality">
        <h2>{t({ ru: 'Что нужно знать о данных', en: 'What is to be known of the data' })}</h2>
        <div className="views">
          <Tabs
            name="qualityFlow"
            value={flow}
            label={t({ ru: 'Поток', en: 'Flow' })}
            choices={[
              { id: 'all', text: t({ ru: 'Оба потока', en: 'Both flows' }) },
              { id: 'export', text: t({ ru: 'Вывоз', en: 'Exports' }) },
              { id: 'import', text: t({ ru: 'Ввоз', en: 'Imports' }) },
            ]}
          />
        </div>
        <Await answered={answered} height={300}>
          {({ data }) => (
            <>
              {(data.quality ?? []).length === 0 ? (
                <p className="say">
                  {t({
                    ru: 'Ни одна проверка ничего не нашла.',
                    en: 'None of the checks has found anything.',
                  })}
                </p>
              ) : (
                <ul className="caveats quality">
                  {(data.quality ?? []).map((one) => (
                    <Finding key={`${one.code} ${one.flow}`} finding={one} />
                  ))}
                </ul>
              )}
              <div className="acts">
                <span className="grp">
                  {t({ ru: 'Скачать', en: 'Download' })}:
                  {['csv', 'xlsx'].map((form) => (
                    <a key={form} href={file(form)} download>
                      {form.toUpperCase()}
                    </a>
                  ))}
                </span>
              </div>
              <h3 className="gap">{t({ ru: 'Полнота по годам', en: 'Coverage by year' })}</h3>
              <CoverageTable rows={data.coverage ?? []} />
            </>
          )}
        </Await>
      </section>
      <QuarantineView vintage={null} />
      <Soundness />
    </>
  );
}

function Finding({ finding }: { readonly finding: QualityFinding }) {
  const { t, language } = useLanguage();
  const { rule } = qualityCheck(finding.code as Parameters<typeof qualityCheck>[0]);
  const facts = [
    finding.flow === null
      ? null
      : t(finding.flow === 'export' ? { ru: 'вывоз', en: 'exports' } : { ru: 'ввоз', en: 'imports' }),
    finding.count === null ? null : `${formatNumber(finding.count, 0, language)} ${t(countWord(finding))}`,
    finding.valueUsd === null ? null : moneyText(finding.valueUsd, language),
    finding.share === null ? null : percentText(finding.share, language),
  ].filter((fact) => fact !== null);
  return (
    <li className={`is-${finding.severity}`}>
      <b>{t(finding.name)}</b> <span className="mut">({t(severities[finding.severity])})</span>
      {facts.map((fact, place) => (
        <Fragment key={fact}>
          {place === 0 ? ' ' : ' · '}
          <span className="num">{fact}</span>
        </Fragment>
      ))}
      <p className="sm">{inWordsOfDashboard(inWordsOfPage(finding.meaning[language], language), language)}</p>
      <p className="sm mut">
        {t({ ru: 'Когда сообщается', en: 'When it is reported' })}: {t(rule)}
      </p>
      {finding.items.length === 0 && finding.examples.length === 0 ? null : (
        <details>
          <summary>
            {t({ ru: 'Где', en: 'Where' })} ({formatNumber(finding.itemCount, 0, language)})
          </summary>
          <ul className="plain sm">
            {finding.items.map((item) => (
              <li key={`${item.year} ${item.subject} ${item.text.en}`}>
                {item.year === null ? '' : `${item.year}: `}
                {t(item.text)}
                {item.valueUsd === null ? '' : ` — ${moneyText(item.valueUsd, language)}`}
              </li>
            ))}
            {finding.examples.map((example) => (
              <li key={`${example.vintage} ${example.row} ${example.text}`}>
                {example.file}
                {example.row === null
                  ? ''
                  : `, ${t({ ru: 'строка', en: 'row' })} ${formatNumber(example.row, 0, language)}`}
                : {example.text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** Of coverage and breaks periods or series are counted, else rows. */
function countWord({ group, count }: QualityFinding): { ru: string; en: string } {
  const number = count ?? 0;
  return group === 'coverage' || group === 'breaks'
    ? {
        ru: russianForm(number, ['случай', 'случая', 'случаев']),
        en: number === 1 ? 'case' : 'cases',
      }
    : { ru: russianForm(number, ['строка', 'строки', 'строк']), en: number === 1 ? 'row' : 'rows' };
}

/** The store is read anew only when asked: it takes time. */
function Soundness() {
  const { t, language } = useLanguage();
  const [asked, setAsked] = useState(0);
  const answered = useAnswer<Check>(asked === 0 ? null : { question: 'integrity', options: {} });
  return (
    <section className="sec" id="store">
      <h2>{t({ ru: 'Цело ли хранилище', en: 'Is the store sound' })}</h2>
      {asked === 0 ? (
        <>
          <p className="say">
            {t({
              ru: 'Все файлы хранилища читаются заново: контрольные суммы и итоги сверяются с записанными при загрузке.',
              en: 'All files of the store are read anew: checksums and totals are held against those written at the import.',
            })}
          </p>
          <p className="buttons">
            <button type="button" className="btn" onClick={() => setAsked(1)}>
              {t({ ru: 'Проверить', en: 'Check' })}
            </button>
          </p>
        </>
      ) : (
        <Await answered={answered} height={80}>
          {({ data: { integrity } }) =>
            integrity === null ? null : (
              <>
                <p className="say" role="status">
                  {integrity.sound
                    ? t({
                        ru: `Цело: загрузок ${integrity.vintages}, файлов ${integrity.parts}, строк ${formatNumber(integrity.rows, 0, language)}.`,
                        en: `It is sound: ${integrity.vintages} imports, ${integrity.parts} files, ${formatNumber(integrity.rows, 0, language)} rows.`,
                      })
                    : t({
                        ru: `Повреждено: ${integrity.problems.length}.`,
                        en: `It is damaged: ${integrity.problems.length}.`,
                      })}
                </p>
                <ul className="caveats">
                  {integrity.problems.map((one) => (
                    <li key={`${one.code} ${one.path}`} className="is-error">
                      {t(one.message)} <small>{t(one.remedy)}</small>
                    </li>
                  ))}
                  {integrity.orphans.length === 0 ? null : (
                    <li>
                      {t({
                        ru: `Лишних файлов, которые никто не читает: ${integrity.orphans.length}. Это не вредит.`,
                        en: `Needless files that nobody reads: ${integrity.orphans.length}. They do no harm.`,
                      })}
                    </li>
                  )}
                </ul>
              </>
            )
          }
        </Await>
      )}
    </section>
  );
}
