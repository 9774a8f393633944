import type { ScorecardRow } from '../../../api/scorecard.ts';
import { statusWords } from '../../../narrative/scorecardSentences.ts';
import { useLanguage } from '../../language.ts';

/** A status by mark and word; the mark alone where there is no room, its word for readers of screens. */
export function Status({
  status,
  short = false,
}: {
  readonly status: ScorecardRow['status'];
  readonly short?: boolean;
}) {
  const { t } = useLanguage();
  const words = statusWords[status];
  return (
    <span className={`status is-${status}`} title={short ? t(words) : undefined}>
      <span aria-hidden="true">{words.mark}</span>
      {short ? <span className="vh">{t(words)}</span> : ` ${t(words)}`}
    </span>
  );
}
