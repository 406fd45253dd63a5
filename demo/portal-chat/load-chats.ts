import sql from 'sql-template-tag';
import type { Id } from '#kernel/ids.ts';
import { bePresent } from '#modules/chat/server/actions/mark-chat.ts';
import { sayLine } from '#modules/chat/server/actions/say-line.ts';
import { endByAgent, replyLine, takeChat } from '#modules/chat/server/actions/take-chat.ts';
import { findDesk, openingOf } from '#modules/chat/server/chat-desk.ts';
import { calendarOfUnit } from '#modules/calendars/server/calendars.public.ts';
import type { Context } from '#platform/context/context.ts';
import { workedBack } from '../service/case-times.ts';
import { makeActing, makeIds } from '../sales-office/office.ts';
import type { Dice } from '../seeded-random.ts';

interface Talk {
  /** Working seconds before now. */
  readonly ago: number;
  readonly page: string;
  readonly locale: 'zh-CN' | 'en';
  readonly contact?: { readonly name: string; readonly phone: string };
  /** What the visitor says, then the agent, in turns. */
  readonly lines: readonly string[];
}

/** Today's visitor keeps the page open for the working day. */
const PATIENT_MS = 8 * 3_600_000;
const SITE = 'https://www.yunqi.example';

const past: readonly Talk[] = [
  {
    ago: 90_000, page: `${SITE}/services/renovation`, locale: 'zh-CN', contact: { name: '沈女士', phone: '13910024417' },
    lines: ['装修要先办什么手续？', '您好，先交申请表和施工图，审图要两个工作日。', '图纸是物业审吗', '是的，水电改动和承重墙都在这一步看。审完交押金就能开工。', '明白了，谢谢'],
  },
  {
    ago: 52_000, page: `${SITE}/parking`, locale: 'zh-CN',
    lines: ['月卡车位还有吗', '地下二层还有十几个，每月三百八十元。', '可以线上办吗', '可以，我把办理步骤发给您：带行驶证到服务中心登记，或者在客户门户提交。'],
  },
  {
    ago: 24_000, page: `${SITE}/en/contact`, locale: 'en', contact: { name: 'Daniel Roth', phone: '13801139920' },
    lines: ['Hi, my access card stopped working this morning.', 'Good morning. Which building is it, please?', 'Tower B, 14th floor', 'I have renewed it. It works again within ten minutes.', 'Great, thanks a lot'],
  },
];

const waiting: Talk = { ago: 0, page: `${SITE}/services`, locale: 'zh-CN', lines: ['你们能上门看一下空调吗？一直滴水'] };

/** The chat of the service desk: its setting, three talks that are over and one visitor who waits (SE-31). */
export async function loadChats(ctx: Context, dice: Dice): Promise<void> {
  const settings = { chatIsOpen: true, chatOrigins: [SITE], portalIsOpen: true, portalFormIsOpen: true };
  for (const [key, value] of Object.entries(settings)) {
    await ctx.db.run(sql`INSERT INTO setting (key, value, updated_at) VALUES (${key}, ${JSON.stringify(value)}::jsonb, ${ctx.now.toISOString()}) ON CONFLICT (key) DO NOTHING`);
  }
  const desk = await findDesk(ctx);
  const agent = (await ctx.db.maybe<{ id: Id }>(sql`
    SELECT u.id FROM service_queue_member m JOIN app_user u ON u.id = m.user_id WHERE m.queue_id = ${desk?.queueId ?? null} ORDER BY u.username LIMIT 1`))?.id;
  if (!desk || agent === undefined) return;
  const { calendar } = await calendarOfUnit(ctx, desk.unitId);
  const act = await makeActing(ctx, makeIds(dice), [agent]);
  const house = { timeZone: ctx.timeZone, defaultLocale: ctx.locale, registry: () => ctx.registry };
  const quiet = { announce: () => undefined, tell: () => undefined, afterCommit: () => undefined };
  for (const [place, talk] of [...past, waiting].entries()) {
    // Today's visitor wrote in opening hours: where the desk is closed now, in the last of them.
    const begin = workedBack(calendar, ctx.now, Math.max(talk.ago, 240));
    const visitor = { id: ctx.newId(), locale: talk.locale, isBlocked: false };
    await ctx.db.run(sql`
      INSERT INTO chat_visitor (id, nonce, locale, address_hash, created_at, last_seen_at)
      VALUES (${visitor.id}, ${`demo-${place}`}, ${talk.locale}, ${ctx.secrets.blindIndex(`demo-${place}`, 'chat-address')}, ${begin.toISOString()}, ${(talk === waiting ? new Date(ctx.now.getTime() + PATIENT_MS) : begin).toISOString()})`);
    await act(agent, begin, (past) => bePresent(past, { isAvailable: true, capacity: 4, hasSound: true, hasNotices: false }));
    let at = begin.getTime();
    let id: Id | undefined;
    for (const [turn, body] of talk.lines.entries()) {
      const now = new Date(at);
      at += (20 + dice.between(5, 50)) * 1_000;
      if (turn % 2 === 0) {
        await sayLine(house, { ...ctx, ...quiet, now, ip: null }, visitor, { key: ctx.newId(), body, page: talk.page, ...(turn === 0 && talk.contact && { contact: talk.contact }) });
        id ??= (await ctx.db.one<{ id: Id }>(sql`SELECT id FROM chat_conversation WHERE visitor_id = ${visitor.id}`)).id;
        if (turn === 0 && talk !== waiting) await act(agent, new Date(at), (past) => takeChat(past, id ?? ''));
      } else await act(agent, now, (past) => replyLine(past, id ?? '', { key: ctx.newId(), body }));
    }
    if (talk !== waiting) await act(agent, new Date(at), (past) => endByAgent(past, id ?? ''));
  }
  if ((await openingOf(ctx, desk)).mode !== 'live') await ctx.db.run(sql`UPDATE chat_agent SET is_available = false`);
}
