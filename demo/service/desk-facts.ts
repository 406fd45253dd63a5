import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { calendarOfUnit } from '#modules/calendars/server/calendars.public.ts';
import type { CaseKind } from '#modules/service/objects/case.object.ts';
import { shippedProcesses } from '#modules/service/rules/shipped-processes.ts';
import { setUpService } from '#modules/service/server/service.public.ts';
import { type ProcessRow, currentProcess, saveProcess } from '#modules/service/server/setup/processes.ts';
import type { Context } from '#platform/context/context.ts';
import { insertRecord } from '#platform/records/action-records.ts';

export type Department = 'design' | 'production' | 'operations' | 'service';

export interface DeskType {
  readonly id: Id;
  readonly kind: CaseKind;
  readonly process: string;
  readonly queue: Id;
}

/** Everything that the stories of the service desk need to know. */
export interface DeskFacts {
  readonly unit: Id;
  readonly supervisor: Id;
  readonly agents: readonly Id[];
  readonly timeZone: string;
  readonly now: Date;
  readonly calendarId: Id;
  readonly calendar: WorkingCalendar;
  readonly types: ReadonlyMap<string, DeskType>;
  /** By name; `department` null where nobody can prevent it. */
  readonly causes: ReadonlyMap<string, { readonly id: Id; readonly department: Department | null }>;
  /** The process of a key as it was at an instant. */
  processAt(key: string, at: Date): ProcessRow;
  /** Customers in the order in which they came. */
  readonly customers: readonly { readonly id: Id; readonly name: string; readonly at: Date }[];
}

export interface DeskPeople {
  readonly unit: Id;
  readonly supervisor: Id;
  readonly agents: readonly Id[];
}

export const PACK = 'service-days';
const TRIAL = 10 * 86_400_000;

/**
 * Sets the desk up as it was two years ago. For the ten days of its trial repairs ended with the call back: whatever came
 * in then was never fed back to those who could prevent it.
 */
export async function setUpDesk(ctx: Context, began: Date, people: DeskPeople, customers: DeskFacts['customers']): Promise<DeskFacts> {
  const past: Context = { ...ctx, now: began, locale: 'zh-CN' };
  const repair = shippedProcesses.find((process) => process.key === 'repair');
  if (!repair) throw new Error('there is no process for repairs');
  await saveProcess(past, { ...repair, steps: repair.steps.filter((step) => step.effect !== 'evaluate') });
  await setUpService(past, { pack: PACK, unit: people.unit, members: people.agents });
  const early = await currentProcess(past, 'repair');
  const trialEnd = new Date(began.getTime() + TRIAL);
  await saveProcess({ ...past, now: trialEnd }, repair);
  await addGateQueue(past, people);
  const processes = new Map<string, ProcessRow>();
  for (const { key } of shippedProcesses) processes.set(key, await currentProcess(past, key));
  const { id: calendarId, calendar } = await calendarOfUnit(ctx, people.unit);
  return {
    ...people, timeZone: ctx.timeZone, now: ctx.now, calendarId, calendar, customers, types: await typesOf(ctx), causes: await causesOf(ctx),
    processAt: (key, at) => {
      const process = key === 'repair' && at < trialEnd ? early : processes.get(key);
      if (!process) throw new Error(`there is no process ${key}`);
      return process;
    },
  };
}

/** A second queue from which people take their work themselves. */
async function addGateQueue(ctx: Context, { unit, agents }: DeskPeople): Promise<void> {
  const queue = await insertRecord(ctx, 'serviceQueue', { values: { name: '停车与门禁', unit, skills: [], assignment: 'manual', isActive: true } });
  for (const agent of agents.slice(-2)) await ctx.db.run(sql`INSERT INTO service_queue_member (queue_id, user_id) VALUES (${queue}, ${agent})`);
  await insertRecord(ctx, 'caseType', { values: { name: '停车与门禁', kind: 'service', process: 'request', pack: PACK, queue, skills: [], isPublic: true, position: 90, isActive: true } });
}

async function typesOf(ctx: Context): Promise<DeskFacts['types']> {
  const rows = await ctx.db.rows<DeskType & { name: string }>(sql`SELECT id, name, kind, process, queue_id AS queue FROM case_type`);
  return new Map(rows.map((row) => [row.name, row]));
}

async function causesOf(ctx: Context): Promise<DeskFacts['causes']> {
  const rows = await ctx.db.rows<{ id: Id; name: string; department: Department | 'none' }>(sql`SELECT id, name, feeds_back_to AS department FROM complaint_cause WHERE parent_id IS NOT NULL`);
  return new Map(rows.map(({ id, name, department }) => [name, { id, department: department === 'none' ? null : department }]));
}
