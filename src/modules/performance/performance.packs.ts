import type { PolicyPack } from '#meta/decisions/decision-model.ts';
import { both } from '#meta/decisions/write-policy.ts';
import { incentiveExample } from './policies/incentive-example.ts';

/** The scheme that ships, to begin with (SE-40). */
export const incentivePack: PolicyPack = {
  key: 'service-incentive', label: both('服务激励方案', 'Service incentive scheme'),
  about: both('按工作量、时效、满意度、质量和表扬计积分，折合奖金。', 'Points for volume, timeliness, satisfaction, quality and praise, and a bonus for them.'),
  policies: [incentiveExample],
};
