import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pages } from '../../src/api/pages.ts';
import { pageLinks } from '../../src/http/pageFiles.ts';
import { webFiles } from '../../src/http/webFiles.ts';
import { serveHostile } from '../support/server.ts';

test('each page names the modules it needs; each of them is there', async (context) => {
  const files = webFiles();
  const links = pageLinks(files);
  for (const page of ['overview', ...pages]) {
    const named = [...(links.get(page) ?? '').matchAll(/href="([^"]+)"/g)].map(([, path = '']) => path);
    assert.ok(named.length > 0, page);
    for (const path of named) assert.ok(files.has(path), path);
    assert.equal(new Set(named).size, named.length);
  }
  const { address } = await serveHostile(context);
  const html = await (await fetch(`${address}/indicators/XX-1`)).text();
  assert.match(html, /modulepreload" crossorigin href="\/assets\/IndicatorsPage-/);
  assert.doesNotMatch(html, /OverviewPage/);
});

test('a page by the same links: imports of imports once, the entry itself never', () => {
  const built = {
    'index.html': { file: 'assets/index.js' },
    'pages/region/RegionPage.tsx': { file: 'assets/r.js', imports: ['_a.js', 'index.html'] },
    '_a.js': { file: 'assets/a.js', imports: ['_b.js'] },
    '_b.js': { file: 'assets/b.js', imports: ['_a.js'] },
  };
  const bytes = Buffer.from(JSON.stringify(built));
  const links = pageLinks(new Map([['/pages.json', { bytes, type: '' }]]));
  assert.deepEqual(
    [...(links.get('region') ?? '').matchAll(/href="([^"]+)"/g)].map(([, path]) => path),
    ['/assets/r.js', '/assets/a.js', '/assets/b.js'],
  );
  assert.equal(pageLinks(new Map()).size, 0);
});
