import { type NoValue, noValueName } from './noValue.ts';
import { element, escapeXml, picture } from './svg.ts';
import { type MapTile, mapLegend, mapPatterns, type TileMapOptions } from './tileMap.ts';

/** A region on its ground; a shape without a territory is ground only. */
export interface MapArea {
  readonly name: string;
  /** SVG path on the plane of the map. */
  readonly area: string;
  /** Its border, where that is not the edge of the area. */
  readonly border: string | null;
  readonly region: Pick<MapTile, 'id' | 'look' | 'text' | 'framed' | 'href'> | null;
}

/** Regions in their boundaries, coloured by class; what is at least T = 1 has a heavy border. */
export function choropleth(
  areas: readonly MapArea[],
  plane: { readonly width: number; readonly height: number },
  options: TileMapOptions,
): string {
  const { width } = options;
  const scale = plane.width === 0 ? 1 : width / plane.width;
  const height = plane.height * scale;
  const kinds = new Set(
    areas.flatMap(({ region }) => (region !== null && typeof region.look === 'string' ? [region.look] : [])),
  );
  const legend = mapLegend(height + 28, kinds, options);
  const ordered = [...areas].sort(
    (a, b) => Number(a.region?.framed ?? false) - Number(b.region?.framed ?? false),
  );
  return picture(
    { width, height: height + 28 + legend.height },
    options.title,
    { class: 'choropleth', role: 'group' },
    element('defs', {}, ...mapPatterns),
    element(
      'g',
      { transform: `scale(${Math.round(scale * 1e5) / 1e5})` },
      ...ordered.map((area) => drawArea(area, options)),
    ),
    legend.text,
  );
}

function drawArea({ name, area, border, region }: MapArea, { language }: TileMapOptions): string {
  if (area === '') return '';
  if (region === null)
    return element(
      'g',
      {},
      element('title', {}, escapeXml(name)),
      edged(area, border, 'var(--paper-2)', 'var(--rule-2)', 0.6),
    );
  const none: NoValue | null = typeof region.look === 'string' ? region.look : null;
  const fill =
    typeof region.look !== 'string'
      ? `var(--${region.look.scale}-${region.look.step})`
      : region.look === 'not-published'
        ? 'url(#p-hatch)'
        : region.look === 'confidential'
          ? 'url(#p-dots)'
          : 'var(--paper)';
  const value = none === null ? region.text : noValueName(none, language);
  return element(
    'a',
    { href: region.href, 'data-cell': region.id },
    element('title', {}, escapeXml(`${name}: ${value}`)),
    edged(
      area,
      border,
      fill,
      region.framed ? 'var(--ink)' : 'var(--rule-2)',
      region.framed ? 1.4 : 0.6,
      none,
    ),
  );
}

/** The area and its border; an area whose edge has a seam is drawn without edge, and the border over it. */
function edged(
  area: string,
  border: string | null,
  fill: string,
  stroke: string,
  strokeWidth: number,
  none: NoValue | null = null,
): string {
  const line = {
    stroke,
    'stroke-width': strokeWidth,
    'stroke-linejoin': 'round',
    'vector-effect': 'non-scaling-stroke',
    'stroke-dasharray': none === 'undefined' ? '3 3' : null,
  };
  if (border === null) return element('path', { d: area, fill, 'fill-rule': 'evenodd', ...line });
  return (
    element('path', { d: area, fill, 'fill-rule': 'evenodd' }) +
    element('path', { d: border, fill: 'none', ...line })
  );
}
