const inherited = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-weight',
  'text-anchor',
  'opacity',
];
const fontStack = '"Source Sans 3", "Noto Sans", "Segoe UI", Roboto, Arial, sans-serif';

/** A chart as a file of its own: colours and type written out, with its title, source and paper. */
export function standaloneSvg(chart: SVGSVGElement, title: string, source: string): string {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const [from, to] = [chart, copy].map((root) => [root, ...root.querySelectorAll('*')]);
  from?.forEach((element, place) => {
    const target = to?.[place];
    writeOut(element, target);
  });
  for (const link of copy.querySelectorAll('a')) link.removeAttribute('href');
  const { width, height } = chart.viewBox.baseVal;
  const style = getComputedStyle(document.documentElement);
  const paper = style.getPropertyValue('--paper').trim();
  const ink = style.getPropertyValue('--ink').trim();
  const muted = style.getPropertyValue('--muted').trim();
  const [pad, head, foot] = [16, 34, 28];
  copy.setAttribute('viewBox', `${-pad} ${-head - pad} ${width + 2 * pad} ${height + head + foot + 2 * pad}`);
  copy.setAttribute('width', String(width + 2 * pad));
  copy.setAttribute('height', String(height + head + foot + 2 * pad));
  copy.setAttribute('font-family', fontStack);
  const add = (name: string, attributes: Record<string, string | number>, text = '') => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    made.textContent = text;
    return made;
  };
  copy.prepend(
    add('rect', {
      x: -pad,
      y: -head - pad,
      width: width + 2 * pad,
      height: height + head + foot + 2 * pad,
      fill: paper,
    }),
    add('text', { x: 0, y: -head + 8, 'font-size': 17, 'font-weight': 600, fill: ink }, title),
  );
  copy.append(add('text', { x: 0, y: height + foot, 'font-size': 12, fill: muted }, source));
  return new XMLSerializer().serializeToString(copy);
}

function writeOut(element: Element, target: Element | undefined): void {
  if (target === undefined || !(element instanceof SVGElement)) return;
  const style = getComputedStyle(element);
  for (const name of inherited) {
    const value = style.getPropertyValue(name);
    if (value !== '' && !value.includes('url(')) target.setAttribute(name, value);
  }
  target.removeAttribute('class');
}

/** The same as a picture of dots, twice as fine as the screen. */
export async function pngOf(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('The browser draws no pictures');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error('The picture is empty')) : resolve(blob)),
        'image/png',
      ),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Gives the reader a file. */
export function saveFile(content: Blob | string, name: string): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: 'image/svg+xml' }) : content;
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
