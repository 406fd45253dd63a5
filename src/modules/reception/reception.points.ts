import type { DecisionPoint } from '#meta/decisions/decision-model.ts';
import { dutyPoint } from './points/duty.point.ts';
import { followUpPoint, poolClaimPoint, poolReleasePoint } from './points/follow-up.points.ts';
import { ownershipPoint, receptionPoint } from './points/ownership.points.ts';
import { penaltyPoint } from './points/penalty.point.ts';
import { turnPoint } from './points/turn.point.ts';

/** Everywhere that the sales-office domain asks a policy. */
export const receptionPoints: readonly DecisionPoint[] = [turnPoint, dutyPoint, receptionPoint, ownershipPoint, followUpPoint, poolReleasePoint, poolClaimPoint, penaltyPoint];
