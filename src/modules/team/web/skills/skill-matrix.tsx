import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { type HeldSkill, type SkillBoard, useTeamTexts } from '../use-team.ts';
import type { HoldStart } from './hold-dialog.tsx';

const toneOf = (held: HeldSkill): string => (!held.isCounting ? ' is-over' : held.daysLeft !== null && held.daysLeft <= 30 ? ' is-soon' : ' is-held');

/** People down, skills across, a level in each cell; a press opens the entry. */
export function SkillMatrix({ board, onOpen }: { readonly board: SkillBoard; onOpen(start: HoldStart): void }) {
  const t = useTeamTexts();
  const heldBy = new Map(board.held.map((held) => [`${held.person}/${held.skill}`, held]));
  const stateOf = (held: HeldSkill | undefined) => (held ? [t('skills.level', { level: held.level }), !held.isCounting && t('skills.over')].filter(Boolean).join(' ') : t('skills.cellNone'));
  return (
    <AdminCard title={t('skills.matrix')} isFlush>
      <div className="admin-scroll" tabIndex={0} role="region" aria-label={t('skills.matrixLabel')}>
        <table className="admin-table skill-matrix">
          <thead><tr><th scope="col">{t('skills.person')}</th>{board.skills.map(({ id, name }) => <th key={id} scope="col">{name}</th>)}</tr></thead>
          <tbody>
            {board.people.map((person) => (
              <tr key={person.id}>
                <th scope="row"><span>{person.name}</span>{person.unit !== null && <span className="small muted"> {person.unit}</span>}</th>
                {board.skills.map((skill) => {
                  const held = heldBy.get(`${person.id}/${skill.id}`);
                  return (
                    <td key={skill.id}>
                      <button type="button" className={`skill-cell${held ? toneOf(held) : ''}`} onClick={() => onOpen({ person: person.id, skill: skill.id, held })}>
                        <span className="visually-hidden">{t('skills.cell', { person: person.name, skill: skill.name, state: stateOf(held) })}</span>
                        {held ? <span className="skill-words" aria-hidden><b>{held.level}</b>{held.validUntil !== null && <span className="small">{held.validUntil.slice(2)}</span>}</span> : <span aria-hidden>+</span>}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </AdminCard>
  );
}
