import type { Command } from 'commander';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { CacheEntry } from '../fetch/cached.ts';
import { type CliEffects, type GlobalOptions, type Language, progressTo } from './context.ts';

const t = {
  reporters: {
    ru: 'страны через запятую (ISO, название или номер Comtrade), или all',
    en: 'countries by comma (ISO, name or number of Comtrade), or all',
  },
  partners: {
    ru: 'партнёры так же; all — каждый отдельно; world — все вместе',
    en: 'partners likewise; all: each of them; world: all together',
  },
  codes: {
    ru: 'коды ГС через запятую; TOTAL; AG2, AG4, AG6 — все коды этой длины',
    en: 'HS codes by comma; TOTAL; AG2, AG4, AG6: all codes of that length',
  },
  flows: {
    ru: 'потоки: X вывоз, M ввоз, RX реэкспорт …',
    en: 'flows: X exports, M imports, RX re-exports ...',
  },
  classification: {
    ru: 'HS — как сообщила страна; H0 … H6 — в одной редакции',
    en: 'HS: as reported; H0 to H6: in one edition',
  },
  monthly: { ru: 'по месяцам', en: 'by month' },
  limit: {
    ru: 'наибольшее число строк одного ответа (без ключа 500, с ключом 100000)',
    en: 'most rows of one answer (500 without a key, 100000 with one)',
  },
  after: {
    ru: '\nКлюч доступа берётся из переменной окружения TRAJECTA_COMTRADE_KEY (или COMTRADE_API_KEY) и передаётся заголовком: его нет ни в адресах, ни в кэше, ни в сообщениях. Без ключа используется открытый предпросмотр, по 500 строк.\nПример: trajecta fetch comtrade --reporters RU,CN --from 2018 --to 2020 -w world',
    en: '\nThe key is taken from the environment variable TRAJECTA_COMTRADE_KEY (or COMTRADE_API_KEY) and sent as a header: it is in no address, cache or message. Without a key the public preview is used, 500 rows a call.\nExample: trajecta fetch comtrade --reporters RU,CN --from 2018 --to 2020 -w world',
  },
};

export interface ComtradeArguments extends GlobalOptions {
  readonly reporters: string;
  readonly partners: string;
  readonly codes: string;
  readonly flows: string;
  readonly classification: string;
  readonly from: number;
  readonly to: number;
  readonly monthly?: boolean;
  readonly limit?: string;
  readonly offline?: boolean;
  readonly refresh?: boolean;
  readonly downloadOnly?: boolean;
  readonly baseUrl?: string;
}

/** Adds the options of `fetch comtrade` that no other source has. */
export function comtradeOptions(command: Command, language: Language): Command {
  return command
    .requiredOption('--reporters <list>', t.reporters[language])
    .option('--partners <list>', t.partners[language], 'world')
    .option('--codes <list>', t.codes[language], 'TOTAL,AG6')
    .option('--flows <list>', t.flows[language], 'X')
    .option('--classification <code>', t.classification[language], 'HS')
    .option('--monthly', t.monthly[language])
    .option('--limit <rows>', t.limit[language])
    .addHelpText('after', t.after[language]);
}

/** Loads year by year, a file and a vintage each, so that a stop loses no finished year. */
export async function runFetchComtrade(
  options: ComtradeArguments,
  cache: string,
  told: (path: string, entry: CacheEntry) => void,
  language: Language,
  effects: CliEffects,
): Promise<void> {
  const { fetchComtrade, usualLimit } = await import('../fetch/fetchComtrade.ts');
  const { defaultFetchEffects } = await import('../fetch/download.ts');
  const { importComtrade } = await import('../sources/comtrade/importComtrade.ts');
  const { comtradeRecords } = await import('../sources/comtrade/comtradeJson.ts');
  const { importReportText } = await import('../reports/importReportText.ts');
  const to = progressTo(effects, language);
  const key = process.env.TRAJECTA_COMTRADE_KEY || process.env.COMTRADE_API_KEY || null;
  const access = {
    key,
    limit: limitOf(options.limit) ?? (key === null ? usualLimit.preview : usualLimit.key),
    all: await everything(),
    rowsOf: comtradeRecords,
  };
  const question = await questionOf(options);
  const empty: TrajectaError[] = [];
  for (let year = options.from; year <= options.to; year += 1) {
    const months = Array.from({ length: 12 }, (_, month) => `${year}${String(month + 1).padStart(2, '0')}`);
    const periods = question.monthly ? months : [String(year)];
    const { offline, refresh } = options;
    const loaded = await fetchComtrade(
      cache,
      { ...question, periods },
      access,
      { ...(offline === undefined ? {} : { offline }), ...(refresh === undefined ? {} : { refresh }) },
      { ...defaultFetchEffects, ...to },
    ).catch((error: unknown) => {
      if (!(error instanceof TrajectaError) || error.code !== 'empty-answer') throw error;
      empty.push(error);
      to.progress({ ru: `${year}: данных нет (ответ пуст)`, en: `${year}: no data (the answer is empty)` });
      return null;
    });
    if (loaded === null) continue;
    told(loaded.path, loaded.entry);
    if (options.downloadOnly === true) continue;
    effects.out(importReportText(await importComtrade(options.workspace, loaded.path, {}, to), language));
  }
  if (empty.length === options.to - options.from + 1 && empty[0] !== undefined) throw empty[0];
}

