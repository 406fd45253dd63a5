import { type Face, type ServiceArea, faceOf, faces, serviceAreas } from './service-areas.ts';

export const answerKinds = ['yesNo', 'scale', 'number'] as const;
export type AnswerKind = (typeof answerKinds)[number];
export const directions = ['atMost', 'atLeast'] as const;
export type Direction = (typeof directions)[number];
/** When a comment or a photo must be given. */
export const demands = ['never', 'failed', 'always'] as const;
export type Demand = (typeof demands)[number];

/** One line of an audit template (SE-21). */
export interface AuditItem {
  /** Unique within the template; stays with the item through its versions. */
  readonly key: string;
  readonly area: ServiceArea;
  readonly standard: string | null;
  readonly text: string;
  readonly answer: AnswerKind;
  /** number: seconds, minutes, times … */
  readonly unit: string | null;
  readonly target: number | null;
  readonly direction: Direction | null;
  /** A whole number from 1. */
  readonly weight: number;
  readonly comment: Demand;
  readonly photo: Demand;
}

/** yesNo: 1 or 0; scale: 1 to 5; number: as measured; null: not applicable. */
export type AnswerValue = number | null;

/** From this point of the scale on an item counts as met. */
export const SCALE_MET = 3;
/** A measured value this many times the target (or, where more is better, this share of it missing) is worth nothing. */
const WORST = 2;

/** How much of an item was reached, 0 to 1; null when it does not apply. */
export function itemShare(item: Pick<AuditItem, 'answer' | 'target' | 'direction'>, value: AnswerValue): number | null {
  if (value === null) return null;
  if (item.answer === 'yesNo') return value >= 1 ? 1 : 0;
  if (item.answer === 'scale') return rounded((value - 1) / 4);
  const target = item.target ?? 0;
  if (item.direction === 'atLeast') return target <= 0 || value >= target ? 1 : rounded(value / target);
  if (value <= target) return 1;
  // Twice as long as promised is nothing; a target of zero allows nothing above it.
  return target <= 0 ? 0 : rounded(1 - (value - target) / (target * (WORST - 1)));
}

/** Ten-thousandths: sums of points are then whole numbers, the same in any order. */
const GRAIN = 10_000;
const rounded = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * GRAIN) / GRAIN;

/** Whether the standard was missed; an item that does not apply never is. */
export function isItemFailed(item: Pick<AuditItem, 'answer' | 'target' | 'direction'>, value: AnswerValue): boolean {
  if (value === null) return false;
  if (item.answer === 'yesNo') return value < 1;
  if (item.answer === 'scale') return value < SCALE_MET;
  const target = item.target ?? 0;
  return item.direction === 'atLeast' ? value < target : value > target;
}

export interface ScoreLine {
  readonly key: string;
  readonly area: ServiceArea;
  readonly weight: number;
  readonly value: AnswerValue;
  /** 0 to 1; null: not applicable, left out. */
  readonly share: number | null;
  readonly isFailed: boolean;
}

/** A number with what it is made of: `points` of `weight`, items left out because they do not apply. */
export interface ScorePart {
  /** Per cent with one decimal; null when nothing applied. */
  readonly score: number | null;
  readonly points: number;
  readonly weight: number;
  readonly items: number;
  readonly leftOut: number;
}

export interface AuditScore {
  readonly lines: readonly ScoreLine[];
  readonly areas: Readonly<Partial<Record<ServiceArea, ScorePart>>>;
  readonly faces: Readonly<Record<Face, ScorePart>>;
}

function partOf(lines: readonly ScoreLine[]): ScorePart {
  const counted = lines.filter((line) => line.share !== null);
  const weight = counted.reduce((sum, line) => sum + line.weight, 0);
  const grains = counted.reduce((sum, line) => sum + line.weight * Math.round((line.share ?? 0) * GRAIN), 0);
  const score = weight === 0 ? null : Math.round((grains * 1000) / (weight * GRAIN)) / 10;
  return { score, points: grains / GRAIN, weight, items: counted.length, leftOut: lines.length - counted.length };
}

/**
 * Scores an audit (SE-21): per item, per area, per face, each the weighted mean of what applied. An item without an
 * answer counts as not applicable; that every item is answered is asked before.
 */
export function scoreAudit(items: readonly AuditItem[], answers: ReadonlyMap<string, AnswerValue>): AuditScore {
  const lines = items.map((item): ScoreLine => {
    const value = answers.get(item.key) ?? null;
    return { key: item.key, area: item.area, weight: item.weight, value, share: itemShare(item, value), isFailed: isItemFailed(item, value) };
  });
  const areas = Object.fromEntries(serviceAreas.flatMap((area) => {
    const inside = lines.filter((line) => line.area === area);
    return inside.length === 0 ? [] : [[area, partOf(inside)]];
  }));
  const [procedural, personal] = faces.map((face) => partOf(lines.filter((line) => faceOf(line.area) === face)));
  return { lines, areas, faces: { procedural: procedural ?? partOf([]), personal: personal ?? partOf([]) } };
}

export const serviceTypes = ['cold', 'factory', 'friendly', 'quality'] as const;
export type ServiceType = (typeof serviceTypes)[number];

/** Per cent from which a face counts as high. */
export interface TypeThresholds {
  readonly procedural: number;
  readonly personal: number;
}

/** 冷淡型, 生产型, 友好型, 优质型 by the two faces; null when a face was not looked at. */
export function serviceTypeOf(procedural: number | null, personal: number | null, thresholds: TypeThresholds): ServiceType | null {
  if (procedural === null || personal === null) return null;
  const isFast = procedural >= thresholds.procedural;
  const isWarm = personal >= thresholds.personal;
  return isFast ? (isWarm ? 'quality' : 'factory') : (isWarm ? 'friendly' : 'cold');
}
