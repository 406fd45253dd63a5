import { isJsonObject } from '#kernel/json.ts';
import { type RoundGap, type visitOutcomes, type visitWays, roundGaps } from '../../rules/inspection.ts';
import type { RoundSheet } from '../use-rounds.ts';
import type { OrderPhoto } from './kept-order.ts';
import type { KeptReport } from './send-kept.ts';

export type VisitOutcome = (typeof visitOutcomes)[number];

export interface KeptVisit {
  readonly way: (typeof visitWays)[number];
  /** Null: found by its code, nothing said yet. */
  readonly outcome: VisitOutcome | null;
  readonly reason: string;
}

export interface KeptFinding {
  /** Of this device: one key, one case. */
  readonly key: string;
  readonly point: string;
  readonly text: string;
  readonly isUrgent: boolean;
}

/** A round as this device keeps it, from the first look until the server has it (SE-11, UX-16). Photos are `of` a finding's key. */
export interface KeptRound extends KeptReport {
  readonly userId: string;
  readonly round: string;
  readonly sheet: RoundSheet;
  readonly visits: Readonly<Record<string, KeptVisit>>;
  readonly findings: readonly KeptFinding[];
  readonly photos: readonly OrderPhoto[];
  readonly note: string;
}

/** What a device gives back; anything from before a change of shape is not taken for a round. */
export const isKeptRound = (value: unknown): value is KeptRound =>
  isJsonObject(value) && typeof value['id'] === 'string' && typeof value['userId'] === 'string' && typeof value['submission'] === 'string' && isJsonObject(value['sheet'])
  && isJsonObject(value['visits']) && Array.isArray(value['findings']) && Array.isArray(value['photos']) && typeof value['savedAt'] === 'number';

export const keptRoundId = (userId: string, round: string): string => `${userId}/${round}`;

export const newKeptRound = (userId: string, sheet: RoundSheet, submission: string, now: number): KeptRound => ({
  id: keptRoundId(userId, sheet.id), userId, round: sheet.id, submission, sheet, visits: {}, findings: [], photos: [], note: '', state: 'draft', savedAt: now, problem: null,
});

export const isRoundTouched = ({ visits, note }: KeptRound): boolean => Object.keys(visits).length > 0 || note !== '';

/** Findings of points that are said to have one: what was written before somebody thought better of it stays on the device only. */
const toldFindings = ({ visits, findings }: KeptRound): readonly KeptFinding[] => findings.filter(({ point }) => visits[point]?.outcome === 'finding');

const toldVisits = ({ sheet, visits }: KeptRound) => sheet.places.flatMap(({ id }) => {
  const visit = visits[id];
  return visit === undefined || visit.outcome === null ? [] : [{ point: id, way: visit.way, outcome: visit.outcome, reason: visit.outcome === 'unreachable' ? visit.reason.trim() : '' }];
});

export const gapsOf = (kept: KeptRound): readonly RoundGap[] => roundGaps(
  kept.sheet.places.map(({ id }) => id), toldVisits(kept),
  toldFindings(kept).map(({ key, point, text }) => ({ point, text, photos: kept.photos.filter(({ of }) => of === key).length })),
);

/** What the server is told; the same on every try once the photos are there. */
export const toRoundReport = (kept: KeptRound) => ({
  key: kept.submission, note: kept.note.trim() === '' ? null : kept.note.trim(), visits: toldVisits(kept),
  findings: toldFindings(kept).map(({ key, point, text, isUrgent }) => ({ key, point, text: text.trim(), isUrgent, photos: kept.photos.filter(({ of }) => of === key).flatMap(({ fileId }) => fileId ?? []) })),
});

/** A round without the photos that no told finding needs: they are not sent. */
export const withoutSpare = (kept: KeptRound): KeptRound => {
  const told = new Set(toldFindings(kept).map(({ key }) => key));
  return { ...kept, photos: kept.photos.filter(({ of }) => told.has(of)) };
};
