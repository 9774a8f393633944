import type { Measured, UndefinedReason } from '../measured.ts';
import type { TwoLanguages } from '../territory.ts';
import { additiveIndex, normalisedIndex, symmetricIndex } from '../trajectoryIndex.ts';
import { proximityOf } from './density.ts';
import { entropy, variety } from './entropy.ts';
import { fitnessOf } from './fitness.ts';
import { gini } from './gini.ts';
import { equivalentNumber, herfindahl, normalisedHerfindahl, unctadConcentration } from './herfindahl.ts';
import { type MeasureContext, type MeasuredTable, tableOf } from './measureContext.ts';
import { diversityOf, ubiquityOf } from './presence.ts';
import { expyOf, prodyOf } from './prody.ts';
import { fingerKreinin, krugman, unctadDiversification } from './shareDifferences.ts';
import { theil } from './theil.ts';

/** A measure over a table of regions by products: everything that help, documentation and glossary say of it. */
export interface MeasureDefinition {
  /** Kebab-case term of the field. */
  readonly id: string;
  readonly name: TwoLanguages;
  readonly meaning: TwoLanguages;
  readonly formula: string;
  readonly by: 'region' | 'product' | 'region × product' | 'product × product' | 'region × region';
  readonly unit: string;
  readonly range: string;
  /** Where it is undefined, and other edges. */
  readonly edges: TwoLanguages;
  readonly source: string;
  /** Programs that give the same number, and under which option. */
  readonly agrees: string;
  /** Options of `MeasureOptions` that it heeds. */
  readonly options: readonly string[];
  compute(context: MeasureContext): MeasuredTable;
}

const edge = (ru: string, en: string): TwoLanguages => ({ ru, en });
const nothingTraded = edge(
  'не определено, если регион ничего не вывозит (base-zero)',
  'undefined where the region exports nothing (base-zero)',
);
const emptyMargins = edge(
  'не определено для региона или товара без вывоза (no-region-value, no-product-value); отсутствующая пара — 0',
  'undefined for a region or product without exports (no-region-value, no-product-value); a pair that is not there is 0',
);
const presenceEdges = edge(
  'регионы и товары без присутствия — 0',
  'regions and products without presence have 0',
);
const complexityEdges = edge(
  'без присутствия — no-presence; граф распадается — disconnected; один регион или товар — one-region; все одинаковы — no-variation',
  'no-presence without presence; disconnected where the graph falls apart; one-region for one region or product; no-variation where all are alike',
);
const presenceOptions = ['threshold', 'comparison'];

/** A value for each region from its row of values over all products. */
function byRegion(
  context: MeasureContext,
  measure: (values: Float64Array, r: number) => Measured,
): MeasuredTable {
  const { matrix } = context;
  const values = new Float64Array(matrix.products.length);
  const results = matrix.regions.map((_, r) => {
    values.fill(0);
    for (let at = matrix.rowStart[r] as number; at < (matrix.rowStart[r + 1] as number); at += 1)
      values[matrix.column[at] as number] = matrix.value[at] as number;
    return measure(values, r);
  });
  return tableOf('region', matrix.regions, results);
}

/** A table of all pairs from the entries of the matrix; pairs that are not there get `absent`. */
function byPair(
  context: MeasureContext,
  entry: (at: number, r: number, q: number) => number | null,
  absent: (r: number, q: number) => number | null,
): MeasuredTable {
  const { matrix } = context;
  const { byRegion: ofRegion, byProduct: ofProduct } = context.margins();
  const p = matrix.products.length;
  const values = new Float64Array(matrix.regions.length * p);
  const undefinedAt = new Map<number, UndefinedReason>();
  const put = (cell: number, value: number | null) => {
    if (value === null) undefinedAt.set(cell, 'zero-value');
    else values[cell] = value;
  };
  for (let r = 0; r < matrix.regions.length; r += 1) {
    let at = matrix.rowStart[r] as number;
    const end = matrix.rowStart[r + 1] as number;
    for (let q = 0; q < p; q += 1) {
      const cell = r * p + q;
      if (ofRegion[r] === 0) undefinedAt.set(cell, 'no-region-value');
      else if (ofProduct[q] === 0) undefinedAt.set(cell, 'no-product-value');
      else if (at < end && matrix.column[at] === q) {
        put(cell, entry(at, r, q));
        at += 1;
      } else put(cell, absent(r, q));
    }
  }
  return { axes: pairAxes(context), values, undefinedAt };
}

