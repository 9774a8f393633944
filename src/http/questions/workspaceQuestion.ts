import { z } from 'zod';
import { type WorkspaceSummary, workspaceSummarySchema } from '../../api/workspaceSummary.ts';
import { loadOrientationRule, orientationRuleNames } from '../../classifications/orientationRules.ts';
import { builtInSegmentSystem, segmentSystemNames } from '../../classifications/segmentSystems.ts';
import { tileOf } from '../../classifications/tileGrids.ts';
import { parentAt } from '../../domain/territory.ts';
import { lastPeriodOf, lastWholeYearOf, missingMonths } from '../../domain/yearCoverage.ts';
import { statedPartners } from '../../store/queries/statedPartners.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { defineQuestion } from '../question.ts';

export const workspaceQuestion = defineQuestion({
  id: 'workspace',
  about: {
    ru: 'Что есть в рабочей области: страна, территории, годы, загрузки, системы сегментов',
    en: 'What the workspace holds: country, territories, years, vintages, segment systems',
  },
  options: z.strictObject({}),
  answer: workspaceSummarySchema,
  run: async (workspace, _options, { state, loadedAt, map }) => {
    const coverage = workspace.coverage.map((one) => ({
      flow: one.flow,
      year: one.year,
      months: [...one.months],
      whole: missingMonths(one.months).length === 0,
    }));
    const exports = coverage.filter((one) => one.flow === 'export');
    return {
      data: {
        country: workspace.country,
        countryName: workspace.territories.countryName,
        synthetic: workspace.synthetic,
        territories: territoriesOf(workspace, lastMonthOf(exports.at(-1))),
        coverage,
        lastPeriod: lastPeriodOf(exports),
        lastWholeYear: lastWholeYearOf(exports),
        inputs: workspace.inputs.map(({ vintage, source, file }) => ({ vintage, source, file })),
        loadedAt,
        segmentSystems: segmentSystemNames().map(systemOf),
        rules: orientationRuleNames().map((id) => ({ id, name: loadOrientationRule(id).name })),
        hasPartners: await hasPartners(workspace),
        hasMap: map !== null,
      },
      findings: workspace.importFindings.map(({ examples, ...finding }) => ({
        ...finding,
        ...(examples === undefined ? {} : { examples: [...examples] }),
      })),
      manifest: { state, vintages: [...workspace.vintages] },
    };
  },
});

function lastMonthOf(one: { readonly year: number; readonly months: readonly number[] } | undefined): string {
  const month = Math.max(...(one?.months ?? [12]));
  return `${one?.year ?? 9999}-${String(month === 0 ? 12 : month).padStart(2, '0')}`;
}

function territoriesOf(workspace: WorkspaceReader, month: string): WorkspaceSummary['data']['territories'] {
  return workspace.territories.territories.flatMap((one) =>
    one.kind === 'not-a-region'
      ? []
      : [
          {
            id: one.id,
            kind: one.kind,
            name: one.name,
            parent: parentAt(workspace.territories, one.id, month),
            from: one.from ?? null,
            to: one.to ?? null,
            tile: tileOf(one.id),
          },
        ],
  );
}

function systemOf(id: string): WorkspaceSummary['data']['segmentSystems'][number] {
  const system = builtInSegmentSystem(id);
  if (system === null) throw new Error(`The segment system ${id} is named but not there`);
  return { id, name: system.name, segments: system.segments.map(({ id, name }) => ({ id, name })) };
}

async function hasPartners(workspace: WorkspaceReader): Promise<boolean> {
  const rows = await workspace.engine.query(statedPartners());
  return rows[0]?.partner != null;
}
