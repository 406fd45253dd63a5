import type { ReactNode } from 'react';
import { ErrorState } from '#kit/overlay/empty-state.tsx';

interface HomeCardProps {
  readonly title: string;
  readonly side?: ReactNode;
  readonly className?: string;
  readonly query?: { readonly isPending: boolean; readonly error: unknown; readonly data: unknown; refetch(): unknown };
  /** Height of what comes, so that nothing moves when it does. */
  readonly height: number;
  readonly children: ReactNode;
}

/** A card of the home page with its waiting and failed states. */
export function HomeCard({ title, side, className = '', query, height, children }: HomeCardProps) {
  const isWaiting = query?.isPending === true && !query.error;
  const hasFailed = query?.error !== undefined && query.error !== null && query.data === undefined;
  return (
    <section className={`card home-card ${className}`} aria-label={title} aria-busy={isWaiting}>
      <h2 className="card-head"><span>{title}</span>{side}</h2>
      {isWaiting ? <div className="card-body"><div className="skeleton" style={{ height }} /></div> : hasFailed ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : children}
    </section>
  );
}
