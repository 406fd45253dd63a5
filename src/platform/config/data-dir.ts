import { mkdirSync } from 'node:fs';
import { StartError } from '#platform/config/start-error.ts';

/**
 * Makes the data folder when absent, closed to other users. As root others may pass through it (not list it),
 * because the bundled database then runs as another user inside.
 */
export function ensureDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  } catch (error) {
    throw new StartError(
      `无法创建数据文件夹 ${dataDir}。请检查权限，或设置 ZHIKE_DATA_DIR。`,
      `Cannot create the data folder ${dataDir}. Check its permissions or set ZHIKE_DATA_DIR.`,
      { cause: error },
    );
  }
}
