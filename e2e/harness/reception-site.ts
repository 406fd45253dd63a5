import sql from 'sql-template-tag';
import { TEST_PASSWORD, type TestApp, type TestPerson } from '#app/test-app.ts';
import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';

export interface TestSite {
  readonly id: Id;
  readonly unit: Id;
  readonly manager: TestPerson & { readonly id: string };
  /** Members in order. */
  readonly members: readonly Id[];
  /** After a jump of the clock: sessions of the day before are over. */
  signInAgain(): Promise<void>;
  /** Runs an action of the server as the system. */
  act<R>(work: (ctx: Context) => Promise<R>): Promise<R>;
}

/** A site under the rotation rule with members who need no session of their own. */
export async function makeTestSite(app: TestApp, count: number, pack = 'site-rotation'): Promise<TestSite> {
  const { services, admin } = app;
  await admin.post('/policy-packs/install', { key: pack });
  const { id: unit } = await services.database.one<{ id: Id }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);
  const serial = services.newId().slice(-6);
  const manager = await app.person({ username: `manager-${serial}`, roles: ['salesManager'], name: '方经理' });
  const members = Array.from({ length: count }, () => services.newId());
  for (const [place, id] of members.entries()) {
    await services.database.run(sql`
      INSERT INTO app_user (id, username, name, unit_id, created_at, updated_at)
      VALUES (${id}, ${`s${serial}-${place}`}, ${`顾问${place + 1}`}, ${unit}, now(), now())`);
  }
  const made = await manager.post('/sites', { name: '云栖里', unit, projectManager: manager.id, pack, members });
  if (made.status !== 201) throw new Error(made.text);
  return {
    id: String(made.body.id), unit, manager, members,
    signInAgain: async () => {
      await admin.post('/auth/login', { username: 'admin', password: TEST_PASSWORD });
      await manager.post('/auth/login', { username: `manager-${serial}`, password: TEST_PASSWORD });
    },
    act: (work) => runAction(services, { actor: systemActor(services) }, work),
  };
}
