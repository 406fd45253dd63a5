import type { ReactNode } from 'react';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePageTitle } from '#kit/shell/page-title.ts';
import './admin-page.css';

interface AdminPageProps {
  readonly title: string;
  /** One sentence below the title: what this page is for. */
  readonly hint?: ReactNode;
  /** Tags beside the title. */
  readonly badge?: ReactNode;
  readonly actions?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
  readonly children: ReactNode;
}

/** The frame of every page of administration: where one is, what it is for, one main action. */
export function AdminPage({ title, hint, badge, actions, back, children }: AdminPageProps) {
  usePageTitle(title);
  return (
    <div className="page admin-page">
      <header className="page-head">
        <div className="grow">
          {back && <div className="record-crumbs small"><PageLink to={back.to}>{back.label}</PageLink></div>}
          <div className="row wrap"><h1>{title}</h1>{badge}</div>
          {hint && <p className="muted small admin-hint">{hint}</p>}
        </div>
        {actions && <div className="row wrap no-print">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A white surface with a heading, an optional note at its right and padding. */
export function AdminCard({ title, note, isFlush = false, children }: { title: string; note?: ReactNode; isFlush?: boolean; children: ReactNode }) {
  return (
    <section className="card admin-card">
      <h2 className="card-head">{title}{note !== undefined && <span className="small muted admin-note">{note}</span>}</h2>
      {isFlush ? children : <div className="card-body">{children}</div>}
    </section>
  );
}
