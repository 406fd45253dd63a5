import { fileURLToPath } from 'node:url';
import { BENCH_PASSWORD, VIEWERS, type Viewer } from '../fill/fill-people.ts';
import { type Child, freePort, startChild } from './child.ts';

// Through the launcher, so that it runs with the flags of `npm start`.
const LAUNCHER = fileURLToPath(new URL('../../launcher/run.mjs', import.meta.url));

/** The real server on a data folder, with the cookies of those who look. */
export interface AppServer extends Child {
  readonly cookies: Readonly<Record<Viewer, string>>;
}

export async function startApp(dataDir: string): Promise<AppServer> {
  const port = await freePort();
  const child = await startChild([LAUNCHER, 'src/app/main.ts'], port, '/readyz', {
    ZHIKE_DATA_DIR: dataDir, ZHIKE_PORT: String(port), ZHIKE_LOG_LEVEL: 'warn', ZHIKE_RATE_LIMIT: '0', ZHIKE_UPGRADE_BACKUP: '0',
  });
  try {
    const cookies = { all: await signIn(port, 'all'), unitBelow: await signIn(port, 'unitBelow'), own: await signIn(port, 'own') };
    return { ...child, cookies };
  } catch (error) {
    await child.stop();
    throw error;
  }
}

async function signIn(port: number, viewer: Viewer): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/auth/login`, {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: VIEWERS[viewer], password: BENCH_PASSWORD }),
  });
  if (!answer.ok) throw new Error(`sign-in of ${viewer}: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '').join('; ');
}
