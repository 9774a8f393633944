import { useLanguage } from '../language.ts';
import { choose, usePlace } from '../place.ts';

/** All rows instead of the first of them; the choice stands in the address under `name`. Nothing where all are shown. */
export function ShowAll({
  name,
  count,
  shown,
}: {
  readonly name: string;
  readonly count: number;
  /** How many are shown at first. */
  readonly shown: number;
}) {
  const { t } = useLanguage();
  const all = usePlace().query[name] === 'all';
  if (count <= shown) return null;
  return (
    <button type="button" className="lk" onClick={() => choose({ [name]: all ? null : 'all' }, 'replace')}>
      {all
        ? t({ ru: 'Показать первые', en: 'Show the first' })
        : t({ ru: `Показать все ${count}`, en: `Show all ${count}` })}
    </button>
  );
}
