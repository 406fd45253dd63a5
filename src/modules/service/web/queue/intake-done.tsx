import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useSession } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { isNamedRef } from '#kit/records/record-types.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { Why } from '#kit/why/why.tsx';
import { DueWords } from './due-words.tsx';
import { useClock, useQueueTexts } from './use-queue.ts';

/** What to tell the caller before they hang up: the number, by when they are answered and why, and who has it. */
export function IntakeDone({ id, number }: { id: string; number: string }) {
  const t = useQueueTexts();
  const format = useFormat();
  const me = useSession().user.id;
  const now = useClock();
  const found = useQuery({
    queryKey: ['record', 'case', id, 'taken-in'],
    queryFn: async ({ signal }) => {
      const [row, process] = await Promise.all([call('GET /cases/{id}', { signal, params: { id }, query: { include: 'owner' } }), call('GET /service/cases/{id}/process', { signal, params: { id } })]);
      return { owner: isNamedRef(row['owner']) ? row['owner'] : undefined, clock: process.clocks.find((each) => each.kind === 'whole') };
    },
  });
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const clock = found.data?.clock;
  const owner = found.data?.owner;
  return (
    <div className="intake-done" role="status">
      <p className="intake-number"><CircleCheck size={22} aria-hidden /> <b>{number}</b></p>
      {found.isPending && <SkeletonLines count={2} />}
      {found.data && (
        <dl className="facts">
          <dt>{t('intake.due')}</dt>
          <dd>{clock ? <span className="row wrap"><b>{format.fullMoment(clock.dueAt)}</b><Why decision={clock.decision} clause={clock.clause} about={t('intake.due')} /><DueWords row={{ state: 'open', dueAt: clock.dueAt, urgency: clock.urgency }} now={now} hasMoment={false} /></span> : t('intake.noDue')}</dd>
          <dt>{t('intake.who')}</dt>
          <dd>{owner ? (owner.id === me ? t('intake.you', { name: owner.name }) : owner.name) : t('intake.nobodyYet')}</dd>
        </dl>
      )}
    </div>
  );
}
