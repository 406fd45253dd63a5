import type { Translated } from '#kernel/texts.ts';
import type { zhCN } from './zh-CN.ts';

export const en: Translated<typeof zhCN> = {
  objects: {
    customer: {
      one: 'Customer',
      many: 'Customers',
      groups: { main: 'Profile', reach: 'Contact details', company: 'Company', person: 'Person', invoice: 'Invoicing', ownership: 'Ownership', more: 'More' },
      fields: {
        kind: 'Kind', name: 'Name', shortName: 'Short name', code: 'Code', externalCode: 'External code', stage: 'Stage', lostReason: 'Lost because',
        grade: 'Grade', source: 'Source', industry: 'Industry', tags: 'Tags', phone: 'Phone', altPhone: 'Other phone', email: 'Email', website: 'Website',
        address: 'Region and address', place: 'Point on the map', uscc: 'Credit code (USCC)', legalRepresentative: 'Legal representative', size: 'Size', registeredCapital: 'Registered capital',
        birthday: 'Birthday / founded', parent: 'Parent company', gender: 'Gender', idNumber: 'ID number', incomeBand: 'Income', education: 'Education',
        interests: 'Interests', bankName: 'Bank', bankAccount: 'Bank account', invoiceAddress: 'Invoice address', invoicePhone: 'Invoice phone', referrer: 'Referred by',
        nextContactAt: 'Next contact', lastContactAt: 'Last contact', stageChangedAt: 'Stage since', completeness: 'Completeness', contactCount: 'Contacts', notes: 'Notes',
      },
      help: {
        uscc: '18 characters, checked on saving; one customer per code.',
        lastContactAt: 'When the customer was last really reached; attempts do not count.',
        completeness: 'How much of what the company requires is filled in and verified recently enough.',
        stage: '“Lost” needs a reason.',
      },
      choices: {
        kind: { company: 'Company', person: 'Person' },
        stage: { potential: 'Potential', target: 'Target', active: 'Active', dormant: 'Dormant', lost: 'Lost', disqualified: 'Disqualified' },
        lostReason: { moved: 'Moved away', competitor: 'Tied to a competitor', price: 'Price', quality: 'Product quality', service: 'Poor service', other: 'Other' },
        grade: { regular: 'Regular', auction: 'Auction', star1: 'One star', star2: 'Two stars', star3: 'Three stars' },
        source: { referral: 'Referral', website: 'Website', exhibition: 'Trade fair', advertising: 'Advertising', visit: 'Walk-in', call: 'Inbound call', import: 'Import', other: 'Other' },
        size: { micro: 'Micro', small: 'Small', medium: 'Medium', large: 'Large' },
        gender: { male: 'Male', female: 'Female' },
        incomeBand: { low: 'Lower', middle: 'Middle', upperMiddle: 'Upper middle', high: 'High' },
        education: { secondary: 'Secondary or less', college: 'College', bachelor: 'Bachelor', master: 'Master', doctor: 'Doctorate' },
      },
    },
    contact: {
      one: 'Contact',
      many: 'Contacts',
      groups: { main: 'Profile', reach: 'Contact details', style: 'Interpersonal style', more: 'More' },
      fields: {
        name: 'Name', customer: 'Customer', jobTitle: 'Job title', department: 'Department', decisionRoles: 'Decision role', isPrimary: 'Primary contact', phone: 'Phone',
        altPhone: 'Other phone', email: 'Email', wechat: 'WeChat', preferredChannel: 'Preferred channel', gender: 'Gender', birthday: 'Birthday',
        isLunarBirthday: 'Lunar calendar', assertiveness: 'Assertiveness', responsiveness: 'Responsiveness', style: 'Style', tags: 'Tags', notes: 'Notes',
      },
      help: {
        assertiveness: '-10 to 10: direct and quick to decide is positive; tactful and slow is negative.',
        responsiveness: '-10 to 10: lively and warm is positive; reserved and matter-of-fact is negative.',
      },
      choices: {
        decisionRoles: { decider: 'Decider', influencer: 'Influencer', user: 'User', gatekeeper: 'Gatekeeper', payer: 'Payer' },
        preferredChannel: { phone: 'Phone', wechat: 'WeChat', email: 'Email', sms: 'SMS', visit: 'In person' },
        gender: { male: 'Male', female: 'Female' },
        style: { driver: 'Driver', expressive: 'Expressive', amiable: 'Amiable', analytical: 'Analytical' },
      },
    },
    activity: {
      one: 'Activity',
      many: 'Activities',
      groups: { main: 'Content', time: 'Time and place', more: 'More' },
      fields: {
        kind: 'Kind', subject: 'Subject', customer: 'Customer', contact: 'Contact', direction: 'Direction', outcome: 'Outcome', status: 'Status', happenedAt: 'When',
        dueAt: 'Due', doneAt: 'Done at', durationMinutes: 'Minutes', location: 'Location', checkIn: 'Check-in', place: 'Place of check-in', distance: 'Metres from customer', isSentLater: 'Sent later', body: 'Text', isPinned: 'Pinned',
        visibility: 'Visible to', mentions: 'Mentioned',
      },
      help: { outcome: 'Only “Reached” counts as a follow-up.', distance: 'In a straight line to the customer’s point on the map.', isSentLater: 'There was no network at check-in; the time is reckoned back by how long the device waited.' },
      choices: {
        kind: { task: 'Task', call: 'Call', meeting: 'Meeting', visit: 'Visit', note: 'Note' },
        direction: { outbound: 'Outbound', inbound: 'Inbound' },
        outcome: { reached: 'Reached', attempted: 'Attempted' },
        checkIn: { placed: 'With place', noPlace: 'No place' },
        status: { open: 'Open', done: 'Done', cancelled: 'Cancelled' },
        visibility: { internal: 'Internal only', customer: 'Customer too' },
      },
    },
    need: {
      one: 'Need',
      many: 'Needs',
      groups: { main: 'Need' },
      fields: { title: 'Need', customer: 'Customer', contact: 'Stated by', level: 'Level', state: 'State', activity: 'From activity', metAt: 'Met at', note: 'Note' },
      choices: {
        level: { basic: 'Basic need', want: 'Want', desire: 'Desire', unexpected: 'Unexpected' },
        state: { open: 'Open', met: 'Met' },
      },
    },
    customerRelation: {
      one: 'Relation',
      many: 'Relations',
      groups: { main: 'Relation' },
      fields: { customer: 'Customer', kind: 'Relation', other: 'Other side', note: 'Note' },
      choices: {
        kind: { spouse: 'Spouse', family: 'Family', parentCompany: 'Parent company', subsidiary: 'Subsidiary', partner: 'Partner', referrer: 'Referrer', referred: 'Referred' },
      },
    },
  },
};
