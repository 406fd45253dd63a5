import type { PolicyModel } from '#meta/decisions/decision-model.ts';
import { both, clause, example, interpretation, writePolicy, writeTable } from '#meta/decisions/write-policy.ts';
import { remedyPoint, solutionPoint } from '../points/service.points.ts';

const by = (decider: string) => ({ decider: `"${decider}"` });

/** Ordinary: the manager in charge; major: a meeting (P2-11, SE-5). */
export const solutionPolicy: PolicyModel = writePolicy({
  point: solutionPoint, label: solutionPoint.label, about: solutionPoint.about, uses: ['kind', 'severity', 'isValid'],
  tables: [writeTable({
    name: 'solution', label: solutionPoint.label, hitPolicy: 'U', inputs: ['kind', 'severity', 'isValid'], outputs: solutionPoint.results,
    rules: [
      ['11.2a', { kind: '"complaint"', severity: '"ordinary"', isValid: 'true' }, by('manager')],
      ['11.2b', { kind: '"complaint"', severity: '"major"', isValid: 'true' }, by('meeting')],
      ['11.2*', { kind: '"complaint"', isValid: 'false' }, by('manager')],
      ['11.1*', { kind: 'not("complaint")' }, by('handler')],
    ],
  })],
  clauses: [
    clause('11.2a', '一般投诉由经办部门会同有关部门拟出方案，报主管领导批准。', 'The solution of an ordinary complaint is drawn up with the departments concerned and approved by the manager in charge.'),
    clause('11.2b', '情节较重的投诉提请召开专题会议，由会议定出方案。', 'A serious complaint is laid before a meeting of managers, whose resolution is the solution.'),
    interpretation('11.2*', '判定无效的投诉，答复同样经主管领导批准。', 'The answer to a complaint judged invalid is approved by the manager in charge as well.'),
    interpretation('11.1*', '投诉以外的事项由经办人自行处理。', 'What is no complaint is settled by the handler.'),
  ],
  tests: [
    example('ordinary', both('一般投诉', 'Ordinary'), { kind: 'complaint', severity: 'ordinary', isValid: true }, '11.2a', { decider: 'manager' }),
    example('major', both('较大投诉', 'Major'), { kind: 'complaint', severity: 'major', isValid: true }, '11.2b', { decider: 'meeting' }),
    example('repair', both('报修', 'Repair'), { kind: 'repair', severity: 'major', isValid: true }, '11.1*', { decider: 'handler' }),
  ],
});

const outcome = (value: 'allowed' | 'approval') => ({ outcome: `"${value}"` });
const PAID = '"repair", "exchange", "refund", "compensation", "gift", "points"';

/** Limits of redress in CNY by rank; the sources ask for limits and name no figures (SE-7). */
export const remedyPolicy: PolicyModel = writePolicy({
  point: remedyPoint, label: remedyPoint.label, about: remedyPoint.about, uses: ['remedy', 'rank', 'amount'],
  tables: [writeTable({
    name: 'redress', label: remedyPoint.label, hitPolicy: 'U', inputs: ['remedy', 'rank', 'amount'], outputs: remedyPoint.results,
    rules: [
      ['R1', { remedy: '"explanation", "apology"' }, outcome('allowed')],
      ['R2*', { remedy: PAID, rank: '"agent"', amount: '<= 200' }, outcome('allowed')],
      ['R2*', { remedy: PAID, rank: '"agent"', amount: '> 200' }, outcome('approval')],
      ['R3*', { remedy: PAID, rank: '"supervisor"', amount: '<= 1000' }, outcome('allowed')],
      ['R3*', { remedy: PAID, rank: '"supervisor"', amount: '> 1000' }, outcome('approval')],
      ['R4*', { remedy: PAID, rank: '"manager"', amount: '<= 5000' }, outcome('allowed')],
      ['R4*', { remedy: PAID, rank: '"manager"', amount: '> 5000' }, outcome('approval')],
    ],
  })],
  clauses: [
    clause('R1', '一线人员当场可以解释和致歉。', 'The front line may explain and apologise on the spot.'),
    interpretation('R2*', '客服专员每次不超过 200 元；超过的报批。', 'An agent grants up to 200 CNY each time; more takes an approval.'),
    interpretation('R3*', '客服主管每次不超过 1000 元；超过的报批。', 'A supervisor grants up to 1,000 CNY each time; more takes an approval.'),
    interpretation('R4*', '经理每次不超过 5000 元；超过的报批。', 'A manager grants up to 5,000 CNY each time; more takes an approval.'),
  ],
  tests: [
    example('small', both('专员赔 200', 'Agent, 200'), { remedy: 'compensation', rank: 'agent', amount: 200 }, 'R2*', { outcome: 'allowed' }),
    example('large', both('专员赔 201', 'Agent, 201'), { remedy: 'compensation', rank: 'agent', amount: 201 }, 'R2*', { outcome: 'approval' }),
  ],
});
