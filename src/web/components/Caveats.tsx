import { useContext } from 'react';
import type { Assessment } from '../../api/assessment.ts';
import { moneyText, percentText } from '../../domain/quantityText.ts';
import { inWordsOfDashboard } from '../inWordsOfDashboard.ts';
import { useLanguage } from '../language.ts';
import { findingsWithNames } from '../withNames.ts';
import { WorkspaceContext } from '../workspace.ts';

/** What must be known of the figures of the page, in plain words, the weightiest first. */
export function Caveats({ findings }: { readonly findings: Assessment['findings'] }) {
  const { t, language } = useLanguage();
  const { data } = useContext(WorkspaceContext);
  const names = new Map(data.territories.map((one) => [one.id, one.name]));
  const order = ['error', 'warning', 'caveat', 'info'];
  const sorted = findingsWithNames(findings, names, language).sort(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity),
  );
  return (
    <section className="sec" id="caveats">
      <h2>{t({ ru: 'Оговорки', en: 'Caveats' })}</h2>
      <ul className="caveats">
        {sorted.map((one) => (
          <li key={`${one.code} ${one.message.en}`} className={`is-${one.severity}`}>
            {inWordsOfDashboard(t(one.message), language)}
            {one.valueUsd == null ? null : <span className="num"> {moneyText(one.valueUsd, language)}</span>}
            {one.share == null ? null : <span className="num"> ({percentText(one.share, language)})</span>}
            {(one.examples ?? []).length === 0 ? null : (
              <small> {(one.examples ?? []).slice(0, 5).join('; ')}</small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
