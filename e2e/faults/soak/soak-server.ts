import { startZhike } from '#app/start-zhike.ts';
import { keepMemorySmall } from '#platform/runtime/small-memory.ts';

// The server with a clock that runs fast: days of schedules, sessions and retention within the hour (REL-12).
keepMemorySmall();
const start = Number(process.env['SOAK_START']);
const speed = Number(process.env['SOAK_SPEED']);
const zhike = await startZhike(process.env, process.cwd(), () => new Date(start + (Date.now() - start) * speed));
process.once('SIGTERM', () => void zhike.stop().then(() => process.exit(0)));
