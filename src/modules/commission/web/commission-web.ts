import { CalendarCheck, Coins, Gavel, Percent, Users } from 'lucide-react';
import { call } from '#kit/api/typed-client.ts';
import type { WebModule } from '#kit/module/web-module.ts';
import { registerImpact } from '#modules/policies/web/policies.public.tsx';

// What a draft of the ownership rule would have been worth to each person (PL-40).
registerImpact('ownership', async (changes) => {
  const cases = changes.filter((change) => change.subject.object === 'ownershipCase');
  if (cases.length === 0) return [];
  const body = { changes: cases.map(({ subject, before, after }) => ({ caseId: subject.id, before: before.results, after: after.results })) };
  const { data } = await call('POST /commission/impact', { body });
  return data.map(({ person, name, amount }) => ({ person, name, amount: Number(amount) }));
});

const mine = { 'zh-CN': '我的佣金', en: 'My commission' };
const team = { 'zh-CN': '团队佣金', en: 'Team commission' };
const settlement = { 'zh-CN': '佣金结算', en: 'Settlement' };
const plans = { 'zh-CN': '佣金方案', en: 'Commission plans' };
const penalties = { 'zh-CN': '处罚', en: 'Penalties' };
const object = 'commissionEntry';

/** Commission: a person's own, the team's, settlement, plans, penalties (RE-30 to RE-33). */
export const commissionWeb: WebModule = {
  name: 'commission',
  pages: [
    { path: '/commission', title: mine, load: () => import('./account/commission-account-page.tsx') },
    { path: '/commission/team', title: team, load: () => import('./account/team-page.tsx') },
    { path: '/commission/accounts/$account', title: mine, load: () => import('./account/commission-account-page.tsx') },
    { path: '/commission/deals/$id', title: { 'zh-CN': '成交分录', en: 'Ledger of a deal' }, load: () => import('./account/deal-ledger-page.tsx') },
    { path: '/commission/settlement', title: settlement, load: () => import('./settlement/settlement-page.tsx') },
    { path: '/commission/plans', title: plans, load: () => import('./plans/commission-plans-page.tsx') },
    { path: '/commission/penalties', title: penalties, load: () => import('./penalties/penalties-page.tsx') },
  ],
  nav: [
    { key: 'commission', group: 'sales', label: mine, to: '/commission', icon: Coins, object, letter: 'y', order: 70 },
    { key: 'commission-team', group: 'sales', label: team, to: '/commission/team', icon: Users, object, right: 'commission.manage', order: 72 },
    { key: 'commission-settlement', group: 'sales', label: settlement, to: '/commission/settlement', icon: CalendarCheck, object, right: 'commission.approve', order: 74 },
    { key: 'commission-penalties', group: 'sales', label: penalties, to: '/commission/penalties', icon: Gavel, object, order: 76 },
    { key: 'commission-plans', group: 'manage', label: plans, to: '/commission/plans', icon: Percent, right: 'commission.manage', order: 14 },
  ],
};
