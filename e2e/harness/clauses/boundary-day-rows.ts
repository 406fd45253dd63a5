import type { TestOffice, VisitBody } from '#modules/reception/server/registration/test-office.ts';
import { type ClauseRow, WHOLE, comes } from './clause-row.ts';

interface Return { readonly registered: string; readonly returned: string; readonly by: 'a' | 'b'; readonly present: string; readonly body: (office: TestOffice) => Record<string, unknown> }

/** Registered and confirmed at a moment of the site's clock, and back at another: `2026-01-31 23:59:30`. */
async function back(office: TestOffice, { registered, returned, by, present, body }: Return): Promise<VisitBody> {
  const phone = office.phone();
  await office.day(registered.slice(0, 10), by, registered.slice(11) || undefined);
  await office.confirm(await office.visit({ phone }));
  await office.day(returned.slice(0, 10), present, returned.slice(11) || undefined);
  return office.visit({ phone, ...body(office) });
}

/** The registration of A as the returning customer's claim (3.6), or no claim any more (7.1). */
const valid = (registered: string, returned: string, dealAt: string): ClauseRow => ({
  clause: '3.6', title: `registered ${registered}, back ${returned}: still valid`, dealAt, earns: { a: WHOLE },
  play: (o) => back(o, { registered, returned, by: 'a', present: 'ab', body: ({ who }) => ({ named: [who.a] }) }),
});
const expired = (registered: string, returned: string, dealAt: string): ClauseRow => ({
  clause: '7.1', title: `registered ${registered}, back ${returned}: expired`, dealAt, earns: { b: WHOLE },
  play: (o) => back(o, { registered, returned, by: 'a', present: 'b', body: ({ who }) => ({ named: [who.a] }) }),
});

/** Received anew by B and recognised later, before or after the deal (3.7i counts from the new reception). */
const recognised = (received: string, recognisedOn: string, clause: string, earns: ClauseRow['earns'], dealAt: string): ClauseRow => {
  const isAfter = recognisedOn > dealAt.slice(0, 10);
  return {
    clause, title: `received anew ${received}, recognised ${recognisedOn}${isAfter ? `, after the deal of ${dealAt}` : ''}`, dealAt, earns,
    play: async (o) => {
      const visit = await back(o, { registered: `${received.slice(0, 8)}10`, returned: received, by: 'a', present: 'b', body: () => ({ answers: { remembers: false } }) });
      if (!isAfter) await o.learn(visit, { recognisedOn });
      return visit;
    },
    ...(isAfter && { afterDeal: (o: TestOffice, visit: VisitBody) => o.learn(visit, { recognisedOn }) }),
  };
};

const half = { a: '4364.46', b: '4364.45' };

/** One calendar month, to the last day of a shorter one, by the site's clock (RE, 7.1, 3.7*). */
const oneMonth: readonly ClauseRow[] = [
  valid('2026-01-31', '2026-02-28', '2026-03-05'), expired('2026-01-31', '2026-03-01', '2026-03-05'),
  valid('2026-01-30', '2026-02-28', '2026-03-05'), valid('2026-01-28', '2026-02-28', '2026-03-05'), expired('2026-01-27', '2026-02-28', '2026-03-05'),
  valid('2026-02-28', '2026-03-28', '2026-03-30'), expired('2026-02-28', '2026-03-29', '2026-03-30'),
  valid('2028-01-31', '2028-02-29', '2028-03-05'), expired('2028-01-31', '2028-03-01', '2028-03-05'), valid('2028-02-29', '2028-03-29', '2028-03-30'), expired('2028-02-29', '2028-03-30', '2028-03-31'),
  // At this minute it is still the day before in UTC.
  valid('2026-01-10 23:59:30', '2026-02-10 23:59:30', '2026-02-12'), expired('2026-01-10 23:59:30', '2026-02-11 00:00:30', '2026-02-12'), expired('2026-01-10 00:00:30', '2026-02-11 00:00:30', '2026-02-12'),
  recognised('2026-01-31', '2026-02-28', '3.7i', half, '2026-03-02'), recognised('2026-01-31', '2026-03-01', '3.7j', { b: WHOLE }, '2026-03-02'),
  recognised('2028-01-31', '2028-02-29', '3.7i', half, '2028-03-02'), recognised('2028-01-31', '2028-03-01', '3.7j', { b: WHOLE }, '2028-03-02'),
  recognised('2026-01-31 23:59:30', '2026-01-31', '3.7g', { a: WHOLE }, '2026-02-02'), recognised('2026-01-31 23:59:30', '2026-02-01', '3.7i', half, '2026-02-02'),
];

