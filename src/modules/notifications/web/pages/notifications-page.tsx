import { Button } from 'antd';
import { Check, MailOpen } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { call } from '#kit/api/typed-client.ts';
import { ChoiceBar, PlainSelect } from '#kit/field/choice-bar.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { usePageKeys } from '#kit/palette/use-global-keys.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { NoticeLine } from '../bell/notice-line.tsx';
import { type Notification, useMarkRead, useNotifications, useNoticeTexts } from '../use-notifications.ts';
import './notifications.css';

/** J and K move along the lines, E marks the one with the focus. */
function useLineKeys(list: readonly Notification[], mark: (notice: Notification) => void) {
  const ref = useRef<HTMLUListElement>(null);
  const keys = useMemo(() => {
    const links = () => [...(ref.current?.querySelectorAll<HTMLElement>('.notice-line') ?? [])];
    const at = () => links().findIndex((link) => link === document.activeElement);
    const move = (step: number) => links()[Math.min(Math.max(at() + step, 0), links().length - 1)]?.focus();
    return {
      j: () => move(1), k: () => move(-1),
      e: () => {
        const notice = list[at()];
        if (notice) mark(notice);
      },
    };
  }, [list, mark]);
  usePageKeys(keys);
  return ref;
}

function Line({ notice, onMark }: { notice: Notification; onMark: (notice: Notification) => void }) {
  const t = useNoticeTexts();
  const label = notice.readAt === null ? t('markRead') : t('markUnread');
  return (
    <li>
      <div className="grow"><NoticeLine notice={notice} /></div>
      <button type="button" className="plain-button" title={label} aria-label={label} onClick={() => onMark(notice)}>
        {notice.readAt === null ? <Check size={15} aria-hidden /> : <MailOpen size={15} aria-hidden />}
      </button>
    </li>
  );
}

/** All of one's notifications (PL-44): unread or all, by kind. */
export default function NotificationsPage() {
  const t = useNoticeTexts();
  const [which, setWhich] = useState<'unread' | 'all'>('all');
  const [kind, setKind] = useState('');
  const markRead = useMarkRead();
  const kinds = useQuery({ queryKey: ['notification-kinds'], queryFn: ({ signal }) => call('GET /notifications/preferences', { signal }) }).data?.kinds ?? [];
  const found = useNotifications({ isUnread: which === 'unread', kind: kind === '' ? undefined : kind });
  const list = useMemo(() => found.data?.pages.flatMap((page) => page.data) ?? [], [found.data]);
  const mark = useMemo(() => (notice: Notification) => void markRead({ ids: [notice.id] }, notice.readAt === null), [markRead]);
  const ref = useLineKeys(list, mark);
  const readAll = () => void markRead({ all: true, ...(kind !== '' && { kind }) });
  return (
    <AdminPage
      title={t('title')} hint={t('hint')}
      actions={<><PageLink to="/notifications/settings">{t('settings')}</PageLink><Button onClick={readAll} disabled={!list.some((one) => one.readAt === null)}>{t('readAll')}</Button></>}
    >
      <div className="row wrap">
        <ChoiceBar label={t('show')} value={which} onChange={(next: 'all' | 'unread') => setWhich(next)} options={[{ value: 'all', label: t('everything') }, { value: 'unread', label: t('unread') }]} />
        <PlainSelect label={t('kind')} value={kind} onChange={setKind} options={[{ value: '', label: t('allKinds') }, ...kinds.map((one) => ({ value: one.key, label: one.label }))]} />
      </div>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <div className="card card-body"><SkeletonLines count={6} /></div>}
      {found.data && list.length === 0 && <div className="card"><EmptyState title={which === 'unread' ? t('empty') : t('none')} hint={t('emptyHint')} /></div>}
      {list.length > 0 && <ul className="card admin-lines notice-list" ref={ref}>{list.map((notice) => <Line key={notice.id} notice={notice} onMark={mark} />)}</ul>}
      {found.hasNextPage && <Button className="notice-more" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('more')}</Button>}
    </AdminPage>
  );
}
