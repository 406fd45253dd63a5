import { useParams } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminCard, AdminPage, ConfirmDialog, RecordPicker } from '#modules/identity/web/identity.public.tsx';
import { stepPhases } from '../../rules/team-choices.ts';
import { Labelled, Waiting } from '../team-frame.tsx';
import { type Induction, useInduction, useRefreshTeam, useTeamTexts } from '../use-team.ts';

type Step = Induction['steps'][number];

function SignDialog({ step, onClose }: { readonly step: Step; onClose(): void }) {
  const t = useTeamTexts();
  const refresh = useRefreshTeam();
  const [note, setNote] = useState('');
  const sign = async () => { await call('POST /team/induction-steps/{id}/sign', { params: { id: step.id }, body: { note } }); showToast(t('induction.signed')); refresh(); };
  return (
    <ConfirmDialog title={t('induction.signTitle', { step: step.title })} ok={t('induction.sign')} onConfirm={sign} onClose={onClose}>
      {step.about !== null && <p className="muted">{step.about}</p>}
      <Labelled label={t('induction.remark')}><Input.TextArea value={note} maxLength={1_000} autoSize={{ minRows: 2 }} onChange={(event) => setNote(event.target.value)} /></Labelled>
    </ConfirmDialog>
  );
}

function StepLine({ step, maySign, onSign }: { readonly step: Step; readonly maySign: boolean; onSign(): void }) {
  const t = useTeamTexts();
  const format = useFormat();
  return (
    <li className={`induction-step${step.state === 'done' ? ' is-done' : ''}`}>
      <span className="step-mark" aria-hidden>{step.state === 'done' && <Check size={14} />}</span>
      <div className="grow">
        <div className="row wrap"><b>{step.title}</b>{step.isLate && <span className="tag tag-zhu">{t('induction.lateTag')}</span>}</div>
        {step.about !== null && <p className="small">{step.about}</p>}
        <p className="small muted">{step.state === 'done' && step.signedAt !== null ? t('induction.signedBy', { name: step.signedBy ?? '', when: format.moment(step.signedAt) }) : t('induction.due', { day: step.dueOn })}{step.exam !== null && ` · ${step.isExamPassed ? t('induction.examPassed') : t('induction.examFirst', { exam: step.exam.name })}`}</p>
        {step.note !== null && <p className="small induction-note">{step.note}</p>}
      </div>
      {maySign && step.state === 'open' && <Button aria-label={`${t('induction.sign')} ${step.title}`} disabled={step.exam !== null && !step.isExamPassed} onClick={onSign}>{t('induction.sign')}</Button>}
    </li>
  );
}

function View({ induction }: { readonly induction: Induction }) {
  const t = useTeamTexts();
  const refresh = useRefreshTeam();
  const [signing, setSigning] = useState<Step>();
  const [isChanging, setChanging] = useState(false);
  const [isStopping, setStopping] = useState(false);
  const [mentor, setMentor] = useState<NamedRef>();
  const change = (isCancelled: boolean) => call('POST /team/inductions/{id}/change', { params: { id: induction.id }, body: { mentor: mentor?.id ?? null, isCancelled } }).then(() => { showToast(t(isCancelled ? 'induction.stopped' : 'induction.changed')); refresh(); });
  const done = induction.steps.filter(({ state }) => state === 'done').length;
  return (
    <>
      <section className="card card-body stack">
        <div className="row wrap"><span className="grow">{t('induction.mentorOf', { name: induction.mentor.name })} · {t('induction.dates', { from: induction.startedOn, to: induction.dueOn })}</span>{induction.mayChange && <><Button onClick={() => setChanging(true)}>{t('induction.changeMentor')}</Button><Button danger onClick={() => setStopping(true)}>{t('induction.stop')}</Button></>}</div>
        <span className="induction-progress"><progress max={induction.steps.length} value={done} aria-hidden /><span className="small">{t('induction.progress', { done, steps: induction.steps.length })}</span></span>
      </section>
      {stepPhases.map((phase) => {
        const steps = induction.steps.filter((step) => step.phase === phase);
        return steps.length > 0 && <AdminCard key={phase} title={t(`induction.phases.${phase}`)} note={t('induction.progress', { done: steps.filter(({ state }) => state === 'done').length, steps: steps.length })} isFlush><ol className="induction-steps">{steps.map((step) => <StepLine key={step.id} step={step} maySign={induction.maySign} onSign={() => setSigning(step)} />)}</ol></AdminCard>;
      })}
      {signing && <SignDialog step={signing} onClose={() => setSigning(undefined)} />}
      {isChanging && <ConfirmDialog title={t('induction.changeMentor')} ok={t('save')} onConfirm={() => change(false)} onClose={() => setChanging(false)}><RecordPicker target="user" label={t('induction.mentor')} value={mentor} without={[induction.person.id, induction.mentor.id]} onChange={setMentor} /></ConfirmDialog>}
      {isStopping && <ConfirmDialog title={t('induction.stop')} ok={t('induction.stop')} isDanger onConfirm={() => change(true)} onClose={() => setStopping(false)}><p>{t('induction.stopHint')}</p></ConfirmDialog>}
    </>
  );
}

/** One newcomer's way, step by step (SE-40). */
export default function InductionPage() {
  const t = useTeamTexts();
  const { induction = '' }: { induction?: string } = useParams({ strict: false });
  const found = useInduction(induction);
  const data = found.data;
  const badge = data && data.state !== 'running' && <span className={`tag${data.state === 'done' ? ' tag-green' : ''}`}>{t(`induction.${data.state}`)}</span>;
  return (
    <AdminPage title={data ? `${data.person.name} · ${data.plan}` : t('induction.title')} badge={badge} back={{ to: '/team/induction', label: t('induction.back') }}>
      <Waiting found={found}>{(each) => <View induction={each} />}</Waiting>
    </AdminPage>
  );
}
