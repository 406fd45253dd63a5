import { useQuery } from '@tanstack/react-query';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { AdminCard, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { Refusal } from '../team-frame.tsx';
import { type SkillBoard, useTeamTexts } from '../use-team.ts';

/** Which service types ask for which skills; a tick is kept at once. */
export function SkillUses({ skills }: { readonly skills: SkillBoard['skills'] }) {
  const t = useTeamTexts();
  const types = useFindObject()('caseType');
  const found = useQuery({ queryKey: ['records', 'caseType', 'skill-uses'], enabled: types !== undefined, queryFn: ({ signal }) => call('GET /team/skill-uses', { signal }) });
  const { error, run } = useSubmit();
  const rows = found.data?.data ?? [];
  if (types?.grants.update === undefined || rows.length === 0) return null;
  const save = async (id: string, codes: readonly string[]) => {
    if (await run(() => call('PUT /team/skill-uses/{id}', { params: { id }, body: { skills: [...codes] } }))) { showToast(t('skills.usesSaved')); void found.refetch(); }
  };
  return (
    <AdminCard title={t('skills.uses')} isFlush>
      <p className="small muted team-lead">{t('skills.usesHint')}</p>
      <Refusal error={error} />
      <ul className="admin-lines">
        {rows.map((row) => (
          <li key={row.id}>
            <fieldset className="skill-uses"><legend>{row.name}</legend>
              {skills.map(({ id, code, name }) => (
                <label key={id}><input type="checkbox" checked={row.skills.includes(code) || row.skills.includes(name)} onChange={(event) => void save(row.id, event.target.checked ? [...row.skills, code] : row.skills.filter((each) => each !== code && each !== name))} />{name}</label>
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
    </AdminCard>
  );
}
