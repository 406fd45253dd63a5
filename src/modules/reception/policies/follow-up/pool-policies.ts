import type { PolicyModel } from '#meta/decisions/decision-model.ts';
import { both, example, interpretation, plainOutput, writePolicy, writeTable } from '#meta/decisions/write-policy.ts';
import { poolClaimPoint, poolReleasePoint } from '../../points/follow-up.points.ts';

const days = both('天', 'days');
const released = { release: 'true', pool: '"matching"', warnDays: 'warnBefore', lockOutDays: 'lockDays' };
const kept = { ...released, release: 'false' };
const idle = { isGivenUp: false, prospectClass: 'B', daysWithoutReached: 30, hasDeal: false, daysWithoutDeal: 40, contractEndedDays: null };

/** Release to a public pool (UX-18). The sources say nothing about pools: every clause is a reading, every number the company's. */
export const poolReleasePolicy: PolicyModel = writePolicy({
  point: poolReleasePoint, label: poolReleasePoint.label, about: poolReleasePoint.about,
  uses: ['isGivenUp', 'prospectClass', 'daysWithoutReached', 'hasDeal', 'daysWithoutDeal', 'contractEndedDays'],
  parameters: [
    { name: 'idleDaysOfA', type: 'number', label: both('A 类未联系上', 'Class A not reached'), value: 15, unit: days, clause: 'G2' },
    { name: 'idleDaysOfB', type: 'number', label: both('B 类未联系上', 'Class B not reached'), value: 30, unit: days, clause: 'G2' },
    { name: 'idleDaysOfOthers', type: 'number', label: both('其他客户未联系上', 'Others not reached'), value: 60, unit: days, clause: 'G2' },
    { name: 'barrenDays', type: 'number', label: both('未成交', 'Without a deal'), value: 180, unit: days, clause: 'G3' },
    { name: 'contractDays', type: 'number', label: both('合同到期未续', 'Contract ended, not renewed'), value: 30, unit: days, clause: 'G4' },
    { name: 'warnBefore', type: 'number', label: both('提前提醒', 'Warning before'), value: 3, unit: days, clause: 'G5' },
    { name: 'lockDays', type: 'number', label: both('原负责人锁定', 'Former owner waits'), value: 30, unit: days, clause: 'G6' },
  ],
  derived: [
    {
      name: 'isIdle', type: 'boolean', label: both('长期未联系上', 'Not reached for too long'), clause: 'G2',
      expression: 'daysWithoutReached >= (if prospectClass = "A" then idleDaysOfA else if prospectClass = "B" then idleDaysOfB else idleDaysOfOthers)',
    },
    { name: 'isBarren', type: 'boolean', label: both('长期未成交', 'No deal for too long'), clause: 'G3', expression: 'daysWithoutDeal >= barrenDays' },
    { name: 'isContractOver', type: 'boolean', label: both('合同到期未续', 'Contract over'), clause: 'G4', expression: 'if contractEndedDays = null then false else contractEndedDays >= contractDays' },
  ],
  tables: [writeTable({
    name: 'poolRelease', label: poolReleasePoint.label, hitPolicy: 'F', outputs: poolReleasePoint.results.map(plainOutput),
    inputs: ['isGivenUp', 'isContractOver', 'hasDeal', 'isIdle', 'isBarren'],
    rules: [
      ['G1', { isGivenUp: 'true' }, released],
      ['G4', { isContractOver: 'true' }, released],
      ['G7', { hasDeal: 'true' }, kept],
      ['G2', { isIdle: 'true' }, released],
      ['G3', { isBarren: 'true' }, { ...released, pool: '"company"' }],
      ['G8', {}, kept],
    ],
  })],
  clauses: [
    interpretation('G1', '负责人或其上级说明理由后，可随时把客户转入公海。', 'The owner or their manager may give a customer to the pool at any time, with the reason.'),
    interpretation('G2', '在规定天数内没有联系上客户的，转入公海；打了未接通的不算。', 'A customer who was not reached within the days set goes to the pool; attempts do not count.'),
    interpretation('G3', '在规定天数内没有成交的，转入公司公海。', 'A customer without a deal within the days set goes to the company’s pool.'),
    interpretation('G4', '租赁、服务等有期限的合同到期后，在规定天数内没有续签的，转入公海；房屋买卖合同没有到期日，不适用。', 'A customer whose contract with a term (lease, service) ended and was not renewed within the days set goes to the pool; a sale of property has no end and is not concerned.'),
    interpretation('G5', '转入公海前提前提醒负责人，未提醒的不转。', 'The owner is warned before; nobody is released without a warning.'),
    interpretation('G6', '转入公海后，原负责人在锁定期内不能领回。', 'The former owner cannot claim the customer back during the waiting time.'),
    interpretation('G7', '已成交且合同有效的客户不转入公海。', 'Customers with a deal and a running contract stay.'),
    interpretation('G8', '按时跟进的客户由原负责人继续负责。', 'Customers who are followed up in time stay with their owner.'),
  ],
  tests: [
    example('idle', both('B 类 30 天未联系上', 'Class B, not reached for 30 days'), idle, 'G2', { release: true, pool: 'matching' }),
    example('inTime', both('B 类 29 天', 'Class B, 29 days'), { ...idle, daysWithoutReached: 29 }, 'G8', { release: false }),
    example('barren', both('半年未成交', 'No deal for half a year'), { ...idle, daysWithoutReached: 2, daysWithoutDeal: 180 }, 'G3', { release: true, pool: 'company' }),
    example('deal', both('已成交', 'Has a deal'), { ...idle, hasDeal: true }, 'G7', { release: false }),
    example('contract', both('合同到期 30 天', 'Contract ended 30 days ago'), { ...idle, hasDeal: true, contractEndedDays: 30 }, 'G4', { release: true }),
    example('givenUp', both('主动放弃', 'Given up'), { ...idle, isGivenUp: true, daysWithoutReached: 0 }, 'G1', { release: true, lockOutDays: 30 }),
  ],
});

