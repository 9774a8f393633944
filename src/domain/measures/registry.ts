import { additiveRcaMeasure } from './definitions/additiveRca.ts';
import { changeDecompositionMeasure } from './definitions/changeDecomposition.ts';
import { complementarityMeasure } from './definitions/complementarity.ts';
import { compoundGrowthMeasure } from './definitions/compoundGrowth.ts';
import { constantMarketShareMeasure } from './definitions/constantMarketShare.ts';
import { contributionToGrowthMeasure } from './definitions/contributionToGrowth.ts';
import { densityMeasure } from './definitions/density.ts';
import { distanceMeasure } from './definitions/distance.ts';
import { diversityMeasure } from './definitions/diversity.ts';
import { eciMeasure } from './definitions/eci.ts';
import { entropyMeasure } from './definitions/entropy.ts';
import { equivalentNumberMeasure } from './definitions/equivalentNumber.ts';
import { expyMeasure } from './definitions/expy.ts';
import { externalEciMeasure } from './definitions/externalEci.ts';
import { fingerKreininMeasure } from './definitions/fingerKreinin.ts';
import { fitnessMeasure } from './definitions/fitness.ts';
import { giniMeasure } from './definitions/gini.ts';
import { growthMeasure } from './definitions/growth.ts';
import { hhiMeasure } from './definitions/hhi.ts';
import { hummelsKlenowMeasure } from './definitions/hummelsKlenow.ts';
import { hummelsKlenowByMarketMeasure } from './definitions/hummelsKlenowByMarket.ts';
import { hummelsKlenowMeanMeasure } from './definitions/hummelsKlenowMean.ts';
import { krugmanMeasure } from './definitions/krugman.ts';
import { lafayMeasure } from './definitions/lafay.ts';
import { logLinearGrowthMeasure } from './definitions/logLinearGrowth.ts';
import { logRcaMeasure } from './definitions/logRca.ts';
import { logRxaMeasure } from './definitions/logRxa.ts';
import { marketPenetrationMeasure } from './definitions/marketPenetration.ts';
import { normalisedHhiMeasure } from './definitions/normalisedHhi.ts';
import { normalisedRcaMeasure } from './definitions/normalisedRca.ts';
import { outlookGainMeasure } from './definitions/outlookGain.ts';
import { outlookIndexMeasure } from './definitions/outlookIndex.ts';
import { pciMeasure } from './definitions/pci.ts';
import { peiiMeasure } from './definitions/peii.ts';
import { pgiMeasure } from './definitions/pgi.ts';
import { presenceMeasure } from './definitions/presence.ts';
import { productFitnessMeasure } from './definitions/productFitness.ts';
import { productMeanMeasure } from './definitions/productMean.ts';
import { prodyMeasure } from './definitions/prody.ts';
import { proximityMeasure } from './definitions/proximity.ts';
import { rcaMeasure } from './definitions/rca.ts';
import { relatedVarietyMeasure } from './definitions/relatedVariety.ts';
import { relativeUnitValueMeasure } from './definitions/relativeUnitValue.ts';
import { revealedCompetitivenessMeasure } from './definitions/revealedCompetitiveness.ts';
import { rmaMeasure } from './definitions/rma.ts';
import { rpopMeasure } from './definitions/rpop.ts';
import { rtaMeasure } from './definitions/rta.ts';
import { rxaMeasure } from './definitions/rxa.ts';
import { shareChangeMeasure } from './definitions/shareChange.ts';
import { shareWeightedEciMeasure } from './definitions/shareWeightedEci.ts';
import { similarityMeasure } from './definitions/similarity.ts';
import { survivalMeasure } from './definitions/survival.ts';
import { symmetricRcaMeasure } from './definitions/symmetricRca.ts';
import { theilMeasure } from './definitions/theil.ts';
import { theilBetweenMeasure } from './definitions/theilBetween.ts';
import { theilBetweenGroupsMeasure } from './definitions/theilBetweenGroups.ts';
import { theilWithinMeasure } from './definitions/theilWithin.ts';
import { theilWithinGroupsMeasure } from './definitions/theilWithinGroups.ts';
import { tradeIntensityMeasure } from './definitions/tradeIntensity.ts';
import { trajectoryIndexMeasure } from './definitions/trajectoryIndex.ts';
import { ubiquityMeasure } from './definitions/ubiquity.ts';
import { unctadConcentrationMeasure } from './definitions/unctadConcentration.ts';
import { unctadDiversificationMeasure } from './definitions/unctadDiversification.ts';
import { unitValueMeasure } from './definitions/unitValue.ts';
import { unitValueIndexMeasure } from './definitions/unitValueIndex.ts';
import { unrelatedVarietyMeasure } from './definitions/unrelatedVariety.ts';
import { valueIndexMeasure } from './definitions/valueIndex.ts';
import { volumeIndexMeasure } from './definitions/volumeIndex.ts';
import type { MeasureDefinition } from './measureDefinition.ts';

/** All measures, in the order of their families. */
export const measures: readonly MeasureDefinition[] = [
  rcaMeasure,
  symmetricRcaMeasure,
  logRcaMeasure,
  normalisedRcaMeasure,
  additiveRcaMeasure,
  trajectoryIndexMeasure,
  rpopMeasure,
  rxaMeasure,
  rmaMeasure,
  rtaMeasure,
  revealedCompetitivenessMeasure,
  logRxaMeasure,
  lafayMeasure,
  presenceMeasure,
  diversityMeasure,
  ubiquityMeasure,
  eciMeasure,
  pciMeasure,
  fitnessMeasure,
  productFitnessMeasure,
  externalEciMeasure,
  shareWeightedEciMeasure,
  proximityMeasure,
  densityMeasure,
  distanceMeasure,
  outlookIndexMeasure,
  outlookGainMeasure,
  similarityMeasure,
  prodyMeasure,
  expyMeasure,
  productMeanMeasure,
  pgiMeasure,
  peiiMeasure,
  hhiMeasure,
  normalisedHhiMeasure,
  equivalentNumberMeasure,
  unctadConcentrationMeasure,
  unctadDiversificationMeasure,
  krugmanMeasure,
  fingerKreininMeasure,
  entropyMeasure,
  unrelatedVarietyMeasure,
  relatedVarietyMeasure,
  giniMeasure,
  theilMeasure,
  theilBetweenMeasure,
  theilWithinMeasure,
  theilBetweenGroupsMeasure,
  theilWithinGroupsMeasure,
  changeDecompositionMeasure,
  shareChangeMeasure,
  contributionToGrowthMeasure,
  growthMeasure,
  compoundGrowthMeasure,
  logLinearGrowthMeasure,
  survivalMeasure,
  hummelsKlenowMeasure,
  hummelsKlenowByMarketMeasure,
  hummelsKlenowMeanMeasure,
  marketPenetrationMeasure,
  constantMarketShareMeasure,
  tradeIntensityMeasure,
  complementarityMeasure,
  unitValueMeasure,
  relativeUnitValueMeasure,
  valueIndexMeasure,
  unitValueIndexMeasure,
  volumeIndexMeasure,
];

/** A measure by its id, or null. @example findMeasure('rca').by // 'region × product' */
export function findMeasure(id: string): MeasureDefinition | null {
  return measures.find((measure) => measure.id === id) ?? null;
}
