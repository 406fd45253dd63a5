import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { EmptyState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { AdminCard, AdminPage, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { absenceKinds } from '../../rules/team-choices.ts';
import { Labelled, Refusal, Waiting } from '../team-frame.tsx';
import { type MyShifts, type Swap, dayWords, spanWords, useMyShifts, useRefreshTeam, useTeamTexts } from '../use-team.ts';
import { useWeekdays } from './week-grid.tsx';
import '../team.css';

type Shift = MyShifts['shifts'][number];

function SwapDialog({ shift, zone, onClose }: { readonly shift: Shift; readonly zone: string; onClose(): void }) {
  const t = useTeamTexts();
  const weekdays = useWeekdays();
  const refresh = useRefreshTeam();
  const found = useQuery({ queryKey: ['team-partners', shift.id], queryFn: ({ signal }) => call('GET /team/my-shifts/{id}/partners', { signal, params: { id: shift.id } }) });
  const [partner, setPartner] = useState('');
  const [theirs, setTheirs] = useState('');
  const [reason, setReason] = useState('');
  const { isBusy, error, issues, run } = useSubmit();
  const people = found.data?.data ?? [];
  const chosen = people.find(({ id }) => id === partner) ?? people[0];
  const ask = async () => {
    if (chosen && await run(() => call('POST /team/swaps', { body: { shift: shift.id, partner: chosen.id, partnerShift: theirs === '' ? null : theirs, reason } }))) { showToast(t('mine.asked')); refresh(); onClose(); }
  };
  return (
    <Dialog title={`${t('mine.swap')}：${shift.name} ${dayWords(shift.day, weekdays)}`} onClose={onClose}>
      {found.isPending ? <SkeletonLines count={3} /> : people.length === 0 ? <EmptyState title={t('mine.noPartners')} /> : (
        <form className="stack team-form" onSubmit={(event) => { event.preventDefault(); void ask(); }}>
          <Labelled label={t('mine.partner')}><PlainSelect label={t('mine.partner')} value={chosen?.id ?? ''} options={people.map(({ id, name }) => ({ value: id, label: name }))} onChange={(next) => { setPartner(next); setTheirs(''); }} /></Labelled>
          <Labelled label={t('mine.partnerShift')}><PlainSelect label={t('mine.partnerShift')} value={theirs} options={[{ value: '', label: t('mine.takeOver') }, ...(chosen?.shifts ?? []).map((each) => ({ value: each.id, label: `${dayWords(each.day, weekdays)} ${each.name} ${spanWords(each.from, each.to, zone, t('nextDay'))}` }))]} onChange={setTheirs} /></Labelled>
          <Labelled label={t('mine.reason')}><Input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} /></Labelled>
          <Refusal error={error} issues={issues} />
          <div className="row"><Button type="primary" htmlType="submit" loading={isBusy}>{t('mine.ask')}</Button><Button onClick={onClose}>{t('cancel')}</Button></div>
        </form>
      )}
    </Dialog>
  );
}

function LeaveDialog({ today, onClose }: { readonly today: string; onClose(): void }) {
  const t = useTeamTexts();
  const refresh = useRefreshTeam();
  const [draft, setDraft] = useState({ kind: 'annual' as (typeof absenceKinds)[number], fromDay: today, toDay: today, note: '' });
  const { isBusy, error, issues, run } = useSubmit();
  const save = async () => { if (await run(() => call('POST /absences', { body: { ...draft, note: draft.note === '' ? null : draft.note } }))) { showToast(t('mine.leaveSaved')); refresh(); onClose(); } };
  return (
    <Dialog title={t('mine.addLeave')} onClose={onClose}>
      <form className="stack team-form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <Labelled label={t('mine.leaveKind')}><PlainSelect label={t('mine.leaveKind')} value={draft.kind} options={absenceKinds.map((value) => ({ value, label: t(`mine.leaveKinds.${value}`) }))} onChange={(value) => setDraft({ ...draft, kind: absenceKinds.find((each) => each === value) ?? 'other' })} /></Labelled>
        <div className="admin-two">
          <Labelled label={t('mine.leaveFrom')}><Input type="date" value={draft.fromDay} required onChange={(event) => setDraft({ ...draft, fromDay: event.target.value, toDay: draft.toDay < event.target.value ? event.target.value : draft.toDay })} /></Labelled>
          <Labelled label={t('mine.leaveTo')}><Input type="date" value={draft.toDay} min={draft.fromDay} required onChange={(event) => setDraft({ ...draft, toDay: event.target.value })} /></Labelled>
        </div>
        <Labelled label={t('note')}><Input value={draft.note} maxLength={500} onChange={(event) => setDraft({ ...draft, note: event.target.value })} /></Labelled>
        <Refusal error={error} issues={issues} />
        <div className="row"><Button type="primary" htmlType="submit" loading={isBusy}>{t('save')}</Button><Button onClick={onClose}>{t('cancel')}</Button></div>
      </form>
    </Dialog>
  );
}

function SwapLine({ swap }: { readonly swap: Swap }) {
  const t = useTeamTexts();
  const refresh = useRefreshTeam();
  const { isBusy, error, run } = useSubmit();
  const done = async (work: () => Promise<unknown>) => { if (await run(work)) { showToast(t('mine.done')); refresh(); } };
  const answer = (isAgreed: boolean) => done(() => call('POST /team/swaps/{id}/answer', { params: { id: swap.id }, body: { isAgreed, answer: null } }));
  const words = swap.isForMe ? (swap.gets === null ? t('mine.forMe', { person: swap.person.name, shift: swap.shift }) : t('mine.forMeGets', { person: swap.person.name, shift: swap.shift, gets: swap.gets }))
    : swap.gets === null ? t('mine.mineTakes', { partner: swap.partner.name, shift: swap.shift }) : t('mine.mineGets', { partner: swap.partner.name, shift: swap.shift, gets: swap.gets });
  return (
    <li>
      <div className="grow"><p>{words}</p>{swap.reason !== null && <p className="small muted">{t('plan.reason', { reason: swap.reason })}</p>}<Refusal error={error} /></div>
      <span className={`tag${swap.state === 'approved' ? ' tag-green' : swap.state === 'refused' ? ' tag-zhu' : swap.state === 'asked' ? ' tag-hu' : ''}`}>{t(`mine.swapStates.${swap.state}`)}</span>
      {swap.isForMe && swap.state === 'asked' && <><Button type="primary" loading={isBusy} onClick={() => void answer(true)}>{t('mine.agree')}</Button><Button loading={isBusy} onClick={() => void answer(false)}>{t('mine.decline')}</Button></>}
      {swap.isMine && (swap.state === 'asked' || swap.state === 'agreed') && <Button loading={isBusy} onClick={() => void done(() => call('POST /team/swaps/{id}/withdraw', { params: { id: swap.id } }))}>{t('mine.withdraw')}</Button>}
    </li>
  );
}

function ShiftList({ mine, onSwap }: { readonly mine: MyShifts; onSwap(shift: Shift): void }) {
  const t = useTeamTexts();
  const weekdays = useWeekdays();
  return (
    <ul className="card admin-lines my-shifts">
      {mine.shifts.map((shift) => (
        <li key={shift.id} className={shift.day === mine.today ? 'is-today' : ''}>
          <span className="shift-day"><b>{dayWords(shift.day, weekdays)}</b>{shift.day === mine.today && <span className="tag tag-qing">{t('mine.today')}</span>}</span>
          <div className="grow"><div className="row wrap"><span className={`tag tag-${shift.colour}`}>{shift.name}</span><b>{spanWords(shift.from, shift.to, mine.timeZone, t('nextDay'))}</b></div>{shift.breakMinutes > 0 && <p className="small muted">{t('mine.break', { minutes: shift.breakMinutes })}</p>}</div>
          {shift.isSwapOpen ? <span className="tag tag-hu">{t('mine.swapOpen')}</span> : shift.canSwap && <Button aria-label={`${t('mine.swap')} ${shift.name} ${dayWords(shift.day, weekdays)}`} onClick={() => onSwap(shift)}>{t('mine.swap')}</Button>}
        </li>
      ))}
    </ul>
  );
}

/** One's own shifts, made for a telephone (SE-40, UX-16). */
export default function MyShiftsPage() {
  const t = useTeamTexts();
  const found = useMyShifts();
  const mayLeave = useFindObject()('absence')?.grants.create !== undefined;
  const [swapping, setSwapping] = useState<Shift>();
  const [isLeaving, setLeaving] = useState(false);
  return (
    <AdminPage title={t('mine.title')} hint={t('mine.hint')} badge={found.data?.isOnNow === true && <span className="tag tag-green">{t('mine.onNow')}</span>} actions={mayLeave && <Button onClick={() => setLeaving(true)}>{t('mine.addLeave')}</Button>}>
      <Waiting found={found}>{(mine) => (
        <>
          {mine.swaps.length > 0 && <AdminCard title={t('mine.swaps')} isFlush><ul className="admin-lines team-lines">{mine.swaps.map((swap) => <SwapLine key={swap.id} swap={swap} />)}</ul></AdminCard>}
          {mine.shifts.length === 0 ? <div className="card"><EmptyState title={t('mine.nothing')} hint={t('mine.nothingHint')} /></div> : <ShiftList mine={mine} onSwap={setSwapping} />}
          {mine.leave.length > 0 && <AdminCard title={t('mine.leave')} isFlush><ul className="admin-lines">{mine.leave.map((leave) => <li key={leave.id}><span className="tag">{t(`mine.leaveKinds.${leave.kind}`)}</span><span className="grow">{leave.from === leave.to ? leave.from : t('mine.leaveDays', { from: leave.from, to: leave.to })}</span>{leave.note !== null && <span className="small muted">{leave.note}</span>}</li>)}</ul></AdminCard>}
          {swapping && <SwapDialog shift={swapping} zone={mine.timeZone} onClose={() => setSwapping(undefined)} />}
          {isLeaving && <LeaveDialog today={mine.today} onClose={() => setLeaving(false)} />}
        </>
      )}</Waiting>
    </AdminPage>
  );
}
