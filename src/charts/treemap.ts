import { type Box, squarify } from './squarify.ts';
import { element, fitted, label, linked, picture, textWidth, wrapped } from './svg.ts';

export interface TreeCell {
  readonly id: string;
  /** Code, in semibold; empty where there is none. */
  readonly code: string;
  readonly name: string;
  readonly value: number;
  readonly text: string;
  /** Where a click leads; absent: nowhere deeper. */
  readonly href?: string | undefined;
}
export interface TreeGroup {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly colour: string;
  readonly href?: string | undefined;
  readonly cells: readonly TreeCell[];
}

const header = 20;

/** Groups parted into cells by their values: tinted, a bar of the group's colour on top, text only where it fits. */
export function treemap(
  groups: readonly TreeGroup[],
  options: { readonly width: number; readonly height: number; readonly title: string },
): string {
  const sized = groups
    .map((group) => ({ group, value: group.cells.reduce((sum, cell) => sum + Math.max(0, cell.value), 0) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  const boxes = squarify(
    sized.map(({ value }) => value),
    { x: 0, y: 0, width: options.width, height: options.height },
  );
  return picture(
    options,
    options.title,
    { class: 'treemap', role: 'group' },
    ...sized.map(({ group }, place) => drawGroup(group, boxes[place] as Box)),
  );
}

function drawGroup(group: TreeGroup, box: Box): string {
  const inner = {
    x: box.x + 1,
    y: box.y + 1,
    width: Math.max(0, box.width - 2),
    height: Math.max(0, box.height - 2),
  };
  if (inner.width < 2 || inner.height < 2) return '';
  const hasHeader = inner.height > 44 && inner.width > 50;
  const top = hasHeader ? header + 3 : 3;
  const cells = [...group.cells].filter((cell) => cell.value > 0).sort((a, b) => b.value - a.value);
  const boxes = squarify(
    cells.map((cell) => cell.value),
    { x: inner.x, y: inner.y + top, width: inner.width, height: Math.max(0, inner.height - top) },
  );
  const tint = `color-mix(in srgb, var(${group.colour}) 20%, var(--paper))`;
  const head = hasHeader
    ? linked(
        group.href,
        group.id,
        `${group.name}: ${group.text}`,
        element('rect', { x: inner.x, y: inner.y + 3, width: inner.width, height: header, fill: tint }),
        label(inner.x + 6, inner.y + 17, headText(group, inner.width - 10), {
          class: 'b',
          fill: group.colour === '--seg-rest' ? 'var(--seg-rest-ink)' : `var(${group.colour})`,
        }),
      )
    : '';
  return [
    element('rect', { x: inner.x, y: inner.y, width: inner.width, height: 3, fill: `var(${group.colour})` }),
    head,
    ...cells.map((cell, place) => drawCell(cell, boxes[place] as Box, tint, group.name)),
  ].join('');
}

/** Name and value where both fit, else the name, cut if need be. */
function headText({ name, text }: TreeGroup, width: number): string {
  const both = `${name} ${text}`;
  return textWidth(both, 13) <= width ? both : fitted(name, width, 13);
}

function drawCell(cell: TreeCell, box: Box, tint: string, groupName: string): string {
  const { x, y } = box;
  const [width, height] = [Math.max(0, box.width - 1), Math.max(0, box.height - 1)];
  if (width < 1 || height < 1) return '';
  const first = `${cell.code} ${cell.text}`.trim();
  const lines =
    height > 34 && width > 44 ? wrapped(cell.name, width - 12, 12, Math.floor((height - 22) / 15)) : [];
  const head =
    height > 15 && width > 30 ? fitted(first, width - 10, 12) || fitted(cell.code, width - 6, 12) : '';
  return linked(
    cell.href,
    cell.id,
    `${[cell.code, cell.name].filter((part) => part !== '').join(' ')} (${groupName}): ${cell.text}`,
    element('rect', { x, y, width, height, fill: tint }),
    head === '' ? '' : label(x + 6, y + 14, head, { class: 'b' }),
    ...lines.map((line, place) => label(x + 6, y + 29 + place * 15, line)),
  );
}
