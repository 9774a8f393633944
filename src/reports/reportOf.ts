import type { Assessment, HighTech } from '../api/assessment.ts';
import type { AuditAnswer } from '../api/audit.ts';
import type { Composition } from '../api/composition.ts';
import type { CountryComparison } from '../api/countryComparison.ts';
import type { Diversification } from '../api/diversification.ts';
import type { MeasureAnswer } from '../api/measureAnswer.ts';
import type { Opportunities } from '../api/opportunities.ts';
import type { Partners } from '../api/partners.ts';
import type { Patents } from '../api/patents.ts';
import type { Product } from '../api/product.ts';
import type { Scorecard } from '../api/scorecard.ts';
import type { Sectors } from '../api/sectors.ts';
import type { Trajectory } from '../api/trajectory.ts';
import type { Uncertainty } from '../api/uncertainty.ts';
import type { UnitValues } from '../api/unitValues.ts';
import type { Language } from '../domain/formatNumber.ts';
import { diversificationSentences } from '../narrative/diversificationText.ts';
import { opportunitySentences } from '../narrative/opportunitySentences.ts';
import { plainSentence } from '../narrative/sentence.ts';
import { patentTables, sectorTables } from './approachTables.ts';
import { assessmentTables } from './assessmentTables.ts';
import { auditTables } from './auditTables.ts';
import { auditText } from './auditText.ts';
import { countryComparisonTables } from './countryComparisonTables.ts';
import { diversificationOverview, isOfMany } from './diversificationOverview.ts';
import { diversificationRows, diversificationTables } from './diversificationTables.ts';
import { highTechTables } from './highTechTables.ts';
import { measureTables } from './measureTables.ts';
import { opportunityTables } from './opportunityTables.ts';
import { compositionTables, partnersTables, productTables, unitValueTables } from './profileTables.ts';
import type { ReportTable } from './reportTable.ts';
import { scorecardTables } from './scorecardTables.ts';
import { trajectoryRows, trajectoryTables } from './trajectoryTables.ts';
import { uncertaintyRows, uncertaintyTables } from './uncertaintyTables.ts';

/** Answers that can be written as text, CSV and XLSX. */
export interface Answers {
  readonly assess: Assessment;
  readonly 'high-tech': HighTech;
  readonly trajectory: Trajectory;
  readonly diversify: Diversification;
  readonly opportunities: Opportunities;
  readonly uncertainty: Uncertainty;
  readonly scorecard: Scorecard;
  readonly compare: CountryComparison;
  readonly sectors: Sectors;
  readonly patents: Patents;
  readonly measure: MeasureAnswer;
  readonly audit: AuditAnswer;
  readonly composition: Composition;
  readonly partners: Partners;
  readonly product: Product;
  readonly 'unit-values': UnitValues;
}
export type Answer = {
  [Kind in keyof Answers]: { readonly kind: Kind; readonly answer: Answers[Kind] };
}[keyof Answers];

/** What an answer is to a reader. */
export interface Report {
  /** Plain sentences above the tables. */
  readonly lead?: readonly string[];
  readonly tables: readonly ReportTable[];
  /** Rows of CSV; left out: those of the answer. */
  readonly rows?: readonly Readonly<Record<string, unknown>>[];
  /** Id of a figure to begin explaining with. */
  readonly example?: string | undefined;
  /** The whole text, where it is more than lead and tables. */
  readonly text?: string;
}

export interface ReportChoices {
  readonly language: Language;
  /** Rows of a table at most. */
  readonly limit: number;
  /** With the id of each row. */
  readonly ids: boolean;
}

type Reporters = {
  readonly [Kind in keyof Answers]: (answer: Answers[Kind], choices: ReportChoices) => Report;
};

/** A figure of the first region (or of the first row that is judged, or of any). */
function exampleOf(
  rows: readonly { readonly id: string; readonly level: string; readonly conditions?: readonly unknown[] }[],
  field: string,
): string | undefined {
  const row =
    rows.find((one) => (one.conditions ?? []).length > 0) ??
    rows.find((one) => one.level === 'region') ??
    rows[0];
  return row === undefined ? undefined : `${row.id}/${field}`;
}

const reporters: Reporters = {
  assess: (answer, { language, limit, ids }) => ({
    tables: assessmentTables(answer, language, limit, ids),
    example: exampleOf(answer.data, 'trajectoryIndex'),
  }),
  'high-tech': (answer, { language, ids }) => ({
    tables: highTechTables(answer, language, ids),
    example: exampleOf(answer.data, 'valueUsd'),
  }),
  trajectory: (answer, { language, limit, ids }) => ({
    tables: trajectoryTables(answer, language, limit, ids),
    rows: trajectoryRows(answer),
    example: answer.data[0] === undefined ? undefined : `${answer.data[0].id}/direction`,
  }),
  diversify: (answer, { language, limit, ids }) => ({
    ...(isOfMany(answer)
      ? { tables: [diversificationOverview(answer, language, limit)] }
      : {
          lead: diversificationSentences(answer, language),
          tables: diversificationTables(answer, language, ids),
        }),
    rows: diversificationRows(answer, language),
    example: (answer.data.find((one) => one.measure === 'entry') ?? answer.data[0])?.id,
  }),
  opportunities: (answer, { language, limit, ids }) => ({
    lead: opportunitySentences(answer, language).map(plainSentence),
    tables: opportunityTables(answer, language, limit, ids),
    example: exampleOf(answer.data, 'density'),
  }),
  uncertainty: (answer, { language, limit, ids }) => ({
    tables: uncertaintyTables(answer, language, limit, ids),
    rows: uncertaintyRows(answer),
    example: answer.data[0] === undefined ? undefined : `${answer.data[0].id}/rankShare`,
  }),
  scorecard: (answer, { language, limit }) => ({
    tables: scorecardTables(answer, language, Math.max(limit, 100)),
    example: exampleOf(answer.data, 'value'),
  }),
  compare: (answer, { language, ids }) => ({
    tables: countryComparisonTables(answer, language, ids),
    example: exampleOf(answer.data, 'exportsIndex'),
  }),
  sectors: (answer, { language, ids }) => ({
    tables: sectorTables(answer, language, ids),
    example: exampleOf(answer.data, 'share'),
  }),
  patents: (answer, { language, ids }) => ({
    tables: patentTables(answer, language, ids),
    example: answer.data[0] === undefined ? undefined : `${answer.data[0].id}/share`,
  }),
  measure: (answer, { language, limit }) => ({ tables: measureTables(answer, language, limit) }),
  audit: (answer, { language }) => ({
    tables: auditTables(answer, language),
    text: auditText(answer, language),
  }),
  composition: (answer, { language, limit }) => ({ tables: compositionTables(answer, language, limit) }),
  partners: (answer, { language, limit }) => ({ tables: partnersTables(answer, language, limit) }),
  product: (answer, { language, limit }) => ({
    tables: productTables(answer, language, limit),
    example: answer.data[0] === undefined ? undefined : `${answer.data[0].id}/index`,
  }),
  'unit-values': (answer, { language, limit }) => ({ tables: unitValueTables(answer, language, limit) }),
};

/** An answer as its reader has it, whatever the form: sentences, tables, rows. */
export function reportOf({ kind, answer }: Answer, choices: ReportChoices): Report {
  return (reporters[kind] as (answer: Answer['answer'], choices: ReportChoices) => Report)(answer, choices);
}
