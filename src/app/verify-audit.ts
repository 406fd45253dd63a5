import { readHead } from '#platform/audit/audit-head.ts';
import { verifyAudit } from '#platform/audit/verify-chain.ts';
import { verdictText } from '#platform/audit/verdict-text.ts';
import { readOptions, runCommand } from '#platform/backup/command-line.ts';
import { loadConfig } from '#platform/config/config.ts';
import { loadSecret } from '#platform/config/secret.ts';
import { StartError } from '#platform/config/start-error.ts';
import { openDatabase } from '#platform/db/database.ts';
import { hasEmbeddedCluster, joinEmbedded } from '#platform/db/embedded/embedded-server.ts';
import { makeSecrets } from '#platform/secrets/secrets.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: (text: string) => process.stderr.write(`${text}\n`) };

/** Recomputes the audit chain, beside a running Zhike or without one; writes nothing. Ends with 1 when it is not intact. */
await runCommand(async () => {
  readOptions(process.argv.slice(2), []);
  const config = loadConfig(process.env, process.cwd());
  const { dataDir, databaseUrl } = config;
  if (databaseUrl === undefined && !hasEmbeddedCluster(dataDir)) {
    throw new StartError(
      `${dataDir} 中没有数据库。请检查 ZHIKE_DATA_DIR 或 DATABASE_URL。`,
      `There is no database in ${dataDir}. Check ZHIKE_DATA_DIR or DATABASE_URL.`,
    );
  }
  const server = databaseUrl === undefined ? await joinEmbedded({ dataDir, log: quiet }) : undefined;
  const db = openDatabase({ url: databaseUrl ?? server?.url ?? '', max: 1, statementTimeoutMs: 300_000 });
  try {
    const started = performance.now();
    const verdict = await verifyAudit({ db, secrets: makeSecrets(loadSecret(config)), head: await readHead(dataDir) });
    if (!verdict.isIntact) process.exitCode = 1;
    return verdictText(verdict, (performance.now() - started) / 1000);
  } finally {
    await db.close();
    await server?.stop();
  }
});
