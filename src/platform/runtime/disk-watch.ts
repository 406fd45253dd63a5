import { statfs } from 'node:fs/promises';
import type { Logger } from 'pino';

const EVERY_MS = 2_000;
const MB = 1024 * 1024;
/** Kept free: PostgreSQL ends when it cannot write its log, and then not even reading is possible. Bytes. */
const RESERVE = 200 * MB;
/** So much more must be free before writing goes on. */
const MARGIN = 50 * MB;

export interface DiskWatch {
  /** Too little room is left to write. */
  readonly isLow: () => boolean;
  stop(): Promise<void>;
}

interface DiskOptions {
  readonly folder: string;
  readonly log: Pick<Logger, 'error' | 'info' | 'warn'>;
  /** Free bytes; asks the system when absent. */
  readonly free?: (folder: string) => Promise<number>;
}

const freeBytes = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/** Stops writing while there is still room to read (REL-5): looks every two seconds, says when it changes. */
export function watchDisk({ folder, log, free = freeBytes }: DiskOptions): DiskWatch {
  let isLow = false;
  const look = async (): Promise<void> => {
    try {
      const bytes = await free(folder);
      const next = bytes < RESERVE + (isLow ? MARGIN : 0);
      if (next === isLow) return;
      isLow = next;
      const freeMb = Math.floor(bytes / MB);
      if (isLow) log.error({ folder, freeMb }, '磁盘空间不足，已停止写入；请清理磁盘 / The disk is nearly full, nothing is written any more: make room');
      else log.info({ folder, freeMb }, '磁盘空间已恢复 / There is room on the disk again');
    } catch (error) {
      log.warn({ err: error }, 'the free space of the disk could not be read');
    }
  };
  void look();
  const timer = setInterval(() => void look(), EVERY_MS);
  timer.unref();
  return {
    isLow: () => isLow,
    stop: () => {
      clearInterval(timer);
      return Promise.resolve();
    },
  };
}
