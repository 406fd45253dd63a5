import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

const EVERY_MS = 1_000;
/** So long without an answer, and the database hangs: far above what a loaded one takes for nothing at all. */
const PATIENCE_MS = 8_000;
// After a pause of this process itself (a sleeping laptop) timers fire before answers that have long arrived are read.
const GRACE_MS = 250;

interface HeartbeatOptions {
  readonly url: string;
  /** The database stopped answering; called once for each time. */
  readonly onHang: () => void;
  readonly everyMs?: number;
  readonly patienceMs?: number;
}

export interface Heartbeat {
  /** True from the moment a hang was noticed until the database answers again. */
  isHanging(): boolean;
  stop(): Promise<void>;
}

/**
 * Asks the database for nothing on a line of its own, and notices when even that stays unanswered (REL-4). A database
 * that refuses or restarts does not hang: there every request learns that at once.
 */
export function startHeartbeat({ url, onHang, everyMs = EVERY_MS, patienceMs = PATIENCE_MS }: HeartbeatOptions): Heartbeat {
  const stopping = new AbortController();
  let isHanging = false;
  let line: pg.Client | undefined;
  const drop = () => {
    line?.connection.stream.destroy();
    line = undefined;
  };
  const ask = async (): Promise<void> => {
    if (line === undefined) {
      line = new pg.Client({ connectionString: url, application_name: 'zhike-heartbeat', keepAlive: true });
      line.on('error', () => undefined);
      await line.connect();
    }
    await line.query('SELECT 1');
  };
  const beat = async (): Promise<void> => {
    const answer = ask().then(() => 'answered' as const, () => 'refused' as const);
    const patience = new AbortController();
    const late = wait(patienceMs, undefined, { signal: patience.signal, ref: false }).then(() => wait(GRACE_MS, 'late' as const, { ref: false }), () => 'late' as const);
    const verdict = await Promise.race([answer, late]);
    patience.abort();
    if (verdict !== 'answered') drop();
    if (verdict === 'late' && !isHanging && !stopping.signal.aborted) {
      isHanging = true;
      onHang();
    }
    if (verdict === 'answered') isHanging = false;
  };
  const run = (async () => {
    while (!stopping.signal.aborted) {
      await beat();
      await wait(everyMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
    await line?.end().catch(() => undefined);
  })();
  return {
    isHanging: () => isHanging,
    stop: async () => {
      stopping.abort();
      if (isHanging) drop();
      await run;
    },
  };
}
