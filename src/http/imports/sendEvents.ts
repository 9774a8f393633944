import type { FastifyReply } from 'fastify';
import type { ImportState } from '../../api/imports.ts';
import type { ImportJobs } from './importJobs.ts';

const beatMilliseconds = 15_000;

/**
 * Server-sent events of an import: each change of its state as `event: state`, the present one first; the stream ends
 * with the import.
 */
export function sendEvents(reply: FastifyReply, jobs: ImportJobs, id: string): FastifyReply {
  const now = jobs.state(id);
  const { raw } = reply;
  let stop: () => void = () => undefined;
  const send = (state: ImportState) => {
    raw.write(`event: state\ndata: ${JSON.stringify(state)}\n\n`);
    if (state.state !== 'running') end();
  };
  const beat = setInterval(() => raw.write(': beat\n\n'), beatMilliseconds);
  const end = () => {
    clearInterval(beat);
    stop();
    raw.end();
  };
  reply.hijack();
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  });
  raw.on('close', () => {
    clearInterval(beat);
    stop();
  });
  stop = jobs.watch(id, send);
  send(now);
  return reply;
}
