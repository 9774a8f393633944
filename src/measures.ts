// The pure measures alone: `import { complexityOf } from 'trajecta/measures'`. No files, no engine: runs in a browser.
export type { Measured, UndefinedReason } from './domain/measured.ts';
export type { ChangeParts } from './domain/measures/changeDecomposition.ts';
export { changeDecomposition } from './domain/measures/changeDecomposition.ts';
export type { Complexity, ComplexityConvention, ComplexityReason } from './domain/measures/complexity.ts';
export { complexityOf } from './domain/measures/complexity.ts';
export { connectedComponents } from './domain/measures/connectedComponents.ts';
export type { ConstantMarketShare, MarketCell } from './domain/measures/constantMarketShare.ts';
export { constantMarketShare } from './domain/measures/constantMarketShare.ts';
export type { ProductSpace, ProductSpaceOptions } from './domain/measures/density.ts';
export { densityOf, proximityOf } from './domain/measures/density.ts';
export { entropy, variety } from './domain/measures/entropy.ts';
export type { Fitness } from './domain/measures/fitness.ts';
export { fitnessOf } from './domain/measures/fitness.ts';
export { gini } from './domain/measures/gini.ts';
export { compoundGrowth, logLinearGrowth, simpleGrowth } from './domain/measures/growth.ts';
export {
  equivalentNumber,
  herfindahl,
  normalisedHerfindahl,
  unctadConcentration,
} from './domain/measures/herfindahl.ts';
export { hummelsKlenow } from './domain/measures/hummelsKlenow.ts';
export { lafay } from './domain/measures/lafay.ts';
export type { MeasureContext, MeasuredTable, MeasureOptions } from './domain/measures/measureContext.ts';
export { measureContext, rowsOf } from './domain/measures/measureContext.ts';
export type { Presence, PresenceRule } from './domain/measures/presence.ts';
export { diversityOf, presenceOf, ubiquityOf, withColumns } from './domain/measures/presence.ts';
export { priceIndices } from './domain/measures/priceIndices.ts';
export { expyOf, prodyOf } from './domain/measures/prody.ts';
export { rcaOf } from './domain/measures/rca.ts';
export type { MeasureDefinition } from './domain/measures/registry.ts';
export { findMeasure, measures } from './domain/measures/registry.ts';
export { fingerKreinin, krugman, unctadDiversification } from './domain/measures/shareDifferences.ts';
export { kaplanMeier, spellsOf } from './domain/measures/survival.ts';
export { theil } from './domain/measures/theil.ts';
export type { EncodedColumns, TradeMatrix, TradeRow } from './domain/measures/tradeMatrix.ts';
export { marginsOf, tradeMatrixOf, tradeMatrixOfRows } from './domain/measures/tradeMatrix.ts';
export { additiveIndex, normalisedIndex, symmetricIndex, trajectoryIndex } from './domain/trajectoryIndex.ts';
