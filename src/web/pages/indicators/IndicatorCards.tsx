import type { KnownSystem } from '../../../api/indicatorSystems.ts';
import type { ScorecardRow } from '../../../api/scorecard.ts';
import { sparkline } from '../../../charts/sparkline.ts';
import { boundText, gapText, indicatorText } from '../../../narrative/scorecardSentences.ts';
import { Asked } from '../../components/Say.tsx';
import { Spark } from '../../components/Spark.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, usePlace } from '../../place.ts';
import { GapLine, PathLine, TrendLine } from './IndicatorLines.tsx';
import { Status } from './Status.tsx';
import { missingText } from './seriesText.ts';

/** A card for each indicator, by block: value, bound, status, gap, trend and path, and what would be supposed. */
export function IndicatorCards({
  rows,
  system,
}: {
  readonly rows: readonly ScorecardRow[];
  readonly system: KnownSystem;
}) {
  const { t } = useLanguage();
  const blocks = [...new Map(rows.map((row) => [row.block, row.blockName]))];
  return (
    <>
      {blocks.map(([block, name]) => (
        <section className="sec" key={block}>
          <h2>{t(name)}</h2>
          <div className="cards">
            {rows
              .filter((row) => row.block === block)
              .map((row) => (
                <IndicatorCard key={row.indicator} row={row} system={system} />
              ))}
          </div>
        </section>
      ))}
    </>
  );
}

function IndicatorCard({ row, system }: { readonly row: ScorecardRow; readonly system: KnownSystem }) {
  const { t, language } = useLanguage();
  const place = usePlace();
  const chosen = place.query.indicator === row.indicator;
  const head = (
    <header>
      <h3>{t(row.indicatorName)}</h3>
      <p className="quiet">
        {boundText(row, language)}
        {row.printedBound === '' ? '' : ` («${row.printedBound}»)`}
      </p>
    </header>
  );
  if (row.value === null) {
    return (
      <article className="indicator is-empty" data-indicator={row.indicator}>
        {head}
        <p className="v">
          <Status status="no-data" />
        </p>
        <p className="sm">
          {row.reason === 'zero-denominator'
            ? t({ ru: 'Знаменатель равен нулю.', en: 'The denominator is zero.' })
            : t({
                ru: `Не хватает рядов: ${missingText(system, row.missing, 'ru')}`,
                en: `Missing series: ${missingText(system, row.missing, 'en')}`,
              })}
        </p>
        <p className="sm">
          <a href="#missing">{t({ ru: 'Как их дать', en: 'How to supply them' })}</a>
        </p>
      </article>
    );
  }
  const range =
    row.valueLower !== null && row.valueUpper !== null && row.valueUpper - row.valueLower > 1e-9
      ? `${indicatorText(row.valueLower, row.unit, language)} … ${indicatorText(row.valueUpper, row.unit, language)}`
      : null;
  return (
    <article className={chosen ? 'indicator is-chosen' : 'indicator'} data-indicator={row.indicator}>
      {head}
      <p className="v">
        <Asked text={indicatorText(row.value, row.unit, language)} figure={`${row.id}/value`} />
        <Spark
          svg={sparkline(
            row.history.map((one) => one.value),
            {
              title: `${t(row.indicatorName)}, ${row.history[0]?.year}–${row.history.at(-1)?.year}`,
              ...(row.boundLower === null ? {} : { bound: row.boundLower }),
            },
          )}
        />
      </p>
      {range === null ? null : (
        <p className="sm">
          {t({ ru: 'границы перечня', en: 'range of the list' })}: {range}
        </p>
      )}
      <p>
        <Status status={row.status} />
      </p>
      <GapLine row={row} />
      <TrendLine row={row} />
      <PathLine row={row} system={system} />
      {row.whatIf === null || row.whatIf.value === null ? null : (
        <p className="supposed">
          {t({ ru: 'Если так', en: 'If so' })}:{' '}
          <b className="num">{indicatorText(row.whatIf.value, row.unit, language)}</b>{' '}
          <span className="quiet">
            ({row.whatIf.value - row.value > 0 ? '+' : ''}
            {gapText(row.whatIf.value - row.value, row.unit, language)})
          </span>{' '}
          <Status status={row.whatIf.status} />
        </p>
      )}
      {row.note === null ? null : <p className="sm">{t(row.note)}</p>}
      <p className="sm">
        <a href={addressOf(place.page, place.id, { indicator: row.indicator, ask: null })}>
          {t({ ru: 'По годам и цель', en: 'Years and target' })}
        </a>
      </p>
    </article>
  );
}
