import type { TestOffice, VisitBody } from '#modules/reception/server/registration/test-office.ts';
import { type ClauseRow, WHOLE, comes, first } from './clause-row.ts';

/** Who was received by B on 10 January comes again. */
async function back(office: TestOffice, on: string, present: string, body: Record<string, unknown>): Promise<VisitBody> {
  const phone = office.phone();
  await first(office, '2026-01-10', { phone }, 'b');
  return comes(office, on, present, { phone, ...body });
}

async function learnt(office: TestOffice, facts: Record<string, unknown>, play: Promise<VisitBody>): Promise<VisitBody> {
  const visit = await play;
  await office.learn(visit, facts);
  return visit;
}

/** A customer of B about whom something is learnt, without a further visit. */
const known = (office: TestOffice, facts: Record<string, unknown>, more: Record<string, unknown> = {}) => first(office, '2026-01-10', {}, 'b').then(async (visit) => {
  await office.learn(visit, facts, more);
  return visit;
});

/** Two customers of B and A, between whom something turns out. */
async function pair(office: TestOffice, matter: string): Promise<VisitBody> {
  const one = await first(office, '2026-01-10', {}, 'b');
  const other = await comes(office, '2026-01-20', 'a');
  await office.learn(other, { matter }, { otherRegistration: one.id });
  return other;
}

async function introduced(office: TestOffice, present: string): Promise<VisitBody> {
  const one = await first(office, '2026-01-10', {}, 'b');
  return comes(office, '2026-01-20', present, { matter: 'introduced', related: one.customer });
}

/** Received by B in the morning and by A in the afternoon. */
async function sameDay(office: TestOffice): Promise<VisitBody> {
  const phone = office.phone();
  const one = await comes(office, '2026-01-10', 'ab', { phone, askedFor: office.who.b });
  return office.visit({ phone, matter: 'sameDayOther', known: [one.id], receiver: office.who.a, reason: '乙正在签约' });
}

/** By B, then by C, and at the third visit the customer asks for A. */
async function third(office: TestOffice): Promise<VisitBody> {
  const phone = office.phone();
  await first(office, '2026-01-10', { phone }, 'b');
  await first(office, '2026-01-20', { phone, answers: { wish: 'forgot' } }, 'c');
  return comes(office, '2026-01-30', 'acd', { phone, askedFor: office.who.a, answers: { wish: 'designatesNow' } });
}

const severalNamed = (office: TestOffice, present: string) => back(office, '2026-01-20', present, { named: [office.who.b, office.who.c, office.who.d] });
const complains = (office: TestOffice, on: string, isComplaintUpheld: boolean) => learnt(office, { isComplaintUpheld }, back(office, on, 'ab', { askedFor: office.who.a, answers: { wish: 'complains' } }));
const refuses = (office: TestOffice, on: string) => back(office, on, 'ab', { askedFor: office.who.a, answers: { wish: 'refusesEarlier' } });
const forgot = (office: TestOffice, on: string) => back(office, on, 'a', { answers: { wish: 'forgot' } });

const dealAt = '2026-02-02';
const ruling = { outcome: 'ruled', owner: 'a', percents: { a: 60, b: 40 } } as const;
const ruled = { a: '5237.35', b: '3491.56' };
const mostToA = { a: '6983.13', b: '1745.78' };

