import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { useMarkRead, useNoticeTexts, useTargetPath } from '../use-notifications.ts';

/** Where links of mails and of the bell lead: marks the notification as read and goes on to what it is about. */
export default function OpenNotificationPage() {
  const t = useNoticeTexts();
  const navigate = useNavigate();
  const markRead = useMarkRead();
  const pathOf = useTargetPath();
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const found = useQuery({ queryKey: ['notification', id], queryFn: ({ signal }) => call('GET /notifications/{id}', { params: { id }, signal }), retry: false, staleTime: 0 });
  const notice = found.data;
  const path = notice && pathOf(notice.target);
  const isUnread = notice?.readAt === null;
  useEffect(() => {
    if (isUnread) void markRead({ ids: [id] });
  }, [isUnread, id, markRead]);
  useEffect(() => {
    if (path !== undefined) void navigate({ to: path, replace: true });
  }, [path, navigate]);
  return (
    <AdminPage title={notice?.title ?? t('title')} back={{ to: '/notifications', label: t('back') }}>
      {found.error && <ErrorState error={found.error} />}
      {found.isPending && <div className="card card-body"><SkeletonLines count={4} /></div>}
      {notice && path === undefined && (
        <div className="card"><EmptyState title={t('gone')} hint={t('goneHint')} actions={<PageLink to="/notifications">{t('back')}</PageLink>} /></div>
      )}
    </AdminPage>
  );
}
