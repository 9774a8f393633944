/** Small pieces of SVG as text. Every value is escaped; no style attributes, which a strict content policy forbids. */

export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** Text made safe between tags and in quoted attributes. @example escapeXml('<b>') // '&lt;b&gt;' */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** An element; attributes that are null or undefined are left out. @example element('g', { class: 'a' }, 'x') // '<g class="a">x</g>' */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(typeof value === 'number' ? short(value) : String(value))}"`)
    .join('');
  const inside = children.join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** A text, escaped. */
export function label(x: number, y: number, text: string, attributes: Attributes = {}): string {
  return element('text', { x, y, ...attributes }, escapeXml(text));
}

/** Marks that say what they are, and lead somewhere where `href` is given; then arrow keys walk over them. */
export function linked(
  href: string | undefined,
  id: string,
  title: string,
  ...inside: readonly string[]
): string {
  const content = [element('title', {}, escapeXml(title)), ...inside];
  return href === undefined
    ? element('g', { 'data-id': id }, ...content)
    : element('a', { href, 'data-cell': id }, ...content);
}

/** The whole picture: its label says what it finds. */
export function picture(
  size: { readonly width: number; readonly height: number },
  title: string,
  attributes: Attributes,
  ...children: readonly string[]
): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      role: 'img',
      'aria-label': title,
      width: size.width,
      height: size.height,
      viewBox: `0 0 ${short(size.width)} ${short(size.height)}`,
      ...attributes,
    },
    ...children,
  );
}

/** A path through points; null breaks the line. @example linePath([[0, 1], [2, 3]]) // 'M0,1L2,3' */
export function linePath(points: readonly (readonly [number, number] | null)[]): string {
  let pen = 'M';
  return points
    .map((point) => {
      if (point === null) {
        pen = 'M';
        return '';
      }
      const step = `${pen}${short(point[0])},${short(point[1])}`;
      pen = 'L';
      return step;
    })
    .join('');
}

/** A number with at most two decimals. @example short(1.005) // '1' */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Width that a text takes, by an average of the typeface: enough to decide whether it fits. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text)
    width += /[.,:;'|!il\u202f\u00a0 ]/.test(character)
      ? 0.27
      : /[A-ZА-ЯЁШЩЖМЮФмшщжюфw%—]/.test(character)
        ? 0.66
        : 0.52;
  return width * size;
}

/** A text cut to a width, with an ellipsis; empty where not even three letters fit. */
export function fitted(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let cut = text;
  while (cut.length > 0 && textWidth(`${cut}…`, size) > width) cut = cut.slice(0, -1);
  return cut.trimEnd().length < 3 ? '' : `${cut.trimEnd()}…`;
}

/** Words in lines of a width, at most so many; the last is cut where more would be needed. */
export function wrapped(text: string, width: number, size: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  if (lines.length > most && most > 0) kept[most - 1] = `${kept[most - 1]} ${lines[most]}`;
  return kept.map((line) => fitted(line, width, size)).filter((line) => line !== '');
}
