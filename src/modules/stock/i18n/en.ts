import type { Translated } from '#kernel/texts.ts';
import type { zhCN } from './zh-CN.ts';

const about = { customer: 'Customer', project: 'Project', saleUnit: 'Unit' };

export const en: Translated<typeof zhCN> = {
  objects: {
    project: {
      one: 'Project', many: 'Projects', groups: { main: 'Profile' }, fields: { name: 'Name', code: 'Code', site: 'Site', pack: 'Policy pack' },
      help: { code: 'Printed before its receipt numbers.', pack: 'The rules for holds and after-sale changes of a project without a site; otherwise the site’s rules apply.' }, choices: {},
    },
    building: { one: 'Building', many: 'Buildings', groups: { main: 'Profile' }, fields: { name: 'Name', project: 'Project', position: 'Order' }, help: {}, choices: {} },
    priceList: {
      one: 'Price list', many: 'Price lists', groups: { main: 'Profile' }, help: {}, choices: {},
      fields: { name: 'Name', project: 'Project', effectiveOn: 'In force from', unitCount: 'Units', appliedAt: 'Applied' },
    },
    saleUnit: {
      one: 'Unit', many: 'Units', groups: { main: 'Profile' }, help: { grade: '1 to 5, more is better; compared in an exchange.' },
      fields: {
        code: 'Unit', project: 'Project', building: 'Building', floor: 'Floor', position: 'Place', layout: 'Layout', area: 'Area (m²)', grade: 'Grade', status: 'Status',
        listPrice: 'Price', unitPrice: 'Price per m²', holdUntil: 'Held until', priceList: 'Price list',
      },
      choices: { status: { available: 'Available', held: 'Held', reserved: 'Reserved', signed: 'Signed', delivered: 'Delivered', withdrawn: 'Withdrawn' } },
    },
    unitHold: {
      one: 'Hold', many: 'Holds', groups: { main: 'Profile' }, help: {},
      fields: { ...about, number: 'Number', kind: 'Hold', state: 'State', deposit: 'Deposit', expiresAt: 'Until', extensions: 'Extensions', endedAt: 'Ended' },
      choices: { kind: { holding: 'Small hold', reservation: 'Reservation' }, state: { active: 'In force', expired: 'Expired', released: 'Released', sold: 'Sold' } },
    },
    subscription: {
      one: 'Subscription', many: 'Subscription register', groups: { main: 'Profile' }, help: {},
      fields: {
        ...about, number: 'Number', state: 'State', buyers: 'Buyers', area: 'Area (m²)', listPrice: 'List price', discount: 'Discount', price: 'Price', deposit: 'Deposit',
        phone: 'Phone', address: 'Postal address', postcode: 'Postcode', signedAt: 'Signed',
      },
      choices: { state: { filed: 'To be signed', signed: 'Signed', contracted: 'Contract signed', cancelled: 'Cancelled' } },
    },
    deal: {
      one: 'Deal', many: 'Contract register', groups: { main: 'Profile' }, help: {},
      fields: { ...about, number: 'Number', subscription: 'Subscription', state: 'State', contractNumber: 'Contract no.', dealOn: 'Deal on', price: 'Price' },
      choices: { state: { signed: 'Signed', delivered: 'Delivered', cancelled: 'Dissolved' } },
    },
    receipt: {
      one: 'Receipt', many: 'Receipts', groups: { main: 'Profile' }, help: {},
      fields: {
        ...about, number: 'Receipt no.', subscription: 'Subscription', kind: 'For', amount: 'Amount', method: 'Method', receivedOn: 'Received on', payer: 'Paid by', note: 'Note',
        bookedBy: 'Booked by', reverses: 'Reverses',
      },
      choices: {
        kind: { holdingDeposit: 'Small deposit', reservationDeposit: 'Deposit', instalment: 'Instalment', transferFee: 'Transfer fee', refund: 'Refund' },
        method: { transfer: 'Transfer', card: 'Card', cash: 'Cash', cheque: 'Cheque', mortgage: 'Mortgage' },
      },
    },
    afterSaleChange: {
      one: 'After-sale change', many: 'After-sale changes', groups: { main: 'Profile' }, help: {},
      fields: {
        ...about, kind: 'Change', state: 'State', subscription: 'Subscription', newSaleUnit: 'New unit', newCustomer: 'New customer', buyers: 'New buyers', reason: 'Reason',
        retention: 'Retention', clause: 'Clause', fee: 'Fee',
      },
      choices: {
        kind: { exchange: 'Exchange', rename: 'Rename', default: 'Default', refund: 'Refund' },
        state: { refused: 'Refused', retention: 'Retention', approving: 'Being approved', feeDue: 'Fee due', done: 'Done', rejected: 'Not approved' },
      },
    },
  },
};
