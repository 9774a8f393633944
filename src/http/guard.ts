import { timingSafeEqual } from 'node:crypto';
import { hostname, networkInterfaces } from 'node:os';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { TrajectaError } from '../domain/trajectaError.ts';

export interface GuardOptions {
  /** Address that the server listens on. */
  readonly host: string;
  /** What a request that writes must carry; null: the server listens on this machine only. */
  readonly token: string | null;
}

const loopback = ['127.0.0.1', 'localhost', '[::1]'];
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Is the address one that only this machine reaches? */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

/**
 * Only names of this machine are answered (DNS rebinding), only pages of this server may write, and only with the token
 * where others reach the server; a page may load nothing from elsewhere.
 */
export function guard(server: FastifyInstance, options: GuardOptions): void {
  const names = isLoopback(options.host) ? loopback : [...loopback, ...namesOf(options.host)];
  server.addHook('onRequest', async (request) => {
    const name = (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
    if (!names.includes(name)) {
      throw new TrajectaError('forbidden', {
        ru: `Имя узла «${name.slice(0, 60)}» не этого сервера. Принимаются: ${names.join(', ')}.`,
        en: `The host name "${name.slice(0, 60)}" is not of this server. Accepted: ${names.join(', ')}.`,
      });
    }
    if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method)) {
      const { writes } = request.routeOptions.config as { readonly writes?: boolean };
      requireOwnPage(request);
      if (writes !== false) requireToken(request, options.token);
    }
  });
  server.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', policy);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    reply.header('cross-origin-resource-policy', 'same-origin');
    reply.header('cross-origin-opener-policy', 'same-origin');
  });
}

/** What has a body must come from a page of this server, or from no page at all. */
function requireOwnPage(request: FastifyRequest): void {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const foreign = origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`;
  if (foreign || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
    throw new TrajectaError('forbidden', {
      ru: `Запись со страницы другого сайта (${String(origin ?? site).slice(0, 80)}) не принимается.`,
      en: `A write from a page of another site (${String(origin ?? site).slice(0, 80)}) is not accepted.`,
    });
  }
  // A form of another site cannot set this header without asking first.
  if (request.headers['x-trajecta'] === undefined) {
    throw new TrajectaError('forbidden', {
      ru: 'Запись без заголовка X-Trajecta не принимается: добавьте X-Trajecta: 1.',
      en: 'A write without the header X-Trajecta is not accepted: add X-Trajecta: 1.',
    });
  }
}

/** A write must carry the token where there is one. */
function requireToken(request: FastifyRequest, token: string | null): void {
  if (token === null) return;
  const given = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const [a, b] = [Buffer.from(given.padEnd(token.length)), Buffer.from(token)];
  if (a.length !== b.length || !timingSafeEqual(a, b)) {
    throw new TrajectaError('token-needed', {
      ru: 'Для записи на этот сервер нужен ключ, напечатанный при его запуске: Authorization: Bearer КЛЮЧ.',
      en: 'Writing to this server needs the token that it printed when it started: Authorization: Bearer TOKEN.',
    });
  }
}

/** Names and addresses under which the machine is reached through `host`. */
function namesOf(host: string): readonly string[] {
  const everywhere = host === '0.0.0.0' || host === '::';
  if (!everywhere) return [host.includes(':') ? `[${host}]` : host.toLowerCase()];
  const addresses = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address)),
  );
  return [...new Set([...addresses, hostname().toLowerCase()])];
}
