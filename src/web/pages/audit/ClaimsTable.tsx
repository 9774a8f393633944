import { useLanguage } from '../../language.ts';
import { choose, usePlace } from '../../place.ts';
import { AskedCell } from './AskedCell.tsx';
import { type Document, keyOf, type Numbered } from './auditParts.ts';

/** What the text says, in the words of the document; what contradicts itself is underlined. */
export function ClaimsTable({
  document,
  cells,
  selected,
}: {
  readonly document: Document;
  readonly cells: ReadonlyMap<string, readonly Numbered[]>;
  readonly selected: Numbered | null;
}) {
  const { t, language } = useLanguage();
  const { query } = usePlace();
  const claims = document.claims ?? [];
  const at = (id: string) => cells.get(keyOf({ table: null, row: null, column: null, claim: id })) ?? [];
  const order = [...claims].sort((a, b) => Number(at(b.id).length > 0) - Number(at(a.id).length > 0));
  const broken = order.filter((claim) => at(claim.id).length > 0);
  const all = query.claims === 'all';
  const shown = all ? order : broken;
  const turn = (
    <button
      type="button"
      className="lk sm"
      aria-expanded={all}
      onClick={() => choose({ claims: all ? null : 'all' }, 'replace')}
    >
      {all
        ? t({ ru: 'Только противоречивые', en: 'Only those that contradict' })
        : t({ ru: `Все утверждения: ${claims.length}`, en: `All ${claims.length} claims` })}
    </button>
  );
  if (shown.length === 0) return turn;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys
    <section className="scroll" tabIndex={0} aria-label={language === 'ru' ? 'Таблица' : 'Table'}>
      <table className="printed claims">
        <thead>
          <tr>
            <th scope="col" className="l">
              {t({ ru: 'Где и что сказано', en: 'Where and what is said' })}
            </th>
            <th scope="col" className="l">
              {t({ ru: 'О чём', en: 'Of what' })}
            </th>
            <th scope="col">{t({ ru: 'Напечатано', en: 'Printed' })}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((claim) => (
            <tr key={claim.id}>
              <td className="l">{claim.about[language]}</td>
              <td className="l">
                {claim.kind === 'value' ? claim.row : claim.kind === 'highest' ? claim.rows[0] : ''}
              </td>
              <td>
                <AskedCell
                  text={
                    claim.kind === 'value' || claim.kind === 'minimum-for-all'
                      ? claim.printed
                      : claim.kind === 'count'
                        ? String(claim.said)
                        : '†'
                  }
                  found={at(claim.id)}
                  selected={selected}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="more">{turn}</p>
    </section>
  );
}
