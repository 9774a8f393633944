import { niceTicks } from './scales.ts';
import { element, escapeXml, label, linePath, picture, short, textWidth } from './svg.ts';
import { spread, type TimeBreak } from './timeAxis.ts';
import { yearsFrame } from './yearsFrame.ts';

export interface AreaSeries {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  /** One for each year; null: no data of the year. */
  readonly values: readonly (number | null)[];
}

/** Areas stacked over the years, as values or as parts of the whole; named at their right end; gaps are gaps. */
export function stackedArea(
  years: readonly number[],
  series: readonly AreaSeries[],
  options: {
    readonly width: number;
    readonly title: string;
    readonly share: boolean;
    readonly breaks: readonly TimeBreak[];
    readonly valueText: (value: number) => string;
    readonly tickText: (value: number) => string;
    readonly totalText: string;
  },
): string {
  const narrow = options.width < 520;
  const names = series.map((one) => `${options.valueText(lastOf(one))} ${one.name}`);
  const right = narrow ? 12 : Math.min(290, 16 + Math.max(...names.map((name) => textWidth(name, 13.5))));
  const [left, top, height] = [44, 22, narrow ? 220 : 260];
  const inner = options.width - left - right;
  const totals = years.map((_, place) => series.reduce((sum, one) => sum + (one.values[place] ?? 0), 0));
  const isKnown = years.map((_, place) => series.some((one) => one.values[place] != null));
  const ticks = options.share ? [0, 0.25, 0.5, 0.75, 1] : niceTicks(Math.max(...totals));
  const { x, y, bottom, under, over } = yearsFrame(years, ticks, {
    ...options,
    left,
    top,
    inner,
    height,
    single: 0,
  });
  const base = years.map(() => 0);
  const middles: number[] = [];
  const areas = series.map((one) => {
    const spans: string[] = [];
    let span: number[] = [];
    const close = () => {
      if (span.length > 0) spans.push(areaOf(span, one));
      span = [];
    };
    const heights = years.map((_, place) => {
      const value = one.values[place] ?? 0;
      const total = totals[place] ?? 0;
      return options.share ? (total === 0 ? 0 : value / total) : value;
    });
    const areaOf = (places: readonly number[], { colour }: AreaSeries): string => {
      const upper = places.map((place) => [x(place), y((base[place] ?? 0) + (heights[place] ?? 0))] as const);
      const lower = places.map((place) => [x(place), y(base[place] ?? 0)] as const).reverse();
      return element('path', {
        d: `${linePath([...upper, ...lower])}Z`,
        fill: `var(${colour})`,
        'fill-opacity': 0.86,
      });
    };
    years.forEach((_, place) => {
      if (isKnown[place]) span.push(place);
      else close();
    });
    close();
    const end = years.length - 1;
    middles.push(y((base[end] ?? 0) + (heights[end] ?? 0) / 2));
    heights.forEach((value, place) => {
      base[place] = (base[place] ?? 0) + value;
    });
    return element('g', {}, element('title', {}, escapeXml(one.name)), ...spans);
  });
  const places = spread(middles, 15, top, bottom);
  const labels = narrow
    ? []
    : series.map(
        (one, place) =>
          element('path', {
            d: `M${short(x(years.length - 1) + 2)},${short(middles[place] ?? 0)}L${short(options.width - right + 8)},${short(places[place] ?? 0)}`,
            stroke: 'var(--rule-2)',
            fill: 'none',
          }) +
          label(options.width - right + 12, (places[place] ?? 0) + 4, names[place] ?? '', {
            class: 'b',
            fill: inkOf(one.colour),
          }),
      );
  const legend = narrow ? keyOf(series, options, bottom + 40) : { text: '', height: 0 };
  return picture(
    { width: options.width, height: bottom + 24 + legend.height },
    options.title,
    { class: 'area' },
    ...under,
    ...areas,
    ...over,
    options.share || narrow
      ? ''
      : label(x(years.length - 1), y(totals.at(-1) ?? 0) - 6, options.totalText, { class: 'e b' }),
    ...labels,
    legend.text,
  );
}

function lastOf(series: AreaSeries): number {
  return series.values.at(-1) ?? 0;
}

function inkOf(colour: string): string {
  return colour === '--seg-rest' ? 'var(--seg-rest-ink)' : `var(${colour})`;
}

function keyOf(
  series: readonly AreaSeries[],
  { valueText }: { readonly valueText: (value: number) => string },
  top: number,
): { readonly text: string; readonly height: number } {
  const lines = series.map(
    (one, place) =>
      element('rect', { x: 0, y: top + place * 18 - 9, width: 10, height: 10, fill: `var(${one.colour})` }) +
      label(16, top + place * 18, `${one.name} ${valueText(lastOf(one))}`),
  );
  return { text: lines.join(''), height: 18 * series.length + 16 };
}
