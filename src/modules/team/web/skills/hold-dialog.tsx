import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { ChoiceBar, PlainSelect } from '#kit/field/choice-bar.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { lastDayOf } from '../../rules/skill-validity.ts';
import { Labelled, Refusal } from '../team-frame.tsx';
import { type HeldSkill, type SkillBoard, useRefreshTeam, useTeamTexts } from '../use-team.ts';

export interface HoldStart { readonly person?: string | undefined; readonly skill?: string | undefined; readonly held?: HeldSkill | undefined }

const levels = ['1', '2', '3', '4', '5'] as const;

/** What is filled in; the last day follows from the skill until it is set by hand. */
function useHeldDraft(board: SkillBoard, { person, skill, held }: HoldStart) {
  const monthsOf = (id: string) => board.skills.find((each) => each.id === id)?.validMonths ?? null;
  const first = skill ?? board.skills[0]?.id ?? '';
  const [draft, setDraft] = useState({
    person: person ?? board.people[0]?.id ?? '', skill: first, level: levels.find((each) => each === String(held?.level)) ?? '3', number: held?.certificateNumber ?? '', from: board.today, until: lastDayOf(board.today, monthsOf(first)) ?? '',
  });
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  return {
    draft, set, choose: (next: string) => set({ skill: next, until: lastDayOf(draft.from, monthsOf(next)) ?? '' }),
    begin: (next: string) => set({ from: next, ...(next !== '' && { until: lastDayOf(next, monthsOf(draft.skill)) ?? draft.until }) }),
    isReady: draft.person !== '' && draft.skill !== '' && draft.from !== '',
  };
}

function HoldFields({ board, held, form: { draft, set, choose, begin } }: { readonly board: SkillBoard; readonly held: HeldSkill | undefined; readonly form: ReturnType<typeof useHeldDraft> }) {
  const t = useTeamTexts();
  const needsNumber = board.skills.find(({ id }) => id === draft.skill)?.needsCertificate === true;
  return (
    <>
      <Labelled label={t('skills.person')}><PlainSelect label={t('skills.person')} value={draft.person} options={board.people.map(({ id, name, unit }) => ({ value: id, label: unit === null ? name : `${name} · ${unit}` }))} onChange={(person) => set({ person })} /></Labelled>
      <Labelled label={t('skills.skill')}><PlainSelect label={t('skills.skill')} value={draft.skill} options={board.skills.map(({ id, name }) => ({ value: id, label: name }))} onChange={choose} /></Labelled>
      <div className="admin-field"><span className="small muted">{t('skills.levels')}</span><ChoiceBar<(typeof levels)[number]> label={t('skills.levels')} value={draft.level} options={levels.map((value) => ({ value, label: value }))} onChange={(level) => set({ level })} /></div>
      <Labelled label={t('skills.certificate')}><Input value={draft.number} maxLength={60} required={needsNumber} placeholder={needsNumber ? t('skills.needsCertificate') : ''} onChange={(event) => set({ number: event.target.value })} /></Labelled>
      <div className="admin-two">
        <Labelled label={t('skills.from')}><Input type="date" value={draft.from} onChange={(event) => begin(event.target.value)} /></Labelled>
        <Labelled label={t('skills.validUntil')}><Input type="date" value={draft.until} onChange={(event) => set({ until: event.target.value })} /></Labelled>
      </div>
      {held && <p className="small"><span className="muted">{t('skills.proof')}：</span><PageLink className="team-link" to={`/o/staff-skills/${held.id}`}>{t('skills.proofOpen')}</PageLink></p>}
    </>
  );
}

/** Says that somebody holds a skill, renews it, or takes it away. */
export function HoldDialog({ board, start, onClose }: { readonly board: SkillBoard; readonly start: HoldStart; onClose(): void }) {
  const t = useTeamTexts();
  const refresh = useRefreshTeam();
  const { isBusy, error, issues, run } = useSubmit();
  const { held } = start;
  const form = useHeldDraft(board, start);
  const [isDropping, setDropping] = useState(false);
  const ended = (words: string) => { showToast(words); refresh(); onClose(); };
  const save = async () => {
    const { person, skill, level, number, from, until } = form.draft;
    const body = { person, skill, level: Number(level), certificateNumber: number, validFrom: from, validUntil: until === '' ? null : until, note: held?.note ?? '' };
    if (await run(() => call('POST /team/skills/held', { body }))) ended(t('saved'));
  };
  const drop = async () => { if (held && await run(() => call('DELETE /team/skills/held/{id}', { params: { id: held.id } }))) ended(t('skills.dropped')); };
  return (
    <Dialog title={t(held ? 'skills.renew' : 'skills.give')} onClose={onClose}>
      <form className="stack team-form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <HoldFields board={board} held={held} form={form} />
        {isDropping && held && <p role="status">{t('skills.dropHint', { person: board.people.find(({ id }) => id === form.draft.person)?.name ?? '', skill: held.subject })}</p>}
        <Refusal error={error} issues={issues} />
        <div className="row wrap">
          {isDropping ? <Button danger type="primary" loading={isBusy} onClick={() => void drop()}>{t('skills.drop')}</Button> : <Button type="primary" htmlType="submit" loading={isBusy} disabled={!form.isReady}>{t('save')}</Button>}
          <Button onClick={onClose}>{t('cancel')}</Button>
          {held && !isDropping && <Button danger onClick={() => setDropping(true)}>{t('skills.drop')}</Button>}
        </div>
      </form>
    </Dialog>
  );
}
