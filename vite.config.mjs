import { defineConfig } from 'vite';

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
  },
  logLevel: 'warn',
});
