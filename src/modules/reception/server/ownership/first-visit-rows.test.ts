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
beforeEach(fresh);

/** Another office, whose days begin anew. */
async function fresh(): Promise<void> {
  office = await makeOffice(app, 'first-visit', (at) => { clock = at; });
}

/** B received first, on this day, confirmed; answers the number. */
async function byB(on: string): Promise<{ phone: string; visit: VisitBody }> {
  const phone = office.phone();
  await office.day(on, 'b');
  const visit = await office.visit({ phone });
  await office.confirm(visit);
  return { phone, visit };
}

async function again(on: string, present: string, body: Record<string, unknown>): Promise<VisitBody> {
  await office.day(on, present);
  return office.visit(body);
}

describe('first-visit: from registered visits to shares (RE-20)', () => {
  test('2(5)-1: names a salesperson on entering: that one, not counted', async () => {
    await office.day('2026-01-10', 'abc');
    const visit = await office.visit({ askedFor: office.who.c });
    expect(visit).toMatchObject({ clause: '2(5)-1', receiver: office.who.c, isCounted: false });
    expect(await office.shares(visit)).toMatchObject({ clause: '2(5)-1', shares: ['designated c 100'] });
  });

  test('2(5)*: names nobody: rotation, counted', async () => {
    await office.day('2026-01-10', 'a');
    const visit = await office.visit();
    expect(visit).toMatchObject({ receiver: office.who.a, isCounted: true });
    expect(await office.shares(visit)).toMatchObject({ clause: '2(5)*', shares: ['receiver a 100'] });
  });

  test('3(1): names B, who is on site', async () => {
    const { phone } = await byB('2026-01-10');
    const visit = await again('2026-06-10', 'ab', { phone, named: [office.who.b] });
    expect(visit).toMatchObject({ clause: '3(1)', receiver: office.who.b, isCounted: false });
    expect(await office.shares(visit)).toMatchObject({ clause: '3(1)', shares: ['earlier b 100'] });
  });

  test('3(2): does not want B and asks for A: by the age of B’s file, its last day included', async () => {
    const rows = [['2026-01-31', '2026-03-31', ['earlier b 20', 'receiver a 80']], ['2026-01-31', '2026-04-01', ['receiver a 100']], ['2025-12-31', '2026-02-28', ['earlier b 20', 'receiver a 80']], ['2025-12-31', '2026-03-01', ['receiver a 100']]] as const;
    for (const [registered, returned, shares] of rows) {
      await fresh();
      const { phone } = await byB(registered);
      const visit = await again(returned, 'ab', { phone, askedFor: office.who.a, answers: { wish: 'refusesEarlier' } });
      expect(visit).toMatchObject({ clause: '3(2)', receiver: office.who.a, isCounted: false });
      expect(await office.shares(visit)).toMatchObject({ clause: '3(2)', shares: [...shares] });
    }
  });

  test('3(3): names B, who is away: C assists, not counted', async () => {
    const { phone } = await byB('2026-01-10');
    const visit = await again('2026-01-20', 'c', { phone, named: [office.who.b] });
    expect(visit).toMatchObject({ clause: '3(3)', receiver: office.who.c, isCounted: false });
    expect(await office.shares(visit)).toMatchObject({ clause: '3(3)', shares: ['earlier b 80', 'assistant c 20'] });
  });

  test('3(4): a complaint about B: upheld, B has nothing; not upheld, as who does not want B', async () => {
    for (const [isComplaintUpheld, clause, shares] of [[true, '3(4)', ['receiver a 100']], [false, '3(4)*', ['earlier b 20', 'receiver a 80']]] as const) {
      await fresh();
      const { phone } = await byB('2026-01-10');
      const visit = await again('2026-01-20', 'ab', { phone, askedFor: office.who.a, answers: { wish: 'complains' } });
      await office.learn(visit, { isComplaintUpheld });
      expect(await office.shares(visit)).toMatchObject({ clause, shares: [...shares] });
    }
  });

  test('3(5): names several: the first of them on site; none on site: rotation', async () => {
    const { phone } = await byB('2026-01-10');
    const named = [office.who.b, office.who.c, office.who.d];
    const visit = await again('2026-01-20', 'acd', { phone, named });
    expect(visit).toMatchObject({ clause: '3(5)', receiver: office.who.c, isCounted: false });
    expect(await office.shares(visit)).toMatchObject({ clause: '3(5)', shares: ['earlier c 100'] });
    const other = await byB('2026-02-10');
    const rotation = await again('2026-02-20', 'a', { phone: other.phone, named });
    expect(rotation).toMatchObject({ clause: '3(5)*', receiver: office.who.a, isCounted: true });
    expect(await office.shares(rotation)).toMatchObject({ clause: '3(5)*', shares: ['receiver a 100'] });
  });

  test('3(6): turns to another for a discount: stays with the first one', async () => {
    const { visit } = await byB('2026-01-10');
    await office.learn(visit, { matter: 'discount' }, { parties: { receiver: office.who.a } });
    expect(await office.shares(visit)).toMatchObject({ clause: '3(6)', shares: ['earlier b 100'] });
  });

  test('3(7): forgot whom: A by rotation, counted; B found afterwards while the file was valid: half each, else A', async () => {
    const found = await forgot('2026-01-10', '2026-03-10');
    expect(found).toMatchObject({ clause: '3(7)', receiver: office.who.a, isCounted: true });
    expect(await office.shares(found)).toMatchObject({ clause: '3(7)', shares: ['receiver a 100'] });
    await office.learn(found, { recognisedOn: '2026-03-12' });
    expect(await office.shares(found)).toMatchObject({ clause: '3(7)', shares: ['earlier b 50', 'receiver a 50'] });
    await fresh();
    const late = await forgot('2026-01-10', '2026-03-11');
    await office.learn(late, { recognisedOn: '2026-03-12' });
    expect(await office.shares(late)).toMatchObject({ clause: '3(7)', shares: ['receiver a 100'] });
  });

  async function forgot(registered: string, returned: string): Promise<VisitBody> {
    const { phone } = await byB(registered);
    return again(returned, 'a', { phone, answers: { wish: 'forgot' } });
  }

  test('3(8): at the third visit asks for A: 50 for A, the earlier ones share 50 equally', async () => {
    const { phone } = await byB('2026-01-10');
    const second = await again('2026-01-20', 'c', { phone, answers: { wish: 'forgot' } });
    await office.confirm(second);
    const visit = await again('2026-01-30', 'acd', { phone, askedFor: office.who.a, answers: { wish: 'designatesNow' } });
    expect(visit).toMatchObject({ clause: '3(8)', receiver: office.who.a });
    expect(await office.shares(visit)).toMatchObject({ clause: '3(8)', shares: ['receiver a 50', 'earlierAll b 25', 'earlierAll c 25'] });
  });

  test('3(10): brought by an existing customer of B: B', async () => {
    const known = await byB('2026-01-10');
    const visit = await again('2026-01-20', 'ab', { matter: 'introduced', related: known.visit.customer });
    expect(visit).toMatchObject({ clause: '3(10)', receiver: office.who.b, isCounted: false });
    expect(await office.shares(visit)).toMatchObject({ clause: '3(10)', shares: ['earlier b 100'] });
  });

  test('3(11): family members who came separately: the first receiver', async () => {
    const wife = await byB('2026-01-10');
    const husband = await again('2026-01-20', 'a', {});
    await office.learn(husband, { matter: 'household' }, { otherRegistration: wife.visit.id });
    expect(await office.shares(husband)).toMatchObject({ clause: '3(11)', shares: ['earlier b 100'] });
  });

  test('3(12), 3(13): on long leave by lot, at a fair by the event’s method', async () => {
    const { visit } = await byB('2026-01-10');
    await office.learn(visit, { matter: 'leave' });
    expect(await office.shares(visit)).toEqual({ clause: '3(12)', shares: [], isByRuling: true });
    await office.learn(visit, { matter: 'eventDay' });
    expect(await office.shares(visit)).toEqual({ clause: '3(13)', shares: [], isByRuling: true });
  });

  test('2(5): received by another the same day: with a deal that day half each, without one the first', async () => {
    const phone = office.phone();
    await office.day('2026-01-10', 'ab');
    const one = await office.visit({ phone, askedFor: office.who.b });
    const visit = await office.visit({ phone, matter: 'sameDayOther', known: [one.id], receiver: office.who.a, reason: 'B 正在签约' });
    expect(visit).toMatchObject({ clause: '2(5)', receiver: office.who.a, isCounted: false });
    expect(await office.shares(visit, { dealOn: '2026-01-10' })).toMatchObject({ clause: '2(5)', shares: ['earlier b 50', 'receiver a 50'] });
    expect(await office.shares(visit, { dealOn: '2026-01-11' })).toMatchObject({ clause: '2(5)**', shares: ['earlier b 100'] });
  });

  test('4: a quarrel: the department; otherwise the mediator rules', async () => {
    const { visit } = await byB('2026-01-10');
    await office.learn(visit, { matter: 'dispute', settlement: 'quarrel' });
    expect(await office.shares(visit)).toMatchObject({ clause: '4', shares: ['departmentFund 100'] });
    await office.learn(visit, { settlement: 'mediated' });
    expect(await office.shares(visit)).toEqual({ clause: '4', shares: [], isByRuling: true });
  });

  test('1, 6 and 4*: conflicting registrations, changes after the deal, anything else', async () => {
    const earlier = await byB('2026-01-10');
    const visit = await again('2026-01-12', 'a', {});
    await office.learn(visit, { matter: 'conflict' }, { otherRegistration: earlier.visit.id });
    expect(await office.shares(visit)).toMatchObject({ clause: '1', shares: ['earlier b 100'] });
    await office.learn(earlier.visit, { matter: 'afterDeal' });
    expect(await office.shares(earlier.visit)).toMatchObject({ clause: '6', shares: ['earlier b 100'] });
    await office.learn(earlier.visit, { matter: 'other' });
    expect(await office.shares(earlier.visit)).toEqual({ clause: '4*', shares: [], isByRuling: true });
  });
});
