import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { useSession } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { dayIn } from '#kit/texts/dates.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminCard, AdminPage, ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { type KeptRound, isRoundTouched, newKeptRound } from '../kept/kept-round.ts';
import { sendRounds } from '../kept/round-queue.ts';
import { dropRound, keepRound, keptRounds } from '../kept/round-store.ts';
import { useKeptRounds } from '../kept/use-kept-rounds.ts';
import { useFieldworkTexts } from '../use-fieldwork.ts';
import { type ShownRound, isRoundOver, useMyRounds, useRefreshRounds } from '../use-rounds.ts';
import { RoundLine } from './round-line.tsx';
import '../phone/phone.css';

/** So many rounds are put on the device before they are opened. */
const AHEAD = 12;

/** Puts the coming rounds on the device, so that they open without network; forgets untouched ones that are gone. */
function useKeepAhead(rounds: readonly ShownRound[] | undefined, userId: string): void {
  useEffect(() => {
    if (!rounds) return;
    const open = rounds.filter(({ state }) => !isRoundOver(state));
    void (async () => {
      const kept = await keptRounds(userId);
      for (const each of kept) if (each.state === 'draft' && !isRoundTouched(each) && !open.some(({ id }) => id === each.round)) await dropRound(each.id);
      for (const { id } of open.slice(0, AHEAD)) {
        if (kept.some(({ round }) => round === id)) continue;
        const sheet = await call('GET /fieldwork/rounds/{id}/sheet', { params: { id } });
        if (sheet.isMine) await keepRound(newKeptRound(userId, sheet, newId(), Date.now()));
      }
    })().catch(() => undefined);
  }, [rounds, userId]);
}

/** What this device still has to send: nothing gets lost without a person saying so. */
function RoundsOnDevice({ rounds }: { readonly rounds: readonly KeptRound[] }) {
  const t = useFieldworkTexts();
  const pick = usePick();
  const { user } = useSession();
  const refresh = useRefreshRounds();
  const [gone, setGone] = useState<KeptRound>();
  const waiting = rounds.filter(({ state }) => state !== 'draft');
  if (waiting.length === 0) return null;
  const send = () => void sendRounds(user.id).then(refresh, () => undefined);
  const again = (round: KeptRound) => void keepRound({ ...round, state: 'waiting', problem: null }).then(send, () => undefined);
  return (
    <AdminCard title={t('mine.onDevice')} isFlush>
      <ul className="admin-lines order-lines">
        {waiting.map((round) => (
          <li key={round.id}>
            <div className="grow">
              <div className="row wrap"><b>{pick(round.sheet.route)}</b><span className={`tag ${round.state === 'refused' ? 'tag-zhu' : 'tag-hu'}`}>{t(round.state === 'refused' ? 'mine.refused' : 'mine.waiting')}</span></div>
              <p className="small muted">{round.sheet.number}</p>
              {round.problem !== null && <p className="small danger">{round.problem}</p>}
            </div>
            {round.state === 'waiting' && <Button onClick={send}>{t('sendNow')}</Button>}
            {round.state === 'refused' && <><PageLink className="order-go" to={`/fieldwork/round/${round.round}`}>{t('mine.goOn')}</PageLink><Button onClick={() => again(round)}>{t('mine.again')}</Button><Button danger onClick={() => setGone(round)}>{t('mine.drop')}</Button></>}
          </li>
        ))}
      </ul>
      {gone && <ConfirmDialog title={t('rounds.dropTitle')} ok={t('mine.drop')} isDanger onConfirm={() => dropRound(gone.id)} onClose={() => setGone(undefined)}><p>{t('mine.dropHint', { title: `${gone.sheet.number} ${pick(gone.sheet.route)}` })}</p></ConfirmDialog>}
    </AdminCard>
  );
}

/** The rounds of today and the next days, on the telephone (SE-11, UX-16). */
export default function MyRoundsPage() {
  const t = useFieldworkTexts();
  const { user } = useSession();
  const { zone, today } = useFormat();
  const found = useMyRounds();
  const kept = useKeptRounds() ?? [];
  useKeepAhead(found.data?.data, user.id);
  const isOffline = !found.data && isProblem(found.error) && found.error.status === 0;
  const onWay = new Set(kept.filter(({ state }) => state !== 'draft').map(({ round }) => round));
  const all: readonly ShownRound[] = found.data?.data ?? (isOffline ? kept.map(({ sheet }) => sheet) : []);
  const open = all.filter(({ id, state }) => !isRoundOver(state) && !onWay.has(id));
  const isLater = ({ from }: ShownRound): boolean => dayIn(from, zone).day > today();
  const parts = [
    { key: 'today', rounds: open.filter((round) => !isLater(round)), isAlways: true },
    { key: 'later', rounds: open.filter(isLater), isAlways: false },
    { key: 'over', rounds: all.filter(({ state }) => isRoundOver(state)), isAlways: false },
  ] as const;
  return (
    <AdminPage title={t('rounds.mine')} hint={t('rounds.mineHint')}>
      <RoundsOnDevice rounds={kept} />
      {isOffline && <p className="small muted" role="status">{t('rounds.offline')}</p>}
      {found.error && !found.data && !isOffline && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={5} /></div>}
      {(found.data !== undefined || isOffline) && parts.map(({ key, rounds, isAlways }) => (isAlways || rounds.length > 0) && (
        <AdminCard key={key} title={t(`rounds.${key}`)} note={rounds.length} isFlush>
          {rounds.length === 0 ? <EmptyState title={t('rounds.nothing')} hint={t('rounds.nothingHint')} /> : <ul className="admin-lines order-lines">{rounds.map((round) => <RoundLine key={round.id} round={round} />)}</ul>}
        </AdminCard>
      ))}
    </AdminPage>
  );
}