/** P14, clause by clause: visits and what the customer says of B. */
const visits: readonly ClauseRow[] = [
  { clause: '2(5)-1', title: 'names C on entering', play: (o) => comes(o, '2026-01-10', 'abc', { askedFor: o.who.c }), reception: { clause: '2(5)-1', receiver: 'c', isCounted: false }, dealAt, earns: { c: WHOLE } },
  { clause: '2(5)*', title: 'names nobody: in order', play: (o) => first(o, '2026-01-10'), reception: { clause: '2(5)*', receiver: 'a', isCounted: true }, dealAt, earns: { a: WHOLE } },
  { clause: '3(1)', title: 'names B, who is on site', play: (o) => back(o, '2026-01-20', 'ab', { named: [o.who.b] }), reception: { clause: '3(1)', receiver: 'b', isCounted: false }, dealAt, earns: { b: WHOLE } },
  { clause: '3(2)', title: 'does not want B, whose file is valid', play: (o) => refuses(o, '2026-01-20'), reception: { clause: '3(2)', receiver: 'a', isCounted: false }, dealAt, earns: mostToA },
  { clause: '3(2)', title: 'does not want B, whose file has expired', play: (o) => refuses(o, '2026-03-20'), dealAt: '2026-03-21', earns: { a: WHOLE } },
  { clause: '3(3)', title: 'names B, who is away: C helps', play: (o) => back(o, '2026-01-20', 'c', { named: [o.who.b] }), reception: { clause: '3(3)', receiver: 'c', isCounted: false }, dealAt, earns: { b: '6983.13', c: '1745.78' } },
  { clause: '3(4)', title: 'a complaint about B, upheld', play: (o) => complains(o, '2026-01-20', true), reception: { clause: '3(4)', receiver: 'a', isCounted: false }, dealAt, earns: { a: WHOLE } },
  { clause: '3(4)*', title: 'a complaint about B, not upheld, the file valid', play: (o) => complains(o, '2026-01-20', false), dealAt, earns: mostToA },
  { clause: '3(4)*', title: 'a complaint about B, not upheld, the file expired', play: (o) => complains(o, '2026-03-20', false), dealAt: '2026-03-21', earns: { a: WHOLE } },
  { clause: '3(5)', title: 'names several: C is the first of them on site', play: (o) => severalNamed(o, 'acd'), reception: { clause: '3(5)', receiver: 'c', isCounted: false }, dealAt, earns: { c: WHOLE } },
  { clause: '3(5)*', title: 'names several, none on site: in order', play: (o) => severalNamed(o, 'a'), reception: { clause: '3(5)*', receiver: 'a', isCounted: true }, dealAt, earns: { a: WHOLE } },
  { clause: '3(6)', title: 'turns to A for a discount', play: (o) => known(o, { matter: 'discount' }, { parties: { receiver: o.who.a } }), dealAt, earns: { b: WHOLE } },
  { clause: '3(7)', title: 'forgot whom, B found while the file was valid', play: (o) => learnt(o, { recognisedOn: '2026-02-01' }, forgot(o, '2026-01-20')), reception: { clause: '3(7)', receiver: 'a', isCounted: true }, dealAt, earns: { b: '4364.46', a: '4364.45' } },
  { clause: '3(7)', title: 'forgot whom, B never found', play: (o) => forgot(o, '2026-01-20'), dealAt, earns: { a: WHOLE } },
  { clause: '3(8)', title: 'at the third visit asks for A: B and C share half equally', play: third, reception: { clause: '3(8)', receiver: 'a', isCounted: false }, dealAt, earns: { a: '4364.46', b: '2182.23', c: '2182.22' } },
  { clause: '2(5)', title: 'received by A the same day, with a deal that day', play: sameDay, reception: { clause: '2(5)', receiver: 'a', isCounted: false }, dealAt: '2026-01-10', earns: { b: '4364.46', a: '4364.45' } },
  { clause: '2(5)**', title: 'received by A the same day, without a deal that day', play: sameDay, dealAt: '2026-01-11', earns: { b: WHOLE } },
];

/** Claims of several, and what no clause decides. */
const claims: readonly ClauseRow[] = [
  { clause: '3(10)', title: 'brought by a customer of B, who is on site', play: (o) => introduced(o, 'ab'), reception: { clause: '3(10)', receiver: 'b', isCounted: false }, dealAt, earns: { b: WHOLE } },
  { clause: '3(10)', title: 'brought by a customer of B, who is away', play: (o) => introduced(o, 'a'), reception: { clause: '3(10)', receiver: 'a', isCounted: false }, dealAt, earns: { b: WHOLE } },
  { clause: '3(11)', title: 'family members who came separately: the first receiver', play: (o) => pair(o, 'household'), dealAt, earns: { b: WHOLE } },
  { clause: '3(12)', title: 'on long leave: drawn by lot, written down and approved', play: (o) => known(o, { matter: 'leave' }), dealAt, ruling: { ...ruling, percents: { a: 100, b: 0 } }, earns: { a: WHOLE } },
  { clause: '3(13)', title: 'at a fair: by the method of that event', play: (o) => known(o, { matter: 'eventDay' }), dealAt, ruling, earns: ruled },
  { clause: '4', title: 'the parties agree', play: (o) => known(o, { matter: 'dispute', settlement: 'agreed' }), dealAt, ruling: { ...ruling, outcome: 'agreed' }, earns: ruled },
  { clause: '4', title: 'the department mediates', play: (o) => known(o, { matter: 'dispute', settlement: 'mediated' }), dealAt, ruling: { ...ruling, outcome: 'mediated' }, earns: ruled },
  { clause: '4', title: 'a quarrel, or the ruling refused: the department', play: (o) => known(o, { matter: 'dispute', settlement: 'quarrel' }), dealAt, earns: { departmentFund: WHOLE } },
  { clause: '1', title: 'of conflicting registrations the earlier one', play: (o) => pair(o, 'conflict'), dealAt, earns: { b: WHOLE } },
  { clause: '6', title: 'a change after the deal moves nothing', play: (o) => known(o, { matter: 'afterDeal' }), dealAt, earns: { b: WHOLE } },
  { clause: '4*', title: 'what the rule does not cover: the manager settles it', play: (o) => known(o, { matter: 'other' }), dealAt, ruling, earns: ruled },
];

export const firstVisitRows: readonly ClauseRow[] = [...visits, ...claims];