const claim = { claimsToday: 0, holdings: 10, isFormerOwner: false, daysSinceRelease: 5, lockOutDays: 30 };

/** Claims from a pool: quota a day, capacity, waiting time of the former owner. */
export const poolClaimPolicy: PolicyModel = writePolicy({
  point: poolClaimPoint, label: poolClaimPoint.label, about: poolClaimPoint.about, uses: ['isFormerOwner', 'daysSinceRelease', 'lockOutDays', 'claimsToday', 'holdings'],
  parameters: [
    { name: 'claimsADay', type: 'number', label: both('每日领取', 'Claims a day'), value: 5, clause: 'G10' },
    { name: 'capacity', type: 'number', label: both('库容', 'Capacity'), value: 200, clause: 'G11' },
  ],
  derived: [
    { name: 'isLocked', type: 'boolean', label: both('锁定期内', 'Must wait'), clause: 'G9', expression: 'if isFormerOwner then daysSinceRelease < lockOutDays else false' },
    { name: 'isQuotaUsed', type: 'boolean', label: both('今日已领满', 'Quota used'), clause: 'G10', expression: 'claimsToday >= claimsADay' },
    { name: 'isFull', type: 'boolean', label: both('库容已满', 'Capacity full'), clause: 'G11', expression: 'holdings >= capacity' },
  ],
  tables: [writeTable({
    name: 'poolClaim', label: poolClaimPoint.label, hitPolicy: 'F', outputs: poolClaimPoint.results.map(plainOutput), inputs: ['isLocked', 'isQuotaUsed', 'isFull'],
    rules: [
      ['G9', { isLocked: 'true' }, { allowed: 'false', reason: '"lockedOut"' }],
      ['G10', { isQuotaUsed: 'true' }, { allowed: 'false', reason: '"quota"' }],
      ['G11', { isFull: 'true' }, { allowed: 'false', reason: '"capacity"' }],
      ['G12', {}, { allowed: 'true', reason: '"free"' }],
    ],
  })],
  clauses: [
    interpretation('G9', '原负责人在锁定期内不能领回该客户。', 'The former owner cannot claim the customer back during the waiting time.'),
    interpretation('G10', '每人每天领取的客户不超过规定数。', 'Nobody claims more customers a day than set.'),
    interpretation('G11', '名下客户达到库容后不能再领取。', 'Whoever holds as many customers as the capacity allows claims no more.'),
    interpretation('G12', '其他情况可以领取，先领先得。', 'Otherwise the customer may be claimed; the first one gets them.'),
  ],
  tests: [
    example('free', both('可以领取', 'Free'), claim, 'G12', { allowed: true }),
    example('locked', both('锁定期内', 'Must wait'), { ...claim, isFormerOwner: true, daysSinceRelease: 29 }, 'G9', { allowed: false, reason: 'lockedOut' }),
    example('unlocked', both('锁定期满', 'Waiting time over'), { ...claim, isFormerOwner: true, daysSinceRelease: 30 }, 'G12', { allowed: true }),
    example('quota', both('今日已领 5 个', 'Five claimed today'), { ...claim, claimsToday: 5 }, 'G10', { reason: 'quota' }),
    example('full', both('名下 200 个', '200 held'), { ...claim, holdings: 200 }, 'G11', { reason: 'capacity' }),
  ],
});
