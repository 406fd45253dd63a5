import { useQuery } from '@tanstack/react-query';
import { type RowOf, call } from '#kit/api/typed-client.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { AdminCard } from '../parts/admin-page.tsx';

type Viewing = RowOf<'GET /auth/viewings'>;

/** Nobody is looked at in secret: which administrator looked as oneself, when and why (UX-14). */
export function ViewingsCard() {
  const t = useTexts(identityWebTexts);
  const format = useFormat();
  const query = useQuery({ queryKey: ['viewings'], queryFn: ({ signal }) => call('GET /auth/viewings', { signal }), select: (answer) => answer.data });
  const line = ({ id, by, reason, startedAt, endedAt }: Viewing) => {
    const from = format.moment(startedAt);
    return (
      <li key={id}>
        <div className="grow">
          <div>{by}</div>
          <div className="small muted">{reason} · {endedAt === null ? t('viewAs.now', { from }) : t('viewAs.when', { from, to: format.moment(endedAt) })}</div>
        </div>
      </li>
    );
  };
  return (
    <AdminCard title={t('viewAs.card')} isFlush>
      {query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        : !query.data ? <div className="card-body"><SkeletonLines count={2} /></div>
          : query.data.length === 0 ? <p className="card-body muted">{t('viewAs.cardNone')}</p> : <ul className="admin-lines">{query.data.map(line)}</ul>}
    </AdminCard>
  );
}
