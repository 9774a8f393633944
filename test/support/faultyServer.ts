import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { defaultFetchEffects, type FetchEffects } from '../../src/fetch/download.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, turn: number) => void;

/** A server on loopback that answers each request by its turn; effects that note the pauses instead of waiting. */
export async function faultyServer(context: TestContext, handler: Handler) {
  let turn = 0;
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    turn += 1;
    requests.push(request);
    // A connection for each request: a kept one that the server has just closed would be a fault more than those meant.
    response.shouldKeepAlive = false;
    handler(request, response, turn);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const pauses: number[] = [];
  const effects: FetchEffects = {
    ...defaultFetchEffects,
    wait: async (milliseconds) => void pauses.push(milliseconds),
    now: () => new Date('2026-01-01T00:00:00Z'),
  };
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, pauses, effects };
}