function pairAxes(context: MeasureContext): MeasuredTable['axes'] {
  return [
    { name: 'region', labels: context.matrix.regions },
    { name: 'product', labels: context.matrix.products },
  ];
}

/** Values by region or product of which those outside the kept lists are undefined. */
function kept(
  name: 'region' | 'product',
  labels: readonly string[],
  values: ArrayLike<number>,
  places: Int32Array,
  reason: UndefinedReason | null,
): MeasuredTable {
  const inside = new Set(places);
  return tableOf(
    name,
    labels,
    labels.map((_, place): Measured => {
      if (!inside.has(place)) return { value: null, reason: 'no-presence' };
      return reason === null ? { value: values[place] as number } : { value: null, reason };
    }),
  );
}

function counts(name: 'region' | 'product', labels: readonly string[], values: Int32Array): MeasuredTable {
  return tableOf(
    name,
    labels,
    Array.from(values, (value) => ({ value })),
  );
}

/** A value of the product space for each pair: undefined where the product has no proximities. */
function ofSpace(
  context: MeasureContext,
  value: (cell: number) => number,
  needsComplexity: boolean,
): MeasuredTable {
  const space = context.productSpace();
  const p = context.matrix.products.length;
  const undefinedAt = new Map<number, UndefinedReason>();
  const reason = needsComplexity ? context.complexity().reason : null;
  const values = new Float64Array(space.density.length);
  for (let cell = 0; cell < values.length; cell += 1) {
    if (reason !== null) undefinedAt.set(cell, reason);
    else if (space.proximitySum[cell % p] === 0) undefinedAt.set(cell, 'no-presence');
    else values[cell] = value(cell);
  }
  return { axes: pairAxes(context), values, undefinedAt };
}

function regionPairs(
  context: MeasureContext,
  measure: (a: Float64Array, b: Float64Array) => Measured,
): MeasuredTable {
  const { matrix } = context;
  const n = matrix.regions.length;
  const rows = matrix.regions.map((_, r) => {
    const values = new Float64Array(matrix.products.length);
    for (let at = matrix.rowStart[r] as number; at < (matrix.rowStart[r + 1] as number); at += 1)
      values[matrix.column[at] as number] = matrix.value[at] as number;
    return values;
  });
  const values = new Float64Array(n * n);
  const undefinedAt = new Map<number, UndefinedReason>();
  rows.forEach((a, r) => {
    rows.forEach((b, s) => {
      const found = measure(a, b);
      if (found.value === null) undefinedAt.set(r * n + s, found.reason);
      else values[r * n + s] = found.value;
    });
  });
  return {
    axes: [
      { name: 'region', labels: matrix.regions },
      { name: 'other-region', labels: matrix.regions },
    ],
    values,
    undefinedAt,
  };
}

/** Correlation of ln(RCA + 0.1) of two regions over all products. */
function similarity(context: MeasureContext): MeasuredTable {
  const { matrix } = context;
  const rca = context.rca();
  const n = matrix.regions.length;
  const p = matrix.products.length;
  const logs = matrix.regions.map((_, r) => {
    const values = new Float64Array(p).fill(Math.log(0.1));
    for (let at = matrix.rowStart[r] as number; at < (matrix.rowStart[r + 1] as number); at += 1)
      values[matrix.column[at] as number] = Math.log((rca[at] as number) + 0.1);
    const mean = values.reduce((sum, x) => sum + x, 0) / p;
    return values.map((x) => x - mean);
  });
  const norms = logs.map((values) => Math.sqrt(values.reduce((sum, x) => sum + x * x, 0)));
  const values = new Float64Array(n * n);
  const undefinedAt = new Map<number, UndefinedReason>();
  for (let r = 0; r < n; r += 1)
    for (let s = 0; s < n; s += 1) {
      const scale = (norms[r] as number) * (norms[s] as number);
      if (scale < 1e-12) undefinedAt.set(r * n + s, 'no-variation');
      else {
        let sum = 0;
        for (let q = 0; q < p; q += 1) sum += (logs[r]?.[q] as number) * (logs[s]?.[q] as number);
        values[r * n + s] = Math.max(-1, Math.min(1, sum / scale));
      }
    }
  return {
    axes: [
      { name: 'region', labels: matrix.regions },
      { name: 'other-region', labels: matrix.regions },
    ],
    values,
    undefinedAt,
  };
}

