import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useMarkRead, useNotifications, useNoticeTexts } from '../use-notifications.ts';
import { NoticeLine } from './notice-line.tsx';

/** The newest unread ones under the bell. */
export default function BellPanel({ onClose }: { onClose: () => void }) {
  const t = useNoticeTexts();
  const markRead = useMarkRead();
  const found = useNotifications({ isUnread: true }, 10);
  const list = found.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <div className="bell-panel">
      <div className="bell-head">
        <h2 className="grow">{t('title')}</h2>
        {list.length > 0 && <button type="button" className="link-button small" onClick={() => void markRead({ all: true })}>{t('readAll')}</button>}
      </div>
      <div className="bell-list">
        {found.isPending && <SkeletonLines count={3} />}
        {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
        {found.data && list.length === 0 && <EmptyState title={t('empty')} hint={t('emptyHint')} />}
        {list.map((notice) => <NoticeLine key={notice.id} notice={notice} onOpen={onClose} />)}
      </div>
      <div className="bell-foot small">
        <PageLink to="/notifications" onClick={onClose}>{t('seeAll')}</PageLink>
        <PageLink to="/notifications/settings" onClick={onClose}>{t('settings')}</PageLink>
      </div>
    </div>
  );
}
