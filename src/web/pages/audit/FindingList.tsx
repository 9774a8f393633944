import { auditRules } from '../../../domain/audit/auditRules.ts';
import { certaintyNames, rangeText } from '../../../narrative/auditSentences.ts';
import { useLanguage } from '../../language.ts';
import { choose } from '../../place.ts';
import { type Document, type Numbered, placeOf } from './auditParts.ts';

/** Findings in short; the one chosen with its message and all that could be at fault. */
export function FindingList({
  findings,
  selected,
  document,
}: {
  readonly findings: readonly Numbered[];
  readonly selected: Numbered | null;
  readonly document: Document;
}) {
  const { t, language } = useLanguage();
  return (
    <ol className="findings">
      {findings.map(({ number, finding }) => {
        const open = selected?.number === number;
        const rule = auditRules.find((one) => one.id === finding.rule);
        return (
          <li key={number} value={number} className={open ? 'is-open' : undefined}>
            <button
              type="button"
              aria-expanded={open}
              onClick={() => choose({ finding: open ? null : String(number) }, 'replace')}
            >
              <b>{placeOf(finding, document, language)}</b>
              <span>
                {finding.printed === '' ? '' : `${t({ ru: 'напечатано', en: 'printed' })} ${finding.printed}`}
                {finding.lower === null && finding.upper === null
                  ? ''
                  : ` · ${t({ ru: 'сошлось бы', en: 'would agree' })} ${rangeText(finding.lower, finding.upper, language)}`}
              </span>
              <small className={`how-sure is-${finding.certainty}`}>
                {certaintyNames[finding.certainty][language]} · {rule?.name[language] ?? finding.rule}
              </small>
            </button>
            {open ? (
              <div className="detail">
                <p>{t(finding.message)}</p>
                {rule === undefined ? null : (
                  <p className="mut">
                    {t(rule.meaning)} ({rule.formula})
                  </p>
                )}
                {finding.candidates.length < 2 ? null : (
                  <table>
                    <thead>
                      <tr>
                        <th scope="col" className="l">
                          {t({ ru: 'Могла бы быть неверной', en: 'Could be at fault' })}
                        </th>
                        <th scope="col">{t({ ru: 'Напечатано', en: 'Printed' })}</th>
                        <th scope="col">{t({ ru: 'Сошлось бы', en: 'Would agree' })}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {finding.candidates.map((one, place) => (
                        <tr key={place}>
                          <td className="l">{placeOf(one, document, language)}</td>
                          <td>{one.printed}</td>
                          <td>{rangeText(one.lower, one.upper, language)}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                )}
              </div>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
