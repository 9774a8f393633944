import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import fastify, { type FastifyInstance } from 'fastify';
import type { Assessment } from '../api/assessment.ts';
import { packageRoot } from '../classifications/dataFile.ts';
import type { Language } from '../domain/formatNumber.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { aheadOf } from './ahead/aheadOf.ts';
import { type AnswerLimits, answersOf, defaultLimits } from './answers.ts';
import { apiPage } from './apiPage.ts';
import { guard, isLoopback } from './guard.ts';
import { importJobs } from './imports/importJobs.ts';
import { importPaths } from './imports/importPaths.ts';
import { registerImports } from './imports/registerImports.ts';
import { type IndicatorData, noIndicatorData } from './indicatorData.ts';
import { indicatorShelf } from './indicatorShelf.ts';
import type { MapFile } from './map/mapOf.ts';
import { withMapFile } from './map/withMapFile.ts';
import { namedBodies } from './namedBodies.ts';
import { openApi } from './openApi.ts';
import { assessQuestion } from './questions/assessQuestion.ts';
import { workspaceQuestion } from './questions/workspaceQuestion.ts';
import { questions } from './questions.ts';
import { answerErrors } from './refusals.ts';
import { auditOperation, registerAudit } from './registerAudit.ts';
import { ownSeriesOperations, registerOwnSeries } from './registerOwnSeries.ts';
import { registerQuestions } from './registerQuestions.ts';
import { registerWeb } from './registerWeb.ts';
import { tablesPage } from './tablesPage.ts';
import { withIndicatorData } from './withIndicatorData.ts';
import type { WorkspaceSource } from './workspaceSource.ts';

export interface ServeOptions {
  readonly language: Language;
  /** Absent: 4317, or the next free one. */
  readonly port?: number;
  /** Absent: 127.0.0.1, which only this machine reaches. */
  readonly host?: string;
  /** What writes must carry where others reach the server; absent: one is made. */
  readonly token?: string;
  readonly limits?: Partial<AnswerLimits>;
  /** Largest file that may be sent to be imported; absent: 4 GB. */
  readonly maximumUpload?: number;
  /** Boundaries of the regions; absent: those in the workspace, if any. */
  readonly map?: MapFile;
  /** Systems of indicators and series for `scorecard`, beside the workspace. */
  readonly indicators?: IndicatorData;
  /** Opens the workspace before the server listens, and computes in quiet moments what readers will ask. */
  readonly warm?: boolean;
}

export interface RunningServer {
  readonly address: string;
  /** null: only this machine reaches the server, no token is needed. */
  readonly token: string | null;
  close(): Promise<void>;
}

const firstPort = 4317;
const largestUpload = 4e9;
const fonts: Readonly<Record<string, string>> = {
  'sans-latin.woff2': '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  'sans-cyrillic.woff2': '@fontsource-variable/source-sans-3/files/source-sans-3-cyrillic-wght-normal.woff2',
  'serif-latin.woff2': '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  'serif-cyrillic.woff2':
    '@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-wght-normal.woff2',
};

