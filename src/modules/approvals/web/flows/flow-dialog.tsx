import { Button, Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { useApprovalTexts } from '../use-approvals.ts';
import { ConditionList } from './condition-list.tsx';
import { type Flow, type FlowDraft, type FlowKind, moveBy, newStep, placed, replaceAt } from './flow-types.ts';
import { StepBox } from './step-box.tsx';

interface FlowDialogProps {
  readonly kind: FlowKind;
  readonly flow: Flow | undefined;
  readonly draft: FlowDraft;
  onSaved(): void;
  onClose(): void;
}

const bodyOf = ({ kind, name, position, isActive, allowsOwn, conditions, steps }: FlowDraft) => ({ kind, name: name.trim(), position, isActive, allowsOwn, conditions, steps });

function Basics({ draft, onChange }: { draft: FlowDraft; onChange: (change: Partial<FlowDraft>) => void }) {
  const t = useApprovalTexts();
  return (
    <>
      <div className="flow-line">
        <div className="admin-field"><label htmlFor="flow-name">{t('flows.name')}</label><Input id="flow-name" value={draft.name} maxLength={80} onChange={(event) => onChange({ name: event.target.value })} /></div>
        <div className="admin-field"><label htmlFor="flow-position">{t('flows.position')}</label><InputNumber id="flow-position" min={0} max={1000} value={draft.position} onChange={(position) => onChange({ position: position ?? 0 })} /></div>
      </div>
      <div className="row wrap">
        <Checkbox checked={draft.isActive} onChange={(event) => onChange({ isActive: event.target.checked })}>{t('flows.active')}</Checkbox>
        <Checkbox checked={draft.allowsOwn} onChange={(event) => onChange({ allowsOwn: event.target.checked })}>{t('flows.allowsOwn')} <span className="small muted">{t('flows.allowsOwnHint')}</span></Checkbox>
      </div>
    </>
  );
}

/** One flow: its name, when it is taken, who decides step by step. */
export function FlowDialog({ kind, flow, draft: given, onSaved, onClose }: FlowDialogProps) {
  const t = useApprovalTexts();
  const kit = useKitTexts();
  const { isBusy, error, issues, run } = useSubmit();
  const [draft, setDraft] = useState(given);
  const change = (part: Partial<FlowDraft>) => setDraft((now) => ({ ...now, ...part }));
  const save = async () => {
    const body = bodyOf(draft);
    const result = await run(() => (flow === undefined ? call('POST /approval-flows', { body }) : call('PUT /approval-flows/{id}', { params: { id: flow.id }, body: { ...body, version: flow.version } })));
    if (result) onSaved();
  };
  const foot = (
    <>
      <Button onClick={onClose}>{kit('action.cancel')}</Button>
      <Button type="primary" loading={isBusy} disabled={draft.name.trim() === '' || draft.steps.length === 0} onClick={() => void save()}>{kit('action.save')}</Button>
    </>
  );
  return (
    <Dialog title={flow === undefined ? t('flows.newTitle', { kind: kind.label }) : t('flows.editTitle')} width={680} onClose={onClose} footer={foot}>
      <div className="stack">
        <Basics draft={draft} onChange={change} />
        <ConditionList kind={kind} conditions={draft.conditions} onChange={(conditions) => change({ conditions })} />
        <h3 className="small">{t('flows.steps')}</h3>
        {placed(draft.steps).map(({ at, item }) => (
          <StepBox
            key={at} kind={kind} step={item} number={at + 1} count={draft.steps.length}
            onChange={(next) => change({ steps: replaceAt(draft.steps, at, next) })} onMove={(by) => change({ steps: moveBy(draft.steps, at, by) })}
          />
        ))}
        <Button onClick={() => change({ steps: [...draft.steps, newStep()] })} disabled={draft.steps.length >= 10}>{t('flows.addStep')}</Button>
        {error && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
      </div>
    </Dialog>
  );
}
