import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, DatePicker, Segmented } from 'antd';
import { Printer } from 'lucide-react';
import dayjs from 'dayjs';
import { lazy, Suspense, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePageTitle } from '#kit/shell/page-title.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { type Referral, ReferralLine } from './referral-line.tsx';
import { useRegistrationTexts } from './use-desk.ts';
import './registration.css';

const ReferralDialog = lazy(() => import('./referral-dialog.tsx'));

const tasksOf = (referrals: readonly Referral[]): string[] => referrals.map(({ task }) => task).filter((task) => task !== null);

/** Approves what is chosen in one go; what was refused is said, the rest is done (RE-13, UX-12). */
function useApprove(onDone: () => void) {
  const t = useRegistrationTexts();
  const [isBusy, setBusy] = useState(false);
  const approve = async (ids: readonly string[]) => {
    setBusy(true);
    try {
      const { results } = await call('POST /approvals/approve', { body: { ids: [...ids] } });
      const done = results.filter(({ status }) => status === 200).length;
      showToast(done === results.length ? t('referrals.approved', { count: done }) : t('referrals.failed', { count: results.length - done }));
      onDone();
    } catch (problem) {
      reportProblem(problem);
    } finally {
      setBusy(false);
    }
  };
  return { approve, isBusy };
}

function List({ data, onDone }: { data: readonly Referral[]; onDone: () => void }) {
  const t = useRegistrationTexts();
  const tasks = tasksOf(data);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = tasks.filter((task) => !left.has(task));
  const { approve, isBusy } = useApprove(onDone);
  const leave = (ids: readonly string[], isLeft: boolean) => setLeft((old) => new Set(isLeft ? [...old, ...ids] : [...old].filter((id) => !ids.includes(id))));
  return (
    <section className="card">
      <div className="card-head">
        <h2>{t('visits.count', { count: data.length })}</h2>
        {tasks.length > 0 && <Button type="primary" size="small" className="no-print" disabled={chosen.length === 0} loading={isBusy} onClick={() => void approve(chosen)}>{t('referrals.approveAll', { count: chosen.length })}</Button>}
      </div>
      <div className="admin-scroll">
        <table className="visit-table">
          <thead>
            <tr>
              {tasks.length > 0 && <th scope="col" className="no-print visit-check"><Checkbox aria-label={t('referrals.chooseAll')} checked={chosen.length === tasks.length} indeterminate={chosen.length > 0 && chosen.length < tasks.length} onChange={(event) => leave(tasks, !event.target.checked)} /></th>}
              {(['visitor', 'introducer', 'agreedOn', 'status', 'approval'] as const).map((key) => <th key={key} scope="col">{t(`referrals.${key}`)}</th>)}
              <th scope="col" className="no-print"><span className="visually-hidden">{t('referrals.actions')}</span></th>
            </tr>
          </thead>
          <tbody>{data.map((referral) => <ReferralLine key={referral.id} referral={referral} hasTasks={tasks.length > 0} isChosen={referral.task !== null && !left.has(referral.task)} onChoose={(isChosen) => { if (referral.task !== null) leave([referral.task], !isChosen); }} onDone={onDone} />)}</tbody>
        </table>
      </div>
    </section>
  );
}

function Day({ day, isWaiting }: { day: string; isWaiting: boolean }) {
  const t = useRegistrationTexts();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['records', 'staffReferral', 'day', day, isWaiting], queryFn: ({ signal }) => call('GET /referral-days', { signal, query: isWaiting ? { waiting: 'true' } : { day } }),
  });
  const refresh = () => void Promise.all([client.invalidateQueries({ queryKey: ['records', 'staffReferral'] }), client.invalidateQueries({ queryKey: ['approvals'] })]);
  if (query.error && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <div className="card card-body"><SkeletonLines count={5} /></div>;
  const { data } = query.data;
  if (data.length === 0) return <div className="card"><EmptyState title={isWaiting ? t('referrals.emptyWaiting') : t('referrals.empty')} hint={isWaiting ? undefined : t('referrals.emptyHint')} /></div>;
  return <List key={`${day} ${String(isWaiting)}`} data={data} onDone={refresh} />;
}

/** The day's list of staff referrals: who is expected, who came, and the department's approval in one go (RE-13). */
export default function ReferralsPage() {
  const t = useRegistrationTexts();
  const format = useFormat();
  usePageTitle(t('referrals.title'));
  const find = useFindObject();
  const [day, setDay] = useState(format.today());
  const [isWaiting, setWaiting] = useState(false);
  const [isReferring, setReferring] = useState(false);
  const mayRegister = find('staffReferral')?.grants.create !== undefined;
  return (
    <div className="page">
      <header className="page-head visits-head">
        <div className="grow"><h1>{t('referrals.title')}</h1><p className="small only-print">{isWaiting ? t('referrals.waiting') : format.date(day)}</p><p className="small muted no-print">{t('referrals.hint')}</p></div>
        <div className="row wrap no-print">
          <PageLink to="/o/staff-referrals">{t('referrals.all')}</PageLink>
          <Button icon={<Printer size={15} aria-hidden />} onClick={() => window.print()}>{t('referrals.print')}</Button>
          {mayRegister && <Button type="primary" onClick={() => setReferring(true)}>{t('visits.refer')}</Button>}
        </div>
      </header>
      <div className="visit-tools no-print">
        <Segmented value={isWaiting ? 'waiting' : 'day'} options={[{ value: 'day', label: t('referrals.day') }, { value: 'waiting', label: t('referrals.waiting') }]} onChange={(value) => setWaiting(value === 'waiting')} />
        {!isWaiting && <DatePicker aria-label={t('visits.day')} allowClear={false} value={dayjs(day)} onChange={(value: dayjs.Dayjs | null) => { if (value) setDay(value.format('YYYY-MM-DD')); }} />}
      </div>
      <Day day={day} isWaiting={isWaiting} />
      {isReferring && <Suspense fallback={null}><ReferralDialog onClose={() => setReferring(false)} /></Suspense>}
    </div>
  );
}
