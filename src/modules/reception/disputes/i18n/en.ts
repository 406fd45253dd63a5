import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  objects: {
    dispute: {
      one: 'Dispute', many: 'Disputes', groups: { main: 'Dispute', ownership: 'Ownership' },
      fields: { subject: 'Customer', status: 'Status', respondent: 'Respondent', site: 'Site', customer: 'Customer file', dueAt: 'Due', clause: 'Clause', outcome: 'Outcome', claim: 'Claim', record: 'Record', settledAt: 'Settled', owner: 'Claimant' },
      choices: { status: { open: 'Open', proposed: 'Waits for approval', settled: 'Settled', withdrawn: 'Withdrawn' }, outcome: { agreed: 'Agreed by both', mediated: 'Mediated', ruled: 'Ruled in writing' } },
    },
  },
  title: 'Disputes', hint: 'Commission is frozen meanwhile and divided by the ruling afterwards.', open: 'Open a dispute', empty: 'No disputes', emptyHint: 'Open one when a customer should be yours; registrations, evening records and calls are attached by themselves.',
  due: 'due {day}', overdue: 'overdue since {day}', settledOn: 'settled {day}', against: '{claimant} and {respondent}', back: 'All disputes',
  claimant: 'Claimant', respondent: 'Respondent', noReply: 'No statement yet', reply: 'Write a statement', replied: 'Statement saved', statement: 'Statement',
  facts: 'Registrations', noFacts: 'No registrations', visits: '{count} {count|visit|visits}', calls: '{count} {count|call|calls}', first: 'first registered {at}', ownerNow: 'Owner now',
  rule: 'What the rule says', ruleHint: 'by the policy on the day of the visit, on the agreed facts', askFacts: 'These facts would decide it', evaluate: 'Evaluate', unknown: 'Not known', yes: 'Yes', no: 'No', evaluated: 'Decided on these facts', noClause: 'No clause decides: a written ruling is needed.',
  timeline: 'Evidence', timelineEmpty: 'No registrations, calls or evening records found', frozen: 'as it stood when settled', visit: 'Visit', call: 'Call', callRegistration: 'Call registration', evening: 'Evening record', confirmed: 'confirmed', unconfirmed: 'not confirmed', closed: 'closed', reached: 'reached', attempted: 'not reached', receivedBy: 'received by {name}',
  ruling: 'Outcome', propose: 'Propose an outcome', outcomeLabel: 'How', recordLabel: 'Record (fault, contribution, what both say)', shares: 'Shares (100% together)', sum: '{sum}% together', owner: 'The customer is', submit: 'Ask the director to approve', submitted: 'Sent for approval', publicFund: 'Public fund', departmentFund: 'Department fund', addShare: 'Add a line', remove: 'Remove', percent: 'Percent',
  waitsApproval: 'Waits for the director', approval: 'See the approval', withdraw: 'Withdraw', withdrawn: 'Dispute withdrawn', reason: 'Reason', cancel: 'Cancel', save: 'Save', print: 'Print', frozenNote: 'Commission is frozen',
  newTitle: 'Open a dispute', whichCustomer: 'Which customer', find: 'Type the customer’s name', whyYours: 'Why they should be yours', other: 'With whom', send: 'Open', opened: 'Opened: both sides and the project manager were told', candidate: '{site} · now {owners}', nobody: 'nobody', behalf: 'Claimant (when opened for somebody)',
  sign: { manager: 'Project manager', day: 'Date' },
  never: 'Never', basis: 'The facts behind it (change them if both sides agree on others, and decide anew)', reevaluate: 'Decide anew',
  whichDeal: 'Which deal', allDeals: 'All {count} deals of this customer',
  deal: {
    title: 'Deals concerned', on: 'deal of {day}', onSpot: 'on the spot', later: 'not on the spot', unsigned: 'no contract yet', comma: ', ', frozen: '{amount} frozen',
    settled: '{amount} of it was settled in {months} and is not frozen. If the ruling changes the shares, the difference is posted to the open month: taken back from who had too much, paid to who had too little.',
    settledUnseen: 'What was settled in {months} is not frozen. If the ruling changes the shares, the difference is posted to the open month: taken back from who had too much, paid to who had too little.',
    confirmed: 'The manager has confirmed {months} and finance has not approved it yet: the month no longer holds this commission and must be confirmed again.',
  },
  approvalTitle: 'Dispute: {customer} ({claimant} and {respondent})',
};
