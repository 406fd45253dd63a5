import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useHasRight } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { addMonths } from '#kernel/period.ts';
import { ConfirmDialog, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { useCommissionTexts } from '../parts/commission-words.ts';
import { inForceOf, openVersionOf, type Plan, type PlanVersion } from './plan-types.ts';
import { PlanSimulation } from './plan-simulation.tsx';
import { TermsEditor } from './terms-editor.tsx';
import { TermsSummary } from './terms-summary.tsx';

function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['commission'] });
}

/** The draft: edit, save, submit, give up. */
function Draft({ plan, draft }: { plan: Plan; draft: PlanVersion }) {
  const t = useCommissionTexts();
  const refresh = useRefresh();
  const [terms, setTerms] = useState(draft.terms);
  const [asking, setAsking] = useState<'submit' | 'drop'>();
  const { isBusy, error, issues, run } = useSubmit();
  const isChanged = JSON.stringify(terms) !== JSON.stringify(draft.terms);
  const save = async () => {
    if (!(await run(() => call('PUT /commission/plans/{id}/draft', { params: { id: plan.id }, body: { terms, version: draft.version } })))) return;
    await refresh();
    showToast(t('plan.saved'));
  };
  const drop = async () => {
    await call('DELETE /commission/plans/{id}/draft', { params: { id: plan.id } });
    await refresh();
  };
  return (
    <>
      <TermsEditor terms={terms} issues={issues} onChange={setTerms} />
      {error && <p className="danger cm-note" role="alert">{[error, ...Object.entries(issues).filter(([path]) => !path.startsWith('terms.rates.')).map(([, words]) => words)].join(' ')}</p>}
      <div className="row wrap cm-note no-print">
        <Button type={isChanged ? 'primary' : 'default'} loading={isBusy} disabled={!isChanged} onClick={() => void save()}>{t('plan.save')}</Button>
        <Button type={isChanged ? 'default' : 'primary'} disabled={isChanged} onClick={() => setAsking('submit')}>{t('plan.submit')}</Button>
        <Button onClick={() => setAsking('drop')}>{t('plan.drop')}</Button>
      </div>
      {asking === 'submit' && <SubmitPlan plan={plan} number={draft.number} onClose={() => setAsking(undefined)} />}
      {asking === 'drop' && <ConfirmDialog title={t('plan.drop')} ok={t('plan.drop')} isDanger onConfirm={drop} onClose={() => setAsking(undefined)}><p>{t('plan.dropHint')}</p></ConfirmDialog>}
    </>
  );
}

function SubmitPlan({ plan, number, onClose }: { plan: Plan; number: number; onClose: () => void }) {
  const t = useCommissionTexts();
  const refresh = useRefresh();
  const today = useFormat().today();
  const [day, setDay] = useState(`${addMonths(today, 1).slice(0, 8)}01`);
  const [note, setNote] = useState('');
  const submit = async () => {
    await call('POST /commission/plans/{id}/submit', { params: { id: plan.id }, body: { activeFrom: day, note } });
    await refresh();
    showToast(t('plan.submitted'));
  };
  return (
    <ConfirmDialog title={t('plan.submitTitle', { number })} ok={t('plan.submit')} onConfirm={submit} onClose={onClose}>
      <label className="cm-field"><span>{t('plan.activeFrom')}</span><input className="cm-input" type="date" value={day} onChange={(e) => setDay(e.target.value)} /></label>
      <label className="cm-field"><span>{t('plan.note')}</span><Input.TextArea rows={3} maxLength={2_000} value={note} onChange={(e) => setNote(e.target.value)} /></label>
    </ConfirmDialog>
  );
}

/** What was handed in: whoever may approve does, or returns it. */
function Submitted({ plan, version }: { plan: Plan; version: PlanVersion }) {
  const t = useCommissionTexts();
  const refresh = useRefresh();
  const may = useHasRight('commission.approve');
  const [asking, setAsking] = useState<'approve' | 'return'>();
  const [reason, setReason] = useState('');
  const params = { id: plan.id };
  const approve = async () => {
    await call('POST /commission/plans/{id}/approve', { params, body: {} });
    await refresh();
    showToast(t('plan.approved', { number: version.number }));
  };
  const giveBack = async () => {
    await call('POST /commission/plans/{id}/return', { params, body: { reason } });
    await refresh();
    showToast(t('plan.returned'));
  };
  return (
    <>
      <TermsSummary terms={version.terms} />
      {may && <div className="row wrap cm-note no-print"><Button type="primary" onClick={() => setAsking('approve')}>{t('plan.approve')}</Button><Button onClick={() => setAsking('return')}>{t('plan.return')}</Button></div>}
      {asking === 'approve' && <ConfirmDialog title={`${t('plan.approve')} · ${t('plan.version', { number: version.number })}`} ok={t('plan.approve')} onConfirm={approve} onClose={() => setAsking(undefined)}><p>{t('plan.approveHint', { day: version.activeFrom ?? '' })}</p></ConfirmDialog>}
      {asking === 'return' && <ConfirmDialog title={t('plan.return')} ok={t('plan.return')} onConfirm={giveBack} onClose={() => setAsking(undefined)}><label className="cm-field"><span>{t('plan.reason')}</span><Input.TextArea rows={3} maxLength={2_000} value={reason} onChange={(e) => setReason(e.target.value)} /></label></ConfirmDialog>}
    </>
  );
}

function Versions({ plan }: { plan: Plan }) {
  const t = useCommissionTexts();
  return (
    <ul className="cm-versions">
      {plan.versions.map((each) => (
        <li key={each.number}>
          <b>{t('plan.version', { number: each.number })}</b><span className={each.status === 'approved' ? 'tag tag-green' : each.status === 'submitted' ? 'tag tag-hu' : 'tag'}>{t(`plan.status.${each.status}`)}</span>
          {each.activeFrom !== null && <span className="muted small">{t('plan.since', { day: each.activeFrom })}</span>}
          {each.deals > 0 && <span className="muted small">{t('plan.deals', { count: each.deals })}</span>}
          {each.note !== '' && <span className="small grow">{each.note}</span>}
        </li>
      ))}
    </ul>
  );
}

/** One plan: what is open or in force, its simulation, its versions. */
export function PlanCard({ plan }: { plan: Plan }) {
  const t = useCommissionTexts();
  const refresh = useRefresh();
  const mayEdit = useHasRight('commission.manage');
  const today = useFormat().today();
  const open = openVersionOf(plan);
  const shown = open ?? inForceOf(plan, today) ?? plan.versions[0];
  const { isBusy, run } = useSubmit();
  const begin = async () => {
    if (await run(() => call('POST /commission/plans/{id}/draft', { params: { id: plan.id }, body: {} }))) await refresh();
  };
  if (!shown) return null;
  return (
    <section className="card">
      <h2 className="card-head">
        <span className="row wrap">{plan.name} <span className="small muted">{plan.siteName ?? t('plan.company')}</span></span>
        {!open && mayEdit && <Button loading={isBusy} onClick={() => void begin()}>{t('plan.draft')}</Button>}
      </h2>
      {shown.status === 'draft' && mayEdit ? <Draft key={`${shown.number} ${shown.version}`} plan={plan} draft={shown} /> : shown.status === 'submitted' ? <Submitted plan={plan} version={shown} /> : <TermsSummary terms={shown.terms} />}
      {mayEdit && <PlanSimulation planId={plan.id} number={shown.number} />}
      <Versions plan={plan} />
    </section>
  );
}
