import { useQuery } from '@tanstack/react-query';
import { call } from '#kit/api/typed-client.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { ClauseMark } from '#kit/why/why.tsx';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { useFollowUpTexts } from '../follow-up/use-follow-up.ts';

/** Claims that a clause refused, for the manager of the pool (UX-18); nothing where nobody was refused. */
export function Refusals({ pool }: { pool: string }) {
  const t = useFollowUpTexts();
  const format = useFormat();
  const found = useQuery({ queryKey: ['pool-refusals', pool], queryFn: ({ signal }) => call('GET /pools/{id}/refusals', { signal, params: { id: pool } }) });
  const list = found.data?.data ?? [];
  if (list.length === 0) return null;
  return (
    <div className="pool-refusals">
      <AdminCard title={t('pool.refused')} note={t('pool.refusedNote')}>
        <ul className="admin-lines">
          {list.map((each) => (
            <li key={each.id}>
              <div className="grow">
                <p className="row wrap"><b>{t('pool.refusedWho', { claimant: each.claimant.name, customer: each.customer })}</b>{each.attempts > 1 && <span className="tag">{t('pool.attempts', { count: each.attempts })}</span>}</p>
                <p className="small muted"><span className="why-mark is-plain"><ClauseMark clause={each.clause} /></span> {each.clauseText}{each.until !== null && ` ${t('pool.nextFrom', { day: format.date(each.until) })}`}</p>
              </div>
              <span className="small muted">{format.moment(each.at)}</span>
            </li>
          ))}
        </ul>
      </AdminCard>
    </div>
  );
}
