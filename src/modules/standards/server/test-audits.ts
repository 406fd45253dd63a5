import sql from 'sql-template-tag';
import type { TestApp, TestPerson } from '#app/test-app.ts';

type Person = TestPerson & { readonly id: string };

/** A company with a service centre to be looked at, auditors at the head office, and the library loaded. */
export interface AuditScene {
  readonly app: TestApp;
  readonly centre: string;
  readonly other: string;
  readonly supervisor: Person;
  readonly lin: Person;
  readonly zhao: Person;
  /** The manager of the centre. */
  readonly manager: Person;
  readonly mystery: string;
  readonly phone: string;
}

export async function expectDone(pending: Promise<{ status: number; text: string; body: Record<string, unknown> }>): Promise<Record<string, unknown>> {
  const answer = await pending;
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}

export async function makeAuditScene(app: TestApp): Promise<AuditScene> {
  const { id: parent } = await app.services.database.one<{ id: string }>(sql`SELECT id FROM org_unit WHERE parent_id IS NULL`);
  const unit = async (name: string) => String((await expectDone(app.admin.post('/org-units', { name, kind: 'department', parent })))['id']);
  const [centre, other, office] = [await unit('市南服务中心'), await unit('崂山服务中心'), await unit('督查办')];
  const person = (username: string, name: string, role: string, of: string) => app.person({ username, name, roles: [role], unit: of });
  const supervisor = await person('sun.li', '孙莉', 'serviceSupervisor', office);
  const lin = await person('lin.yue', '林悦', 'serviceAuditor', office);
  const zhao = await person('zhao.ming', '赵明', 'serviceAuditor', other);
  const manager = await person('qian.fang', '钱芳', 'salesManager', centre);
  await expectDone(supervisor.post('/audits/library'));
  const { data } = await expectDone(supervisor.get('/audit-templates?sort=kind')) as { data: readonly { id: string; kind: string }[] };
  const of = (kind: string) => data.find((template) => template.kind === kind)?.id ?? '';
  return { app, centre, other, supervisor, lin, zhao, manager, mystery: of('mystery'), phone: of('phone') };
}

/** Plans one audit of a unit and answers its id. */
export async function planOne(scene: AuditScene, { auditor, unit = scene.centre, template = scene.phone, day = '2026-03-02' }: { auditor: Person; unit?: string; template?: string; day?: string }): Promise<string> {
  const plan = await expectDone(scene.supervisor.post('/audits/plan', { template, places: [{ unit }], auditors: [auditor.id], days: [day], isPreview: false }));
  if (plan['made'] !== 1) throw new Error(JSON.stringify(plan));
  const { data } = (await auditor.get<{ data: { id: string; plannedOn: string; state: string }[] }>('/audits/mine')).body;
  return data.findLast(({ plannedOn, state }) => plannedOn === day && state === 'planned')?.id ?? '';
}

interface SheetItem { readonly key: string; readonly answer: string; readonly target: number | null }

/** Answers that meet every item but those named, which fail with a comment. */
export async function filledIn(scene: AuditScene, auditor: Person, audit: string, failed: readonly string[] = [], left: readonly string[] = []) {
  const sheet = (await auditor.get<{ items: SheetItem[]; templateNumber: number }>(`/audits/${audit}/sheet`)).body;
  const best = (item: SheetItem) => (item.answer === 'yesNo' ? 1 : item.answer === 'scale' ? 5 : item.target);
  const worst = (item: SheetItem) => (item.answer === 'number' ? (item.target ?? 0) * 3 : item.answer === 'scale' ? 1 : 0);
  const answers = sheet.items.map((item) => ({
    key: item.key, value: left.includes(item.key) ? null : failed.includes(item.key) ? worst(item) : best(item), comment: failed.includes(item.key) ? '没有做到' : '', photos: [],
  }));
  return { key: scene.app.services.newId(), templateNumber: sheet.templateNumber, note: '', answers };
}

/** Plans, fills in, hands in and confirms. */
export async function confirmedAudit(scene: AuditScene, wanted: { auditor: Person; unit?: string; template?: string; day?: string; failed?: readonly string[] }): Promise<string> {
  const id = await planOne(scene, wanted);
  await expectDone(wanted.auditor.post(`/audits/${id}/submit`, await filledIn(scene, wanted.auditor, id, wanted.failed)));
  await expectDone(scene.supervisor.post(`/audits/${id}/confirm`));
  return id;
}
