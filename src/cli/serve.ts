import { type Command, InvalidArgumentError } from 'commander';
import type { MapAnswer } from '../api/map.ts';
import type { IndicatorData } from '../http/indicatorData.ts';
import type { MapFile } from '../http/map/mapOf.ts';
import type { CliEffects, GlobalOptions, Language } from './context.ts';

const t = {
  about: {
    ru: 'открыть рабочую область в браузере: страницы и HTTP API',
    en: 'open the workspace in the browser: pages and HTTP API',
  },
  port: {
    ru: 'порт (по умолчанию 4317 или следующий свободный)',
    en: 'port (default 4317 or the next free one)',
  },
  host: {
    ru: 'адрес, на котором слушать (по умолчанию 127.0.0.1: виден только с этой машины)',
    en: 'address to listen on (default 127.0.0.1: seen from this machine only)',
  },
  token: {
    ru: 'ключ для записи, если задан --host (по умолчанию создаётся; или TRAJECTA_TOKEN)',
    en: 'token that writing needs with --host (default: one is made; or TRAJECTA_TOKEN)',
  },
  maxUpload: {
    ru: 'наибольший файл, который принимает страница «Данные», например 20GB (по умолчанию 4GB)',
    en: 'largest file that the page Data takes, for example 20GB (default 4GB)',
  },
  map: {
    ru: 'границы регионов (GeoJSON) для карты; без ключа — map.geojson из рабочей области, если он есть',
    en: 'boundaries of the regions (GeoJSON) for the map; without it map.geojson of the workspace, if there is one',
  },
  mapProperty: {
    ru: 'свойство GeoJSON, которое называет регион (по умолчанию — то, по которому сходится больше всего)',
    en: 'property of the GeoJSON that names the region (default: the one by which most are found)',
  },
  mapIs: { ru: 'Карта', en: 'Map' },
  series: {
    ru: 'ваши ряды для показателей: регион, год, ряд, значение, единица (CSV, XLSX); можно несколько файлов',
    en: 'your series for indicators: region, year, series, value, unit (CSV, XLSX); several files may be given',
  },
  rates: {
    ru: 'среднегодовые курсы: год, валюта, курс за доллар',
    en: 'yearly average rates: year, currency, rate per dollar',
  },
  system: {
    ru: 'ваша система показателей (файл JSON) вместо встроенной',
    en: 'your system of indicators (a JSON file) in place of the built-in one',
  },
  tokenIs: { ru: 'Ключ для записи', en: 'Token for writing' },
  seen: {
    ru: 'Сервер виден другим машинам сети; читать могут все, кому он доступен.',
    en: 'Other machines of the network see the server; all that reach it can read.',
  },
  missing: {
    ru: 'рабочей области ещё нет; данные можно загрузить на странице «Данные»',
    en: 'there is no workspace yet; data can be imported on the page Data',
  },
  at: { ru: 'Страница', en: 'Page' },
  stop: { ru: 'Остановить: Ctrl+C', en: 'Stop: Ctrl+C' },
};

export function registerServe(program: Command, language: Language, effects: CliEffects): void {
  program
    .command('serve')
    .description(t.about[language])
    .option('--port <port>', t.port[language], whole)
    .option('--host <address>', t.host[language])
    .option('--map <file>', t.map[language])
    .option('--map-property <name>', t.mapProperty[language])
    .option('--token <token>', t.token[language], process.env.TRAJECTA_TOKEN)
    .option('--max-upload <size>', t.maxUpload[language], size)
    .option('--series <files...>', t.series[language])
    .option('--rates <file>', t.rates[language])
    .option('--system <file>', t.system[language])
    .action(async (_options: unknown, child: Command) => {
      const options = child.optsWithGlobals<GlobalOptions & ServeArguments>();
      await serveWorkspace(options.workspace, options, language, effects);
    });
}

interface ServeArguments {
  readonly port?: number;
  readonly host?: string;
  readonly token?: string;
  readonly maxUpload?: number;
  readonly map?: string;
  readonly mapProperty?: string;
  readonly series?: readonly string[];
  readonly rates?: string;
  readonly system?: string;
}

