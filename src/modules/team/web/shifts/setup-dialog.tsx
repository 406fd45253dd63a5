import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { shiftColours } from '../../rules/team-choices.ts';
import { Labelled, Refusal } from '../team-frame.tsx';
import { type WeekPlan, useTeamTexts } from '../use-team.ts';
import { useWeekdays } from './week-grid.tsx';

type Pattern = WeekPlan['patterns'][number];
const fresh: Omit<Pattern, 'id'> = { name: '', shortName: '', starts: '09:00', ends: '17:00', breakMinutes: 45, colour: 'green', state: 'active' };

function PatternForm({ pattern, onSaved }: { readonly pattern: Omit<Pattern, 'id'> & { readonly id?: string }; onSaved(): void }) {
  const t = useTeamTexts();
  const [draft, setDraft] = useState(pattern);
  const { isBusy, error, issues, run } = useSubmit();
  const set = (part: Partial<Pattern>) => setDraft({ ...draft, ...part });
  const save = async () => {
    const { id, ...body } = draft;
    if (await run(() => call('POST /team/shift-patterns', { body: { ...body, ...(id !== undefined && { id }) } }))) { showToast(t('setup.saved')); onSaved(); }
  };
  return (
    <form className="pattern-form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <Labelled label={t('setup.name')}><Input value={draft.name} maxLength={40} required onChange={(event) => set({ name: event.target.value })} /></Labelled>
      <Labelled label={t('setup.short')}><Input value={draft.shortName} maxLength={4} required onChange={(event) => set({ shortName: event.target.value })} /></Labelled>
      <Labelled label={t('setup.starts')}><Input type="time" value={draft.starts} required onChange={(event) => set({ starts: event.target.value })} /></Labelled>
      <Labelled label={t('setup.ends')}><Input type="time" value={draft.ends} required onChange={(event) => set({ ends: event.target.value })} /></Labelled>
      <Labelled label={t('setup.break')}><Input type="number" min={0} max={240} value={draft.breakMinutes} onChange={(event) => set({ breakMinutes: Number(event.target.value) })} /></Labelled>
      <Labelled label={t('setup.colour')}><PlainSelect label={t('setup.colour')} value={draft.colour} options={shiftColours.map((value) => ({ value, label: t(`setup.colours.${value}`) }))} onChange={(value) => set({ colour: shiftColours.find((each) => each === value) ?? 'qing' })} /></Labelled>
      <Labelled label={t('setup.state')}><PlainSelect label={t('setup.state')} value={draft.state} options={[{ value: 'active', label: t('active') }, { value: 'retired', label: t('retired') }]} onChange={(value) => set({ state: value === 'retired' ? 'retired' : 'active' })} /></Labelled>
      <div className="pattern-save"><Button htmlType="submit" loading={isBusy}>{t('save')}</Button></div>
      <Refusal error={error} issues={issues} />
    </form>
  );
}

function UnitShifts({ plan, onSaved }: { readonly plan: WeekPlan; onSaved(): void }) {
  const t = useTeamTexts();
  const weekdays = useWeekdays();
  const [isPlanned, setPlanned] = useState(plan.isPlanned);
  const [cover, setCover] = useState(plan.cover);
  const { isBusy, error, run } = useSubmit();
  const headsOf = (template: string, weekday: number) => cover.find((each) => each.template === template && each.weekday === weekday)?.heads ?? 0;
  const set = (template: string, weekday: number, heads: number) => setCover([...cover.filter((each) => !(each.template === template && each.weekday === weekday)), { template, weekday, heads: Math.min(Math.max(heads, 0), 99) }]);
  const save = async () => { if (await run(() => call('PUT /team/shift-units/{id}', { params: { id: plan.unit?.id ?? '' }, body: { isPlanned, cover: cover.map((each) => ({ ...each })) } }))) { showToast(t('setup.savedUnit')); onSaved(); } };
  return (
    <section className="stack">
      <h3>{t('setup.unit', { unit: plan.unit?.name ?? '' })}</h3>
      <label className="shift-choice"><input type="checkbox" checked={isPlanned} onChange={(event) => setPlanned(event.target.checked)} /><span>{t('setup.isPlanned')}<span className="small muted block">{t('setup.isPlannedHint')}</span></span></label>
      <div className="admin-scroll"><table className="admin-table cover-table"><caption className="small muted">{t('setup.cover')}</caption>
        <thead><tr><th scope="col">{t('setup.name')}</th>{weekdays.map((day) => <th key={day} scope="col">{day}</th>)}</tr></thead>
        <tbody>{plan.patterns.filter(({ state }) => state === 'active').map((pattern) => (
          <tr key={pattern.id}><th scope="row">{pattern.name}</th>{weekdays.map((day, weekday) => <td key={day}><input type="number" min={0} max={99} aria-label={t('setup.coverOf', { pattern: pattern.name, day })} value={headsOf(pattern.id, weekday)} onChange={(event) => set(pattern.id, weekday, Number(event.target.value))} /></td>)}</tr>
        ))}</tbody>
      </table></div>
      <Refusal error={error} />
      <div><Button type="primary" loading={isBusy} onClick={() => void save()}>{t('save')}</Button></div>
    </section>
  );
}

/** Shift patterns of the company, and what this unit asks of them. */
export function SetupDialog({ plan, onSaved, onClose }: { readonly plan: WeekPlan; onSaved(): void; onClose(): void }) {
  const t = useTeamTexts();
  const [isAdding, setAdding] = useState(false);
  return (
    <Dialog place="side" width={640} title={t('setup.title')} onClose={onClose}>
      <div className="stack team-form">
        <UnitShifts plan={plan} onSaved={onSaved} />
        <section className="stack">
          <h3>{t('setup.patterns')}</h3>
          {plan.patterns.map((pattern) => (
            <details key={pattern.id}><summary><span className={`tag tag-${pattern.colour}`}>{pattern.name}</span> <span className="small muted">{t('setup.times', { starts: pattern.starts, ends: pattern.ends, break: pattern.breakMinutes })}{pattern.ends <= pattern.starts && ` · ${t('setup.overnight')}`}{pattern.state === 'retired' && ` · ${t('retired')}`}</span></summary><PatternForm pattern={pattern} onSaved={onSaved} /></details>
          ))}
          {isAdding ? <PatternForm pattern={fresh} onSaved={() => { setAdding(false); onSaved(); }} /> : <div><Button onClick={() => setAdding(true)}>{t('setup.addPattern')}</Button></div>}
        </section>
      </div>
    </Dialog>
  );
}
