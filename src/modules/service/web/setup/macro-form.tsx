import { Button, Checkbox, Input } from 'antd';
import { ArrowUp, X } from 'lucide-react';
import { useState } from 'react';
import { newId } from '#kernel/ids.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import type { RecordData } from '#kit/records/record-types.ts';
import { useSave } from '#kit/records/use-save.ts';
import { RecordPicker, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { type MacroStep, macroActs, readMacroSteps } from '../../rules/macro.ts';
import { priorities } from '../queue/use-intake.ts';
import { useCaseChoice } from '../queue/use-queue.ts';
import { useSetupTexts } from './setup-web.texts.ts';
import { emptyStep, readSteps, usePersonName } from './macro-steps.ts';

interface StepProps {
  readonly step: MacroStep;
  onChange(step: MacroStep): void;
}

function PersonStep({ id, onChange }: { id: string; onChange: (id: string) => void }) {
  const t = useSetupTexts();
  const name = usePersonName(id);
  return <RecordPicker target="user" label={t('macros.person')} value={id === '' ? undefined : { id, name }} onChange={(person) => onChange(person?.id ?? '')} />;
}

/** What an act needs to know: a text, a level, a tag, a person. */
function StepFields({ step, onChange }: StepProps) {
  const t = useSetupTexts();
  const choice = useCaseChoice();
  switch (step.do) {
    case 'reply':
    case 'note':
      return <Input.TextArea aria-label={t('macros.text')} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={20_000} value={step.text} onChange={(event) => onChange({ ...step, text: event.target.value })} />;
    case 'priority':
      return <PlainSelect label={t('macros.to')} value={step.to} options={priorities.map((value) => ({ value, label: choice('priority', value) }))} onChange={(value) => onChange({ ...step, to: priorities.find((each) => each === value) ?? 'normal' })} />;
    case 'tag':
      return <Input aria-label={t('macros.tag')} maxLength={60} value={step.tag} onChange={(event) => onChange({ ...step, tag: event.target.value })} />;
    case 'handOn':
      return <PersonStep id={step.to} onChange={(to) => onChange({ ...step, to })} />;
    case 'wait':
      return <Input aria-label={t('macros.reason')} placeholder={t('macros.reason')} maxLength={500} value={step.reason} onChange={(event) => onChange({ ...step, reason: event.target.value })} />;
  }
}

/** Steps have no names; a key of the page's own keeps the focus when they move. */
interface KeyedStep {
  readonly key: string;
  readonly step: MacroStep;
}

const keyed = (step: MacroStep): KeyedStep => ({ key: newId(), step });

function Steps({ steps, onChange }: { steps: readonly KeyedStep[]; onChange: (steps: readonly KeyedStep[]) => void }) {
  const t = useSetupTexts();
  const acts = macroActs.map((value) => ({ value, label: t(`macros.act.${value}`) }));
  const replace = (at: number, step: MacroStep) => onChange(steps.map((each, i) => (i === at ? { ...each, step } : each)));
  return (
    <fieldset className="setup-steps">
      <legend>{t('macros.steps')}</legend>
      <ol>
        {steps.map(({ key, step }, at) => (
          <li key={key}>
            <span className="setup-step-number" aria-hidden>{at + 1}</span>
            <div className="grow stack">
              <PlainSelect label={`${at + 1}`} value={step.do} options={acts} onChange={(value) => replace(at, emptyStep(macroActs.find((each) => each === value) ?? 'reply'))} />
              <StepFields step={step} onChange={(next) => replace(at, next)} />
            </div>
            {at > 0 && <button type="button" className="plain-button" aria-label={t('macros.up', { n: at + 1 })} onClick={() => onChange([...steps.slice(0, at - 1), { key, step }, ...steps.slice(at - 1, at), ...steps.slice(at + 1)])}><ArrowUp size={15} aria-hidden /></button>}
            <button type="button" className="plain-button" aria-label={t('macros.remove', { n: at + 1 })} onClick={() => onChange(steps.filter((_step, i) => i !== at))}><X size={15} aria-hidden /></button>
          </li>
        ))}
      </ol>
      {steps.length < 12 && <button type="button" className="link-button" onClick={() => onChange([...steps, keyed(emptyStep('reply'))])}>{t('macros.addStep')}</button>}
    </fieldset>
  );
}

/** Writes a macro: its name and what it does, one act after the other (SE-10). */
export function MacroForm({ object, record, onClose }: { readonly object: ObjectMeta; readonly record?: RecordData; onClose: () => void }) {
  const t = useSetupTexts();
  const save = useSave(object);
  const submit = useSubmit();
  const [name, setName] = useState(typeof record?.['name'] === 'string' ? record['name'] : '');
  const [isActive, setActive] = useState(record?.['isActive'] !== false);
  const [steps, setSteps] = useState<readonly KeyedStep[]>(() => (record ? readSteps(record['steps']) : [emptyStep('reply')]).map(keyed));
  const [missing, setMissing] = useState('');
  const send = async () => {
    const checked = readMacroSteps(steps.map(({ step }) => step));
    const words = name.trim() === '' ? t('macros.needName') : checked ? '' : t('macros.needStep');
    setMissing(words);
    if (words !== '') return;
    const values = { name: name.trim(), isActive, steps: checked };
    const done = await submit.run(() => (record ? save.patch(record.id, record.version, values) : save.create(values)));
    if (!done) return;
    showToast(t('macros.saved'));
    onClose();
  };
  return (
    <Dialog title={t(record ? 'macros.edit' : 'macros.create')} width={620} onClose={onClose} footer={<><Button onClick={onClose}>{t('macros.cancel')}</Button><Button type="primary" loading={submit.isBusy} onClick={() => void send()}>{t('macros.save')}</Button></>}>
      <div className="setup-macro">
        <div className="admin-field"><label htmlFor="macro-name">{t('macros.name')}</label><Input id="macro-name" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} /></div>
        <Steps steps={steps} onChange={setSteps} />
        <p className="small muted">{t('macros.merge')}</p>
        <Checkbox checked={isActive} onChange={(event) => setActive(event.target.checked)}>{t('macros.isActive')}</Checkbox>
        {(missing || submit.error) && <p className="danger" role="alert">{missing || submit.error}</p>}
      </div>
    </Dialog>
  );
}
