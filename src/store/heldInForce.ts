import type { Part, Vintage } from './manifest.ts';
import { supersededOf } from './supersededSlices.ts';

/**
 * Vintages of a stored file that the state given reads from it: those in force, and, of a cube, those from which it
 * leaves out just what is superseded in that state.
 */
export function heldInForce(part: Part, inForce: readonly Vintage[]): readonly string[] {
  const ids = part.holds
    .map((held) => held.vintage)
    .filter((id) => inForce.some((vintage) => vintage.id === id));
  if (!part.kind.startsWith('cube_')) return ids;
  const without = [...part.without].sort().join(' ');
  return ids.filter((id) => {
    const left = supersededOf(id, inForce).filter(
      (slice) => part.flow === null || (slice.flow === part.flow && slice.year === part.year),
    );
    return [...new Set(left.map((slice) => slice.by))].sort().join(' ') === without;
  });
}
