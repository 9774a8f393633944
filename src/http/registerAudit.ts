import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { auditAnswerSchema, auditFileSchema } from '../api/audit.ts';
import { audit, parseAuditFile } from '../assess/audit.ts';
import type { Language } from '../domain/formatNumber.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { deliver, formatOf, formats } from './deliver.ts';
import { type Json, jsonSchema } from './openApi.ts';

/** Most bytes of a posted document of published tables. */
export const mostAuditBytes = 1_000_000;
/** Most printed cells and claims: every rule compares them with each other while others wait. */
export const mostAuditCells = 5000;
/** What a posted document is called in its answer and refusals. */
const postedName = 'posted.json';

/**
 * A document of published tables of one's own: posted, audited, answered and forgotten. Nothing is written and no
 * file is named, so that no token is asked for; pages of other sites are refused as by every request with a body.
 */
export function registerAudit(server: FastifyInstance): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const { extension } = request.params as { extension?: string };
    const { lang } = request.query as { lang?: unknown };
    const format = formatOf(extension, request.headers.accept);
    const json = String(request.body ?? '');
    requireSmall(json);
    const found = audit(json, postedName);
    const body = await deliver(found, format, lang === 'ru' ? 'ru' : 'en');
    reply.header('cache-control', 'no-store').type(formats[format]);
    if (format !== 'json')
      reply.header('content-disposition', `attachment; filename="trajecta-audit.${format}"`);
    return reply.send(body);
  };
  void server.register(async (scope) => {
    // The text itself is wanted: its checksum stands in the answer, and its faults are told by their place.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    );
    const route = { bodyLimit: mostAuditBytes, config: { writes: false } };
    scope.post('/api/v1/audit', route, answer);
    scope.post('/api/v1/audit.:extension', route, answer);
  });
}

/** Throws `too-large` with the number of cells and the most that are taken. */
function requireSmall(json: string): void {
  const { tables, claims = [] } = parseAuditFile(json, postedName);
  const cells = tables.reduce((sum, table) => sum + table.rows.length * table.columns.length, claims.length);
  if (cells <= mostAuditCells) return;
  throw new TrajectaError('too-large', {
    ru: `В документе ячеек и утверждений: ${cells}; по HTTP принимается до ${mostAuditCells}. Больший проверит командная строка: trajecta audit ФАЙЛ.json.`,
    en: `The document has ${cells} cells and claims; by HTTP up to ${mostAuditCells} are taken. The command line checks a larger one: trajecta audit FILE.json.`,
  });
}

/** The posting as OpenAPI describes it. */
export function auditOperation(language: Language): Json {
  const about = {
    ru: 'Проверить свой документ опубликованных таблиц; он нигде не сохраняется',
    en: 'Audit a document of published tables of your own; it is stored nowhere',
  };
  const refusal = {
    description: 'bad-audit-file, too-large, forbidden',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/refusal' } } },
  };
  return {
    operationId: 'audit-posted',
    summary: about[language],
    parameters: [
      { name: 'X-Trajecta', in: 'header', required: true, schema: { type: 'string' }, description: '1' },
    ],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: jsonSchema(auditFileSchema) } },
    },
    responses: {
      200: {
        description: about[language],
        content: { 'application/json': { schema: jsonSchema(auditAnswerSchema) } },
      },
      400: refusal,
      403: refusal,
      413: refusal,
    },
  };
}
