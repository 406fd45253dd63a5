import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import type { FileHost } from '#modules/mail/server/taking/store-parts.ts';
import type { Context } from '#platform/context/context.ts';
import { makeActing, makeIds } from '../sales-office/office.ts';
import type { Dice } from '../seeded-random.ts';
import { makeShortcuts } from './desk-shortcuts.ts';
import { makeArticles } from './make-articles.ts';
import { makeMails } from './make-mails.ts';
import { makeMeetings } from './make-meetings.ts';
import { type BranchPeople, DAY, type Rooms } from './rooms.ts';

export interface RoomsPeople {
  readonly supervisor: Id;
  readonly agents: readonly Id[];
  readonly branches: readonly BranchPeople[];
}

/** Knowledge, meetings, mails and the desk's shortcuts, each by the people themselves (SE-10, SE-30, SE-34, SF-21, SF-22). */
export async function loadRooms(ctx: Context, dice: Dice, people: RoomsPeople, host: FileHost): Promise<void> {
  const everybody = [people.supervisor, ...people.agents, ...people.branches.flatMap(({ manager, team }) => [manager, ...team])];
  const rooms: Rooms = { ctx, dice, ...people, act: await makeActing(ctx, makeIds(dice), everybody) };
  await makeShortcuts(rooms);
  await makeArticles(rooms);
  await makeMeetings(rooms);
  await makeMails(rooms, host);
  await ctx.db.run(sql`UPDATE notification SET read_at = created_at + interval '1 hour' WHERE read_at IS NULL AND created_at < ${new Date(ctx.now.getTime() - DAY).toISOString()}`);
}
