import type { Translated } from '#kernel/texts.ts';
import type { zhCN } from './zh-CN.ts';

export const en: Translated<typeof zhCN> = {
  objects: {
    commissionEntry: {
      one: 'Commission entry',
      many: 'Commission entries',
      groups: { main: 'Entry' },
      fields: { subject: 'Subject', kind: 'Kind', account: 'Account', state: 'State', amount: 'Amount', month: 'Month', percent: 'Share', clause: 'Clause', customer: 'Customer', owner: 'Person', unit: 'Org unit' },
      help: {},
      choices: {
        kind: { accrue: 'Accrued', split: 'Share', freeze: 'Frozen', release: 'Released', settle: 'Settled', clawBack: 'Clawed back', penalty: 'Penalty', adjust: 'Adjusted' },
        account: { person: 'Person', publicFund: 'Public fund', departmentFund: 'Department fund', company: 'Company' },
        state: { accrued: 'Accrued', frozen: 'Frozen', settled: 'Settled' },
      },
    },
  },
  payroll: { site: 'Site', month: 'Month', account: 'Account', username: 'Username', name: 'Name', subject: 'Subject', kind: 'Kind', clause: 'Clause', amount: 'Amount', currency: 'Currency' },
  page: {
    mine: 'My commission', mineHint: 'Every line answers why: press the mark beside the amount.', account: 'Commission of {name}', team: 'Team commission', teamHint: 'What each person of the site gets this month, what is frozen, and what was settled so far.', funds: 'Funds', fundsHint: 'Entered line by line and settled by month, as for a person.', deal: 'Ledger of a deal', plans: 'Commission plans', plansHint: 'The version in force on the day of the deal decides; later changes do not touch deals already made.',
    settlement: 'Settlement', settlementHint: 'Month by month: the manager confirms, finance approves, the month is closed; later changes go to the next one.', penalties: 'Penalties', penaltiesHint: 'Proposed under a clause, taken from the commission once approved, visible to the person.', month: 'Month', site: 'Site', allSites: 'All sites', print: 'Print', previous: 'Previous month', next: 'Next month',
  },
  figure: { month: 'This month', paid: 'Paid for the month', accrued: 'To be settled', frozen: 'Frozen', settled: 'Settled so far', penalties: 'Penalties this month', sum: 'The sum of {count} {count|entry|entries}', none: 'No entries, so it is zero.', more: '{count} more, {amount} together', why: 'Why {figure} is this amount' },
  line: {
    subject: 'Subject', kind: 'Kind', percent: 'Share', amount: 'Amount', why: 'Why', state: 'State', month: 'Month', account: 'Account', when: 'When', total: 'Total', none: 'No commission this month', noneHint: 'It is entered here by itself once a contract is signed.', frozen: 'Frozen commission', frozenReason: 'Reason', hidden: '{count} more {count|line belongs|lines belong} to others and are not shown to you.', noDeal: 'No entries yet', statement: 'Statement', person: 'Person', deals: 'Deals', fund: 'Account', penaltyOf: 'Penalty of {day}', reasonFrozen: 'Frozen: {reason}', dispute: 'An ownership dispute is open',
  },
  reason: { deposit: 'Deposit', contract: 'Contract', payment: 'Payment', change: 'Change after the deal', refund: 'Refund', fact: 'Ownership changed', target: 'Team target reached', plan: 'Plan in force', freeze: 'Frozen', release: 'Released', penalty: 'Penalty', settle: 'Settled' },
  why: {
    title: 'Why?', calculation: 'How it was worked out', price: 'Price', received: 'Received', full: 'Commission of the deal', earned: 'Earned so far', step: '{base} × {percent}%', extra: 'Team target {base} × {percent}%', mine: 'Share of this account {percent}%', thisLine: 'Difference of this line', plan: '{name}, version {number}, in force since {day}', contract: 'Earned in full with the contract', byReceived: 'Earned in proportion to what was received', version: '{policy}, version {number}', decided: 'Decided on {at}', noDecision: 'No policy decides this line.', moved: 'Moved between states; the amount is that of the earlier calculation.', event: '{reason}, {at}', share: 'Share', ruling: 'Ruling in writing',
  },
  settle: {
    seen: 'Confirmed by the person, {at}', unseen: 'Not confirmed yet', own: 'The statement of {month} is closed: {amount} to be paid. Please check each line.', ownSeen: 'You confirmed the statement of {month} on {at}.', see: 'Confirm it is right', saw: 'Statement of {month} confirmed', question: 'In doubt, press the clause of a line or ask your project manager.', run: 'Statements', state: { draft: 'Not confirmed', confirmed: 'Waiting for finance', closed: 'Closed' }, confirm: 'Confirm the month', confirmTitle: 'Confirm {month}, {site}', confirmHint: 'Finance is then asked for approval, and what happens from now on goes to the next month. If finance returns it, the month is open again.', confirmed: '{month} was sent to finance for approval', by: 'Confirmed by {who}, {at}', closedBy: 'Closed by {who}, {at}', approval: 'Show the approval', xlsx: 'Payroll file (.xlsx)', csv: '.csv', notOpen: 'Settle {month} first', none: 'No entries this month', noneHint: 'They appear once a contract is signed.', frozen: 'Frozen, not settled this month', sites: 'No site has commission yet', sitesHint: 'A site appears here with its first deal.', lines: '{count} {count|line|lines}', negative: 'Negative: taken from pay', total: 'Total',
  },
  plan: {
    all: 'All products', of: '{rate} %', tierTo: '{from} to {to}', tierAbove: 'Above {from}', steps: 'each part at its own rate', reach: 'the whole price at the rate reached', withTarget: 'Once the team signs {monthly} in a month: {extra} % more for the whole month', noTarget: 'No team target', new: 'New plan', name: 'Name', forSite: 'For', company: 'All sites without a plan of their own', accrual: 'Earned', rates: 'Rates', product: 'Kind of product', others: 'All others', rate: 'Rate', kind: { percent: 'One percentage', marginal: 'Tiers, each part at its own', whole: 'Tiers, the whole at the one reached' }, percent: 'Percent', tierFrom: 'From a price of', addTier: 'Add a tier', addProduct: 'Add a kind of product', remove: 'Remove', target: 'Team target', useTarget: 'More for the whole month once it is reached', monthly: 'Signed in the month', extra: 'More percent', save: 'Save the draft', saved: 'Draft saved', submit: 'Submit', submitTitle: 'Submit version {number}', activeFrom: 'In force from', note: 'Why the change', submitted: 'Submitted, waiting for approval', approve: 'Approve', approveHint: 'Deals made from {day} on follow this version; it cannot be changed once approved.', approved: 'Version {number} was approved', return: 'Return', reason: 'What needs to change', returned: 'Returned', draft: 'Draft a new version', drop: 'Give the draft up', dropHint: 'The draft is not kept.', version: 'Version {number}', status: { draft: 'Draft', submitted: 'Waiting', approved: 'Approved', withdrawn: 'Given up' }, since: 'from {day}', deals: '{count} {count|deal|deals}', simulate: 'Try on the last three months', simulated: 'The commission of {changed} out of {deals} deals would change.', before: 'Now', after: 'Then', difference: 'Difference', none: 'No plan yet', noneHint: 'Without a plan deals earn no commission. Begin with one for all sites.', create: 'Create', created: 'Plan created', denied: 'You may not see commission plans', deniedHint: 'The right to team commission or to approve commission is needed.', same: 'Nobody’s commission changes.',
  },
  penalty: {
    deal: 'Deal concerned', noDeal: 'No particular deal', about: 'Deal {deal}', propose: 'Propose a penalty', person: 'Person', day: 'Day', offence: 'Offence', description: 'What happened', dayPay: 'Basic pay of the day', monthPay: 'Basic pay of the month', monthBonus: 'Bonus of the month', dealBonus: 'Bonus of the deal', byManager: 'Amount to take', amount: 'Amount', dismissal: 'Dismissal proposed', state: { proposed: 'Waiting', approved: 'Approved', rejected: 'Not approved' }, none: 'No penalties', noneHint: 'Approved ones are listed here with their clause.', sent: 'Sent for approval', submit: 'Send for approval', clause: 'Under {clause}', part: '{base} {of} × {percent}%', by: 'Proposed by {who}', stillNeeded: 'Still needed: {what}', choosePerson: 'Choose the site and the person first', dealId: 'Deal', pick: 'Please choose',
  },
  money: '{amount}',
};