/** Serves a workspace until the process is stopped. */
export async function serveWorkspace(
  folder: string,
  options: ServeArguments,
  language: Language,
  effects: CliEffects,
): Promise<void> {
  const { folderSource } = await import('../http/workspaceSource.ts');
  const { serve } = await import('../http/serve.ts');
  const { readManifest } = await import('../store/manifest.ts');
  if ((await readManifest(folder)) === null) effects.err(`… ${folder}: ${t.missing[language]}\n`);
  const map = await givenMap(folder, options, language, effects);
  const { port, host, token, maxUpload } = options;
  const server = await serve(folderSource(folder), {
    language,
    warm: true,
    ...(port === undefined ? {} : { port }),
    ...(host === undefined ? {} : { host }),
    ...(token === undefined ? {} : { token }),
    ...(maxUpload === undefined ? {} : { maximumUpload: maxUpload }),
    ...(map === null ? {} : { map }),
    ...(await indicatorData(folder, options)),
  });
  if (server.token !== null) {
    effects.err(`${t.seen[language]}\n`);
    if (token === undefined) effects.err(`${t.tokenIs[language]}: ${server.token}\n`);
  }
  effects.out(`\n${t.at[language]}: ${server.address}\n${t.stop[language]}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await server.close();
}

function size(text: string): number {
  const parts = /^(\d+(?:\.\d+)?)\s*(KB|MB|GB|TB)$/i.exec(text);
  const unit = { KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 }[(parts?.[2] ?? '').toUpperCase()];
  if (parts === null || unit === undefined) throw new InvalidArgumentError('500MB, 20GB');
  return Math.round(Number(parts[1]) * unit);
}

/** The map of the options or the workspace, tried before the server starts: what does not match is said. */
async function givenMap(
  folder: string,
  { map, mapProperty }: ServeArguments,
  language: Language,
  effects: CliEffects,
): Promise<MapFile | null> {
  const { mapFileOf } = await import('../http/map/mapFileOf.ts');
  const given = map === undefined ? null : { path: map, property: mapProperty ?? null };
  const file = mapFileOf(given, folder);
  if (file === null) return null;
  const chosen = { ...file, property: mapProperty ?? file.property };
  const { readManifest } = await import('../store/manifest.ts');
  const manifest = await readManifest(folder);
  if (manifest === null) return chosen;
  const { mapOf } = await import('../http/map/mapOf.ts');
  const { openWorkspace } = await import('../store/openWorkspace.ts');
  const workspace = await openWorkspace(folder);
  try {
    const { findings, manifest: drawn } = await mapOf(chosen, workspace.territories);
    effects.err(`${t.mapIs[language]}: ${chosen.path} (${drawn.property}), ${drawn.matched}\n`);
    for (const one of findings)
      effects.err(`… ${one.message[language]} ${examplesOf(one.code, drawn, language)}\n`);
  } finally {
    await workspace.close();
  }
  return chosen;
}

function examplesOf(code: string, drawn: MapAnswer['manifest'], language: Language): string {
  const names =
    code === 'map-regions-unmatched'
      ? drawn.unmatchedTerritories.map((one) => `${one.name[language]} (${one.id})`)
      : drawn.unmatchedShapes;
  return names.slice(0, 12).join('; ');
}

export function whole(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('0–65535');
  return Number(text);
}

/** Series and rates are held against the workspace's territories before the server begins to listen. */
async function indicatorData(
  folder: string,
  { series = [], rates, system }: ServeArguments,
): Promise<{ readonly indicators?: IndicatorData }> {
  if (series.length === 0 && rates === undefined && system === undefined) return {};
  const { openWorkspace } = await import('../store/openWorkspace.ts');
  const { loadIndicatorSystem } = await import('../classifications/indicatorSystems.ts');
  const { readRates, readSeries } = await import('../sources/readSeries.ts');
  const indicators = loadIndicatorSystem(system ?? 'paper');
  const workspace = await openWorkspace(folder);
  try {
    const { values, files } = await readSeries(series, indicators, workspace.territories);
    const read = rates === undefined ? null : await readRates(rates);
    return {
      indicators: {
        systems: system === undefined ? [] : [indicators],
        supplied: {
          values,
          rates: read?.rates ?? [],
          files: read === null ? files : [...files, { file: read.file, sha256: read.sha256 }],
        },
      },
    };
  } finally {
    await workspace.close();
  }
}
