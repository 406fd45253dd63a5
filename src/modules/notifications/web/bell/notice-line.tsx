import { useFormat } from '#kit/texts/use-format.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { type Notification, useNoticeTexts } from '../use-notifications.ts';

/** One notification as a link; opening marks it as read. */
export function NoticeLine({ notice, onOpen }: { notice: Notification; onOpen?: () => void }) {
  const t = useNoticeTexts();
  const format = useFormat();
  return (
    <PageLink to={`/notifications/${notice.id}`} className={`notice-line${notice.readAt === null ? ' is-unread' : ''}`} {...(onOpen && { onClick: onOpen })}>
      <span className="notice-dot" aria-hidden />
      <span className="notice-words">
        <span className="notice-title">
          {notice.readAt === null && <span className="visually-hidden">{t('isUnread')}</span>}
          {notice.title} {notice.isUrgent && <span className="tag tag-zhu">{t('urgent')}</span>}
        </span>
        {notice.body !== null && <span className="small muted notice-body">{notice.body}</span>}
        <span className="small faint">{format.moment(notice.createdAt)} · {notice.kindLabel}</span>
      </span>
    </PageLink>
  );
}
