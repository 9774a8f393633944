import { niceTicks } from './scales.ts';
import { element, label, linked, picture, textWidth, wrapped } from './svg.ts';

export interface WaterfallStep {
  readonly id: string;
  readonly name: string;
  /** Under the name, muted. */
  readonly about: string;
  readonly kind: 'total' | 'change';
  readonly value: number;
  readonly text: string;
  readonly href?: string | undefined;
}

/** A change in its parts: totals from 0, changes from where the step before ended, one below the other. */
export function waterfall(
  steps: readonly WaterfallStep[],
  options: { readonly width: number; readonly title: string; readonly tickText: (value: number) => string },
): string {
  const { width } = options;
  const isNarrow = width < 520;
  const left = isNarrow ? 0 : 190;
  const [bar, gap] = [20, isNarrow ? 40 : 20];
  const right = Math.max(...steps.map((step) => textWidth(step.text, 13))) + 12;
  const room = width - left - right;
  const spans = spansOf(steps);
  const most = Math.max(0, ...spans.flat());
  const least = Math.min(0, ...spans.flat());
  const x = (value: number) => left + ((value - least) / (most - least || 1)) * room;
  const top = isNarrow ? 34 : 8;
  const y = (place: number) => top + place * (bar + gap);
  const bottom = y(steps.length - 1) + bar + 10;
  const ticks = niceTicks(most).filter((tick) => tick <= most * 1.001);
  const drawn = steps.map((step, place) => {
    const [from, to] = spans[place] as readonly [number, number];
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const next = steps[place + 1];
    const names = isNarrow ? [step.name] : wrapped(step.name, left - 16, 13, 1);
    const colour = step.kind === 'total' ? 'var(--ink)' : step.value < 0 ? 'var(--div-2)' : 'var(--div-7)';
    return [
      linked(
        step.href,
        step.id,
        `${step.name}: ${step.text}`,
        element('rect', {
          x: x(low),
          y: y(place),
          width: Math.max(1.5, x(high) - x(low)),
          height: bar,
          fill: colour,
          class: step.kind === 'total' ? 'total' : undefined,
        }),
        label(x(high) + 6, y(place) + 15, step.text, { class: 'b' }),
      ),
      ...names.map((name) =>
        label(0, isNarrow ? y(place) - 8 : y(place) + 9, isNarrow ? `${name} · ${step.about}` : name, {
          class: step.kind === 'total' ? 'b' : '',
        }),
      ),
      isNarrow ? '' : label(0, y(place) + 24, step.about, { class: 'mt' }),
      next === undefined
        ? ''
        : element('line', { x1: x(to), x2: x(to), y1: y(place) + bar, y2: y(place + 1), class: 'ax' }),
    ].join('');
  });
  return picture(
    { width, height: bottom + 22 },
    options.title,
    { role: 'group', class: 'waterfall' },
    ...ticks.map((tick) =>
      element('line', { x1: x(tick), x2: x(tick), y1: 0, y2: bottom, class: tick === 0 ? 'one' : 'ax' }),
    ),
    ...ticks.map((tick, place) =>
      label(x(tick), bottom + 16, options.tickText(tick), {
        class: place === 0 ? 'mt' : 'c mt',
      }),
    ),
    ...drawn,
  );
}

/** Where each step begins and ends. */
function spansOf(steps: readonly WaterfallStep[]): readonly (readonly [number, number])[] {
  let at = 0;
  return steps.map((step) => {
    const span = step.kind === 'total' ? ([0, step.value] as const) : ([at, at + step.value] as const);
    at = span[1];
    return span;
  });
}
