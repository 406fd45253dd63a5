import type { ReactNode } from 'react';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import './team.css';

interface Found<T> { readonly data: T | undefined; readonly error: unknown; readonly isPending: boolean; refetch(): unknown }

/** What every page of the team does before its data is there, or when it does not come. */
export function Waiting<T>({ found, lines = 6, children }: { readonly found: Found<T>; readonly lines?: number; readonly children: (data: T) => ReactNode }) {
  if (found.data !== undefined) return <>{children(found.data)}</>;
  if (found.isPending) return <div className="card card-body"><SkeletonLines count={lines} /></div>;
  return <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>;
}

/** A label above its control. */
export function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return <label className="admin-field"><span className="small muted">{label}</span>{children}</label>;
}

/** What the server said against it, with the places. */
export function Refusal({ error, issues = {} }: { readonly error: string; readonly issues?: Readonly<Record<string, string>> }) {
  return error === '' ? null : <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>;
}
