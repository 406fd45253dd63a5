import type { PolicyPack } from '#meta/decisions/decision-model.ts';
import { both } from '#meta/decisions/write-policy.ts';
import { remedyPolicy, solutionPolicy } from './policies/authority-policies.ts';
import { clockInDays, clockInHours } from './policies/clock-policies.ts';

/** The two packs that ship (SE-4): complaints in working days, or by the clock. */
export const servicePacks: readonly PolicyPack[] = [
  {
    key: 'service-days', label: both('投诉管理制度（工作日）', 'Complaints in working days'), about: both('一般投诉一个工作日，较大投诉三个工作日。', 'One working day for an ordinary complaint, three for a major one.'),
    policies: [clockInDays, solutionPolicy, remedyPolicy],
  },
  {
    key: 'service-hours', label: both('投诉管理制度（小时）', 'Complaints by the clock'), about: both('本市十二小时，外地二十四小时。', 'Twelve hours in the city, twenty-four elsewhere.'),
    policies: [clockInHours, solutionPolicy, remedyPolicy],
  },
];
