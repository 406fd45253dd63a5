import { isProblem } from '../api/api-problem.ts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useKitTexts } from '../texts/use-texts.ts';
import './states.css';

interface EmptyStateProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  readonly icon?: ReactNode;
}

/** An empty place that teaches what goes here and what to do next (PL-62). */
export function EmptyState({ title, hint, actions, icon }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {icon && <div className="empty-icon" aria-hidden>{icon}</div>}
      <p className="empty-title">{title}</p>
      {hint && <p className="muted">{hint}</p>}
      {actions && <div className="row wrap empty-actions">{actions}</div>}
    </div>
  );
}

/** What failed, in the server's own words, with one way on. */
export function ErrorState({ error, title, onRetry }: { error: unknown; title?: string; onRetry?: () => void }) {
  const t = useKitTexts();
  const detail = isProblem(error) ? error.detail : t('error.pageHint');
  return (
    <div className="empty-state" role="alert">
      <p className="empty-title">{title ?? t('error.title')}</p>
      <p className="muted">{detail}</p>
      {onRetry && <Button onClick={onRetry}>{t('action.retry')}</Button>}
    </div>
  );
}

/** Bars where lines will be, so that nothing moves when they come. */
export function SkeletonLines({ count = 4 }: { count?: number }) {
  return (
    <div className="stack" aria-hidden>
      {Array.from({ length: count }, (_, i) => (
        <div key={i} className="skeleton" style={{ width: `${90 - ((i * 17) % 40)}%`, height: 14 }} />
      ))}
    </div>
  );
}
