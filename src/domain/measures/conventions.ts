/** Names of the conventions of complexity. */
export const conventionNames = [
  'atlas',
  'py-ecomplexity',
  'stata',
  'separate',
  'economiccomplexity-r',
  'economiccomplexity-r-eigenvalues',
  'datawheel',
] as const;
export type ComplexityConvention = (typeof conventionNames)[number];

/** What a program does where programs differ. */
export interface Convention {
  readonly method: 'eigenvector' | { readonly regionSteps: number; readonly productSteps: number };
  /** Deviation that values are divided by: of the population, of a sample, or of the long table of all pairs (Stata). */
  readonly deviation: 'population' | 'sample' | 'long-table';
  /** PCI on the scale of ECI, so that ECI is the mean PCI of what is present; or on its own. */
  readonly productScale: 'as-regions' | 'own';
  readonly comparison: 'at-least' | 'above';
  readonly diagonal: 0 | 1;
  /** Weights of the outlook: PCI, or the eigenvector before its mean is taken off, over the deviation of ECI. */
  readonly outlookWeights: 'pci' | 'uncentred';
  readonly outlookStandardised: boolean;
  readonly gain: 'with-second-term' | 'without-second-term';
  /** Steps fewer than the number of iterations asked for: R counts the starting values as the first. */
  readonly fitnessStepsLess: 0 | 1;
}

const atlas: Convention = {
  method: 'eigenvector',
  deviation: 'population',
  productScale: 'as-regions',
  comparison: 'at-least',
  diagonal: 1,
  outlookWeights: 'pci',
  outlookStandardised: false,
  gain: 'with-second-term',
  fitnessStepsLess: 0,
};
const likeStata = {
  outlookWeights: 'uncentred',
  outlookStandardised: true,
  gain: 'without-second-term',
} as const;
const reflectionsOfTwenty = {
  method: { regionSteps: 18, productSteps: 19 },
  deviation: 'sample',
  productScale: 'own',
} as const;

/**
 * Conventions by name. `atlas`: as the Atlas of Economic Complexity says; `separate`: each side to its own mean and
 * deviation; the others as the source code of the programs has it: py-ecomplexity and the Stata package of the Growth
 * Lab, R economiccomplexity (its default complexity, and its eigenvalues), Datawheel's economic-complexity.
 */
export const conventions: Readonly<Record<ComplexityConvention, Convention>> = {
  atlas,
  'py-ecomplexity': { ...atlas, ...likeStata },
  stata: { ...atlas, ...likeStata, deviation: 'long-table', comparison: 'above', diagonal: 0 },
  separate: { ...atlas, productScale: 'own' },
  'economiccomplexity-r': {
    ...atlas,
    ...reflectionsOfTwenty,
    gain: 'without-second-term',
    fitnessStepsLess: 1,
  },
  'economiccomplexity-r-eigenvalues': {
    ...atlas,
    deviation: 'sample',
    productScale: 'own',
    gain: 'without-second-term',
    fitnessStepsLess: 1,
  },
  datawheel: { ...atlas, ...reflectionsOfTwenty, diagonal: 0 },
};
