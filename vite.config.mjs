import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { defineConfig } from 'vite';

/** Each text file compressed beside it, as well as can be: so that no request waits for it. */
const compressed = {
  name: 'compressed',
  writeBundle({ dir }) {
    for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
      if (!/\.(js|css|svg)$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path)));
    }
  },
};

// The dashboard: src/web to dist/web. Nothing is inlined, so that the content security policy can forbid inline code.
export default defineConfig({
  root: 'src/web',
  base: '/',
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Says which files a page needs, so that the server can name them in the page itself.
    manifest: 'pages.json',
    target: 'es2022',
    reportCompressedSize: false,
    // What several pages share is one file instead of a dozen small ones: a browser asks for six files at once.
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: {
        codeSplitting: { groups: [{ name: 'shared', test: /[\\/]src[\\/]/, minShareCount: 2 }] },
      },
    },
  },
  plugins: [compressed],
  logLevel: 'warn',
});
