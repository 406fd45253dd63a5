import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { call } from '#kit/api/typed-client.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { Refusal } from '../team-frame.tsx';
import { useRefreshTeam, useTeamTexts } from '../use-team.ts';

/** Who of the queue can take the case now; why the others cannot (SE-40). */
export default function CasePeople({ record }: RecordSlotProps) {
  const t = useTeamTexts();
  const pick = usePick();
  const refresh = useRefreshTeam();
  const { isBusy, error, run } = useSubmit();
  const found = useQuery({ queryKey: ['records', 'case', 'people', record.id], queryFn: ({ signal }) => call('GET /team/cases/{id}/people', { signal, params: { id: record.id } }) });
  if (!found.data) return <div className="card-body">{found.isPending && <SkeletonLines count={3} />}</div>;
  const { able, unable, owner, mayHandOn, skills } = found.data;
  const give = async (to: string, name: string) => { if (await run(() => call('POST /service/cases/{id}/hand-on', { params: { id: record.id }, body: { to } }))) { showToast(t('people.given', { name })); refresh(); } };
  if (able.length + unable.length === 0) return <p className="card-body faint">{t('people.noQueue')}</p>;
  return (
    <div className="card-body stack">
      {skills.length > 0 && <p className="small muted">{t('people.needs')}：{skills.join('、')}</p>}
      {able.length === 0 ? <p className="danger" role="status">{t('people.nobody')}</p> : (
        <ul className="stack" aria-label={t('people.able')}>{able.map(({ id, name, open }) => (
          <li key={id} className="row"><span className="grow">{name} <span className="small muted">{t('people.open', { count: open })}</span></span>{owner === id ? <span className="tag tag-green">{t('people.isOwner')}</span> : mayHandOn && <Button size="small" loading={isBusy} aria-label={t('people.give', { name })} onClick={() => void give(id, name)}>{t('people.give', { name: '' })}</Button>}</li>
        ))}</ul>
      )}
      {unable.length > 0 && <details open={able.length === 0}><summary className="small">{t('people.unable')}（{unable.length}）</summary><ul className="stack team-reasons">{unable.map(({ id, name, reasons }) => <li key={id} className="small"><b>{name}</b>：{reasons.map(pick).join('；')}</li>)}</ul></details>}
      <Refusal error={error} />
    </div>
  );
}
