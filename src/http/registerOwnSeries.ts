import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type OwnSeries, ownSeriesSchema } from '../api/ownSeries.ts';
import type { Language } from '../domain/formatNumber.ts';
import type { SuppliedSeries } from '../domain/scorecard/suppliedSeries.ts';
import type { TerritoryDictionary } from '../domain/territory.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { readRates, readSeries } from '../sources/readSeries.ts';
import { systemNamed } from './indicatorData.ts';
import type { IndicatorShelf } from './indicatorShelf.ts';
import { type Json, jsonSchema } from './openApi.ts';

export const mostSeriesBytes = 8_000_000;
const path = '/api/v1/own-series';
const bytesType = 'application/octet-stream';

/**
 * Own series for indicators, sent while the server runs: the template filled in, or a table of yearly rates. They are
 * kept as long as the server runs, for everyone whom it answers; the workspace is not touched.
 */
export function registerOwnSeries(
  server: FastifyInstance,
  shelf: IndicatorShelf,
  territories: () => Promise<TerritoryDictionary>,
): void {
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(bytesType, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    scope.post(path, { bodyLimit: mostSeriesBytes }, async (request): Promise<OwnSeries> => {
      const { name, system: asked } = request.query as { name?: unknown; system?: unknown };
      if (!Buffer.isBuffer(request.body) || request.body.length === 0) throw noFile();
      const system = systemNamed(shelf.data(), typeof asked === 'string' ? asked : undefined);
      const folder = await mkdtemp(join(tmpdir(), 'trajecta-'));
      try {
        const file = join(folder, labelOf(name));
        await writeFile(file, request.body);
        const read = await readOwn(file, system, await territories()).catch((error: unknown) => {
          throw withoutPath(error, file);
        });
        shelf.add(read);
        return {
          data: { file: basename(file), values: read.values.length, rates: read.rates.length },
          findings: [],
          manifest: { command: 'own-series', system: system.id },
        };
      } finally {
        await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      }
    });
    scope.delete(path, async (_request, reply) => {
      shelf.clear();
      return reply.code(204).send();
    });
  });
}

/** A table with a column of rates is one of rates, any other one of series. */
async function readOwn(
  file: string,
  system: Parameters<typeof readSeries>[1],
  territories: TerritoryDictionary,
): Promise<SuppliedSeries> {
  const rates = await readRates(file).catch((error: unknown) => {
    if (error instanceof TrajectaError && error.code === 'missing-column') return null;
    throw error;
  });
  if (rates !== null)
    return { values: [], rates: rates.rates, files: [{ file: rates.file, sha256: rates.sha256 }] };
  const series = await readSeries([file], system, territories);
  if (series.values.length === 0)
    throw new TrajectaError('bad-series', {
      ru: `${basename(file)}: заполненных значений нет. Впишите числа в столбец «значение» и отправьте таблицу ещё раз.`,
      en: `${basename(file)}: no value is filled in. Put numbers into the column value and send the table again.`,
    });
  return { ...series, rates: [] };
}

/** What the file is called, as a name that a folder can hold. */
function labelOf(name: unknown): string {
  const last = typeof name === 'string' ? (name.split(/[/\\]/).at(-1) ?? '') : '';
  const shown = [...last.replace(/[\p{C}\p{Zl}\p{Zp}:*?"<>|]/gu, '').trim()].slice(-80).join('');
  return /[^.]/.test(shown) ? shown : 'series';
}

/** Messages speak of the file by its name: where the server keeps it concerns nobody. */
function withoutPath(error: unknown, file: string): unknown {
  if (!(error instanceof TrajectaError)) return error;
  const clean = (text: string) => text.replaceAll(file, basename(file));
  return new TrajectaError(error.code, { ru: clean(error.text.ru), en: clean(error.text.en) });
}

function noFile(): TrajectaError {
  return new TrajectaError('wrong-type', {
    ru: `Таблица отправляется телом запроса с Content-Type: ${bytesType}, её имя — параметром name.`,
    en: `The table is sent as the body with Content-Type: ${bytesType}, its name as the parameter name.`,
  });
}

/** The paths as OpenAPI describes them. */
export function ownSeriesOperations(language: Language): Json {
  const about = {
    ru: 'Дать свои ряды или курсы для показателей; хранятся, пока работает сервер',
    en: 'Give series or rates of your own for indicators; kept as long as the server runs',
  };
  const clear = { ru: 'Убрать присланные ряды', en: 'Take away the series that were sent' };
  const written = { name: 'X-Trajecta', in: 'header', required: true, schema: { type: 'string' } };
  const text = (name: string) => ({ name, in: 'query', schema: { type: 'string' } });
  const refusal = {
    description: 'bad-series, missing-column, token-needed',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/refusal' } } },
  };
  const security = [{}, { token: [] }];
  return {
    post: {
      operationId: 'own-series',
      summary: about[language],
      security,
      parameters: [text('name'), text('system'), written],
      requestBody: {
        required: true,
        content: { [bytesType]: { schema: { type: 'string', format: 'binary' } } },
      },
      responses: {
        200: {
          description: about[language],
          content: { 'application/json': { schema: jsonSchema(ownSeriesSchema) } },
        },
        default: refusal,
      },
    },
    delete: {
      operationId: 'own-series-remove',
      summary: clear[language],
      security,
      parameters: [written],
      responses: { 204: { description: 'OK' }, default: refusal },
    },
  };
}
