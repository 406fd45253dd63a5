import type { PolicyPack } from '#meta/decisions/decision-model.ts';
import { both } from '#meta/decisions/write-policy.ts';
import { siteRotationOwnership } from './policies/site-rotation/ownership.ts';

/** The two packs that ship; a company starts from one and edits it. */
export const receptionPacks: readonly PolicyPack[] = [
  {
    key: 'site-rotation', label: both('案场轮排制度', 'Site rotation'), about: both('按排班轮流接待，来访登记一个月有效。', 'Reception in rotation; a registration is valid for one month.'),
    policies: [siteRotationOwnership],
  },
];
