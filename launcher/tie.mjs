// Preloaded into a program that the launcher has started: when the launcher is gone, the program stops as if asked to.
import { Socket } from 'node:net';

const line = new Socket({ fd: 3 });
line.on('error', () => undefined);
line.on('close', () => {
  if (process.listenerCount('SIGTERM') > 0) process.emit('SIGTERM', 'SIGTERM');
  else process.exit(143);
});
line.resume();
line.unref();
