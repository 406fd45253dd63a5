import type { PolicyPack } from '#meta/decisions/decision-model.ts';
import { both } from '#meta/decisions/write-policy.ts';
import { firstVisitDuty } from './policies/first-visit/first-visit-duty.ts';
import { firstVisitOwnership } from './policies/first-visit/first-visit-ownership.ts';
import { firstVisitReception } from './policies/first-visit/first-visit-reception.ts';
import { firstVisitTurn } from './policies/first-visit/first-visit-turn.ts';
import { siteRotationDuty } from './policies/site-rotation/site-rotation-duty.ts';
import { firstVisitFollowUp, siteRotationFollowUp } from './policies/follow-up/follow-up-packs.ts';
import { firstVisitPenalty, siteRotationPenalty } from './policies/penalty/penalty-packs.ts';
import { siteRotationOwnership } from './policies/site-rotation/site-rotation-ownership.ts';
import { siteRotationReception } from './policies/site-rotation/site-rotation-reception.ts';
import { siteRotationTurn } from './policies/site-rotation/site-rotation-turn.ts';

/** The two packs that ship; a company starts from one and edits it. */
export const receptionPacks: readonly PolicyPack[] = [
  {
    key: 'site-rotation', label: both('案场轮排制度', 'Site rotation'), about: both('按排班轮流接待，来访登记一个月有效。', 'Reception in rotation; a registration is valid for one month.'),
    policies: [siteRotationTurn, siteRotationDuty, siteRotationReception, siteRotationOwnership, ...siteRotationFollowUp, siteRotationPenalty],
  },
  {
    key: 'first-visit', label: both('首访归属制度', 'First visit'), about: both('首访为准，客户档案两个月有效。', 'The first visit counts; a customer file is valid for two months.'),
    policies: [firstVisitTurn, firstVisitDuty, firstVisitReception, firstVisitOwnership, ...firstVisitFollowUp, firstVisitPenalty],
  },
];
