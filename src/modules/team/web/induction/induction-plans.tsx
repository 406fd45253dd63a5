import { Button, Input } from 'antd';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { call } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { EmptyState } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { AdminCard, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { stepPhases } from '../../rules/team-choices.ts';
import { Labelled, Refusal } from '../team-frame.tsx';
import { type Inductions, useExams, useRefreshTeam, useTeamTexts } from '../use-team.ts';

type Plan = Inductions['plans'][number];
type Step = Plan['steps'][number];
type Draft = Omit<Plan, 'id'> & { readonly id?: string };

function StepRow({ step, at, exams, onChange, onRemove }: { readonly step: Step; readonly at: number; readonly exams: readonly { id: string; name: string }[]; onChange(step: Step): void; onRemove(): void }) {
  const t = useTeamTexts();
  return (
    <li className="plan-step">
      <div className="row wrap">
        <Input className="grow" aria-label={t('induction.stepTitle', { at })} placeholder={t('induction.stepTitle', { at })} value={step.title} maxLength={120} onChange={(event) => onChange({ ...step, title: event.target.value })} />
        <button type="button" className="plain-button" aria-label={t('induction.removeStep', { at })} onClick={onRemove}><X size={14} aria-hidden /></button>
      </div>
      <div className="row wrap">
        <PlainSelect label={t('induction.phase')} value={step.phase} options={stepPhases.map((value) => ({ value, label: t(`induction.phases.${value}`) }))} onChange={(value) => onChange({ ...step, phase: stepPhases.find((each) => each === value) ?? 'class' })} />
        <label className="row small"><span className="muted">{t('induction.day')}</span><input className="points-input" type="number" min={1} max={400} value={step.day} onChange={(event) => onChange({ ...step, day: Number(event.target.value) })} /></label>
        <PlainSelect label={t('induction.exam')} value={step.exam ?? ''} options={[{ value: '', label: t('induction.noExam') }, ...exams.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(value) => onChange({ ...step, exam: value === '' ? null : value })} />
      </div>
      <Input aria-label={t('induction.stepAbout')} placeholder={t('induction.stepAbout')} value={step.about} maxLength={1_000} onChange={(event) => onChange({ ...step, about: event.target.value })} />
    </li>
  );
}

function PlanDialog({ plan, onClose }: { readonly plan: Draft; onClose(): void }) {
  const t = useTeamTexts();
  const refresh = useRefreshTeam();
  const exams = useExams().data?.exams ?? [];
  const [draft, setDraft] = useState({ ...plan, steps: plan.steps.map((step) => ({ key: newId(), step })) });
  const { isBusy, error, issues, run } = useSubmit();
  const { steps } = draft;
  const save = async () => { if (await run(() => call('POST /team/induction-plans', { body: { ...draft, steps: steps.map(({ step }) => ({ ...step })) } }))) { showToast(t('induction.planSaved')); refresh(); onClose(); } };
  return (
    <Dialog place="side" width={620} title={draft.id === undefined ? t('induction.newPlan') : draft.name} onClose={onClose} footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button type="primary" loading={isBusy} disabled={draft.name.trim() === '' || steps.length === 0 || steps.some(({ step }) => step.title.trim() === '')} onClick={() => void save()}>{t('save')}</Button></>}>
      <div className="stack team-form">
        <Labelled label={t('induction.planName')}><Input value={draft.name} maxLength={80} onChange={(event) => setDraft({ ...draft, name: event.target.value })} /></Labelled>
        <Labelled label={t('induction.planAbout')}><Input.TextArea value={draft.about ?? ''} maxLength={2_000} autoSize={{ minRows: 2 }} onChange={(event) => setDraft({ ...draft, about: event.target.value })} /></Labelled>
        <Labelled label={t('setup.state')}><PlainSelect label={t('setup.state')} value={draft.state} options={[{ value: 'active', label: t('active') }, { value: 'retired', label: t('retired') }]} onChange={(value) => setDraft({ ...draft, state: value === 'retired' ? 'retired' : 'active' })} /></Labelled>
        <h3>{t('induction.steps')}</h3>
        <ol className="stack">{steps.map(({ key, step }, at) => <StepRow key={key} step={step} at={at + 1} exams={exams} onChange={(next) => setDraft({ ...draft, steps: steps.map((each) => (each.key === key ? { key, step: next } : each)) })} onRemove={() => setDraft({ ...draft, steps: steps.filter((each) => each.key !== key) })} />)}</ol>
        <div><Button icon={<Plus size={14} aria-hidden />} onClick={() => setDraft({ ...draft, steps: [...steps, { key: newId(), step: { title: '', about: '', phase: 'practice', day: (steps.at(-1)?.step.day ?? 0) + 1, exam: null } }] })}>{t('induction.addStep')}</Button></div>
        <Refusal error={error} issues={issues} />
      </div>
    </Dialog>
  );
}

/** The plans of the company; the one that ships can be loaded. */
export function InductionPlans({ plans }: { readonly plans: readonly Plan[] }) {
  const t = useTeamTexts();
  const refresh = useRefreshTeam();
  const [editing, setEditing] = useState<Draft>();
  const load = async () => { await call('POST /team/induction-plans/load'); showToast(t('induction.loaded')); refresh(); };
  return (
    <AdminCard title={t('induction.plans')} note={<Button size="small" onClick={() => setEditing({ name: '', about: '', state: 'active', steps: [] })}>{t('induction.newPlan')}</Button>} isFlush>
      {plans.length === 0 ? <EmptyState title={t('induction.noPlans')} hint={t('induction.noPlansHint')} actions={<Button type="primary" onClick={() => void load()}>{t('induction.load')}</Button>} /> : <ul className="admin-lines">{plans.map((plan) => (
        <li key={plan.id}><div className="grow"><div className="row wrap"><b>{plan.name}</b>{plan.state === 'retired' && <span className="tag">{t('retired')}</span>}</div><p className="small muted">{t('induction.planDays', { steps: plan.steps.length, days: Math.max(0, ...plan.steps.map(({ day }) => day)) })}</p></div><Button aria-label={`${t('edit')} ${plan.name}`} onClick={() => setEditing(plan)}>{t('edit')}</Button></li>
      ))}</ul>}
      {editing && <PlanDialog plan={editing} onClose={() => setEditing(undefined)} />}
    </AdminCard>
  );
}
