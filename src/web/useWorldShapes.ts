import { useEffect, useState } from 'react';
import type { WorldShapes } from '../charts/worldMap.ts';

/** Where the outlines are from. */
export const outlinesNote = {
  ru: 'Очертания — Natural Earth (общественное достояние), границы — фактические; точки — малые страны.',
  en: 'Outlines: Natural Earth (public domain), borders as they are in fact; points are small countries.',
};

/** The outlines of countries, loaded when a map is first shown; null until they are here, or where they are not wanted. */
export function useWorldShapes(isWanted = true): WorldShapes | null {
  const [shapes, setShapes] = useState<WorldShapes | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let wanted = true;
    void import('./worldShapes.json').then((module) => {
      if (wanted) setShapes(module.default);
    });
    return () => {
      wanted = false;
    };
  }, [isWanted]);
  return shapes;
}
