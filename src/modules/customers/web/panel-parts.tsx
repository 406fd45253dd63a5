import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { ErrorState } from '#kit/overlay/empty-state.tsx';
import './panels.css';

interface PanelListProps {
  readonly query: { readonly isPending: boolean; readonly error: unknown; refetch(): unknown };
  readonly count: number;
  /** What stands here while there is nothing: it teaches what the panel is for (PL-62). */
  readonly empty: string;
  readonly children: ReactNode;
}

/** The body of a side panel: bars of the same height while it loads, one sentence when empty, a way on when it failed. */
export function PanelList({ query, count, empty, children }: PanelListProps) {
  if (query.error && count === 0) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) {
    return (
      <div className="panel-wait" aria-hidden>
        {[72, 54, 63].map((width) => <div key={width} className="skeleton" style={{ width: `${width}%` }} />)}
      </div>
    );
  }
  if (count === 0) return <p className="panel-empty faint small">{empty}</p>;
  return children;
}

/** The last line of a panel: add one more, or go to all of them. */
export function PanelFoot({ add, onAdd, children }: { add?: string; onAdd?: (() => void) | undefined; children?: ReactNode }) {
  if (!onAdd && !children) return null;
  return (
    <div className="panel-foot no-print">
      {onAdd && <button type="button" className="plain-button" onClick={onAdd}><Plus size={15} aria-hidden />{add}</button>}
      <span className="grow" />
      {children}
    </div>
  );
}
