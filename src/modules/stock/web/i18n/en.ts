import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  board: {
    title: 'Stock control', hint: 'One box a unit: the letter is its status. Open it for details and what can be done.', project: 'Project', empty: 'No project yet', emptyHint: 'Once a sales manager has entered a project and its units, the board appears here.', noMatch: 'No unit fits these conditions',
    building: 'Building', all: 'All', price: 'Price (10 000)', area: 'Area (m²)', from: 'From', to: 'To', clear: 'Clear', more: 'Price and area', mine: 'Mine only', shown: '{shown} of {total} units', floor: 'Floor {floor}', wan: 'CNY {value} × 10k', left: '{time} left', days: '{n} d', hours: '{h} h {m} min', over: 'over', print: 'Print', newProject: 'New project', noUnits: 'This project has no units yet', noUnitsHint: 'Add its buildings and units, then their prices.', addUnits: 'Add units',
    prices: 'Change prices', lists: 'Price lists', legend: 'Status',
  },
  status: { available: 'Available', held: 'Held', reserved: 'Reserved', signed: 'Signed', delivered: 'Delivered', withdrawn: 'Withdrawn' },
  letter: { available: 'A', held: 'H', reserved: 'R', signed: 'S', delivered: 'D', withdrawn: 'W' },
  unit: {
    floor: 'Floor', layout: 'Layout', area: 'Area', grade: 'Grade', price: 'Price', perMetre: 'Per m²', list: 'Price list', history: 'Former prices', held: 'Held', customer: 'Customer', owner: 'Salesperson', until: 'Until', deposit: 'Deposit', paid: 'Received', hold: 'Hold', contractTerm: 'until the contract',
    subscription: 'Subscription', deal: 'Deal', heldByOther: 'Held for another customer until {until}', takenNote: 'Another customer’s papers are on this unit; only those in charge and above see more.', records: 'Change history', exchangeOf: 'The exchange of {customer} (subscription {number}) is being approved. Until then the unit cannot be held; refused, it is for sale again.', exchangeOther: 'The unit is kept for an exchange that is being approved; refused, it is for sale again.', kinds: { holding: 'Small hold', reservation: 'Reservation' },
  },
  action: {
    hold: 'Hold', extend: 'Extend', release: 'Release', subscribe: 'File subscription', edit: 'Correct subscription', sign: 'Mark as signed', contract: 'Sign contract', deliver: 'Hand over', book: 'Book payment', change: 'After-sale change', price: 'Change price', correct: 'Edit unit', withdraw: 'Withdraw', restore: 'Put back on sale',
    pdf: 'Download subscription (four copies)', save: 'Save', cancel: 'Cancel', done: 'Saved', reverse: 'Reverse', receipt: 'Receipt', dunning: 'Dunning notice',
  },
  confirm: {
    release: 'Other customers can hold the unit at once.', sign: 'Once signed the wording is fixed.', deliver: 'No after-sale changes are possible afterwards.', withdraw: 'It can no longer be held.', restore: 'It can be held at once.', extend: 'Extended once by the policy, from now on.',
  },
  hold: { customer: 'Customer', kind: 'Hold', terms: 'How long and for which deposit is decided by the policy; the reason is shown afterwards.', done: '{unit} is held until {until}, deposit {deposit}' },
  edit: { code: 'Unit', floor: 'Floor', position: 'Place (from the left)', layout: 'Layout', area: 'Area (m²)', grade: 'Grade (1–5, more is better)', price: 'New price (CNY)', now: 'Now {price}', why: 'Name of the price list', whyName: 'New price of {unit}', done: 'The new price of {unit} is in force', perMetre: '{price} per m²' },
  add: {
    title: 'Add units', building: 'Building', newBuilding: 'New building', buildingName: 'Name of the building', prefix: 'Unit prefix', prefixHint: 'Such as 1-, followed by floor and two digits', floors: 'Floors', from: 'From', to: 'To', position: 'Place on the floor', price: 'Price, first floor (CNY)', step: 'More for each floor (CNY)', priceHint: 'Units without a price cannot be held yet.', preview: '{first} to {last}, {count} units', one: '{first}, 1 unit', listName: 'New units {first}', save: 'Add to the board', done: '{count} added',
  },
  form: {
    and: ', ', middle: 'Instalment {n}', need: 'Still needed: {what}', phoneOwn: 'Left empty, the customer’s own phone is used',
    buyers: 'Buyers', discount: 'Discount (CNY)', deposit: 'Deposit (CNY)', phone: 'Phone', address: 'Postal address', postcode: 'Postcode', plan: 'Payment plan', label: 'For', dueOn: 'Due on', amount: 'Amount (CNY)', add: 'Add instalment', remove: 'Remove instalment {n}', price: 'Price {price}', rest: '{rest} missing', over: '{rest} too much', exact: 'Sums exactly', phoneKept: 'Left empty it stays as it is', first: 'First instalment', last: 'Remainder', fill: 'Put into the last',
    contractNumber: 'Contract no.', dealOn: 'Signed on',
  },
  pay: {
    title: 'Payments', hint: 'Only finance books payments and issues receipts; sales cannot.', kind: 'For', method: 'Method', amount: 'Amount (CNY)', receivedOn: 'Received on', payer: 'Paid by', note: 'Note', book: 'Book and issue receipt', done: 'Receipt {number} issued', owedHint: 'Owed to the customer: {amount}', dueHint: 'Expected now: {amount}', paidHint: 'Received {paid} of {expected}', waiting: 'Expected', owed: 'Owed', todo: 'To do', everything: 'All', find: 'Unit, customer or salesperson', noneFound: 'Nothing fits', state: 'State', states: { active: 'Held', sold: 'Contract signed', expired: 'Expired', released: 'Released' }, salesHint: 'What your customers owe and have paid. Finance books payments and issues the receipts.', progress: 'Received / expected', unit: 'Unit', due: 'Due', dueOn: 'Next', paid: 'Received', none: 'No payment is expected', noneHint: 'Holds and instalments that fall due appear here.', receipts: 'All receipts', fee: 'Transfer fee {fee}', reason: 'Why it is reversed', print: 'Print receipt',
    kinds: { holdingDeposit: 'Small deposit', reservationDeposit: 'Deposit', instalment: 'Instalment', transferFee: 'Transfer fee', refund: 'Refund' }, methods: { transfer: 'Transfer', card: 'Card', cash: 'Cash', cheque: 'Cheque', mortgage: 'Mortgage' },
  },
  change: {
    title: 'After-sale change', kind: 'Change', reason: 'Reason', newUnit: 'New unit', newCustomer: 'New customer', buyers: 'New buyers', retention: 'Retention', retentionHint: 'What was tried and what the customer said. Before the contract a refund needs it.', exception: 'Ask for an exception', ask: 'Submit', refused: 'Refused by clause {clause}',
    kinds: { exchange: 'Exchange', rename: 'Rename', default: 'Default', refund: 'Refund' },
    outcomes: { allowed: 'Done', fee: 'Done once the transfer fee of {fee} is paid', retention: 'Try to keep the customer first, then submit what was said', approval: 'Sent for approval', notice: 'Send the dunning notice', breach: 'Beyond two months: handled as a breach, sent for approval', refused: 'Refused' },
    states: { refused: 'Refused', retention: 'Retention', approving: 'Being approved', feeDue: 'Fee due', done: 'Done', rejected: 'Not approved' }, none: 'No changes',
  },
  prices: { title: 'New price list', way: 'How', byPercent: 'By percentage', byList: 'Unit by unit', list: 'Units and prices', listHint: 'Copy two columns (unit, price) from a spreadsheet and paste them here, one unit a line.', file: 'Choose a CSV file', found: '{count} units found', kept: '{count} of them are held and keep their price', unknown: '{count} lines not understood: {lines}', name: 'Name', effectiveOn: 'In force from', percent: 'Change of units on sale (%)', hint: 'Held units keep their price, former lists stay on record.', save: 'Save price list', done: 'Price list saved', count: '{count} units on sale' },
  templates: {
    title: 'Print templates', hint: 'The wording of subscriptions, receipts and dunning notices. Signed subscriptions are not touched.', keys: { subscription: 'Subscription', receipt: 'Receipt', dunning: 'Dunning notice' }, document: 'Document', content: 'Wording', help: '“# ” begins a title, “## ” a section, “| a | b |” is a row of a table; what stands in braces is filled in.', placeholders: 'Can be filled in', preview: 'Preview', pdf: 'Download sample', save: 'Save new version', saved: 'Saved; new prints use this version', version: 'Version {number}', shipped: 'As shipped', reset: 'Back to the shipped wording',
  },
  sale: { plan: 'Payment plan', receipts: 'Receipts', changes: 'After-sale changes', unit: 'Open in stock control', reversed: 'reversed' },
};
