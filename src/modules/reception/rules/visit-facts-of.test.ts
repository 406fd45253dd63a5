import { expect, test } from 'vitest';
import { type EarlierVisit, type VisitSituation, visitFactsOf } from './visit-facts-of.ts';

const visit = (id: string, arrivedOn: string, receiverId: string, isValid = true): EarlierVisit => ({ id, arrivedAt: `${arrivedOn}T02:00:00.000Z`, arrivedOn, receiverId, ownerId: receiverId, isValid });
const situation = (more: Partial<VisitSituation> = {}, said: Partial<VisitSituation['said']> = {}): VisitSituation => ({
  arrivedOn: '2026-01-31', earlier: [], presentIds: new Set(['a', 'b', 'c']), referral: null, relatedOwnerId: null, ...more, said: { namedIds: [], askedForId: null, answers: {}, ...said },
});

test('nothing known of the visitor: whether they came before is asked, the rest is not', () => {
  expect(visitFactsOf(situation()).facts).toEqual({ designation: 'none', matter: 'visit', arrivedOn: '2026-01-31', earlierRegisteredOn: null, isEarlierPresent: false });
});

test('what registrations say cannot be denied at the desk', () => {
  const { facts } = visitFactsOf(situation({ earlier: [visit('1', '2026-01-10', 'a')] }, { cameBefore: false, answers: { cameBefore: false, isEarlierPresent: false, earlierRegisteredOn: '2026-01-30' } }));
  expect(facts).toMatchObject({ cameBefore: true, earlierRegisteredOn: '2026-01-10', isEarlierPresent: true });
});

test('the newest valid registration founds the claim; one that was not confirmed founds none (RE-12)', () => {
  const earlier = [visit('3', '2026-01-20', 'b', false), visit('2', '2026-01-10', 'a'), visit('1', '2026-01-02', 'c')];
  expect(visitFactsOf(situation({ earlier }))).toMatchObject({ facts: { earlierRegisteredOn: '2026-01-10' }, parties: { earlier: 'a', earlierAll: ['c', 'a', 'b'] } });
  expect(visitFactsOf(situation({ earlier: earlier.slice(0, 1) })).facts).toMatchObject({ cameBefore: true, earlierRegisteredOn: null });
});

test('naming the earlier salesperson is remembering them; asking for another is insisting only while a registration is valid', () => {
  const earlier = [visit('1', '2026-01-10', 'a')];
  expect(visitFactsOf(situation({ earlier }, { namedIds: ['a'] })).facts).toMatchObject({ remembers: true, wish: 'namesEarlier', designation: 'none' });
  expect(visitFactsOf(situation({ earlier }, { askedForId: 'a' })).facts).toMatchObject({ remembers: true, designation: 'none' });
  expect(visitFactsOf(situation({ earlier }, { askedForId: 'b' })).facts).toMatchObject({ designation: 'insistsOther' });
  expect(visitFactsOf(situation({ earlier: [visit('1', '2026-01-10', 'a', false)] }, { askedForId: 'b' })).facts).toMatchObject({ designation: 'atEntry' });
  expect(visitFactsOf(situation({}, { askedForId: 'b' })).facts).toMatchObject({ designation: 'atEntry' });
});

test('of several named the first who is on site is the party', () => {
  const { facts, parties } = visitFactsOf(situation({ earlier: [visit('1', '2026-01-10', 'x')] }, { namedIds: ['x', 'c', 'a'] }));
  expect(facts).toMatchObject({ isNamedPresent: true });
  expect(parties.earlier).toBe('c');
});

test('a referral in advance makes it one; the site first, another day and no confirmation are told', () => {
  const referral = { introducerId: 'd', registeredAt: '2026-01-30T02:00:00.000Z', agreedOn: '2026-01-31', isConfirmed: null };
  const { facts, parties } = visitFactsOf(situation({ referral }));
  expect(facts).toMatchObject({ matter: 'staffReferral', isReferralInAdvance: true, isSiteFirst: false, isReferralDay: true });
  expect(facts).not.toHaveProperty('isReferralConfirmed');
  expect(parties.introducer).toBe('d');
  expect(visitFactsOf(situation({ referral: { ...referral, agreedOn: '2026-02-01', isConfirmed: false }, earlier: [visit('1', '2026-01-10', 'a')] })).facts)
    .toMatchObject({ isSiteFirst: true, isReferralDay: false, isReferralConfirmed: false });
});
