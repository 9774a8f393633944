import type { RunManifest } from '../../api/assessment.ts';
import type { OrientationRule } from '../../domain/orientationRule.ts';
import type { SegmentSystem } from '../../domain/segmentSystem.ts';
import type { TerritoryGroup } from '../../domain/withGroups.ts';
import type { KnownDefinitions } from '../options.ts';

/** Definitions as a run's manifest holds them. */
export function definitionsOf(manifest: RunManifest): KnownDefinitions {
  const { system, rule, groups } = manifest.definitions as {
    system?: SegmentSystem;
    rule?: OrientationRule;
    groups?: readonly TerritoryGroup[];
  };
  return {
    ...(system === undefined ? {} : { segments: system }),
    ...(rule === undefined ? {} : { rule }),
    ...(groups === undefined ? {} : { groups }),
  };
}
