import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { AdminCard, AdminPage } from '#modules/identity/web/identity.public.tsx';
import { Waiting } from '../team-frame.tsx';
import { type HeldSkill, type SkillBoard, useSkills, useTeamTexts } from '../use-team.ts';
import { HoldDialog, type HoldStart } from './hold-dialog.tsx';
import { SkillMatrix } from './skill-matrix.tsx';
import { SkillUses } from './skill-uses.tsx';

const SOON = 30;

/** `有效至 …` with what is left when it is near. */
export function HeldState({ held }: { readonly held: HeldSkill }) {
  const t = useTeamTexts();
  if (!held.isCounting && held.daysLeft !== null && held.daysLeft < 0) return <span className="tag tag-zhu">{t('skills.over')}</span>;
  if (held.daysLeft !== null && held.daysLeft <= SOON) return <span className="tag tag-hu">{held.daysLeft === 0 ? t('skills.endsToday') : t('skills.left', { days: held.daysLeft })}</span>;
  return null;
}

function HeldLine({ held, person, onOpen }: { readonly held: HeldSkill; readonly person: string | null; onOpen?: (() => void) | undefined }) {
  const t = useTeamTexts();
  const facts = [t('skills.level', { level: held.level }), held.certificateNumber, held.validUntil === null ? t('skills.forGood') : t('skills.until', { day: held.validUntil }), t(held.source === 'exam' ? 'skills.fromExam' : 'skills.entered')].filter(Boolean).join(' · ');
  return (
    <li>
      <div className="grow"><div className="row wrap"><b>{[person, held.subject].filter(Boolean).join(' · ')}</b><HeldState held={held} /></div><p className="small muted">{facts}</p></div>
      {onOpen ? <Button onClick={onOpen} aria-label={`${t('skills.renew')} ${person ?? ''} ${held.subject}`}>{t('skills.renew')}</Button> : <PageLink className="team-go" to={`/o/staff-skills/${held.id}`} aria-label={`${t('skills.proof')} ${held.subject}`}>{t(held.hasProof ? 'skills.hasProof' : 'skills.noProof')}</PageLink>}
    </li>
  );
}

/** What the supervisor has to see to: skills that end or have ended. */
function Attention({ board, onOpen }: { readonly board: SkillBoard; onOpen(start: HoldStart): void }) {
  const t = useTeamTexts();
  const ending = board.held.filter(({ daysLeft }) => daysLeft !== null && daysLeft <= SOON);
  if (ending.length === 0) return null;
  const nameOf = (id: string) => board.people.find((each) => each.id === id)?.name ?? '';
  return (
    <AdminCard title={t('skills.attention')} note={ending.length} isFlush>
      <ul className="admin-lines team-lines">{ending.map((held) => <HeldLine key={held.id} held={held} person={nameOf(held.person)} onOpen={() => onOpen({ person: held.person, skill: held.skill, held })} />)}</ul>
    </AdminCard>
  );
}

function Own({ board }: { readonly board: SkillBoard }) {
  const t = useTeamTexts();
  if (board.held.length === 0) return <div className="card"><EmptyState title={t('skills.noMine')} hint={t('skills.noMineHint')} /></div>;
  return <ul className="card admin-lines team-lines">{board.held.map((held) => <HeldLine key={held.id} held={held} person={null} />)}</ul>;
}

/** Who can do what, and until when (SE-40). */
export default function SkillsPage() {
  const t = useTeamTexts();
  const found = useSkills();
  const [start, setStart] = useState<HoldStart>();
  const board = found.data;
  const mayKeep = board?.mayKeep === true;
  const actions = mayKeep && <><PageLink className="team-link" to="/o/skills">{t('skills.list')}</PageLink>{board.skills.length > 0 && <Button type="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setStart({})}>{t('skills.give')}</Button>}</>;
  return (
    <AdminPage title={t('skills.title')} hint={t(mayKeep ? 'skills.hint' : 'skills.mineHint')} actions={actions}>
      <Waiting found={found}>{(data) => (data.mayKeep ? (
        <>
          <Attention board={data} onOpen={setStart} />
          {data.skills.length === 0 ? <div className="card"><EmptyState title={t('skills.empty')} hint={t('skills.emptyHint')} actions={<PageLink className="team-go" to="/o/skills">{t('skills.list')}</PageLink>} /></div> : <SkillMatrix board={data} onOpen={setStart} />}
          {data.skills.length > 0 && <SkillUses skills={data.skills} />}
        </>
      ) : <Own board={data} />)}</Waiting>
      {start && board && <HoldDialog board={board} start={start} onClose={() => setStart(undefined)} />}
    </AdminPage>
  );
}
