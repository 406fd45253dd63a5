import { keepMemorySmall } from '#platform/runtime/small-memory.ts';
import { StartError } from '#platform/config/start-error.ts';
import { startZhike } from './start-zhike.ts';

keepMemorySmall();
try {
  const zhike = await startZhike(process.env, process.cwd());
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      void zhike.stop().then(() => process.exit(0));
    });
  }
} catch (error) {
  process.stderr.write(`${error instanceof StartError ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
}
