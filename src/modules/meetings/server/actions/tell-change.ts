import sql from 'sql-template-tag';
import { type Bilingual, fillText } from '#kernel/texts.ts';
import type { Context } from '#platform/context/context.ts';
import { notify } from '#modules/notifications/server/notifications.public.ts';
import { meetingsNotices } from '../../meetings.notices.ts';
import type { AgendaItem } from '../../rules/meeting-steps.ts';
import { type MeetingRow, ownPeople, sayMoment } from '../meeting-rows.ts';

/** What of the plan people must hear of. */
export interface Changed {
  readonly subject?: string | undefined;
  readonly place?: string | null | undefined;
  readonly times?: { readonly startsAt: string; readonly endsAt: string } | undefined;
  readonly agenda?: readonly AgendaItem[] | undefined;
}

const words = {
  time: { 'zh-CN': '时间改为 {to}，请重新答复', en: 'Now on {to}: please answer again' }, place: { 'zh-CN': '地点改为 {to}', en: 'Now at {to}' },
  subject: { 'zh-CN': '主题原为 {from}', en: 'It was called {from}' }, agenda: { 'zh-CN': '议程有改动', en: 'The agenda changed' }, none: { 'zh-CN': '未定', en: 'not settled' },
} as const satisfies Record<string, Bilingual>;

type Params = Readonly<Record<string, Bilingual>>;
const say = (line: Bilingual, params: Params = {}): Bilingual => {
  const inLocale = (locale: 'zh-CN' | 'en') => fillText(line[locale], Object.fromEntries(Object.entries(params).map(([key, value]) => [key, value[locale]])));
  return { 'zh-CN': inLocale('zh-CN'), en: inLocale('en') };
};
const same = (text: string): Bilingual => ({ 'zh-CN': text, en: text });
const topicsOf = (agenda: readonly AgendaItem[]): string => agenda.map(({ topic, title }) => `${topic}:${title}`).join('\n');
const isMoved = (row: MeetingRow, times: Changed['times']): boolean => times !== undefined && new Date(row.startsAt).getTime() !== new Date(times.startsAt).getTime();

function linesOf(ctx: Context, row: MeetingRow, { subject, place, times, agenda }: Changed): Bilingual[] {
  return [
    ...(times && isMoved(row, times) ? [say(words.time, { to: same(sayMoment(ctx, new Date(times.startsAt))) })] : []),
    ...(place !== undefined && place !== row.place ? [say(words.place, { to: place === null || place === '' ? words.none : same(place) })] : []),
    ...(subject !== undefined && subject !== row.subject ? [say(words.subject, { from: same(row.subject) })] : []),
    ...(agenda && topicsOf(agenda) !== topicsOf(row.agenda) ? [words.agenda] : []),
  ];
}

/**
 * Tells everybody who takes part what changed of the plan, but whoever changed it; another time asks for answers anew,
 * since those given were for the old one. Says nothing when nothing of it changed.
 */
export async function tellChange(ctx: Context, row: MeetingRow, changed: Changed): Promise<void> {
  const lines = linesOf(ctx, row, changed);
  if (lines.length === 0) return;
  const me = ctx.actor.kind === 'system' ? null : ctx.actor.userId;
  if (isMoved(row, changed.times)) {
    await ctx.db.run(sql`UPDATE meeting_participant SET answer = 'none', answered_at = NULL WHERE meeting_id = ${row.id} AND user_id IS DISTINCT FROM ${me}::uuid`);
  }
  const what = { 'zh-CN': lines.map((line) => line['zh-CN']).join('；'), en: lines.map((line) => line.en).join('; ') };
  const to = (await ownPeople(ctx, row.id)).filter((person) => person !== me);
  await notify(ctx, { to, kind: meetingsNotices.changed, params: { subject: changed.subject ?? row.subject, what }, link: { object: 'meeting', id: row.id } });
}
