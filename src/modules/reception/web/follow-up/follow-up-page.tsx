import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { Why } from '#kit/why/why.tsx';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { LogDialog } from './log-dialog.tsx';
import { classTone, DueWords, type Sheet } from './sheet-words.tsx';
import { type State, useFollowUps, useFollowUpTexts, type Who } from './use-follow-up.ts';
import './follow-up.css';

function SheetLine({ sheet, isTeam, onLog }: { sheet: Sheet; isTeam: boolean; onLog: () => void }) {
  const t = useFollowUpTexts();
  const format = useFormat();
  return (
    <li className="follow-line">
      <span className={classTone[sheet.class]}>{sheet.class}</span>
      <div className="grow">
        <div className="row wrap">
          <PageLink to={`/customers/${sheet.customer.id}`} className="follow-name">{sheet.customer.name}</PageLink>
          {isTeam && <span className="muted">{sheet.owner.name}</span>}
          {sheet.releaseOn !== null && <span className="tag tag-zhu">{t('releaseOn', { day: format.date(sheet.releaseOn) })}</span>}
        </div>
        <p className="small muted">
          {sheet.reachedAt === null ? t('never') : `${t('last')} ${format.moment(sheet.reachedAt)}`}
          {sheet.attempts > 0 && ` · ${t('attempts', { count: sheet.attempts })}`}
        </p>
      </div>
      <div className="follow-when">
        <DueWords sheet={sheet} />
        <span className="small muted">{t('every', { days: sheet.withinDays })} {sheet.decision !== null && <Why decision={sheet.decision} clause={sheet.clause} about={t('dueOn')} />}</span>
      </div>
      <Button onClick={onLog}>{t('log')}</Button>
    </li>
  );
}

/** Whom to contact today, the most overdue first (RE-23). */
export default function FollowUpPage() {
  const t = useFollowUpTexts();
  const navigate = useNavigate();
  const asked: { readonly who?: unknown; readonly state?: unknown } = useSearch({ strict: false });
  // Whoever leads a team looks at the team first.
  const isLeader = !['own', undefined].includes(useFindObject()('customer')?.grants.read);
  const who: Who = asked.who === 'all' || asked.who === 'mine' ? asked.who : isLeader ? 'all' : 'mine';
  const state: State = asked.state === 'overdue' || asked.state === 'all' ? asked.state : 'due';
  const [logging, setLogging] = useState<Sheet['customer']>();
  const found = useFollowUps(who, state);
  const list = found.data?.data ?? [];
  const go = (next: { who?: Who; state?: State }) => void navigate({ to: `/follow-up?who=${next.who ?? who}&state=${next.state ?? state}`, replace: true });
  return (
    <AdminPage title={t('title')} hint={t('hint')}>
      <div className="row wrap follow-switch no-print">
        <ChoiceBar label={t('owner')} value={who} options={[{ value: 'mine', label: t('mine') }, { value: 'all', label: t('team') }]} onChange={(value) => go({ who: value })} />
        <ChoiceBar label={t('dueOn')} value={state} options={(['due', 'overdue', 'all'] as const).map((value) => ({ value, label: t(value) }))} onChange={(value) => go({ state: value })} />
        {found.data && list.length > 0 && <span className="small muted" role="status">{t('total', { count: found.data.total, overdue: found.data.overdue })}</span>}
      </div>
      {found.error && !found.data && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <div className="card card-body"><SkeletonLines count={6} /></div>}
      {found.data && list.length === 0 && <div className="card"><EmptyState title={t(state === 'all' ? 'emptyAll' : 'emptyDue')} hint={t(state === 'all' ? 'emptyAllHint' : 'emptyDueHint')} /></div>}
      {list.length > 0 && <ul className="card admin-lines">{list.map((sheet) => <SheetLine key={sheet.customer.id} sheet={sheet} isTeam={who === 'all'} onLog={() => setLogging(sheet.customer)} />)}</ul>}
      {logging && <LogDialog customer={logging} onClose={() => setLogging(undefined)} />}
    </AdminPage>
  );
}
