import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import { addMessage, openCase } from '#modules/service/server/service.public.ts';
import { requireRecord } from '#platform/access/allowed-ids.ts';
import type { Context } from '#platform/context/context.ts';
import { changeRecord, objectDef } from '#platform/records/action-records.ts';
import { systemActor } from '#platform/runtime/make-context.ts';
import type { Services } from '#platform/runtime/services.ts';
import { fieldworkTexts } from '../../fieldwork.texts.ts';
import { type visitOutcomes, type visitWays, roundGaps } from '../../rules/inspection.ts';
import { timeOnDevice } from '../order-rows.ts';
import type { RoutePoint } from './save-route.ts';

export interface RoundReport {
  /** Made by the device: the same one again has no second effect. */
  readonly key: Id;
  readonly note: string | null;
  readonly visits: readonly { readonly point: Id; readonly way: (typeof visitWays)[number]; readonly outcome: (typeof visitOutcomes)[number]; readonly reason: string }[];
  /** Each with a key of the device: it makes one case, however often it comes. */
  readonly findings: readonly { readonly key: Id; readonly point: Id; readonly text: string; readonly isUrgent: boolean; readonly photos: readonly Id[] }[];
}

interface RoundRow {
  readonly id: Id;
  readonly number: string;
  readonly state: 'planned' | 'done' | 'late' | 'missed';
  readonly owner: Id | null;
  readonly windowTo: string;
  readonly submission: Id | null;
  readonly points: readonly RoutePoint[];
  readonly route: string;
  readonly caseType: Id;
}

export interface RoundOutcome {
  readonly state: RoundRow['state'];
  readonly cases: number;
}

/**
 * Takes a round, all at once (SE-11): each finding becomes one case. A round that was walked in time counts as done however
 * late it arrives. Errors: record.not-found, auth.forbidden, record.wrong-state, record.invalid with each gap.
 */
export async function reportRound(services: Pick<Services, 'timeZone' | 'defaultLocale' | 'registry'>, ctx: Context, id: Id, report: RoundReport, waitedSeconds: number): Promise<RoundOutcome> {
  await requireRecord(ctx, objectDef(ctx, 'inspectionRound'), 'update', id);
  const row = await ctx.db.maybe<RoundRow>(sql`
    SELECT r.id, r.number, r.state, r.owner_id AS owner, r.window_to AS "windowTo", r.submission, r.points, t.name AS route, t.case_type_id AS "caseType"
    FROM inspection_round r JOIN inspection_route t ON t.id = r.route_id WHERE r.id = ${id} AND r.deleted_at IS NULL FOR UPDATE OF r`);
  if (!row) throw fail('record.not-found');
  if (row.owner === null || !ctx.actor.selves.includes(row.owner)) throw fail('auth.forbidden', { right: 'inspectionRound.update' });
  if (row.submission === report.key) return { state: row.state, cases: report.findings.length };
  if (row.state === 'done' || row.state === 'late') throw fail('record.wrong-state');
  await requireWhole(ctx, row, report);
  const doneAt = timeOnDevice(ctx, waitedSeconds);
  const state = Date.parse(doneAt) <= Date.parse(row.windowTo) ? 'done' : 'late';
  await changeRecord(ctx, 'inspectionRound', id, { state, doneAt, findingCount: report.findings.length, note: report.note }, { submission: report.key, visits: JSON.stringify(report.visits) });
  for (const finding of report.findings) await openFinding({ ...ctx, actor: systemActor(services) }, row, finding, ctx.actor.name);
  return { state, cases: report.findings.length };
}

async function requireWhole(ctx: Context, { id, points }: RoundRow, { visits, findings }: RoundReport): Promise<void> {
  const known = new Set(points.map((point) => point.id));
  const photos = findings.flatMap((finding) => finding.photos);
  const files = new Set((await ctx.db.rows<{ id: Id }>(sql`SELECT id FROM file_object WHERE id = ANY(${photos}::uuid[]) AND object = 'inspectionRound' AND record_id = ${id} AND deleted_at IS NULL`)).map((file) => file.id));
  const issues = [
    ...roundGaps([...known], visits, findings.map((finding) => ({ ...finding, photos: finding.photos.length }))).map(({ point, part }) => ({ path: `points.${point}.${part}`, code: 'required' as const })),
    ...[...visits, ...findings].filter(({ point }) => !known.has(point)).map(({ point }) => ({ path: `points.${point}`, code: 'unknown' as const })),
    ...photos.filter((photo) => !files.has(photo)).map((photo) => ({ path: 'photos', code: 'not-found' as const, params: { value: photo } })),
  ];
  if (new Set(visits.map(({ point }) => point)).size < visits.length) issues.push({ path: 'visits', code: 'not-found', params: { value: '' } });
  if (issues.length > 0) throw fail('record.invalid', { count: issues.length }, issues);
}

async function openFinding(house: Context, round: RoundRow, { key, point, text, isUrgent, photos }: RoundReport['findings'][number], worker: string): Promise<void> {
  const place = round.points.find((each) => each.id === point)?.name ?? '';
  const [line = text] = text.split('\n');
  const { id, isNew } = await openCase(house, {
    caseType: round.caseType, channel: 'inPerson', subject: `${place}：${line}`.slice(0, 200), description: text, place: `${round.route} ${place}`.slice(0, 120), priority: isUrgent ? 'urgent' : 'normal', sourceKey: `finding:${key}`,
  });
  if (!isNew) return;
  await house.db.run(sql`INSERT INTO inspection_finding (key, round_id, point_id, text, is_urgent, photos, case_id) VALUES (${key}, ${round.id}, ${point}, ${text}, ${isUrgent}, ${[...photos]}::uuid[], ${id})`);
  await addMessage(house, id, { kind: 'note', channel: 'inPerson', body: fieldworkTexts.t(house.locale, 'note.finding', { round: round.number, worker, place, photos: photos.length }), sourceKey: `finding-note:${key}` });
}
