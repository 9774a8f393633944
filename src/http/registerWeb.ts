import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pages } from '../api/pages.ts';
import type { WorkspaceSummary } from '../api/workspaceSummary.ts';
import type { Language } from '../domain/formatNumber.ts';
import { addressOf, firstOfOverview } from './ahead/firstOfOverview.ts';
import { encodingOf } from './encodingOf.ts';
import { fontLinks, pageLinks } from './pageFiles.ts';
import { webFiles } from './webFiles.ts';

/** The built dashboard: its files, and its page at every path that is no file and none of the API. */
export function registerWeb(
  server: FastifyInstance,
  languageOf: (query: unknown) => Language,
  isEmpty: () => Promise<boolean>,
  /** Answers that every page asks for first, by address; those that are not there yet are not waited for. */
  known: () => Promise<Readonly<Record<string, unknown>>>,
): void {
  const files = webFiles();
  const page = files.get('/index.html')?.bytes.toString('utf8');
  const links = pageLinks(files);
  const fonts = { ru: fontLinks(files, 'ru'), en: fontLinks(files, 'en') };
  server.get('/assets/:name', async (request, reply) => {
    const file = files.get(`/assets/${(request.params as { name: string }).name}`);
    if (file === undefined) return reply.callNotFound();
    // Names hold a checksum of the content.
    reply.type(file.type).header('cache-control', 'max-age=31536000, immutable');
    if (file.brotli === undefined || encodingOf(request) !== 'br') return reply.send(file.bytes);
    return reply.header('content-encoding', 'br').header('vary', 'accept-encoding').send(file.brotli);
  });
  const send = async (request: FastifyRequest, reply: FastifyReply) => {
    const { path } = request.params as { path?: string };
    if (path !== undefined && !(pages as readonly string[]).includes(path)) return reply.callNotFound();
    const language = languageOf(request.query);
    // The page need not ask for what is not there yet.
    const empty = (await isEmpty()) ? ' data-workspace="empty"' : '';
    if (page === undefined) return reply.redirect(`/tables?lang=${language}`);
    const head = [
      fonts[language],
      ...(empty === '' ? [links.get(path ?? 'overview') ?? '', ...(await beside(path, request.query))] : []),
    ];
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(
        page
          .replace('<html lang="en">', `<html lang="${language}"${empty}>`)
          .replace('</head>', () => `  ${head.join('\n    ')}\n  </head>`),
      );
  };
  const beside = async (path: string | undefined, query: unknown): Promise<readonly string[]> => {
    const answers = await known();
    const summary = answers['/api/v1/workspace'] as WorkspaceSummary | undefined;
    const chosen = Object.keys(query as object).some((name) => name !== 'lang');
    const first = path !== undefined || chosen || summary === undefined ? [] : firstOfOverview(summary.data);
    // The request is on its way before the first line of the program has been read.
    const links = first.map(
      (one) =>
        `<link rel="preload" as="fetch" crossorigin href="${addressOf(one).replaceAll('&', '&amp;')}">`,
    );
    return [...links, answersText(answers)];
  };
  server.get('/', send);
  server.get('/:path', send);
  server.get('/:path/:id', send);
}

/** Answers as data within the page: no script, so that the policy of the page has nothing to say of it. */
function answersText(answers: Readonly<Record<string, unknown>>): string {
  return `<script type="application/json" id="answers">${JSON.stringify(answers).replaceAll('<', '\\u003c')}</script>`;
}
