// The web app's development server; everything that is not a page comes from the server at the given port.
import { createServer } from 'vite';

const target = `http://127.0.0.1:${process.argv[2] ?? '3000'}`;
const paths = ['/api', '/healthz', '/readyz', '/metrics'];
const server = await createServer({
  server: { host: '127.0.0.1', proxy: Object.fromEntries(paths.map((path) => [path, { target, changeOrigin: false }])) },
});
await server.listen();
server.printUrls();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => server.close().then(() => process.exit(0)));
