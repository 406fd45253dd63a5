import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';

const MB = 1024 * 1024;

/** The memory that we may use: the container's limit where there is one. Bytes. */
function availableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** Containers often give /dev/shm 64 MB; a parallel query that needs more fails there. */
function isSharedMemorySmall(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const stat = statfsSync('/dev/shm');
    return stat.bavail * stat.bsize < 256 * MB;
  } catch {
    return true;
  }
}

/** Settings for a small server on our own machine; given at every start, so that an upgrade changes them. */
export function serverSettings(memory = availableMemory()): Record<string, string> {
  const clampMb = (bytes: number, low: number, high: number): number =>
    Math.max(low, Math.min(high, Math.floor(bytes / MB)));
  return {
    shared_buffers: `${clampMb(memory / 16, 32, 256)}MB`,
    effective_cache_size: `${clampMb(memory / 2, 128, 65536)}MB`,
    work_mem: `${clampMb(memory / 512, 4, 16)}MB`,
    maintenance_work_mem: `${clampMb(memory / 32, 32, 256)}MB`,
    max_connections: '100',
    // Short business queries: compiling costs more than it saves.
    jit: 'off',
    // SSDs and cached pages: an index is nearly always right.
    random_page_cost: '1.1',
    // Page images are most of the log after a checkpoint; slow disks gain more than the CPU loses.
    wal_compression: 'on',
    checkpoint_timeout: '15min',
    max_wal_size: '1GB',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    // Failed statements carry customers' data; the application logs its own errors (SEC-26).
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(isSharedMemorySmall() ? { dynamic_shared_memory_type: 'mmap' } : {}),
  };
}

/** For data that nobody wants after a power cut: on a slow disk half of a test run would be waiting for it. */
export const throwawaySettings: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  // What only recovery and replicas read.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  // Two hundred databases come and go: nothing of theirs is worth cleaning.
  autovacuum: 'off',
};

/** The same as arguments of the server program. */
export function settingArguments(values: Record<string, string>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
