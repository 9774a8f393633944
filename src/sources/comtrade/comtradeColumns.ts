import type { RowText } from '../importPlan.ts';

/** What a column of a Comtrade file holds: a text of the row, or a finer breakdown of it. */
export type ComtradeColumn = RowText | 'partner2' | 'customs' | 'transport';

/**
 * Names of the columns in the API (version 1), the bulk files, the CSV files of the website before 2022 and its older
 * API, and WITS; without case and signs. The first of a list that a file has is taken: codes before words.
 */
const names: Readonly<Partial<Record<ComtradeColumn, readonly string[]>>> = {
  flow: ['flowcode', 'tradeflowcode', 'rgcode', 'flowdesc', 'tradeflowname', 'tradeflow', 'flow', 'rgdesc'],
  period: ['period'],
  year: ['refyear', 'year', 'yr'],
  region: [
    'reportercode',
    'rtcode',
    'reporteriso3',
    'reporteriso',
    'rt3iso',
    'reporter',
    'reporterdesc',
    'rttitle',
  ],
  partner: [
    'partnercode',
    'ptcode',
    'partneriso3',
    'partneriso',
    'pt3iso',
    'partner',
    'partnerdesc',
    'pttitle',
  ],
  edition: ['classificationcode', 'classification', 'pfcode', 'nomenclature', 'nomencode'],
  line: ['cmdcode', 'commoditycode', 'productcode'],
  value: ['primaryvalue', 'tradevalueus', 'tradevalue', 'tradevaluein1000usd'],
  net_weight: ['netwgt', 'netweightkg', 'netweight'],
  quantity: ['qty', 'tradequantity', 'quantity'],
  unit: ['qtyunitabbr', 'qtyunit', 'qtdesc', 'qtytoken', 'quantitytoken', 'qtyunitcode', 'qtcode'],
  partner2: ['partner2code', '2ndpartnercode', 'ptcode2'],
  customs: ['customscode', 'customsproccode', 'cstcode'],
  transport: ['motcode', 'modeoftransportcode'],
};

/** Texts by which a breakdown says that a row is of all of it. */
export const wholeOf = {
  partner2: ['', '0', 'W00', 'WLD', '000'],
  customs: ['', 'C00', '0'],
  transport: ['', '0'],
} as const;

/** Columns by what they hold. @example comtradeColumns(['cmdCode', 'primaryValue']) // { line: 'cmdCode', value: 'primaryValue' } */
export function comtradeColumns(found: readonly string[]): Partial<Record<ComtradeColumn, string>> {
  const plain = new Map(found.map((column) => [column.toLowerCase().replace(/[^a-z0-9]/g, ''), column]));
  return Object.fromEntries(
    Object.entries(names).flatMap(([meaning, spellings]) => {
      const column = spellings.map((name) => plain.get(name)).find((one) => one !== undefined);
      return column === undefined ? [] : [[meaning, column]];
    }),
  );
}
