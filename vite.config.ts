import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { type Plugin, defineConfig } from 'vite';

const server = `http://127.0.0.1:${process.env['ZHIKE_PORT'] ?? '3000'}`;
const atRoot = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const antd = /node_modules\/(antd|@ant-design|@rc-component|dayjs)\/(?!.*locale)/;

/**
 * What the first page needs of the libraries stands apart from our code, so that a new version of ours leaves it
 * cached. What only later pages need comes with them: components of two pages together, charts alone.
 */
const antdDates = /node_modules\/(antd\/es\/(date-picker|time-picker|calendar)|@rc-component\/picker|dayjs)\/(?!.*locale)/;
const antdPopups = /node_modules\/(antd\/es\/(tooltip|popover)|@rc-component\/(trigger|tooltip|portal|resize-observer))\//;
const antdInputs =
  /node_modules\/(antd\/es\/(select|input|input-number|cascader|segmented|checkbox|radio|switch|tree|tree-select|upload)|@rc-component\/(select|virtual-list|input|input-number|textarea|cascader|segmented|checkbox|switch|tree|tree-select|overflow|mini-decimal|upload))\//;

const groups = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
  { name: 'tanstack', test: /node_modules\/@tanstack\//, tags: ['$initial' as const], priority: 3 },
  { name: 'antd', test: antd, tags: ['$initial' as const], priority: 2 },
  // Lists need popups, but inputs only with the first edit, and dates more rarely still. A group takes along what it
  // needs, so the lighter ones choose first.
  { name: 'antd-popups', test: antdPopups, priority: 1.7 },
  { name: 'antd-inputs', test: antdInputs, minShareCount: 2, priority: 1.6 },
  { name: 'antd-dates', test: antdDates, minShareCount: 2, priority: 1.5 },
  { name: 'antd-pages', test: antd, minShareCount: 2, priority: 1 },
  { name: 'echarts', test: /node_modules\/(echarts|zrender)\//, priority: 1 },
];

/** A script of other sites' pages must leave none of its names there. */
const wrapWidget: Plugin = {
  name: 'wrap-widget',
  generateBundle(_options, bundle) {
    const chunk = bundle['chat-widget.js'];
    if (chunk?.type === 'chunk') chunk.code = `(()=>{${chunk.code}})();\n`;
  },
};

export default defineConfig({
  root: atRoot('./src/app/web'),
  cacheDir: atRoot('./node_modules/.vite'),
  plugins: [react(), wrapWidget],
  build: {
    outDir: atRoot('./dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    // The content policy allows neither inline scripts nor data: scripts (SEC: CSP).
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: ['index.html', 'portal.html', 'chat.html', 'chat-widget.ts'].map((file) => atRoot(`./src/app/web/${file}`)),
      // Other sites load the chat's button by an address that stays.
      output: { codeSplitting: { groups }, entryFileNames: ({ name }) => (name === 'chat-widget' ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
  server: {
    strictPort: true,
    port: 5173,
    proxy: { '/api': { target: server, changeOrigin: false, ws: true } },
  },
});
