import { Button, Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { type Approval, type ApprovalAction, useApprovalTexts } from '../use-approvals.ts';
import { ActionDialog } from './action-dialog.tsx';
import { sendAction } from './send-action.ts';

const plain = ['reject', 'return', 'resubmit', 'remind', 'withdraw'] as const;
const rare = ['delegate', 'addSigner', 'assign'] as const;

/** The clause, and beside it what the reader may do (UX-12); on a phone at the lower edge, 44 px high. */
export function ApprovalActions({ approval, onChange }: { approval: Approval; onChange: (next: Approval) => void }) {
  const t = useApprovalTexts();
  const [asking, setAsking] = useState<Exclude<ApprovalAction, 'remind'>>();
  const has = (action: ApprovalAction) => approval.actions.includes(action);
  if (approval.actions.length === 0) return null;
  const remind = async () => {
    try {
      onChange(await sendAction(approval.id, 'remind', { opinion: '', place: 'before' }));
      showToast(t('said.remind'));
    } catch (error) {
      reportProblem(error);
    }
  };
  const more = rare.filter(has);
  return (
    <div className="admin-save approval-actions no-print">
      {approval.clause !== null && <p className="approval-clause"><span className="tag tag-ju">{t('detail.clause')} {approval.clause.ref}</span> <span className="small">{approval.clause.text}</span></p>}
      <div className="approval-buttons">
        {more.length > 0 && (
          <Dropdown trigger={['click']} menu={{ items: more.map((key) => ({ key, label: t(`action.${key}`) })), onClick: ({ key }) => setAsking(rare.find((one) => one === key)) }}>
            <Button>{t('action.more')} <ChevronDown size={14} aria-hidden /></Button>
          </Dropdown>
        )}
        {plain.filter(has).map((action) => (
          <Button key={action} danger={action === 'reject'} onClick={() => (action === 'remind' ? void remind() : setAsking(action))}>{t(`action.${action}`)}</Button>
        ))}
        {has('approve') && <Button type="primary" onClick={() => setAsking('approve')}>{t('action.approve')}</Button>}
      </div>
      {asking && (
        <ActionDialog
          approval={approval} action={asking} onClose={() => setAsking(undefined)}
          onDone={(next) => { setAsking(undefined); showToast(t(`said.${asking}`)); onChange(next); }}
        />
      )}
    </div>
  );
}
