import { useLanguage } from '../../language.ts';
import { choose } from '../../place.ts';
import type { Numbered } from './auditParts.ts';

/** A printed text; where findings concern it a button that shows them one after another. */
export function AskedCell({
  text,
  found,
  selected,
}: {
  readonly text: string;
  readonly found: readonly Numbered[];
  readonly selected: Numbered | null;
}) {
  const { t } = useLanguage();
  if (found.length === 0) return text;
  const place = found.findIndex((one) => one.number === selected?.number);
  const next = found[(place + 1) % found.length];
  const numbers = found.map((one) => one.number).join(', ');
  return (
    <button
      type="button"
      className={place >= 0 ? 'suspect on' : 'suspect'}
      aria-pressed={place >= 0}
      title={t({ ru: `Противоречия: ${numbers}`, en: `Contradictions: ${numbers}` })}
      onClick={() => choose({ finding: String(next?.number ?? '') }, 'replace')}
    >
      {text}
    </button>
  );
}
