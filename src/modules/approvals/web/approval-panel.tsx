import { SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { ApprovalLineView } from './approval-line.tsx';
import { useApprovalTexts, useSubjectApprovals } from './use-approvals.ts';
import './approvals.css';

/** The requests for a subject that concern the reader, for a page of another module; nothing when there are none. */
export function ApprovalPanel({ object, id }: { object: string; id: string }) {
  const t = useApprovalTexts();
  const found = useSubjectApprovals(object, id);
  const lines = found.data?.data ?? [];
  if (found.isPending) return <SkeletonLines count={2} />;
  if (lines.length === 0) return null;
  return (
    <section className="card" aria-label={t('panel.title')}>
      <h2 className="card-head">{t('panel.title')}</h2>
      <ul className="admin-lines">{lines.map((line) => <li key={line.id}><ApprovalLineView line={line} /></li>)}</ul>
    </section>
  );
}
