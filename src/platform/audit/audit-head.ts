import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** The end of the chain. Noted outside the database, it shows when the newest blocks were cut off. */
export interface AuditHead {
  readonly block: number;
  /** Hexadecimal. */
  readonly seal: string;
}

const shape = z.object({ block: z.int().positive(), seal: z.string().regex(/^[0-9a-f]{64}$/) });

const fileOf = (dataDir: string): string => path.join(dataDir, 'audit-head.json');

/** The end of the chain as this data folder last saw it; undefined when it never did. */
export async function readHead(dataDir: string): Promise<AuditHead | undefined> {
  try {
    return shape.parse(JSON.parse(await readFile(fileOf(dataDir), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Notes the end of the chain; a reader sees the old note or the new one. */
export async function writeHead(dataDir: string, head: AuditHead): Promise<void> {
  const draft = `${fileOf(dataDir)}.${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(draft, `${JSON.stringify(head)}\n`, { mode: 0o600 });
    await rename(draft, fileOf(dataDir));
  } finally {
    await rm(draft, { force: true });
  }
}
