import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { assess } from '../assess/assess.ts';
import { lastYear } from '../assess/lastYear.ts';
import { packageRoot } from '../classifications/dataFile.ts';
import type { Language } from '../domain/formatNumber.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import { firstPage } from './firstPage.ts';

export interface ServeOptions {
  readonly language: Language;
  /** Absent: 4317, or the next free one. */
  readonly port?: number;
  /** Absent: the last whole year with exports. */
  readonly year?: number;
}

export interface RunningServer {
  readonly address: string;
  close(): Promise<void>;
}

const firstPort = 4317;
const fonts: Readonly<Record<string, string>> = {
  'sans-latin.woff2': '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  'sans-cyrillic.woff2': '@fontsource-variable/source-sans-3/files/source-sans-3-cyrillic-wght-normal.woff2',
  'serif-latin.woff2': '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  'serif-cyrillic.woff2':
    '@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-wght-normal.woff2',
};

/** Serves the first page of a workspace on loopback. Nothing is fetched from elsewhere and nothing can be written. */
export async function serve(workspace: WorkspaceReader, options: ServeOptions): Promise<RunningServer> {
  const answer = await assess(workspace, { period: String(options.year ?? lastYear(workspace)) });
  // Connections that a browser opened ahead and never used would hold the closing up for minutes.
  const server = fastify({ logger: false, forceCloseConnections: true });
  guard(server);
  server.get('/', async (request, reply) => {
    const given = (request.query as { lang?: string }).lang;
    const language = given === 'ru' || given === 'en' ? given : options.language;
    return reply.type('text/html; charset=utf-8').send(firstPage(answer, language));
  });
  server.get('/page.css', async (_request, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .send(await readFile(join(packageRoot(), 'src', 'http', 'page.css'))),
  );
  server.get('/api/v1/assessment', async () => answer);
  server.get('/health', async () => ({ status: 'ok' }));
  const require = createRequire(import.meta.url);
  server.get('/fonts/:name', async (request, reply) => {
    const file = fonts[(request.params as { name: string }).name];
    if (file === undefined) return reply.code(404).send({ error: 'not-found' });
    return reply
      .type('font/woff2')
      .header('cache-control', 'max-age=86400')
      .send(await readFile(require.resolve(file)));
  });
  await listen(server, options.port);
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** Only names of this machine are answered (DNS rebinding), and a page may load nothing from elsewhere. */
function guard(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    const name = (request.headers.host ?? '').replace(/:\d+$/, '');
    if (!['127.0.0.1', 'localhost', '[::1]'].includes(name)) {
      return reply.code(403).send({ error: 'forbidden-host', accepted: ['127.0.0.1', 'localhost'] });
    }
  });
  server.addHook('onSend', async (_request, reply) => {
    reply.header(
      'content-security-policy',
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
  });
}

async function listen(server: FastifyInstance, wanted: number | undefined): Promise<void> {
  for (let port = wanted ?? firstPort; ; port += 1) {
    try {
      await server.listen({ host: '127.0.0.1', port });
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
