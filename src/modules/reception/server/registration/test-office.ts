import { expect } from 'vitest';
import type { TestApp } from '#app/test-app.ts';
import type { Id } from '#kernel/ids.ts';
import { sharesFor, type Deal } from '../ownership/shares-for.ts';
import { makeTestSite, type TestSite } from '../../../../../e2e/harness/reception-site.ts';

export interface VisitBody {
  readonly id: string;
  readonly customer: string;
  readonly receiver: string | null;
  readonly isCounted: boolean;
  readonly turn: string | null;
  readonly decision: string;
  readonly clause: string | null;
  readonly ownership: string;
}

/** A sales office whose days can be gone through: who is on site, who comes, what is learnt. */
export interface TestOffice {
  readonly site: TestSite;
  /** The members by letter: a, b, c, d. */
  readonly who: Readonly<Record<'a' | 'b' | 'c' | 'd', Id>>;
  /** Ten in the morning of a day at the site, with these people present; the day before is closed. */
  day(date: string, present: string, time?: string): Promise<void>;
  /** Registers a visit and sees the visitor off. */
  visit(body?: Record<string, unknown>): Promise<VisitBody>;
  confirm(...visits: readonly VisitBody[]): Promise<void>;
  /** Records what was learnt of a case. */
  learn(visit: VisitBody, facts: Record<string, unknown>, more?: Record<string, unknown>): Promise<void>;
  /** Clause and shares by letter: `earlier a 50`. */
  shares(visit: VisitBody, deal?: Partial<Deal>): Promise<{ clause: string | null; shares: string[]; isByRuling: boolean }>;
  phone(): string;
}

let serial = 0;

/** A new site with people of its own. */
export const makeOffice = async (app: TestApp, pack: string, setClock: (at: Date) => void): Promise<TestOffice> => officeAt(await makeTestSite(app, 4, pack), setClock);

/** The days of a site with four members. */
export function officeAt(site: TestSite, setClock: (at: Date) => void): TestOffice {
  const [a = '', b = '', c = '', d = ''] = site.members;
  const who = { a, b, c, d };
  const letterOf = (id: string) => Object.entries(who).find(([, each]) => each === id)?.[0] ?? '?';
  const { manager } = site;
  let today = '';
  const office: TestOffice = {
    site, who,
    async day(date, present, time = '10:00:00') {
      setClock(new Date(`${date}T${time}+08:00`));
      today = date;
      await site.signInAgain();
      await manager.post(`/sites/${site.id}/day/close`);
      const opened = await manager.post(`/sites/${site.id}/day/open`, { present: [...present].map((letter) => who[letter as 'a']) });
      expect(opened.status, opened.text).toBe(200);
    },
    async visit(body = {}) {
      serial += 1;
      const made = await manager.post<VisitBody & Record<string, unknown>>('/visit-registrations', { site: site.id, visitor: `来客${serial}`, cameBefore: false, ...body });
      expect(made.status, made.text).toBe(201);
      if (made.body.turn !== null) expect((await manager.post(`/turns/${made.body.turn}/end`)).status).toBe(200);
      return made.body;
    },
    async confirm(...visits) {
      const done = await manager.post('/visit-registrations/confirm', { ids: visits.map(({ id }) => id) });
      expect(done.body['results'], done.text).toEqual(visits.map(({ id }) => ({ id, status: 'confirmed' })));
    },
    async learn(visit, facts, more = {}) {
      const done = await manager.post(`/ownership-cases/${visit.ownership}/facts`, { facts, ...more });
      expect(done.status, done.text).toBe(200);
    },
    async shares(visit, deal = {}) {
      const { clause, shares, isByRuling } = await site.act((ctx) => sharesFor(ctx, visit.ownership, { dealOn: today, isDealOnSpot: false, ...deal }));
      return { clause, isByRuling, shares: shares.map((share) => ('userId' in share ? `${share.party} ${letterOf(share.userId)} ${share.percent}` : `${share.party} ${share.percent}`)) };
    },
    phone() {
      serial += 1;
      return `1380000${String(1_000 + serial)}`;
    },
  };
  return office;
}
