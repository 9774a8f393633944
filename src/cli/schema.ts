import { Argument, type Command } from 'commander';
import { z } from 'zod';
import { accountExplanationSchema } from '../api/accountExplanation.ts';
import { assessmentSchema, highTechSchema } from '../api/assessment.ts';
import { auditAnswerSchema, auditFileSchema } from '../api/audit.ts';
import { checkSchema } from '../api/check.ts';
import { classificationSchema, listComparisonSchema } from '../api/classification.ts';
import { compactionSchema } from '../api/compaction.ts';
import { comparisonSchema } from '../api/comparison.ts';
import { comparisonExplanationSchema } from '../api/comparisonExplanation.ts';
import { countryComparisonSchema } from '../api/countryComparison.ts';
import { diversificationSchema } from '../api/diversification.ts';
import { explanationSchema } from '../api/explanation.ts';
import { importReportSchema } from '../api/importReport.ts';
import { measureAnswerSchema, measureOptionsSchema } from '../api/measureAnswer.ts';
import { opportunitiesSchema } from '../api/opportunities.ts';
import { patentsSchema } from '../api/patents.ts';
import { reconciliationSchema } from '../api/reconciliation.ts';
import { scorecardSchema } from '../api/scorecard.ts';
import { sectorsSchema } from '../api/sectors.ts';
import { seriesReportSchema } from '../api/seriesReport.ts';
import { trajectorySchema } from '../api/trajectory.ts';
import { uncertaintySchema } from '../api/uncertainty.ts';
import { pruningSchema, vintageDiffSchema, vintageListSchema } from '../api/vintages.ts';
import { quarantineSchema, workspaceStatusSchema } from '../api/workspaceStatus.ts';
import { indicatorSystemSchema } from '../classifications/indicatorSystems.ts';
import { orientationRuleSchema } from '../classifications/orientationRules.ts';
import { segmentSystemSchema } from '../classifications/segmentSystems.ts';
import { territoryGroupsSchema } from '../classifications/territoryGroups.ts';
import { mappingSchema } from '../sources/table/mapping.ts';
import type { CliEffects, Language } from './context.ts';

const schemas = {
  assess: assessmentSchema,
  'high-tech': highTechSchema,
  import: importReportSchema,
  explain: explanationSchema,
  'explain-import': accountExplanationSchema,
  diff: comparisonSchema,
  reconcile: reconciliationSchema,
  check: checkSchema,
  status: workspaceStatusSchema,
  'status-quarantine': quarantineSchema,
  vintages: vintageListSchema,
  'vintages-diff': vintageDiffSchema,
  'vintages-prune': pruningSchema,
  compact: compactionSchema,
  classify: classificationSchema,
  'classifications-diff': listComparisonSchema,
  measure: measureAnswerSchema,
  'measure-options': measureOptionsSchema,
  audit: auditAnswerSchema,
  'audit-file': auditFileSchema,
  scorecard: scorecardSchema,
  indicators: indicatorSystemSchema,
  trajectory: trajectorySchema,
  diversify: diversificationSchema,
  opportunities: opportunitiesSchema,
  uncertainty: uncertaintySchema,
  mapping: mappingSchema,
  segments: segmentSystemSchema,
  compare: countryComparisonSchema,
  'explain-compare': comparisonExplanationSchema,
  sectors: sectorsSchema,
  patents: patentsSchema,
  'import-wdi': seriesReportSchema,
  rule: orientationRuleSchema,
  groups: territoryGroupsSchema,
};

export function registerSchema(program: Command, language: Language, effects: CliEffects): void {
  program
    .command('schema')
    .description(
      language === 'ru'
        ? 'JSON Schema ответа или файла описания'
        : 'JSON Schema of an answer or of the mapping file',
    )
    .addArgument(
      new Argument('<name>', language === 'ru' ? 'что описать' : 'what to describe').choices(
        Object.keys(schemas),
      ),
    )
    .action((name: keyof typeof schemas) => {
      effects.out(`${JSON.stringify(z.toJSONSchema(schemas[name], { io: 'input' }), null, 2)}\n`);
    });
}
