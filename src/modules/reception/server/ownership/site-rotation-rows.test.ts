import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#app/test-app.ts';
import { makeOffice, type TestOffice, type VisitBody } from '../registration/test-office.ts';

let app: TestApp;
let clock = new Date('2026-01-05T02:00:00Z');
let office: TestOffice;
beforeAll(async () => {
  app = await startTestApp({ clock: () => clock });
});
afterAll(() => app.close());
beforeEach(async () => {
  office = await makeOffice(app, 'site-rotation', (at) => { clock = at; });
});

/** Received by A on a day, confirmed. */
async function first(on: string, body: Record<string, unknown> = {}): Promise<VisitBody> {
  await office.day(on, 'a');
  const visit = await office.visit(body);
  await office.confirm(visit);
  return visit;
}

/** The same number again, in the presence of these. */
async function again(on: string, present: string, phone: string, body: Record<string, unknown> = {}): Promise<VisitBody> {
  await office.day(on, present);
  return office.visit({ phone, ...body });
}

describe('site-rotation: from registered visits to shares (RE-20)', () => {
  test('3.1: a new customer belongs to the receiver', async () => {
    const visit = await first('2026-01-10');
    expect(visit).toMatchObject({ clause: '3.1', receiver: office.who.a, isCounted: true });
    expect(await office.shares(visit)).toEqual({ clause: '3.1', shares: ['receiver a 100'], isByRuling: false });
  });

  test('3.6, 4.1: back within the month and names A, who is on site: back to A, not counted', async () => {
    const phone = office.phone();
    await first('2026-01-10', { phone });
    const visit = await again('2026-01-20', 'ab', phone, { named: [office.who.a] });
    expect(visit).toMatchObject({ clause: '4.1', receiver: office.who.a, isCounted: false });
    expect(await office.shares(visit)).toMatchObject({ clause: '3.6', shares: ['earlier a 100'] });
  });

  test('3.6, 4.2: A is away: the last in the order receives as a duty, A keeps the customer', async () => {
    const phone = office.phone();
    await first('2026-01-10', { phone });
    const visit = await again('2026-01-20', 'bcd', phone, { named: [office.who.a] });
    expect(visit).toMatchObject({ clause: '4.2', receiver: office.who.d, isCounted: false });
    expect(await office.shares(visit)).toMatchObject({ clause: '3.6', shares: ['earlier a 100'] });
  });

  test('3.7j: does not remember, never recognised: the new one', async () => {
    const phone = office.phone();
    await first('2026-01-10', { phone });
    const visit = await again('2026-01-20', 'b', phone, { answers: { remembers: false } });
    expect(visit).toMatchObject({ clause: '3.7', receiver: office.who.b, isCounted: true });
    expect(await office.shares(visit, { dealOn: '2026-03-20' })).toMatchObject({ clause: '3.7j', shares: ['receiver b 100'] });
  });

  test('3.7g: recognised the same day: back to A with everything', async () => {
    const phone = office.phone();
    await first('2026-01-10', { phone });
    const visit = await again('2026-01-20', 'b', phone, { answers: { remembers: false } });
    await office.learn(visit, { recognisedOn: '2026-01-20' });
    expect(await office.shares(visit)).toMatchObject({ clause: '3.7g', shares: ['earlier a 100'] });
  });

  test('3.7h: a deal on the spot before recognition is the new one’s', async () => {
    const phone = office.phone();
    await first('2026-01-10', { phone });
    const visit = await again('2026-01-20', 'b', phone, { answers: { remembers: false } });
    await office.learn(visit, { recognisedOn: '2026-01-20', isDealOnSpot: true });
    expect(await office.shares(visit)).toMatchObject({ clause: '3.7h', shares: ['receiver b 100'] });
    expect(await office.shares(await againForgot('2026-01-22'), { isDealOnSpot: true })).toMatchObject({ clause: '3.7h', shares: ['receiver b 100'] });
  });

  async function againForgot(on: string): Promise<VisitBody> {
    const phone = office.phone();
    await first('2026-01-21', { phone });
    return again(on, 'b', phone, { answers: { remembers: false } });
  }

  test('3.7i: recognised within a month of the new reception, its last day included: half each; a day later 3.7j', async () => {
    const phone = office.phone();
    await first('2026-01-10', { phone });
    const visit = await again('2026-01-31', 'b', phone, { answers: { remembers: false } });
    await office.learn(visit, { recognisedOn: '2026-02-28' });
    expect(await office.shares(visit, { dealOn: '2026-03-02' })).toMatchObject({ clause: '3.7i', shares: ['earlier a 50', 'receiver b 50'] });
    await office.learn(visit, { recognisedOn: '2026-03-01' });
    expect(await office.shares(visit, { dealOn: '2026-03-02' })).toMatchObject({ clause: '3.7j', shares: ['receiver b 100'] });
  });

  test('7.1: the month ends on the last day of a shorter one; a day later the registration founds nothing', async () => {
    const phone = office.phone();
    const other = office.phone();
    await office.day('2026-01-31', 'a');
    await office.confirm(await office.visit({ phone }), await office.visit({ phone: other }));
    expect(await office.shares(await again('2026-02-28', 'ab', phone, { named: [office.who.a] }))).toMatchObject({ clause: '3.6', shares: ['earlier a 100'] });
    expect(await office.shares(await again('2026-03-01', 'b', other, { named: [office.who.a] }))).toMatchObject({ clause: '7.1', shares: ['receiver b 100'] });
  });

  test('7.1: leap year, 29 February is the last day', async () => {
    const phone = office.phone();
    const other = office.phone();
    await office.day('2028-01-31', 'a');
    await office.confirm(await office.visit({ phone }), await office.visit({ phone: other }));
    expect(await office.shares(await again('2028-02-29', 'ab', phone, { named: [office.who.a] }))).toMatchObject({ clause: '3.6' });
    expect(await office.shares(await again('2028-03-01', 'b', other, { named: [office.who.a] }))).toMatchObject({ clause: '7.1' });
  });

  test('7.1: the last minute of the day counts by the site’s clock', async () => {
    const phone = office.phone();
    await office.day('2026-01-10', 'a', '23:59:30');
    await office.confirm(await office.visit({ phone }));
    await office.day('2026-02-10', 'ab', '23:59:30');
    expect(await office.shares(await office.visit({ phone, named: [office.who.a] }))).toMatchObject({ clause: '3.6' });
  });

  test('7.2 and RE-12: a registration that nobody confirmed the same day founds no claim, and cannot be confirmed later', async () => {
    const phone = office.phone();
    await office.day('2026-01-10', 'a');
    const unconfirmed = await office.visit({ phone });
    const visit = await again('2026-01-12', 'b', phone, { named: [office.who.a] });
    expect(await office.shares(visit)).toMatchObject({ clause: '7.1', shares: ['receiver b 100'] });
    const late = await office.site.manager.post('/visit-registrations/confirm', { ids: [unconfirmed.id] });
    expect(late.body['results']).toEqual([{ id: unconfirmed.id, status: 'tooLate' }]);
  });

  test('3.10a and 3.10b: no fault or a minor one: the receiver stays', async () => {
    for (const [fault, clause] of [['none', '3.10a'], ['minor', '3.10b']] as const) {
      const visit = await first('2026-01-10');
      const changed = await change(visit, { matter: 'refusal', answers: { fault, isInsisting: false } });
      expect(changed).toMatchObject({ clause, receiver: office.who.a });
      expect(await office.shares(visit)).toMatchObject({ clause, shares: ['earlier a 100'] });
    }
  });

  test('3.10c: a serious fault, or the customer insists: the next in rotation has everything', async () => {
    for (const answers of [{ fault: 'serious' }, { fault: 'minor', isInsisting: true }]) {
      await office.day('2026-01-10', 'ab');
      const visit = await office.visit();
      const changed = await change(visit, { matter: 'refusal', answers });
      expect(changed['clause']).toBe('3.10c');
      expect(changed['receiver']).not.toBe(visit.receiver);
      const { clause, shares } = await office.shares(visit);
      expect({ clause, shares }).toEqual({ clause: '3.10c', shares: [`receiver ${visit.receiver === office.who.a ? 'b' : 'a'} 100`] });
    }
  });

  async function change(visit: VisitBody, body: Record<string, unknown>): Promise<Record<string, unknown>> {
    const answer = await office.site.manager.post(`/visit-registrations/${visit.id}/receiver`, { reason: '客户要求', ...body });
    expect(answer.status, answer.text).toBe(200);
    return answer.body;
  }

  test('5.1: a new customer asks for C on entering: C, not counted', async () => {
    await office.day('2026-01-10', 'abc');
    const visit = await office.visit({ askedFor: office.who.c });
    expect(visit).toMatchObject({ clause: '5.1', receiver: office.who.c, isCounted: false });
    expect(await office.shares(visit)).toMatchObject({ clause: '5.1', shares: ['designated c 100'] });
  });

  test('5.1*: whose registration has expired and who asks for C is treated as a new one who does', async () => {
    const phone = office.phone();
    await first('2026-01-10', { phone });
    expect(await office.shares(await again('2026-02-11', 'abc', phone, { askedFor: office.who.c }))).toMatchObject({ clause: '5.1*', shares: ['designated c 100'] });
  });

  test('5.2: insists on C midway: 70 first, 30 designated; instigated, or not assigned: all to the first', async () => {
    const rows = [
      [{ isAssigned: true, isInstigated: false }, '5.2', ['earlier a 70', 'designated c 30']],
      [{ isAssigned: true, isInstigated: true }, '5.2', ['earlier a 100']],
      [{ isAssigned: false }, '5.2*', ['earlier a 100']],
    ] as const;
    for (const [answers, clause, shares] of rows) {
      await office.day('2026-01-10', 'ac');
      const visit = await office.visit({ receiver: office.who.a, reason: '演练' });
      await change(visit, { matter: 'midwayDesignation', askedFor: office.who.c, answers });
      expect(await office.shares(visit)).toMatchObject({ clause, shares: [...shares] });
    }
  });

  test('5.3: a returning customer insists on C: a duty reception, all to the first', async () => {
    const phone = office.phone();
    await first('2026-01-10', { phone });
    const visit = await again('2026-01-20', 'abc', phone, { askedFor: office.who.c });
    expect(visit).toMatchObject({ clause: '5.3', receiver: office.who.c, isCounted: false });
    expect(await office.shares(visit)).toMatchObject({ clause: '5.3', shares: ['earlier a 100'] });
  });

  test('5.4, 7.5a, b, c: introduced by a customer of A', async () => {
    const known = await first('2026-01-10');
    const rows = [
      ['broughtSilent', 'bc', '5.4', 'receiver b 100', true], ['cameAlone', 'bc', '7.5c', 'receiver b 100', true],
      ['phoned', 'bc', '7.5a', 'earlier a 100', false], ['broughtAsking', 'bc', '7.5b', 'earlier a 100', false],
      ['phoned', 'ab', '7.5a', 'earlier a 100', true], ['broughtAsking', 'ab', '7.5b', 'earlier a 100', true],
    ] as const;
    for (const [place, [introduction, present, clause, share, isCounted]] of rows.entries()) {
      await office.day(`2026-01-${12 + place}`, present);
      const visit = await office.visit({ matter: 'introduced', related: known.customer, answers: { introduction }, ...(share === 'receiver b 100' && {}) });
      expect(visit).toMatchObject({ clause, isCounted });
      const answer = await office.shares(visit);
      expect(answer.clause).toBe(clause);
      expect(answer.shares.map((each) => each.replace(/receiver [a-d]/, 'receiver b'))).toEqual([share]);
    }
  });

  test('6.1-2 to 6.1-5: company customers', async () => {
    await office.day('2026-01-10', 'abc');
    const rows = [
      ['leaderNames', { askedFor: office.who.c }, '6.1-2', ['publicFund 100'], office.who.c],
      ['introduced', { receiver: office.who.a, reason: '演练' }, '6.1-3', ['receiver a 70', 'publicFund 30'], office.who.a],
      ['arrangedSales', { askedFor: office.who.b }, '6.1-4', ['receiver b 30', 'publicFund 70'], office.who.b],
      ['arrangedStaff', {}, '6.1-5', ['publicFund 100'], null],
    ] as const;
    for (const [companyHandling, body, clause, shares, receiver] of rows) {
      const visit = await office.visit({ matter: 'companyCustomer', answers: { companyHandling }, ...body });
      expect(visit).toMatchObject({ clause, receiver });
      expect(await office.shares(visit)).toMatchObject({ clause, shares: [...shares] });
    }
  });

  test('6.1-1: registered on site before contacting the company: an ordinary visit', async () => {
    const phone = office.phone();
    await first('2026-01-10', { phone });
    const visit = await again('2026-01-20', 'ab', phone, { matter: 'companyCustomer', named: [office.who.a], answers: { isRegisteredBeforeCompany: true } });
    expect(await office.shares(visit)).toMatchObject({ clause: '3.6', shares: ['earlier a 100'] });
  });

  test('6.2: a valid staff referral: 30 introducer, 70 receiver', async () => {
    const phone = office.phone();
    const referral = await refer(phone, '2026-01-12');
    await office.day('2026-01-12', 'a');
    const visit = await office.visit({ phone, answers: { isReferralConfirmed: true } });
    expect((await office.site.manager.post(`/staff-referrals/${referral}/confirm`, { confirmation: 'accompanied' })).status).toBe(204);
    expect(await office.shares(visit)).toMatchObject({ clause: '6.2', shares: ['receiver a 70', 'introducer d 30'] });
  });

  test('6.2-3: without confirmation, or with the site first, the referral is void', async () => {
    const phone = office.phone();
    const referral = await refer(phone, '2026-01-12');
    await office.day('2026-01-12', 'a');
    const visit = await office.visit({ phone, answers: { isReferralConfirmed: true } });
    await office.site.manager.post(`/staff-referrals/${referral}/confirm`, { confirmation: 'none' });
    expect(await office.shares(visit)).toMatchObject({ clause: '3.1', shares: ['receiver a 100'] });
    const late = await office.site.manager.post('/staff-referrals', { site: office.site.id, visitor: '周先生', phone, introducer: office.who.d, agreedOn: '2026-01-13' });
    expect(late.body).toMatchObject({ status: 'void', voidReason: 'siteFirst' });
  });

  async function refer(phone: string, agreedOn: string): Promise<string> {
    await office.day('2026-01-11', 'ab');
    const made = await office.site.manager.post('/staff-referrals', { site: office.site.id, visitor: '周先生', phone, introducer: office.who.d, agreedOn });
    expect(made.body, made.text).toMatchObject({ status: 'registered' });
    return String(made.body['id']);
  }

  test('7.3: of conflicting registrations the earlier valid one counts', async () => {
    const one = await first('2026-01-10');
    await office.day('2026-01-12', 'b');
    const other = await office.visit();
    await office.learn(other, { matter: 'conflict' }, { otherRegistration: one.id });
    expect(await office.shares(other)).toMatchObject({ clause: '7.3', shares: ['earlier a 100'] });
  });

  test('7.4: spouses who came separately: half each', async () => {
    const wife = await first('2026-01-10');
    await office.day('2026-01-12', 'b');
    const husband = await office.visit();
    await office.learn(husband, { matter: 'household' }, { otherRegistration: wife.id });
    expect(await office.shares(husband)).toMatchObject({ clause: '7.4', shares: ['earlier a 50', 'receiver b 50'] });
  });

  test('7.6: a change after the deal leaves everything as it was', async () => {
    const visit = await first('2026-01-10');
    await office.learn(visit, { matter: 'afterDeal' });
    expect(await office.shares(visit)).toMatchObject({ clause: '7.6', shares: ['earlier a 100'] });
  });

  test('7.7: what no clause decides waits for a written ruling', async () => {
    const visit = await first('2026-01-10');
    await office.learn(visit, { matter: 'dispute' });
    expect(await office.shares(visit)).toEqual({ clause: '7.7', shares: [], isByRuling: true });
  });

  test('RE-11: a call never founds ownership: the visitor who called is new', async () => {
    const phone = office.phone();
    await office.day('2026-01-10', 'a');
    const call = await office.site.manager.post('/call-registrations', { caller: '周先生', site: office.site.id, phone, calledAt: '2026-01-09T02:00:00Z', channel: 'internet' });
    expect(call.status, call.text).toBe(201);
    const proposed = await office.site.manager.post('/visit-registrations/propose', { site: office.site.id, phone, cameBefore: false });
    expect(proposed.body).toMatchObject({ found: [], proposal: { clause: '3.1' } });
    expect(await office.shares(await office.visit({ phone }))).toMatchObject({ clause: '3.1', shares: ['receiver a 100'] });
  });
});
