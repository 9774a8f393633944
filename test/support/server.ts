import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type RunningServer, type ServeOptions, serve } from '../../src/http/serve.ts';
import { fixedSource, folderSource } from '../../src/http/workspaceSource.ts';
import { literalWorkspace } from './literalWorkspace.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** A server over a few literal rows of a land whose names try to break out of every text. */
export async function serveHostile(
  context: TestContext,
  options: Partial<ServeOptions> = {},
): Promise<RunningServer> {
  const hostile = {
    id: 'XX-1',
    kind: 'region',
    name: { ru: '<script>alert(1)</script>', en: '=1+1 <b>"&\'' },
    codes: [],
    memberships: [],
  } as const;
  const workspace = await literalWorkspace(
    context,
    'XX',
    [
      { region: 'XX-1', hs6: '300431', usd: 5e6, partner: 'DE' },
      { region: 'XX-1', hs6: '270900', usd: 5e6, partner: 'CN' },
      { region: 'not-stated', hs6: '270900', usd: 1e7 },
    ],
    { country: 'XX', countryName: { ru: 'Страна', en: 'Land' }, territories: [hostile] },
  );
  const server = await serve(fixedSource(workspace), { language: 'en', port: 0, ...options });
  context.after(() => server.close());
  return server;
}

/** A server over a workspace folder. */
export async function serveFolder(
  context: TestContext,
  folder: string,
  options: Partial<ServeOptions> = {},
): Promise<RunningServer> {
  const server = await serve(folderSource(folder), { language: 'ru', port: 0, ...options });
  context.after(() => server.close());
  return server;
}

/** A server over a folder that is not there yet. */
export async function emptyServer(
  context: TestContext,
  options: Partial<ServeOptions> = {},
): Promise<RunningServer & { readonly folder: string }> {
  const folder = join(await temporaryFolder(context), 'workspace');
  const server = await serveFolder(context, folder, options);
  return { folder, ...server };
}
