import { Button, Input } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { EmptyState } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { AdminCard, AdminPage, RecordPicker, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { Labelled, Refusal, Waiting } from '../team-frame.tsx';
import { type Inductions, useInductions, useRefreshTeam, useTeamTexts } from '../use-team.ts';
import { InductionPlans } from './induction-plans.tsx';

type Row = Inductions['inductions'][number];

function StartDialog({ all, onClose }: { readonly all: Inductions; onClose(): void }) {
  const t = useTeamTexts();
  const refresh = useRefreshTeam();
  const plans = all.plans.filter(({ state }) => state === 'active');
  const [person, setPerson] = useState<NamedRef>();
  const [mentor, setMentor] = useState<NamedRef>();
  const [plan, setPlan] = useState(plans[0]?.id ?? '');
  const [startedOn, setStartedOn] = useState(all.today);
  const { isBusy, error, issues, run } = useSubmit();
  const save = async () => { if (person && mentor && await run(() => call('POST /team/inductions', { body: { person: person.id, mentor: mentor.id, plan, startedOn } }))) { showToast(t('induction.started')); refresh(); onClose(); } };
  return (
    <Dialog title={t('induction.start')} onClose={onClose}>
      <form className="stack team-form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <div className="admin-field"><span className="small muted">{t('induction.person')}</span><RecordPicker target="user" label={t('induction.person')} value={person} onChange={setPerson} /></div>
        <div className="admin-field"><span className="small muted">{t('induction.mentor')}</span><RecordPicker target="user" label={t('induction.mentor')} value={mentor} without={person ? [person.id] : []} onChange={setMentor} /></div>
        <Labelled label={t('induction.plan')}><PlainSelect label={t('induction.plan')} value={plan} options={plans.map(({ id, name }) => ({ value: id, label: name }))} onChange={setPlan} /></Labelled>
        <Labelled label={t('induction.from')}><Input type="date" value={startedOn} required onChange={(event) => setStartedOn(event.target.value)} /></Labelled>
        <Refusal error={error} issues={issues} />
        <div className="row"><Button type="primary" htmlType="submit" loading={isBusy} disabled={!person || !mentor || plan === ''}>{t('induction.start')}</Button><Button onClick={onClose}>{t('cancel')}</Button></div>
      </form>
    </Dialog>
  );
}

function InductionLine({ row }: { readonly row: Row }) {
  const t = useTeamTexts();
  return (
    <li>
      <div className="grow">
        <div className="row wrap"><b>{row.person.name}</b><span className="small muted">{row.plan}</span>{row.late > 0 && <span className="tag tag-zhu">{t('induction.late', { count: row.late })}</span>}{row.state === 'done' && <span className="tag tag-green">{t('induction.done')}</span>}{row.state === 'cancelled' && <span className="tag">{t('induction.cancelled')}</span>}</div>
        <p className="small muted">{[t('induction.mentorOf', { name: row.mentor.name }), t('induction.dates', { from: row.startedOn, to: row.dueOn }), row.next !== null && row.nextDue !== null && t('induction.next', { step: row.next, day: row.nextDue })].filter(Boolean).join(' · ')}</p>
        <span className="induction-progress"><progress max={row.steps} value={row.done} aria-hidden /><span className="small">{t('induction.progress', { done: row.done, steps: row.steps })}</span></span>
      </div>
      <PageLink className="team-go" to={`/team/induction/${row.id}`} aria-label={`${t('induction.open')} ${row.person.name}`}>{t('induction.open')}</PageLink>
    </li>
  );
}

/** Newcomers on their way, for mentor and supervisor (SE-40). */
export default function InductionsPage() {
  const t = useTeamTexts();
  const found = useInductions();
  const [isStarting, setStarting] = useState(false);
  const all = found.data;
  const mayStart = all?.mayStart === true && all.plans.some(({ state }) => state === 'active');
  return (
    <AdminPage title={t('induction.title')} hint={t('induction.hint')} actions={mayStart && <Button type="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setStarting(true)}>{t('induction.start')}</Button>}>
      <Waiting found={found}>{({ inductions, plans, mayPlan }) => {
        const running = inductions.filter(({ state }) => state === 'running');
        const over = inductions.filter(({ state }) => state !== 'running');
        return (
          <>
            <AdminCard title={t('induction.running')} note={running.length} isFlush>{running.length === 0 ? <EmptyState title={t(mayPlan ? 'induction.none' : 'induction.noneMine')} hint={mayPlan ? t('induction.noneHint') : undefined} /> : <ul className="admin-lines team-lines">{running.map((row) => <InductionLine key={row.id} row={row} />)}</ul>}</AdminCard>
            {over.length > 0 && <AdminCard title={t('induction.over')} note={over.length} isFlush><ul className="admin-lines team-lines">{over.map((row) => <InductionLine key={row.id} row={row} />)}</ul></AdminCard>}
            {mayPlan && <InductionPlans plans={plans} />}
          </>
        );
      }}</Waiting>
      {isStarting && all && <StartDialog all={all} onClose={() => setStarting(false)} />}
    </AdminPage>
  );
}
