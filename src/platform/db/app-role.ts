import type pg from 'pg';

/** The role under which the server works: it may do everything but change the past of the audit trail (SEC-25). */
export const APP_ROLE = 'zhike_app';

/**
 * Makes the role and its rights after the migrations; undefined where the database user may not make roles (managed
 * servers): there the triggers alone guard the trail.
 */
export async function ensureAppRole(pool: pg.Pool, onMissing: (reason: string) => void): Promise<string | undefined> {
  const client = await pool.connect();
  try {
    // Roles belong to the whole server: two databases that start together take turns.
    await client.query('SELECT pg_advisory_lock(7413002)');
    const { rows } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APP_ROLE]);
    if (rows.length === 0) await client.query(`CREATE ROLE ${APP_ROLE} NOLOGIN`);
    await client.query(`GRANT ${APP_ROLE} TO CURRENT_USER`);
    await client.query(`GRANT USAGE ON SCHEMA public TO ${APP_ROLE}`);
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${APP_ROLE}`);
    await client.query(`GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO ${APP_ROLE}`);
    await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO ${APP_ROLE}`);
    await client.query(`REVOKE UPDATE ON SEQUENCE audit_entry_seq_seq FROM ${APP_ROLE}`);
    await client.query(`REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry, audit_seal, schema_migration FROM ${APP_ROLE}`);
    return APP_ROLE;
  } catch (error) {
    onMissing(error instanceof Error ? error.message : String(error));
    return undefined;
  } finally {
    await client.query('SELECT pg_advisory_unlock(7413002)').catch(() => undefined);
    client.release();
  }
}
