import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { z } from 'zod';
import { type ImportSettings, importSettingsSchema } from '../../api/importSettings.ts';
import type { ImportAnswer, ImportState } from '../../api/imports.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { ImportJobs } from './importJobs.ts';
import { sendEvents } from './sendEvents.ts';

export interface ImportLimits {
  readonly maximumBytes: number;
  readonly tokenNeeded: boolean;
}

const bytesType = 'application/octet-stream';
/** How long what a refused sender still sends is let run into nothing. */
const drainedMilliseconds = 10_000;

/** Imports over HTTP: send a file, look at it, start, watch, cancel, remove. */
export function registerImports(server: FastifyInstance, jobs: ImportJobs, limits: ImportLimits): void {
  void server.register(async (scope) => {
    // The bytes of a file go to the disk as they come; nothing else is taken for a file.
    scope.addContentTypeParser(bytesType, (_request, payload, done) => done(null, payload));
    scope.addContentTypeParser('*', (_request, _payload, done) => done(wrongType()));
    const answer = (data: ImportState): ImportAnswer => ({
      data,
      findings: (data.report ?? data.series)?.findings ?? [],
      manifest: { ...limits },
    });
    scope.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    scope.get('/api/v1/imports', async () => ({
      data: jobs.list(),
      findings: [],
      manifest: { ...limits },
    }));
    scope.post('/api/v1/imports', async (request, reply) => {
      const { name } = request.query as { name?: unknown };
      const length = request.headers['content-length'];
      if (!(request.body instanceof Readable)) throw wrongType();
      try {
        const state = await jobs.receive(
          typeof name === 'string' ? name : '',
          request.body,
          length === undefined ? null : Number(length),
        );
        return reply.code(201).header('location', `/api/v1/imports/${state.id}`).send(answer(state));
      } catch (error) {
        drain(request.raw, reply);
        throw error;
      }
    });
    scope.get('/api/v1/imports/:id', async (request) => answer(jobs.state(idOf(request.params))));
    scope.get('/api/v1/imports/:id/events', async (request, reply) =>
      sendEvents(reply, jobs, idOf(request.params)),
    );
    scope.post('/api/v1/imports/:id/preview', async (request) =>
      jobs.preview(idOf(request.params), settingsOf(request.body)),
    );
    scope.post('/api/v1/imports/:id/start', async (request, reply) =>
      reply.code(202).send(answer(jobs.start(idOf(request.params), settingsOf(request.body)))),
    );
    scope.post('/api/v1/imports/:id/cancel', async (request) =>
      answer(await jobs.cancel(idOf(request.params))),
    );
    scope.delete('/api/v1/imports/:id', async (request, reply) => {
      await jobs.remove(idOf(request.params));
      return reply.code(204).send();
    });
  });
}

function idOf(params: unknown): string {
  return (params as { id: string }).id;
}

/** Settings as sent. Throws `bad-option` naming each field that is not accepted. */
function settingsOf(body: unknown): ImportSettings {
  const parsed = importSettingsSchema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const list = parsed.error.issues.map(problemOf).join('; ');
  throw new TrajectaError('bad-option', {
    ru: `Настройки импорта не приняты: ${list}. Принимаются: ${Object.keys(importSettingsSchema.shape).join(', ')}.`,
    en: `The settings of the import are not accepted: ${list}. Accepted: ${Object.keys(importSettingsSchema.shape).join(', ')}.`,
  });
}

function problemOf(issue: z.core.$ZodIssue): string {
  const place = issue.path.join('.');
  return place === '' ? issue.message : `${place}: ${issue.message}`;
}

/** A refused sender reads the refusal only once it has sent what it was sending; endless ones are cut off. */
function drain(request: Readable, reply: FastifyReply): void {
  request.resume();
  const timer = setTimeout(() => reply.raw.socket?.destroy(), drainedMilliseconds);
  timer.unref();
  request.on('close', () => clearTimeout(timer));
}

function wrongType(): TrajectaError {
  return new TrajectaError('wrong-type', {
    ru: `Файл отправляется телом запроса с Content-Type: ${bytesType}, его имя — параметром name; настройки — application/json.`,
    en: `A file is sent as the body with Content-Type: ${bytesType}, its name as the parameter name; settings as application/json.`,
  });
}
