import { Stamp } from 'lucide-react';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useApprovalCount, useApprovalTexts } from './use-approvals.ts';

/** "待我审批 3" in the header, live (UX-12). */
export function ApprovalCount() {
  const t = useApprovalTexts();
  const { waiting } = useApprovalCount();
  const words = waiting > 99 ? '99+' : String(waiting);
  return (
    <PageLink to="/approvals" className="top-count" aria-label={waiting === 0 ? t('badgeNone') : t('badge', { count: words })}>
      <Stamp size={16} aria-hidden />
      <span className="top-count-word" aria-hidden>{t('waitingFor')}</span>
      {waiting > 0 && <b aria-hidden data-count={words} />}
    </PageLink>
  );
}
