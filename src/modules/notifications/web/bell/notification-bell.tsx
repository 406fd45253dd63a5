import { Popover } from 'antd';
import { Bell } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { countWords, useNoticeTexts, useUnreadCount } from '../use-notifications.ts';
import './bell.css';

const BellPanel = lazy(() => import('./bell-panel.tsx'));

/** The bell in the header with the number of unread ones, live (PL-44). */
export function NotificationBell() {
  const t = useNoticeTexts();
  const count = useUnreadCount();
  const [isOpen, setOpen] = useState(false);
  const panel = (
    <Suspense fallback={<div className="bell-panel"><SkeletonLines count={3} /></div>}>
      <BellPanel onClose={() => setOpen(false)} />
    </Suspense>
  );
  return (
    <Popover content={panel} trigger="click" open={isOpen} onOpenChange={setOpen} placement="bottomRight" arrow={false} destroyOnHidden>
      <button type="button" className="top-count" aria-expanded={isOpen} aria-label={count === 0 ? t('bellNone') : t('bell', { count: countWords(count) })}>
        <Bell size={16} aria-hidden />
        <span className="top-count-word" aria-hidden>{t('title')}</span>
        {count > 0 && <b aria-hidden data-count={countWords(count)} />}
      </button>
    </Popover>
  );
}
