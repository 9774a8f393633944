// The pure measures alone: `import { complexityOf } from 'trajecta/measures'`. No files, no engine: runs in a browser.
export type { DrawSummary } from './domain/drawSummary.ts';
export type { Measured, UndefinedReason } from './domain/measured.ts';
export type { Bootstrap, BootstrappedRegion } from './domain/measures/bootstrapMeasure.ts';
export { bootstrapMeasure } from './domain/measures/bootstrapMeasure.ts';
export { chainedIndices } from './domain/measures/chainedIndices.ts';
export type { ChangeParts } from './domain/measures/changeDecomposition.ts';
export { changeDecomposition } from './domain/measures/changeDecomposition.ts';
export type { Complexity, ComplexityReason } from './domain/measures/complexity.ts';
export { complexityOf } from './domain/measures/complexity.ts';
export type { MeasurePart } from './domain/measures/computeMeasure.ts';
export { computeMeasure, measureRows } from './domain/measures/computeMeasure.ts';
export { connectedComponents } from './domain/measures/connectedComponents.ts';
export type { ConstantMarketShare, MarketCell } from './domain/measures/constantMarketShare.ts';
export { constantMarketShare } from './domain/measures/constantMarketShare.ts';
export { continuousProximity } from './domain/measures/continuousProximity.ts';
export type { ComplexityConvention, Convention } from './domain/measures/conventions.ts';
export { conventionNames, conventions } from './domain/measures/conventions.ts';
export type { ProductSpaceOptions } from './domain/measures/density.ts';
export { densityOf } from './domain/measures/density.ts';
export { entropy, variety } from './domain/measures/entropy.ts';
export {
  externalComplexity,
  shareWeightedComplexity,
  standardisedSample,
} from './domain/measures/externalComplexity.ts';
export type { Fitness } from './domain/measures/fitness.ts';
export { fitnessOf } from './domain/measures/fitness.ts';
export { gini } from './domain/measures/gini.ts';
export { groupTheil } from './domain/measures/groupTheil.ts';
export { compoundGrowth, logLinearGrowth, simpleGrowth } from './domain/measures/growth.ts';
export {
  equivalentNumber,
  herfindahl,
  normalisedHerfindahl,
  unctadConcentration,
} from './domain/measures/herfindahl.ts';
export type { HummelsKlenow } from './domain/measures/hummelsKlenow.ts';
export { hummelsKlenow } from './domain/measures/hummelsKlenow.ts';
export type { HummelsKlenowMean } from './domain/measures/hummelsKlenowMean.ts';
export { hummelsKlenowMean } from './domain/measures/hummelsKlenowMean.ts';
export { lafay } from './domain/measures/lafay.ts';
export { marketPenetration } from './domain/measures/marketPenetration.ts';
export { matrixOfColumns } from './domain/measures/matrixOfColumns.ts';
export type { MeasureContext } from './domain/measures/measureContext.ts';
export { measureContext } from './domain/measures/measureContext.ts';
export type { Agreement, Family, MeasureDefinition } from './domain/measures/measureDefinition.ts';
export type { MeasuredRow, MeasuredTable } from './domain/measures/measuredTable.ts';
export { rowsOf } from './domain/measures/measuredTable.ts';
export type { MeasureOptions, OptionDefinition } from './domain/measures/measureOptions.ts';
export { measureOptionDefinitions } from './domain/measures/measureOptions.ts';
export { nearestOnly } from './domain/measures/nearestOnly.ts';
export type { Presence, PresenceRule } from './domain/measures/presence.ts';
export { diversityOf, presenceOf, ubiquityOf, withColumns } from './domain/measures/presence.ts';
export type { PricedLine, PriceIndices } from './domain/measures/priceIndices.ts';
export { priceIndices } from './domain/measures/priceIndices.ts';
export { productMean } from './domain/measures/productMean.ts';
export type { ProductSpace } from './domain/measures/productSpaceOfMatrix.ts';
export { productSpaceOfMatrix } from './domain/measures/productSpaceOfMatrix.ts';
export { expyOf, prodyOf } from './domain/measures/prody.ts';
export type { ProximityVariant } from './domain/measures/proximity.ts';
export { proximityOf } from './domain/measures/proximity.ts';
export { rankCorrelation } from './domain/measures/rankCorrelation.ts';
export { rcaOf } from './domain/measures/rca.ts';
export type { RcaReference, RcaValues } from './domain/measures/rcaAgainst.ts';
export { rcaAgainst } from './domain/measures/rcaAgainst.ts';
export type { Reflections } from './domain/measures/reflections.ts';
export { reflections } from './domain/measures/reflections.ts';
export { findMeasure, measures } from './domain/measures/registry.ts';
export type { Relations } from './domain/measures/relations.ts';
export { relationsOf } from './domain/measures/relations.ts';
export { rpopOf } from './domain/measures/rpop.ts';
export { fingerKreinin, krugman, unctadDiversification } from './domain/measures/shareDifferences.ts';
export { similarityOf } from './domain/measures/similarity.ts';
export { kaplanMeier, spellsOf } from './domain/measures/survival.ts';
export { theil } from './domain/measures/theil.ts';
export { thresholdSensitivity } from './domain/measures/thresholdSensitivity.ts';
export type { CodedColumn, PlainColumns, TradeColumns, TradeRecord } from './domain/measures/tradeColumns.ts';
export { codedColumn, tradeColumnsOf, tradeColumnsOfRecords } from './domain/measures/tradeColumns.ts';
export type { EncodedColumns, TradeMatrix, TradeRow } from './domain/measures/tradeMatrix.ts';
export { marginsOf, tradeMatrixOf, tradeMatrixOfRows } from './domain/measures/tradeMatrix.ts';
export { unitValue } from './domain/measures/unitValue.ts';
export { vollrathOf } from './domain/measures/vollrath.ts';
export { additiveIndex, normalisedIndex, symmetricIndex, trajectoryIndex } from './domain/trajectoryIndex.ts';