/** Serves the API and the dashboard of a workspace; on loopback unless a host is named. Nothing is fetched from elsewhere. */
export async function serve(source: WorkspaceSource, options: ServeOptions): Promise<RunningServer> {
  const host = options.host ?? '127.0.0.1';
  const token = isLoopback(host) ? null : (options.token ?? randomBytes(24).toString('base64url'));
  // Connections that a browser opened ahead and never used would hold the closing up for minutes.
  const server = fastify({ logger: false, forceCloseConnections: true, bodyLimit: 1_000_000 });
  answerErrors(server);
  guard(server, { host, token });
  await server.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  const { version } = JSON.parse(await readFile(join(packageRoot(), 'package.json'), 'utf8')) as {
    version: string;
  };
  const program = { name: 'trajecta', version };
  const shelf = indicatorShelf(options.indicators ?? noIndicatorData);
  const answers = answersOf(
    withIndicatorData(withMapFile(source, options.map ?? null), shelf),
    { ...defaultLimits, ...options.limits },
    { indicators: shelf.data, ...(options.map === undefined ? {} : { map: options.map }) },
  );
  const languageOf = (query: unknown): Language => {
    const { lang } = query as { lang?: unknown };
    return lang === 'ru' || lang === 'en' ? lang : options.language;
  };
  const pathsIn = (language: Language) => ({
    '/api/v1/audit': { post: auditOperation(language) },
    '/api/v1/own-series': ownSeriesOperations(language),
    ...(source.folder === null ? {} : importPaths(language)),
  });
  server.get('/health', async () => ({ status: 'ok' }));
  server.get('/api/v1/health', async () => ({ status: 'ok' }));
  server.get('/api/v1/version', async () => program);
  server.get('/api/v1/openapi.json', async (request) => {
    const language = languageOf(request.query);
    return openApi(questions, { version, language, paths: pathsIn(language) });
  });
  server.get('/api', async (request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .send(apiPage(questions, languageOf(request.query), pathsIn(languageOf(request.query)))),
  );
  server.get('/tables', async (request, reply) => {
    const { period } = request.query as { period?: string };
    const { answer } = await answers.answer(
      assessQuestion,
      assessQuestion.options.parse(typeof period === 'string' ? { period } : {}),
    );
    return reply
      .type('text/html; charset=utf-8')
      .send(tablesPage(answer as unknown as Assessment, languageOf(request.query)));
  });
  const maximumBytes = options.maximumUpload ?? largestUpload;
  const jobs = source.folder === null ? null : importJobs(source.folder, maximumBytes);
  if (jobs !== null) registerImports(server, jobs, { maximumBytes, tokenNeeded: token !== null });
  const bodies = namedBodies(version);
  const ahead =
    options.warm === true ? aheadOf(answers, bodies, source.folder, options.map ?? null, shelf) : null;
  registerQuestions(server, answers, bodies, (question, query) => ahead?.follow(question, query));
  registerAudit(server);
  registerOwnSeries(server, shelf, async () => {
    const { workspace, release } = await source.hold();
    try {
      return workspace.territories;
    } finally {
      release();
    }
  });
  await registerFonts(server);
  registerWeb(
    server,
    languageOf,
    () => source.isEmpty(),
    async () => {
      const workspace = await answers.known(workspaceQuestion, {});
      return {
        '/api/v1/version': program,
        ...(workspace === null ? {} : { '/api/v1/workspace': workspace }),
      };
    },
  );
  // What cannot be opened says why when it is asked.
  await ahead?.open().catch(() => undefined);
  await listen(server, host, options.port);
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const shown = host.includes(':') ? `[${host}]` : host;
  return {
    address: `http://${shown}:${port}`,
    token,
    close: async () => {
      await server.close();
      await jobs?.close();
      await ahead?.close();
      await source.close();
    },
  };
}

/** Style and fonts of the pages that need no scripts. */
async function registerFonts(server: FastifyInstance): Promise<void> {
  const css = await readFile(join(packageRoot(), 'src', 'http', 'page.css'));
  server.get('/page.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(css));
  const require = createRequire(import.meta.url);
  server.get('/fonts/:name', async (request, reply) => {
    const { name } = request.params as { name: string };
    const file = Object.hasOwn(fonts, name) ? fonts[name] : undefined;
    if (file === undefined) return reply.callNotFound();
    return reply
      .type('font/woff2')
      .header('cache-control', 'max-age=86400')
      .send(await readFile(require.resolve(file)));
  });
}

async function listen(server: FastifyInstance, host: string, wanted: number | undefined): Promise<void> {
  for (let port = wanted ?? firstPort; ; port += 1) {
    try {
      await server.listen({ host, port });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      if (wanted !== undefined) {
        throw new TrajectaError('bad-option', {
          ru: `Порт ${port} занят. Задайте другой: --port.`,
          en: `Port ${port} is taken. Name another: --port.`,
        });
      }
      if (port >= firstPort + 50) throw error;
    }
  }
}