async function questionOf(options: ComtradeArguments) {
  const list = (text: string) =>
    text
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
  const wrong = (name: string, text: string, ru: string, en: string) =>
    new TrajectaError('bad-option', { ru: `--${name} ${text}: ${ru}.`, en: `--${name} ${text}: ${en}.` });
  const matching = (name: 'codes' | 'flows' | 'classification', form: RegExp, example: string) => {
    const given = list(options[name]).map((one) => one.toUpperCase());
    const bad = given.find((one) => !form.test(one));
    if (bad !== undefined || given.length === 0)
      throw wrong(
        name,
        options[name],
        `принимается, например, ${example}`,
        `accepted is, for example, ${example}`,
      );
    return given;
  };
  const { comtradeCode } = await import('../classifications/comtradeAreas.ts');
  const areas = (name: 'reporters' | 'partners') => {
    if (/^all$/i.test(options[name])) return null;
    return list(options[name]).map((text) => {
      const code = name === 'partners' && /^world$/i.test(text) ? '0' : comtradeCode(text);
      if (code === null)
        throw wrong(
          name,
          text,
          'такой страны нет; нужен код ISO, название, номер Comtrade или all',
          'there is no such country; an ISO code, a name, a number of Comtrade or all is wanted',
        );
      return code;
    });
  };
  if (options.from > options.to)
    throw wrong(
      'from',
      String(options.from),
      `позже, чем --to ${options.to}`,
      `is later than --to ${options.to}`,
    );
  return {
    reporters: areas('reporters'),
    partners: areas('partners'),
    codes: matching('codes', /^(?:TOTAL|AG[246]|\d{2}|\d{4}|\d{6})$/, 'TOTAL,AG6'),
    flows: matching('flows', /^(?:X|M|RX|RM|DX|FM|XIP|XOP|MIP|MOP)$/, 'X,RX'),
    classification: matching('classification', /^(?:HS|H[0-6])$/, 'HS')[0] ?? 'HS',
    monthly: options.monthly === true,
    ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
  };
}

/** What "all" stands for where a question must be split: countries of today; codes of all editions and the secret ones. */
async function everything() {
  const { comtradeAreas, comtradeCodes } = await import('../classifications/comtradeAreas.ts');
  const { hsCodesOf } = await import('../classifications/hsNomenclature.ts');
  const { hsEditions } = await import('../domain/edition.ts');
  const reporters = comtradeCodes();
  const nameless = Object.entries(comtradeAreas()).filter(([, meaning]) => meaning === 'unknown');
  const six = () => new Set(hsEditions.flatMap((edition) => [...hsCodesOf(edition)]));
  return {
    reporters,
    partners: [...reporters, ...nameless.map(([code]) => code)],
    codes: (digits: number) => [
      ...[...new Set([...six()].map((code) => code.slice(0, digits)))].sort(),
      ...(digits === 6 ? ['999999', '9999AA'] : ['9999'.slice(0, digits)]),
    ],
  };
}

function limitOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^[1-9]\d{0,7}$/.test(text)) return Number(text);
  throw new TrajectaError('bad-option', {
    ru: `--limit ${text}: нужно целое число строк.`,
    en: `--limit ${text}: a whole number of rows is wanted.`,
  });
}
