import type { DecisionPoint } from '#meta/decisions/decision-model.ts';
import { ownershipPoint, receptionPoint } from './points/ownership.points.ts';

/** Everywhere that the sales-office domain asks a policy. */
export const receptionPoints: readonly DecisionPoint[] = [receptionPoint, ownershipPoint];
