/**
 * A small bar of the trajectory index on a logarithmic axis from 1/8 to 64 with the line T = 1, as SVG; with its
 * range drawn as a band where there is one. Empty where the index is null or 0.
 * @example indexBar(2, null, null, 'T = 2').startsWith('<svg') // true
 */
export function indexBar(
  index: number | null,
  lower: number | null,
  upper: number | null,
  label: string,
): string {
  if (index === null || index <= 0) return '';
  const width = 140;
  const place = (value: number) =>
    Math.round(((Math.min(Math.max(Math.log2(value), -3), 6) + 3) / 9) * width * 10) / 10;
  const one = place(1);
  const end = place(index);
  const band =
    lower === null || upper === null || lower <= 0 || lower === upper
      ? ''
      : `<rect x="${place(lower)}" y="2" width="${Math.max(place(upper) - place(lower), 1)}" height="10" fill="currentColor" opacity=".25"/>`;
  const bar = `<rect x="${Math.min(one, end)}" y="4" width="${Math.abs(end - one)}" height="6" fill="var(--seg)"/>`;
  const line = `<line x1="${one}" x2="${one}" y1="0" y2="14" stroke="currentColor" stroke-width="1.25"/>`;
  return `<svg class="bar" role="img" aria-label="${escapeAttribute(label)}" width="${width}" height="14" viewBox="0 0 ${width} 14">${bar}${band}${line}</svg>`;
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
