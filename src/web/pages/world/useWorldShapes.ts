import { useEffect, useState } from 'react';
import type { WorldShapes } from '../../../charts/worldMap.ts';

/** The outlines of countries, loaded when a map is first shown; null until they are here. */
export function useWorldShapes(): WorldShapes | null {
  const [shapes, setShapes] = useState<WorldShapes | null>(null);
  useEffect(() => {
    let wanted = true;
    void import('./worldShapes.json').then((module) => {
      if (wanted) setShapes(module.default);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return shapes;
}
