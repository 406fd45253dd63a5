import { Button } from 'antd';
import { useState } from 'react';
import { isProblem } from '#kit/api/api-problem.ts';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { AdminCard, ConfirmDialog, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { Refusal } from '../team-frame.tsx';
import { type Swap, useTeamTexts } from '../use-team.ts';

/** Swaps that both agreed to, for the planner. */
export function SwapsToDecide({ swaps, onDone }: { readonly swaps: readonly Swap[]; onDone(): void }) {
  const t = useTeamTexts();
  const { isBusy, error, run } = useSubmit();
  const [against, setAgainst] = useState<{ id: string; words: string }>();
  if (swaps.length === 0) return null;
  const decide = (id: string, isApproved: boolean, isAccepted: boolean) => call('POST /team/swaps/{id}/decide', { params: { id }, body: { isApproved, answer: null, isAccepted } }).then(() => { showToast(t('plan.decided')); onDone(); });
  const approve = (id: string) => run(() => decide(id, true, false).catch((problem: unknown) => {
    if (!isProblem(problem) || problem.code !== 'team.conflicts') throw problem;
    setAgainst({ id, words: problem.detail });
  }));
  return (
    <AdminCard title={t('plan.swaps')} note={swaps.length} isFlush>
      <ul className="admin-lines team-lines">{swaps.map((swap) => (
        <li key={swap.id}>
          <div className="grow"><b>{swap.person.name} · {swap.shift}</b><p className="small muted">{swap.gets === null ? t('plan.takes', { partner: swap.partner.name }) : `${swap.partner.name} · ${t('plan.gets', { shift: swap.gets })}`}{swap.reason !== null && ` · ${t('plan.reason', { reason: swap.reason })}`}</p></div>
          <Button type="primary" loading={isBusy} onClick={() => void approve(swap.id)}>{t('plan.approve')}</Button><Button loading={isBusy} onClick={() => void run(() => decide(swap.id, false, false))}>{t('plan.refuse')}</Button>
        </li>
      ))}</ul>
      <Refusal error={error} />
      {against && <ConfirmDialog title={t('plan.approve')} ok={t('plan.approveAnyway')} onConfirm={() => decide(against.id, true, true)} onClose={() => setAgainst(undefined)}><p>{against.words}</p></ConfirmDialog>}
    </AdminCard>
  );
}
