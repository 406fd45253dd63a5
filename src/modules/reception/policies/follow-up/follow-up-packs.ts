import type { PolicyModel } from '#meta/decisions/decision-model.ts';
import { clause, interpretation } from '#meta/decisions/write-policy.ts';
import { followUpPolicy } from './follow-up-policy.ts';
import { poolClaimPolicy, poolReleasePolicy } from './pool-policies.ts';

/** P12 asks the managers to hold the salespeople to following up; sheets by class are our reading there. */
export const siteRotationFollowUp: readonly PolicyModel[] = [
  followUpPolicy(
    interpretation('T1', 'A、B 类客户填写客户追踪表，按间隔跟进。', 'Classes A and B have a follow-up sheet and are contacted in its rhythm.'),
    clause('T2', '项目销售经理按客户跟踪制度督促未成交客户的跟进，并留存记录。', 'The project’s sales manager sees to it that prospects are followed up and that records are kept.'),
  ),
  poolReleasePolicy, poolClaimPolicy,
];

/** P14 (四): sheets for classes A and B, checked by the supervisor, reported at the evening meeting. */
export const firstVisitFollowUp: readonly PolicyModel[] = [
  followUpPolicy(
    clause('4(1)', 'A、B 类客户须填《客户追踪表》，由销售主任保管并定期检查。', 'Classes A and B have a follow-up sheet, kept and regularly checked by the supervisor.'),
    clause('4(2)', '每晚例会汇报当天追踪情况并记入追踪表，便于经理把握意向客户。', 'Follow-ups are reported at the evening meeting and written on the sheet, so that the manager knows where prospects stand.'),
  ),
  poolReleasePolicy, poolClaimPolicy,
];
