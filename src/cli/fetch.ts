import { join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type CliEffects, type GlobalOptions, type Language, progressTo } from './context.ts';
import { type ComtradeArguments, comtradeOptions, runFetchComtrade } from './fetchComtrade.ts';
import { flowText } from './optionTexts.ts';

const t = {
  about: {
    ru: 'загрузить данные из сети в кэш и в рабочую область',
    en: 'load data from the net into the cache and the workspace',
  },
  wdi: { ru: 'показатели Всемирного банка', en: 'indicators of the World Bank' },
  comexstat: { ru: 'годовой файл Comex Stat (Бразилия)', en: 'a yearly file of Comex Stat (Brazil)' },
  comtrade: { ru: 'UN Comtrade, год за годом', en: 'UN Comtrade, year by year' },
  indicators: { ru: 'показатели через запятую', en: 'indicators by comma' },
  countries: { ru: 'коды ISO через точку с запятой, или all', en: 'ISO codes by semicolon, or all' },
  year: { ru: 'год', en: 'year' },
  from: { ru: 'первый год', en: 'first year' },
  to: { ru: 'последний год', en: 'last year' },
  municipalities: { ru: 'по муниципалитетам', en: 'by municipality' },
  cache: {
    ru: 'папка кэша (по умолчанию — downloads рабочей области)',
    en: 'folder of the cache (default: downloads in the workspace)',
  },
  offline: { ru: 'только из кэша', en: 'from the cache only' },
  refresh: { ru: 'загрузить заново', en: 'load anew' },
  only: { ru: 'только загрузить, не импортировать', en: 'load only, import nothing' },
  base: { ru: 'другой адрес сервера', en: 'another address of the server' },
};

interface FetchArguments extends GlobalOptions {
  readonly cache?: string;
  readonly offline?: boolean;
  readonly refresh?: boolean;
  readonly downloadOnly?: boolean;
  readonly baseUrl?: string;
}

export function registerFetch(program: Command, language: Language, effects: CliEffects): void {
  const command = program.command('fetch').description(t.about[language]);
  const source = (name: string, about: string) =>
    command
      .command(name)
      .description(about)
      .option('--cache <folder>', t.cache[language])
      .option('--offline', t.offline[language])
      .option('--refresh', t.refresh[language])
      .option('--download-only', t.only[language])
      .option('--base-url <url>', t.base[language]);
  const cacheOf = (options: FetchArguments) => options.cache ?? join(options.workspace, 'downloads');
  const choices = ({ offline, refresh }: FetchArguments) => ({
    ...(offline === undefined ? {} : { offline }),
    ...(refresh === undefined ? {} : { refresh }),
  });
  const web = async () => ({
    ...(await import('../fetch/download.ts')).defaultFetchEffects,
    ...progressTo(effects, language),
  });
  const told = (path: string, entry: { fetchedAt: string; bytes: number; sha256: string }) =>
    effects.out(`${path}  ${entry.fetchedAt}  ${entry.bytes} B  sha256 ${entry.sha256.slice(0, 16)}\n`);
  source('wdi', t.wdi[language])
    .requiredOption('--indicators <list>', t.indicators[language], (text: string) => text.split(','))
    .option('--countries <list>', t.countries[language], 'all')
    .requiredOption('--from <year>', t.from[language], year)
    .requiredOption('--to <year>', t.to[language], year)
    .action(async (_options: unknown, child: Command) => {
      const options = child.optsWithGlobals<
        FetchArguments & { indicators: readonly string[]; countries: string; from: number; to: number }
      >();
      const { fetchWdi } = await import('../fetch/fetchWdi.ts');
      const { importWdi } = await import('../sources/wdi/importWdi.ts');
      const { seriesReportText } = await import('../reports/seriesReportText.ts');
      const { countries, from, to } = options;
      for (const indicator of options.indicators) {
        const question = { indicator: indicator.trim(), countries, from, to };
        const base = options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl };
        const { path, entries } = await fetchWdi(
          cacheOf(options),
          { ...question, ...base },
          choices(options),
          await web(),
        );
        for (const entry of entries) told(path, entry);
        if (options.downloadOnly !== true)
          effects.out(seriesReportText(await importWdi(options.workspace, path), language));
      }
    });
  comtradeOptions(source('comtrade', t.comtrade[language]), language)
    .requiredOption('--from <year>', t.from[language], year)
    .requiredOption('--to <year>', t.to[language], year)
    .action(async (_options: unknown, child: Command) => {
      const options = child.optsWithGlobals<ComtradeArguments & FetchArguments>();
      await runFetchComtrade(options, cacheOf(options), told, language, effects);
    });
  source('comexstat', t.comexstat[language])
    .requiredOption('--year <year>', t.year[language], year)
    .addOption(
      new Option('--flow <flow>', flowText[language]).choices(['export', 'import']).default('export'),
    )
    .option('--municipalities', t.municipalities[language])
    .action(async (_options: unknown, child: Command) => {
      const options = child.optsWithGlobals<
        FetchArguments & { year: number; flow: 'export' | 'import'; municipalities?: boolean }
      >();
      const { fetchComexstat } = await import('../fetch/fetchComexstat.ts');
      const { municipalities, baseUrl, flow } = options;
      const question = {
        year: options.year,
        flow,
        ...(municipalities === undefined ? {} : { municipalities }),
        ...(baseUrl === undefined ? {} : { baseUrl }),
      };
      const { path, entry } = await fetchComexstat(cacheOf(options), question, choices(options), await web());
      told(path, entry);
      if (options.downloadOnly === true) return;
      const { importComexstat } = await import('../sources/comexstat/importComexstat.ts');
      const { importReportText } = await import('../reports/importReportText.ts');
      const report = await importComexstat(options.workspace, path, { flow }, progressTo(effects, language));
      effects.out(importReportText(report, language));
    });
}

function year(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new InvalidArgumentError('2019');
  return Number(text);
}
