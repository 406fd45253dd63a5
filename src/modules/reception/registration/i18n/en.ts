import type { zhCN } from './zh-CN.ts';

const channel = { walkIn: 'Walk-in', signboard: 'Signboard', newspaper: 'Newspaper', internet: 'Internet', friend: 'Friends', exhibition: 'Exhibition', call: 'Invited by call', other: 'Other' };

export const en: typeof zhCN = {
  objects: {
    visitRegistration: {
      one: 'Visit registration', many: 'Visit registrations', groups: { main: 'Visit', reception: 'Reception', ownership: 'Ownership' },
      fields: {
        visitor: 'Visitor', customer: 'Customer', site: 'Site', phone: 'Phone', arrivedAt: 'Arrived', arrivedOn: 'Day', channel: 'Channel', companions: 'Companions', matter: 'Matter', note: 'Note',
        receiver: 'Receiver', isCounted: 'Counts as a turn', clause: 'Clause', overruled: 'Why another receiver', outsideHours: 'Why outside opening hours', status: 'Confirmation', confirmedAt: 'Confirmed at', confirmedBy: 'Confirmed by',
      },
      help: { status: 'The project manager confirms on the same day; afterwards it can only be annotated.' },
      choices: {
        channel, status: { unconfirmed: 'To confirm', confirmed: 'Confirmed' },
        matter: {
          visit: 'Visit', refusal: 'Refuses the salesperson midway', midwayDesignation: 'Asks midway for somebody else', sameDayOther: 'Received by another the same day', introduced: 'Introduced by a customer', companyCustomer: 'Company customer', staffReferral: 'Staff referral',
          household: 'Family came separately', discount: 'Turns to another for a discount', conflict: 'Conflicting registrations', afterDeal: 'Change after the deal', leave: 'Salesperson away or transferred', eventDay: 'Fair or opening day', dispute: 'Dispute', other: 'Other',
        },
      },
    },
    callRegistration: {
      one: 'Call registration', many: 'Call registrations', groups: { main: 'Call', ownership: 'Ownership' },
      fields: { caller: 'Caller', site: 'Site', phone: 'Phone', calledAt: 'Called', channel: 'Channel', interest: 'Asked about', appointmentOn: 'Visit agreed for', customer: 'Customer' },
      help: { caller: 'A call is kept as information and never founds ownership.' },
      choices: { channel },
    },
    staffReferral: {
      one: 'Staff referral', many: 'Staff referrals', groups: { main: 'Referral', ownership: 'Ownership' },
      fields: {
        visitor: 'Referred', site: 'Site', phone: 'Phone', introducer: 'Introducer', agreedOn: 'Agreed day', status: 'Status', voidReason: 'Void because', approval: 'Department', confirmation: 'Confirmed by way of', confirmedAt: 'Confirmed at', confirmedBy: 'Confirmed by', confirmedAs: 'Confirmed as', registration: 'Visit registration', customer: 'Customer',
      },
      help: { agreedOn: 'If the customer does not come on this day, the referral lapses; it may be registered anew.' },
      choices: {
        status: { registered: 'Registered', confirmed: 'Confirmed', lapsed: 'Lapsed', void: 'Void' }, voidReason: { siteFirst: 'The site registered first', notConfirmed: 'Not confirmed on the visit', rejected: 'Not approved' },
        approval: { waiting: 'Waiting', approved: 'Approved', rejected: 'Not approved' }, confirmation: { accompanied: 'Accompanied', phoned: 'Phoned ahead' }, confirmedAs: { manager: 'Project manager', deputy: 'Team leader (manager absent)' },
      },
    },
  },
};
