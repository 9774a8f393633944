import { useEffect, useState } from 'react';
import type { KnownSystem } from '../../../api/indicatorSystems.ts';
import type { ScorecardRow } from '../../../api/scorecard.ts';
import { parseFormula, seriesOf } from '../../../domain/scorecard/formula.ts';
import { statusWords } from '../../../narrative/scorecardSentences.ts';
import { NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { choose, usePlace } from '../../place.ts';
import { readSupposed, writeSupposed } from './supposed.ts';

/** Sliders over the series that have values; the cards answer by what the API computes. */
export function WhatIf({
  rows,
  system,
}: {
  readonly rows: readonly ScorecardRow[];
  readonly system: KnownSystem;
}) {
  const { t, language } = useLanguage();
  const { query } = usePlace();
  const supposed = readSupposed(query.if);
  const [moved, setMoved] = useState<ReadonlyMap<string, number>>(supposed);
  useEffect(() => setMoved(readSupposed(query.if)), [query.if]);
  // The address follows when the slider rests.
  const text = writeSupposed(moved);
  useEffect(() => {
    if (text === (query.if ?? null)) return;
    const timer = setTimeout(() => choose({ if: text }, 'replace'), 250);
    return () => clearTimeout(timer);
  }, [text, query.if]);
  const sliders = movable(rows, system);
  if (sliders.length === 0) {
    return (
      <NotDrawn
        why={t({
          ru: 'Ни у одного ряда за этот год значений нет: менять нечего.',
          en: 'No series has a value in this year: there is nothing to change.',
        })}
      />
    );
  }
  const changed = rows.filter((row) => row.whatIf !== null && row.whatIf.status !== row.status);
  return (
    <div className="whatif">
      {sliders.map((series) => {
        const value = moved.get(series.id) ?? 0;
        return (
          <label key={series.id} className="slider">
            <span>{t(series.name)}</span>
            <input
              type="range"
              min={-50}
              max={100}
              step={5}
              value={value}
              aria-valuetext={`${value > 0 ? '+' : ''}${value} %`}
              onChange={(event) => setMoved(new Map([...moved, [series.id, Number(event.target.value)]]))}
            />
            <output>
              {value > 0 ? '+' : value < 0 ? '−' : ''}
              {Math.abs(value)}
              {'\u202f'}%
            </output>
          </label>
        );
      })}
      <p className="sm" role="status">
        {supposed.size === 0
          ? ''
          : changed.length === 0
            ? t({ ru: 'Статус ни одного показателя не меняется.', en: 'No indicator changes its status.' })
            : changed
                .map(
                  (row) =>
                    `${row.indicatorName[language]}: ${statusWords[row.status][language].toLocaleLowerCase(language)} → ${statusWords[row.whatIf?.status ?? row.status][language].toLocaleLowerCase(language)}`,
                )
                .join('; ')}
        {supposed.size === 0 ? null : (
          <>
            {' '}
            <button type="button" className="lk" onClick={() => choose({ if: null }, 'replace')}>
              {t({ ru: 'Вернуть как есть', en: 'Back to what is' })}
            </button>
          </>
        )}
      </p>
    </div>
  );
}

/** Series of the formulas that have a value in the year. */
function movable(
  rows: readonly ScorecardRow[],
  system: KnownSystem,
): readonly KnownSystem['series'][number][] {
  const used = new Set<string>();
  const missing = new Set<string>();
  for (const row of rows) {
    for (const { name, lag } of seriesOf(parseFormula(row.formula))) if (lag === 0) used.add(name);
    for (const text of row.missing)
      if (text.endsWith(` ${row.year}`)) missing.add(text.slice(0, text.lastIndexOf(' ')));
  }
  return system.series.filter((one) => used.has(one.id) && !missing.has(one.id));
}
