import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { type Circle, useLibrary, useRefreshStandards, useStandardsTexts, useWaitMeasures } from '../use-standards.ts';
import { type DraftStep, StepEditor } from './step-editor.tsx';

const draftOf = (circle: Circle): readonly DraftStep[] => circle.steps.map((step) => ({
  key: step.id, id: step.id, name: step.name, moment: step.moment, expectation: step.expectation, standards: step.standards.map(({ id }) => id), wait: step.waitTarget === null ? '' : String(step.waitTarget), measure: step.waitMeasure ?? '',
}));

/** The steps in their order: by dragging, by buttons, by Alt and the arrow keys. */
export function CircleEditor({ circle, onDone }: { readonly circle: Circle; onDone(): void }) {
  const t = useStandardsTexts();
  const refresh = useRefreshStandards();
  const library = useLibrary();
  const measures = useWaitMeasures();
  const [steps, setSteps] = useState(() => draftOf(circle));
  const [dragged, setDragged] = useState<string>();
  const [said, setSaid] = useState('');
  const { isBusy, error, issues, run } = useSubmit();
  const moveTo = (key: string, to: number) => {
    const from = steps.findIndex((step) => step.key === key);
    const step = steps[from];
    if (!step || to < 0 || to >= steps.length || to === from) return;
    setSteps(steps.toSpliced(from, 1).toSpliced(to, 0, step));
    setSaid(t('circle.moved', { name: step.name, at: to + 1 }));
  };
  const save = async () => {
    const body = {
      version: circle.version,
      steps: steps.map(({ id, name, moment, expectation, standards, wait, measure }) => ({ ...(id !== undefined && { id }), name, moment, expectation, standards: [...standards], waitTarget: wait === '' ? null : Number(wait), waitMeasure: measure === '' ? null : measure })),
    };
    if (!(await run(() => call('PUT /audits/blueprints/{id}/steps', { params: { id: circle.id }, body })))) return;
    showToast(t('circle.saved'));
    refresh();
    onDone();
  };
  const add = () => setSteps([...steps, { key: newId(), id: undefined, name: t('circle.newStep'), moment: '', expectation: '', standards: [], wait: '', measure: '' }]);
  return (
    <>
      <p className="small muted">{t('circle.drag')}</p>
      <ol className="circle-edit">
        {steps.map((step, at) => (
          <StepEditor
            key={step.key} step={step} at={at} last={steps.length - 1} library={library.data?.data ?? []} measures={measures.data?.data ?? []} isDragged={dragged === step.key}
            onChange={(part) => setSteps(steps.map((each) => (each.key === step.key ? { ...each, ...part } : each)))}
            onMove={(by) => moveTo(step.key, at + by)} onRemove={() => setSteps(steps.filter((each) => each.key !== step.key))}
            onDrag={setDragged} onDrop={() => { if (dragged !== undefined) moveTo(dragged, at); setDragged(undefined); }}
          />
        ))}
      </ol>
      <p className="visually-hidden" role="status">{said}</p>
      <Button icon={<Plus size={14} aria-hidden />} onClick={add}>{t('circle.addStep')}</Button>
      {error !== '' && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
      <div className="admin-save"><span className="grow" /><Button onClick={onDone}>{t('cancel')}</Button><Button type="primary" loading={isBusy} disabled={steps.some(({ name }) => name.trim() === '')} onClick={() => void save()}>{t('circle.save')}</Button></div>
    </>
  );
}
