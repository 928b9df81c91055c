import { readFileSync } from 'node:fs';
import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const SERVER = process.env['PARLEY_URL'] ?? 'http://localhost:8000';
const SERVED_BY_JAVA = ['/api', '/ask', '/v1', '/health', '/openapi.json', '/metrics'];

// The theme must be known before the first paint, and inline scripts are forbidden: so one small
// blocking file of its own, hashed like the rest, stands first in the head.
function beforeFirstPaint(): Plugin[] {
  const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
  const inHead = (src: string) => [
    { tag: 'script', attrs: { src }, injectTo: 'head-prepend' as const },
  ];
  let script = '';
  return [
    {
      name: 'before-first-paint:build',
      apply: 'build',
      buildStart() {
        script = this.emitFile({ type: 'asset', name: 'theme.js', source: read('theme.js') });
        this.emitFile({
          type: 'asset',
          fileName: 'favicon.svg',
          source: read('favicon.svg'),
        });
      },
      transformIndexHtml: {
        order: 'post',
        handler(_html, context) {
          const asset = Object.values(context.bundle ?? {}).find((file) =>
            file.fileName.startsWith('assets/theme-'),
          );
          return [
            ...inHead(`/${asset?.fileName ?? script}`),
            {
              tag: 'link',
              attrs: { rel: 'icon', type: 'image/svg+xml', href: '/favicon.svg' },
              injectTo: 'head',
            },
          ];
        },
      },
    },
    {
      name: 'before-first-paint:serve',
      apply: 'serve',
      transformIndexHtml: () => inHead('/theme.js'),
    },
  ];
}

export default defineConfig({
  plugins: [react(), tailwind(), beforeFirstPaint()],
  publicDir: false,
  build: {
    outDir: '../../../target/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: true,
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(SERVED_BY_JAVA.map((path) => [path, { target: SERVER }])),
  },
});