function characteristics(context: MeasureContext): readonly (number | null)[] {
  return context.matrix.regions.map((region) => context.options.characteristic?.get(region) ?? null);
}

const linesOf = (context: MeasureContext) => context.options.lines ?? context.matrix.products.length;

/** All measures over one table, by id. */
export const measures: readonly MeasureDefinition[] = [
  {
    id: 'rca',
    name: {
      ru: 'Выявленное сравнительное преимущество (Баласса)',
      en: 'Revealed comparative advantage (Balassa)',
    },
    meaning: {
      ru: 'во сколько раз доля товара в вывозе региона больше, чем у всех вместе',
      en: "how many times greater the product's share in the region's exports is than in those of all",
    },
    formula: 'RCA(r,p) = (x_rp / X_r) / (X_p / X)',
    by: 'region × product',
    unit: '–',
    range: '0 … ∞',
    edges: emptyMargins,
    source: 'Balassa 1965',
    agrees: 'py-ecomplexity, R economiccomplexity, Datawheel',
    options: [],
    compute: (context) =>
      byPair(
        context,
        (at) => context.rca()[at] as number,
        () => 0,
      ),
  },
  {
    id: 'symmetric-rca',
    name: { ru: 'Симметричное преимущество', en: 'Symmetric comparative advantage' },
    meaning: { ru: 'RCA, приведённый к отрезку от −1 до 1', en: 'RCA brought to −1 … 1' },
    formula: '(RCA − 1) / (RCA + 1)',
    by: 'region × product',
    unit: '–',
    range: '−1 … 1',
    edges: emptyMargins,
    source: 'Dalum, Laursen, Villumsen 1998',
    agrees: '',
    options: [],
    compute: (context) =>
      byPair(
        context,
        (at) => symmetricIndex(context.rca()[at] as number),
        () => -1,
      ),
  },
  {
    id: 'log-rca',
    name: { ru: 'Логарифм преимущества', en: 'Logarithm of comparative advantage' },
    meaning: {
      ru: 'натуральный логарифм RCA: 0 — как у всех',
      en: 'natural logarithm of RCA: 0 is as in all',
    },
    formula: 'ln RCA',
    by: 'region × product',
    unit: '–',
    range: '−∞ … ∞',
    edges: edge(
      'не определён, где вывоза нет (zero-value)',
      'undefined where there are no exports (zero-value)',
    ),
    source: 'Vollrath 1991',
    agrees: '',
    options: [],
    compute: (context) =>
      byPair(
        context,
        (at) => Math.log(context.rca()[at] as number),
        () => null,
      ),
  },
  {
    id: 'normalised-rca',
    name: { ru: 'Нормированное преимущество', en: 'Normalised comparative advantage' },
    meaning: {
      ru: 'отклонение вывоза от ожидаемого, в долях всего вывоза; сумма по таблице 0',
      en: 'deviation of exports from what is expected, as a share of all exports; sums to 0 over the table',
    },
    formula: 'x_rp / X − X_r X_p / X²',
    by: 'region × product',
    unit: '–',
    range: '−1/4 … 1/4',
    edges: emptyMargins,
    source: 'Yu, Cai, Leung 2009',
    agrees: '',
    options: [],
    compute: (context) => {
      const { byRegion: ofRegion, byProduct: ofProduct, total } = context.margins();
      const of = (x: number, r: number, q: number) =>
        normalisedIndex(x, ofRegion[r] as number, ofProduct[q] as number, total);
      return byPair(
        context,
        (at, r, q) => of(context.matrix.value[at] as number, r, q),
        (r, q) => of(0, r, q),
      );
    },
  },
  {
    id: 'additive-rca',
    name: { ru: 'Аддитивное преимущество', en: 'Additive comparative advantage' },
    meaning: {
      ru: 'разность долей товара у региона и у всех',
      en: "difference of the product's shares in the region and in all",
    },
    formula: 'x_rp / X_r − X_p / X',
    by: 'region × product',
    unit: '–',
    range: '−1 … 1',
    edges: emptyMargins,
    source: 'Hoen, Oosterhaven 2006',
    agrees: '',
    options: [],
    compute: (context) => {
      const { byRegion: ofRegion, byProduct: ofProduct, total } = context.margins();
      const of = (x: number, r: number, q: number) =>
        additiveIndex(x, ofRegion[r] as number, ofProduct[q] as number, total);
      return byPair(
        context,
        (at, r, q) => of(context.matrix.value[at] as number, r, q),
        (r, q) => of(0, r, q),
      );
    },
  },
  {
    id: 'presence',
    name: { ru: 'Присутствие', en: 'Presence' },
    meaning: { ru: '1, где RCA не ниже порога', en: '1 where RCA reaches the threshold' },
    formula: 'M(r,p) = 1 if RCA ≥ threshold (or > with comparison above)',
    by: 'region × product',
    unit: '–',
    range: '0, 1',
    edges: edge(
      'вывоз 0 — присутствия нет; строк и столбцов из нулей оно не заполняет',
      'exports of 0 are no presence; rows and columns of nothing stay 0',
    ),
    source: 'Hidalgo and others 2007',
    agrees: 'py-ecomplexity, R economiccomplexity (>=); Stata package (above)',
    options: presenceOptions,
    compute: (context) => {
      const { rowStart, column } = context.presence();
      const p = context.matrix.products.length;
      const values = new Float64Array(context.matrix.regions.length * p);
      for (let r = 0; r < context.matrix.regions.length; r += 1)
        for (let at = rowStart[r] as number; at < (rowStart[r + 1] as number); at += 1)
          values[r * p + (column[at] as number)] = 1;
      return { axes: pairAxes(context), values, undefinedAt: new Map() };
    },
  },
  {
    id: 'diversity',
    name: { ru: 'Разнообразие', en: 'Diversity' },
    meaning: {
      ru: 'число товаров, присутствующих у региона',
      en: 'number of products that are present in the region',
    },
    formula: 'd_r = Σ_p M(r,p)',
    by: 'region',
    unit: 'products',
    range: '0 … P',
    edges: presenceEdges,
    source: 'Hidalgo, Hausmann 2009',
    agrees: 'all programs',
    options: presenceOptions,
    compute: (context) => counts('region', context.matrix.regions, diversityOf(context.presence())),
  },
  {
    id: 'ubiquity',
    name: { ru: 'Распространённость', en: 'Ubiquity' },
    meaning: {
      ru: 'число регионов, у которых товар присутствует',
      en: 'number of regions in which the product is present',
    },
    formula: 'u_p = Σ_r M(r,p)',
    by: 'product',
    unit: 'regions',
    range: '0 … R',
    edges: presenceEdges,
    source: 'Hidalgo, Hausmann 2009',
    agrees: 'all programs',
    options: presenceOptions,
    compute: (context) => counts('product', context.matrix.products, ubiquityOf(context.presence())),
  },
  {
    id: 'eci',
    name: { ru: 'Индекс экономической сложности', en: 'Economic complexity index' },
    meaning: {
      ru: 'насколько сложны товары, присутствующие у региона: среднее PCI',
      en: 'how complex the products are that are present in the region: their mean PCI',
    },
    formula: 'second right eigenvector of D⁻¹ M U⁻¹ Mᵀ, mean 0, deviation 1',
    by: 'region',
    unit: 'standard deviations',
    range: '−∞ … ∞',
    edges: complexityEdges,
    source: 'Hidalgo, Hausmann 2009; Atlas of Economic Complexity',
    agrees:
      'py-ecomplexity (atlas); R economiccomplexity, published 2017 results (economiccomplexity-r), to nine digits',
    options: [...presenceOptions, 'convention'],
    compute: (context) => {
      const { eci, keptRegions, reason } = context.complexity();
      return kept('region', context.matrix.regions, eci, keptRegions, reason);
    },
  },
  {
    id: 'pci',
    name: { ru: 'Индекс сложности товара', en: 'Product complexity index' },
    meaning: {
      ru: 'насколько сложны регионы, у которых товар присутствует',
      en: 'how complex the regions are in which the product is present',
    },
    formula: 'U⁻¹ Mᵀ ECI, on the scale of ECI (atlas) or to mean 0, deviation 1',
    by: 'product',
    unit: 'standard deviations',
    range: '−∞ … ∞',
    edges: complexityEdges,
    source: 'Hidalgo, Hausmann 2009; Atlas of Economic Complexity',
    agrees:
      'py-ecomplexity (atlas); R economiccomplexity, published 2017 results (economiccomplexity-r), to nine digits',
    options: [...presenceOptions, 'convention'],
    compute: (context) => {
      const { pci, keptProducts, reason } = context.complexity();
      return kept('product', context.matrix.products, pci, keptProducts, reason);
    },
  },
  {
    id: 'fitness',
    name: { ru: 'Приспособленность', en: 'Fitness' },
    meaning: {
      ru: 'разнообразие, взвешенное сложностью товаров, нелинейно',
      en: 'diversity weighted by the complexity of products, by a non-linear iteration',
    },
    formula: 'F = M Q / mean, Q = 1 / (Mᵀ F⁻¹) / mean',
    by: 'region',
    unit: 'mean 1',
    range: '0 … R',
    edges: edge(
      'зависит от числа шагов (20): у слабых регионов продолжает падать',
      'depends on the number of steps (20): weak regions go on falling',
    ),
    source: 'Tacchella and others 2012',
    agrees: 'R economiccomplexity (20 steps)',
    options: [...presenceOptions, 'iterations'],
    compute: (context) => {
      const found = fitnessOf(context.presence(), context.options.iterations ?? 20);
      return kept('region', context.matrix.regions, found.regions, found.keptRegions, null);
    },
  },
  {
    id: 'product-fitness',
    name: { ru: 'Сложность товара по приспособленности', en: 'Product complexity by fitness' },
    meaning: {
      ru: 'велика у товаров, которые есть только у приспособленных регионов',
      en: 'great for products that only fit regions have',
    },
    formula: 'Q of the iteration of fitness',
    by: 'product',
    unit: 'mean 1',
    range: '0 … P',
    edges: edge('зависит от числа шагов (20)', 'depends on the number of steps (20)'),
    source: 'Tacchella and others 2012',
    agrees: 'R economiccomplexity (20 steps)',
    options: [...presenceOptions, 'iterations'],
    compute: (context) => {
      const found = fitnessOf(context.presence(), context.options.iterations ?? 20);
      return kept('product', context.matrix.products, found.products, found.keptProducts, null);
    },
  },
  {
    id: 'proximity',
    name: { ru: 'Близость товаров', en: 'Proximity of products' },
    meaning: {
      ru: 'как часто два товара присутствуют вместе: меньшая из двух условных долей',
      en: 'how often two products are present together: the smaller of the two conditional shares',
    },
    formula: 'φ(p,q) = Σ_r M(r,p) M(r,q) / max(u_p, u_q)',
    by: 'product × product',
    unit: '–',
    range: '0 … 1',
    edges: edge(
      'к самому себе — 1 или 0 (diagonal); товар, которого нет ни у кого, ни к чему не близок',
      'to itself 1 or 0 (diagonal); a product that nobody has is near to nothing',
    ),
    source: 'Hidalgo and others 2007',
    agrees: 'py-ecomplexity, R economiccomplexity (diagonal 1); Stata package, Datawheel (diagonal 0)',
    options: [...presenceOptions, 'diagonal'],
    compute: (context) => {
      const labels = context.matrix.products;
      const presence = context.presence();
      const values = proximityOf(presence, ubiquityOf(presence), context.options.diagonal ?? 1);
      return {
        axes: [
          { name: 'product', labels },
          { name: 'other-product', labels },
        ],
        values,
        undefinedAt: new Map(),
      };
    },
  },
  {
    id: 'density',
    name: { ru: 'Плотность', en: 'Density' },
    meaning: {
      ru: 'какая доля близких к товару товаров уже есть у региона',
      en: 'what share of the products near to it the region already has',
    },
    formula: 'w(r,q) = Σ_p M(r,p) φ(p,q) / Σ_p φ(p,q)',
    by: 'region × product',
    unit: '–',
    range: '0 … 1',
    edges: edge(
      'не определена для товара, которого нет ни у кого, а при diagonal 0 — и для не близкого ни к чему (no-presence)',
      'undefined for a product that nobody has and, with diagonal 0, for one that is near to none (no-presence)',
    ),
    source: 'Hidalgo and others 2007; Atlas of Economic Complexity',
    agrees: 'py-ecomplexity (binary presence), R economiccomplexity (diagonal 1); Stata package (diagonal 0)',
    options: [...presenceOptions, 'diagonal'],
    compute: (context) => ofSpace(context, (cell) => context.productSpace().density[cell] as number, false),
  },
  {
    id: 'distance',
    name: { ru: 'Расстояние', en: 'Distance' },
    meaning: {
      ru: 'какой доли близких к товару товаров у региона нет',
      en: 'what share of the products near to it the region lacks',
    },
    formula: '1 − w(r,q)',
    by: 'region × product',
    unit: '–',
    range: '0 … 1',
    edges: edge('как у плотности', 'as for density'),
    source: 'Atlas of Economic Complexity',
    agrees: 'as density',
    options: [...presenceOptions, 'diagonal'],
    compute: (context) =>
      ofSpace(context, (cell) => 1 - (context.productSpace().density[cell] as number), false),
  },
  {
    id: 'outlook-index',
    name: { ru: 'Индекс перспектив', en: 'Complexity outlook index' },
    meaning: {
      ru: 'сколько сложных товаров лежит близко к тому, что у региона есть',
      en: 'how many complex products lie near to what the region has',
    },
    formula: 'Σ_q w(r,q) (1 − M(r,q)) PCI_q',
    by: 'region',
    unit: '–',
    range: '−∞ … ∞',
    edges: complexityEdges,
    source: 'Atlas of Economic Complexity',
    agrees:
      'the Atlas book, with the PCI of the convention chosen; py-ecomplexity and Stata use the raw eigenvector',
    options: [...presenceOptions, 'diagonal', 'convention'],
    compute: (context) => {
      const values = context.productSpace().outlookIndex ?? new Float64Array(0);
      const { keptRegions, reason } = context.complexity();
      return kept('region', context.matrix.regions, values, keptRegions, reason);
    },
  },
  {
    id: 'outlook-gain',
    name: { ru: 'Выигрыш перспектив', en: 'Complexity outlook gain' },
    meaning: {
      ru: 'на сколько вырос бы индекс перспектив, появись у региона товар',
      en: 'what the outlook index would gain if the region had the product',
    },
    formula: 'Σ_{q≠p} φ(p,q) / Σφ(q) (1 − M(r,q)) PCI_q − w(r,p) PCI_p; 0 where present',
    by: 'region × product',
    unit: '–',
    range: '−∞ … ∞',
    edges: complexityEdges,
    source: 'Atlas of Economic Complexity, with its second term',
    agrees:
      'Datawheel opportunity_gain; Stata, py-ecomplexity and R economiccomplexity leave the second term out',
    options: [...presenceOptions, 'diagonal', 'convention'],
    compute: (context) => ofSpace(context, (cell) => context.productSpace().outlookGain?.[cell] ?? 0, true),
  },
  {
    id: 'similarity',
    name: { ru: 'Сходство регионов', en: 'Similarity of regions' },
    meaning: {
      ru: 'корреляция ln(RCA + 0,1) двух регионов по всем товарам',
      en: 'correlation of ln(RCA + 0.1) of two regions over all products',
    },
    formula: 'corr(ln(RCA_r + 0.1), ln(RCA_s + 0.1))',
    by: 'region × region',
    unit: '–',
    range: '−1 … 1',
    edges: edge(
      'не определено для региона, у которого все RCA равны (no-variation)',
      'undefined for a region all of whose RCA are equal (no-variation)',
    ),
    source: 'Bahar, Hausmann, Hidalgo 2014',
    agrees: 'Datawheel',
    options: [],
    compute: similarity,
  },
  {
    id: 'finger-kreinin',
    name: { ru: 'Сходство структур (Фингер — Крейнин)', en: 'Similarity of structures (Finger–Kreinin)' },
    meaning: {
      ru: 'общая часть структур вывоза двух регионов',
      en: 'what the export structures of two regions share',
    },
    formula: 'Σ_p min(s_rp, s_sp)',
    by: 'region × region',
    unit: '–',
    range: '0 … 1',
    edges: nothingTraded,
    source: 'Finger, Kreinin 1979',
    agrees: '',
    options: [],
    compute: (context) => regionPairs(context, fingerKreinin),
  },
  ...regionMeasures(),
  {
    id: 'prody',
    name: { ru: 'Уровень дохода товара (PRODY)', en: 'Income level of a product (PRODY)' },
    meaning: {
      ru: 'средний доход регионов, вывозящих товар, взвешенный долями товара в их вывозе',
      en: 'mean income of the regions that export it, weighted by its shares in their exports',
    },
    formula: 'Σ_r (x_rp / X_r) Y_r / Σ_r (x_rp / X_r)',
    by: 'product',
    unit: 'as the characteristic',
    range: 'within the characteristic',
    edges: edge(
      'не определён без региона с известным доходом (no-data)',
      'undefined without a region of known income (no-data)',
    ),
    source: 'Hausmann, Hwang, Rodrik 2007',
    agrees: 'R economiccomplexity',
    options: ['characteristic'],
    compute: (context) => {
      const { values, defined } = prodyOf(context.matrix, characteristics(context));
      return tableOf(
        'product',
        context.matrix.products,
        Array.from(
          values,
          (value, q): Measured => (defined[q] === 1 ? { value } : { value: null, reason: 'no-data' }),
        ),
      );
    },
  },
  {
    id: 'expy',
    name: { ru: 'Уровень дохода вывоза (EXPY)', en: 'Income level of exports (EXPY)' },
    meaning: { ru: 'средний PRODY вывоза региона', en: "mean PRODY of the region's exports" },
    formula: 'Σ_p (x_rp / X_r) PRODY_p',
    by: 'region',
    unit: 'as the characteristic',
    range: 'within the characteristic',
    edges: edge(
      'не определён для региона без таких товаров (no-data)',
      'undefined for a region without such products (no-data)',
    ),
    source: 'Hausmann, Hwang, Rodrik 2007',
    agrees: 'R economiccomplexity',
    options: ['characteristic'],
    compute: (context) => {
      const { values, defined } = expyOf(context.matrix, prodyOf(context.matrix, characteristics(context)));
      return tableOf(
        'region',
        context.matrix.regions,
        Array.from(
          values,
          (value, r): Measured => (defined[r] === 1 ? { value } : { value: null, reason: 'no-data' }),
        ),
      );
    },
  },
];

