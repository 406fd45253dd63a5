import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { AdminCard, AdminPage, ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { useApprovalTexts } from '../use-approvals.ts';
import '../approvals.css';
import { FlowDialog } from './flow-dialog.tsx';
import { type Flow, type FlowKind, newFlow } from './flow-types.ts';
import { FlowWords } from './flow-words.tsx';

const KEY = ['approval-flows'];

interface Editing {
  readonly kind: FlowKind;
  readonly flow: Flow | undefined;
}

interface KindCardProps {
  readonly kind: FlowKind;
  onEdit(editing: Editing): void;
  onRemove(flow: Flow): void;
}

function KindCard({ kind, onEdit, onRemove }: KindCardProps) {
  const t = useApprovalTexts();
  const fallback = t(kind.hasSubjectSigners ? 'flows.defaultSubject' : 'flows.defaultManager');
  return (
    <div className="flow-card">
      <AdminCard title={kind.label} note={<Button size="small" onClick={() => onEdit({ kind, flow: undefined })}>{t('flows.add')}</Button>}>
        {kind.flows.map((flow) => (
          <div key={flow.id} className="flow-row">
            <div className="stack grow">
              <div className="row wrap"><b>{flow.name}</b>{!flow.isActive && <span className="tag">{t('flows.off')}</span>}{flow.allowsOwn && <span className="tag tag-hu">{t('flows.allowsOwn')}</span>}</div>
              <FlowWords kind={kind} flow={flow} />
            </div>
            <span className="row"><Button size="small" onClick={() => onEdit({ kind, flow })}>{t('flows.edit')}</Button><Button size="small" onClick={() => onRemove(flow)}>{t('flows.remove')}</Button></span>
          </div>
        ))}
        <p className="small muted">{kind.flows.length > 0 && `${t('flows.otherwise')} `}{fallback}</p>
      </AdminCard>
    </div>
  );
}

/** Which requests go which way (PL-42): each kind with its flows in order, and the default that stands when none fits. */
export default function FlowsPage() {
  const t = useApprovalTexts();
  const client = useQueryClient();
  const [editing, setEditing] = useState<Editing>();
  const [removing, setRemoving] = useState<Flow>();
  const found = useQuery({ queryKey: KEY, queryFn: ({ signal }) => call('GET /approval-flows', { signal }) });
  const refresh = (words: string) => {
    showToast(words);
    return client.invalidateQueries({ queryKey: KEY });
  };
  const remove = async (flow: Flow) => {
    await call('DELETE /approval-flows/{id}', { params: { id: flow.id } });
    await refresh(t('flows.removed'));
  };
  return (
    <AdminPage title={t('flows.title')} hint={t('flows.hint')}>
      {found.error && !found.data && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && !found.error && <div className="card card-body"><SkeletonLines count={6} /></div>}
      {(found.data?.data ?? []).map((kind) => <KindCard key={kind.key} kind={kind} onEdit={setEditing} onRemove={setRemoving} />)}
      {editing && (
        <FlowDialog
          kind={editing.kind} flow={editing.flow} draft={editing.flow ?? newFlow(editing.kind.key, editing.kind.flows.length)}
          onClose={() => setEditing(undefined)} onSaved={() => { setEditing(undefined); void refresh(t('flows.saved')); }}
        />
      )}
      {removing && (
        <ConfirmDialog title={`${t('flows.remove')}: ${removing.name}`} ok={t('flows.remove')} isDanger onConfirm={() => remove(removing)} onClose={() => setRemoving(undefined)}>
          <p>{t('flows.hint')}</p>
        </ConfirmDialog>
      )}
    </AdminPage>
  );
}
