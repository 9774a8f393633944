import { useContext } from 'react';
import { useLanguage } from '../../language.ts';
import { WorkspaceContext } from '../../workspace.ts';

/** Where the region lies on the grid of its country. */
export function Locator({ id }: { readonly id: string }) {
  const { language } = useLanguage();
  const { data } = useContext(WorkspaceContext);
  const tiles = data.territories.flatMap((one) => (one.tile === null ? [] : [{ ...one, tile: one.tile }]));
  if (tiles.length === 0) return null;
  const columns = 1 + Math.max(...tiles.map((one) => one.tile.column));
  const rows = 1 + Math.max(...tiles.map((one) => one.tile.row));
  const side = Math.min(24, Math.floor(250 / columns));
  const isHere = (one: (typeof tiles)[number]) => one.id === id || one.parent === id;
  return (
    <svg
      className="locator"
      width={columns * side}
      height={rows * side}
      role="img"
      aria-label={data.territories.find((one) => one.id === id)?.name[language] ?? id}
    >
      {tiles.map((one) => (
        <rect
          key={one.id}
          x={one.tile.column * side}
          y={one.tile.row * side}
          width={side - 1.5}
          height={side - 1.5}
          fill={isHere(one) ? 'var(--accent)' : 'var(--rule)'}
        />
      ))}
    </svg>
  );
}
