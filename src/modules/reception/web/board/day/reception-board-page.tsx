import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { usePageKeys } from '#kit/palette/use-global-keys.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePageTitle } from '#kit/shell/page-title.ts';
import { useBoardPanels } from '../board-panels.ts';
import { type Board, type BoardPerson, type SiteChoice, useBoard, useBoardAction, useBoardTexts, useChosenSite } from '../use-board.ts';
import { AskDialog } from './ask-dialogs.tsx';
import { BoardHead } from './board-head.tsx';
import { BoardTable } from './board-table.tsx';
import { NextCards } from './next-cards.tsx';
import { OpenDayDialog } from './order-dialog.tsx';
import type { Asked } from './use-person-acts.ts';
import { YourTurn } from './your-turn.tsx';
import '../reception-board.css';

/** Before the day is open, and after it is closed. */
function ClosedDay({ board }: { board: Board }) {
  const t = useBoardTexts();
  const act = useBoardAction(board.site.id);
  const [isAsking, setAsking] = useState(false);
  const isOver = board.day !== null;
  const again = () => void act(() => call('POST /sites/{id}/day/open', { params: { id: board.site.id }, body: {} }));
  return (
    <div className="card">
      <EmptyState
        title={isOver ? t('endedTitle') : t('closedTitle')} hint={isOver ? undefined : t('closedHint')}
        actions={board.rights.isDesk && <Button type={isOver ? 'default' : 'primary'} onClick={isOver ? again : () => setAsking(true)}>{isOver ? t('reopen') : t('open')}</Button>}
      />
      {isAsking && <OpenDayDialog board={board} members={board.others} onClose={() => setAsking(false)} />}
    </div>
  );
}

/** T takes up one's own turn, E ends it. */
function useOwnKeys(board: Board): void {
  const act = useBoardAction(board.site.id);
  const [turn] = board.people.find((each) => each.userId === board.me)?.turns ?? [];
  const keys = useMemo(() => {
    if (!turn) return {};
    const place = { params: { id: turn.id }, body: {} };
    return {
      t: turn.state === 'assigned' ? () => void act(() => call('POST /turns/{id}/take-up', place)) : undefined,
      e: turn.state === 'receiving' ? () => void act(() => call('POST /turns/{id}/end', place)) : undefined,
    };
  }, [turn, act]);
  usePageKeys(keys);
}

function DayBoard({ board, isScreen }: { board: Board; isScreen: boolean }) {
  const [asked, setAsked] = useState<{ what: Asked; person: BoardPerson }>();
  useOwnKeys(board);
  const offered = useBoardPanels();
  const panels = isScreen ? [] : offered;
  return (
    <div className={panels.length > 0 ? 'board-grid has-aside' : 'board-grid'}>
      <div className="stack board-main">
        {board.day?.status === 'open' ? <>{!isScreen && <YourTurn board={board} />}<NextCards board={board} /></> : <ClosedDay board={board} />}
        {board.day !== null && <BoardTable board={board} isScreen={isScreen} onAsk={(what, person) => setAsked({ what, person })} />}
      </div>
      {panels.length > 0 && <aside className="stack board-aside">{panels.map(({ key, view: View }) => <View key={key} siteId={board.site.id} />)}</aside>}
      {asked && <AskDialog what={asked.what} person={asked.person} board={board} onClose={() => setAsked(undefined)} />}
    </div>
  );
}

function SiteBoard({ site, sites, isScreen, onChoose }: { site: SiteChoice; sites: readonly SiteChoice[]; isScreen: boolean; onChoose: (id: string) => void }) {
  const board = useBoard(site.id);
  if (board.error && !board.data) return <div className="page"><ErrorState error={board.error} onRetry={() => void board.refetch()} /></div>;
  if (!board.data) return <div className="page"><div className="card card-body"><SkeletonLines count={10} /></div></div>;
  return (
    <div className={isScreen ? 'page board-page is-screen' : 'page board-page'}>
      <BoardHead board={board.data} sites={sites} isScreen={isScreen} onChoose={onChoose} />
      <DayBoard board={board.data} isScreen={isScreen} />
    </div>
  );
}

/** The reception board of one site, live (RE-1). With `?screen=1` for a screen on the wall: nothing to press, no visitor. */
export default function BoardPage() {
  const t = useBoardTexts();
  usePageTitle(t('title'));
  const { sites, site, choose, isScreen } = useChosenSite();
  const mayCreate = useFindObject()('site')?.grants.create !== undefined;
  if (sites.error) return <ErrorState error={sites.error} onRetry={() => void sites.refetch()} />;
  if (!sites.data) return <div className="page"><div className="card card-body"><SkeletonLines count={10} /></div></div>;
  if (!site) return <div className="page"><div className="card"><EmptyState title={t('noSite')} hint={mayCreate ? t('noSiteHint') : t('noSiteAsk')} actions={mayCreate && <PageLink to="/sites">{t('newSite')}</PageLink>} /></div></div>;
  return <SiteBoard key={site.id} site={site} sites={sites.data} isScreen={isScreen} onChoose={choose} />;
}