/** Concentration and variety of a region's exports over products. */
function regionMeasures(): readonly MeasureDefinition[] {
  const define = (
    id: string,
    name: TwoLanguages,
    meaning: TwoLanguages,
    formula: string,
    range: string,
    source: string,
    measure: (values: Float64Array, context: MeasureContext) => Measured,
    more: Partial<Pick<MeasureDefinition, 'edges' | 'options' | 'unit' | 'agrees'>> = {},
  ): MeasureDefinition => ({
    id,
    name,
    meaning,
    formula,
    by: 'region',
    unit: more.unit ?? '–',
    range,
    edges: more.edges ?? nothingTraded,
    source,
    agrees: more.agrees ?? '',
    options: more.options ?? [],
    compute: (context) => byRegion(context, (values) => measure(values, context)),
  });
  const ofAll = (context: MeasureContext) => context.margins().byProduct;
  const groups = (context: MeasureContext) =>
    context.matrix.products.map((code) => code.slice(0, context.options.groupDigits ?? 2));
  const oneLine = edge(
    'не определён для одной строки (one-line) и без вывоза (base-zero); n — все товары таблицы или lines',
    'undefined for one line (one-line) and without exports (base-zero); n is all products of the table, or lines',
  );
  return [
    define(
      'hhi',
      { ru: 'Индекс Херфиндаля — Хиршмана', en: 'Herfindahl–Hirschman index' },
      { ru: 'сосредоточенность вывоза', en: 'concentration of exports' },
      'H = Σ s²',
      '1/n … 1',
      'Hirschman 1964',
      (values) => herfindahl(values),
    ),
    define(
      'normalised-hhi',
      { ru: 'Нормированный индекс Херфиндаля', en: 'Normalised Herfindahl index' },
      { ru: 'сосредоточенность от 0 до 1', en: 'concentration from 0 to 1' },
      '(H − 1/n) / (1 − 1/n)',
      '0 … 1',
      'Hirschman 1964',
      (values, context) => normalisedHerfindahl(values, linesOf(context)),
      { edges: oneLine, options: ['lines'] },
    ),
    define(
      'equivalent-number',
      { ru: 'Эквивалентное число', en: 'Equivalent number' },
      {
        ru: 'сколько равных товаров дали бы ту же сосредоточенность',
        en: 'how many equal products would be as concentrated',
      },
      '1 / H',
      '1 … n',
      'Adelman 1969',
      (values) => equivalentNumber(values),
      { unit: 'products' },
    ),
    define(
      'unctad-concentration',
      { ru: 'Концентрация по ЮНКТАД', en: 'UNCTAD concentration index' },
      { ru: 'сосредоточенность, как её считает ЮНКТАД', en: 'concentration as UNCTAD computes it' },
      '(√Σs² − √(1/n)) / (1 − √(1/n))',
      '0 … 1',
      'UNCTADstat',
      (values, context) => unctadConcentration(values, linesOf(context)),
      { edges: oneLine, options: ['lines'], agrees: 'UNCTADstat, over SITC Rev.3 at three digits' },
    ),
    define(
      'unctad-diversification',
      { ru: 'Диверсификация по ЮНКТАД', en: 'UNCTAD diversification index' },
      {
        ru: 'отличие структуры вывоза от структуры всех вместе',
        en: 'how the export structure differs from that of all',
      },
      'Σ|s_rp − s_p| / 2',
      '0 … 1',
      'UNCTADstat',
      (values, context) => unctadDiversification(values, ofAll(context)),
    ),
    define(
      'krugman',
      { ru: 'Специализация по Кругману', en: 'Krugman specialisation' },
      {
        ru: 'отличие структуры вывоза от структуры всех вместе, регион в их числе',
        en: 'how the export structure differs from that of all, the region among them',
      },
      'Σ|s_rp − s_p|',
      '0 … 2',
      'Krugman 1991',
      (values, context) => krugman(values, ofAll(context)),
      { agrees: 'R EconGeo (reference with the region)' },
    ),
    define(
      'entropy',
      { ru: 'Энтропия', en: 'Entropy' },
      {
        ru: 'разнообразие вывоза, в натуральных логарифмах',
        en: 'variety of exports, in natural logarithms',
      },
      '−Σ s ln s',
      '0 … ln n',
      'Shannon 1948',
      (values) => entropy(values),
    ),
    define(
      'unrelated-variety',
      { ru: 'Несвязанное разнообразие', en: 'Unrelated variety' },
      { ru: 'энтропия между группами кодов', en: 'entropy between groups of codes' },
      'entropy of the sums by the first digits of codes',
      '0 … ln g',
      'Frenken, Van Oort, Verburg 2007',
      (values, context) => variety(values, groups(context)).unrelated,
      { options: ['groupDigits'] },
    ),
    define(
      'related-variety',
      { ru: 'Связанное разнообразие', en: 'Related variety' },
      { ru: 'средняя энтропия внутри групп кодов', en: 'mean entropy within groups of codes' },
      'Σ_g s_g H_g',
      '0 … ln n',
      'Frenken, Van Oort, Verburg 2007',
      (values, context) => variety(values, groups(context)).related,
      { options: ['groupDigits'] },
    ),
    define(
      'gini',
      { ru: 'Коэффициент Джини', en: 'Gini coefficient' },
      {
        ru: 'неравенство товаров в вывозе, по всем товарам таблицы',
        en: 'inequality of products in exports, over all products of the table',
      },
      'Σ (2i − n − 1) x_(i) / (n X)',
      '0 … (n − 1)/n',
      'Gini 1912',
      (values) => gini(values),
    ),
    define(
      'theil',
      { ru: 'Индекс Тейла', en: 'Theil index' },
      {
        ru: 'сосредоточенность; сумма экстенсивной и интенсивной частей',
        en: 'concentration; the sum of an extensive and an intensive part',
      },
      '(1/n) Σ (x/μ) ln(x/μ)',
      '0 … ln n',
      'Theil 1972; Cadot, Carrère, Strauss-Kahn 2011',
      (values, context) => theil(values, linesOf(context)).total,
      { options: ['lines'] },
    ),
    define(
      'theil-between',
      { ru: 'Индекс Тейла, экстенсивная часть', en: 'Theil index, extensive part' },
      {
        ru: 'сосредоточенность от того, что часть товаров не вывозится',
        en: 'concentration because some products are not exported',
      },
      'ln(n / active lines)',
      '0 … ln n',
      'Cadot, Carrère, Strauss-Kahn 2011',
      (values, context) => theil(values, linesOf(context)).between,
      { options: ['lines'] },
    ),
    define(
      'theil-within',
      { ru: 'Индекс Тейла, интенсивная часть', en: 'Theil index, intensive part' },
      {
        ru: 'сосредоточенность среди вывозимых товаров',
        en: 'concentration among the products that are exported',
      },
      'Theil index over the active lines',
      '0 … ln n',
      'Cadot, Carrère, Strauss-Kahn 2011',
      (values, context) => theil(values, linesOf(context)).within,
      { options: ['lines'] },
    ),
  ];
}

/** A measure by its id, or null. @example findMeasure('rca').by // 'region × product' */
export function findMeasure(id: string): MeasureDefinition | null {
  return measures.find((measure) => measure.id === id) ?? null;
}
