import type { KnownSystem } from '../../../api/indicatorSystems.ts';
import type { ScorecardRow } from '../../../api/scorecard.ts';
import { changeText } from '../../../domain/quantityText.ts';
import { amountText, gapText, indicatorText } from '../../../narrative/scorecardSentences.ts';
import { Asked } from '../../components/Say.tsx';
import { useLanguage } from '../../language.ts';
import { seriesName } from './seriesText.ts';

/** What is lacking, in the unit and in money. */
export function GapLine({ row }: { readonly row: ScorecardRow }) {
  const { t, language } = useLanguage();
  if (row.gap === null || row.gap === 0) return null;
  const over = row.gap < 0;
  const why = {
    'not-linear': t({ ru: 'в деньгах не выражается', en: 'cannot be put in money' }),
    unreachable: t({ ru: 'одним этим рядом не закрыть', en: 'this series alone cannot close it' }),
    'no-influence': t({ ru: 'этот ряд на показатель не влияет', en: 'this series has no influence' }),
    'no-data': t({ ru: 'в деньгах не определён', en: 'undefined in money' }),
  };
  return (
    <p className="sm">
      {over ? t({ ru: 'Сверх границы', en: 'Over the bound' }) : t({ ru: 'Не хватает', en: 'Lacks' })}{' '}
      <Asked text={gapText(Math.abs(row.gap), row.unit, language)} figure={`${row.id}/gap`} />
      {row.gapMoney === null ? (
        row.gapMoneyReason === null ? null : (
          ` (${why[row.gapMoneyReason]})`
        )
      ) : (
        <>
          {' '}
          {t({ ru: 'или', en: 'or' })}{' '}
          <Asked
            text={amountText(Math.abs(row.gapMoney), row.currency, language)}
            figure={`${row.id}/gapMoney`}
          />
        </>
      )}
    </p>
  );
}

const directions = {
  rising: { ru: 'растёт', en: 'rising' },
  falling: { ru: 'снижается', en: 'falling' },
  stable: { ru: 'устойчив', en: 'stable' },
  volatile: { ru: 'колеблется', en: 'volatile' },
} as const;

/** Where the trend leads. */
export function TrendLine({ row }: { readonly row: ScorecardRow }) {
  const { t, language } = useLanguage();
  if (row.trendPerYear === null)
    return (
      <p className="sm">
        {t({ ru: 'Тренда нет: мало лет со значением', en: 'No trend: too few years with a value' })} (
        {row.trendYears})
      </p>
    );
  const change = `${row.trendPerYear > 0 ? '+' : ''}${gapText(row.trendPerYear, row.unit, language)}`;
  const reason = {
    met: '',
    'too-few-years': '',
    away: t({ ru: '; тренд ведёт прочь от границы', en: '; the trend leads away from the bound' }),
    'too-far': t({ ru: '; до границы больше ста лет', en: '; the bound is over a hundred years off' }),
    'no-data': '',
  };
  return (
    <p className="sm">
      {row.direction === null ? t({ ru: 'Тренд', en: 'Trend' }) : capital(t(directions[row.direction]))}:{' '}
      {change} {t({ ru: 'в год', en: 'a year' })}
      {row.yearMet === null
        ? row.yearMetReason === null
          ? ''
          : reason[row.yearMetReason]
        : t({ ru: `; граница в ${row.yearMet} году`, en: `; the bound in ${row.yearMet}` })}
    </p>
  );
}

/** What a year must bring for the target. */
export function PathLine({ row, system }: { readonly row: ScorecardRow; readonly system: KnownSystem }) {
  const { t } = useLanguage();
  const { path } = row;
  if (path === null) return null;
  const growth =
    path.seriesGrowth === null
      ? ''
      : t({
          ru: `: «${seriesName(system, row.moves, 'ru')}» — ${changeText(1 + path.seriesGrowth, 'ru')} в год`,
          en: `: ${seriesName(system, row.moves, 'en')} by ${changeText(1 + path.seriesGrowth, 'en')} a year`,
        });
  return (
    <p className="sm">
      {t({
        ru: `К ${path.by} году до ${indicatorText(path.target, row.unit, 'ru')}`,
        en: `To ${indicatorText(path.target, row.unit, 'en')} by ${path.by}`,
      })}
      {growth}
    </p>
  );
}

function capital(text: string): string {
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
}