/** Recognised once the deal was made and the commission entered: the ledger moves by the difference. */
const lateRow: ClauseRow = { ...recognised('2026-01-31', '2026-02-28', '3.7i', half, '2026-02-10'), clauseBefore: '3.7j' };

/** A contract in the last minute of a month, and in the first of the next: entered where the site's clock was. */
const signed = (dealAt: string, month: string): ClauseRow => ({
  clause: '3.1', title: `contract and money at ${dealAt}: entered in ${month}`, dealAt, months: [month], earns: { a: WHOLE }, play: (o) => comes(o, '2026-01-10', 'a'),
});

export const monthRows: readonly ClauseRow[] = [...oneMonth, lateRow, signed('2026-01-31 23:59:30', '2026-01'), signed('2026-02-01 00:00:30', '2026-02')];

/** The file of B against the wish for A (3(2)). */
const refuses = (registered: string, returned: string, dealAt: string, earns: ClauseRow['earns']): ClauseRow => ({
  clause: '3(2)', title: `file of ${registered}, back ${returned}: ${earns.b === undefined ? 'expired' : 'valid'}`, dealAt, earns,
  play: (o) => back(o, { registered, returned, by: 'b', present: 'ab', body: ({ who }) => ({ askedFor: who.a, answers: { wish: 'refusesEarlier' } }) }),
});
const shared = { a: '6983.13', b: '1745.78' };
const all = { a: WHOLE };

const sameDay = (dealAt: string, clause: string, earns: ClauseRow['earns']): ClauseRow => ({
  clause, title: `received twice on 2026-01-10, deal ${dealAt}`, dealAt, earns,
  play: async (o) => {
    const phone = o.phone();
    const one = await comes(o, '2026-01-10', 'ab', { phone, askedFor: o.who.b });
    return o.visit({ phone, matter: 'sameDayOther', known: [one.id], receiver: o.who.a, reason: '乙正在签约' });
  },
});

/** Two calendar months of a customer file, and the day of a deal (2(2)*, 2(5)). */
export const twoMonthRows: readonly ClauseRow[] = [
  refuses('2025-12-31', '2026-02-28', '2026-03-05', shared), refuses('2025-12-31', '2026-03-01', '2026-03-05', all),
  refuses('2027-12-31', '2028-02-29', '2028-03-05', shared), refuses('2027-12-31', '2028-03-01', '2028-03-05', all),
  refuses('2026-01-31', '2026-03-31', '2026-04-05', shared), refuses('2026-01-31', '2026-04-01', '2026-04-05', all),
  refuses('2025-12-30', '2026-02-28', '2026-03-05', shared), refuses('2026-02-28', '2026-04-28', '2026-05-05', shared), refuses('2026-02-28', '2026-04-29', '2026-05-05', all),
  refuses('2026-01-10 23:59:30', '2026-03-10 23:59:30', '2026-03-12', shared), refuses('2026-01-10 23:59:30', '2026-03-11 00:00:30', '2026-03-12', all),
  sameDay('2026-01-10 23:59:30', '2(5)', { b: '4364.46', a: '4364.45' }), sameDay('2026-01-11 00:00:30', '2(5)**', { b: WHOLE }),
];
