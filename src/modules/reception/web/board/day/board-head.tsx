import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown, Select } from 'antd';
import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { type Board, type SiteChoice, useBoardAction, useBoardTexts } from '../use-board.ts';
import { boardHeads } from '../board-panels.ts';
import { DayHistory } from './day-history.tsx';
import { DrawDialog } from './draw-dialog.tsx';
import { OrderDialog } from './order-dialog.tsx';

type Open = 'draw' | 'order' | 'history' | 'close' | 'lunch';

interface HeadProps {
  readonly board: Board;
  readonly sites: readonly SiteChoice[];
  readonly isScreen: boolean;
  onChoose(id: string): void;
}

function useMenu(board: Board, onOpen: (what: Open) => void) {
  const t = useBoardTexts();
  const navigate = useNavigate();
  const isOpen = board.day?.status === 'open';
  const { isDesk, isManager } = board.rights;
  const items = [
    { key: 'screen', label: t('do.screen') }, { key: 'history', label: t('do.history') }, { key: 'fairness', label: t('do.fairness') },
    ...(isOpen && isManager ? [{ key: 'order', label: t('do.order') }, { key: 'draw', label: t('do.draw') }] : []), ...(isOpen && isDesk ? [{ key: 'lunch', label: t('do.lunch') }, { key: 'close', label: t('close') }] : []),
    ...(isManager ? [{ key: 'sites', label: t('do.sites') }] : []),
  ];
  const run = (key: string) => {
    if (key === 'screen') void navigate({ to: '.', search: { site: board.site.id, screen: 1 } });
    else if (key === 'fairness') void navigate({ to: '/turns', search: { site: board.site.id } });
    else if (key === 'sites') void navigate({ to: '/sites' });
    else if (key === 'draw' || key === 'order' || key === 'history' || key === 'close' || key === 'lunch') onOpen(key);
  };
  return { items, onClick: ({ key }: { key: string }) => run(key) };
}

/** The site, today's figures, and what can be done with the day. */
export function BoardHead({ board, sites, isScreen, onChoose }: HeadProps) {
  const t = useBoardTexts();
  const pick = usePick();
  const navigate = useNavigate();
  const act = useBoardAction(board.site.id);
  const [open, setOpen] = useState<Open>();
  const menu = useMenu(board, setOpen);
  const place = { params: { id: board.site.id }, body: {} };
  const { visits, newVisits: news, calls } = board.totals;
  const shut = () => setOpen(undefined);
  const lunch = () => act(() => call('POST /sites/{id}/day/lunch', place)).then((isDone) => { if (isDone) showToast(t('lunchDone')); });
  return (
    <header className="page-head board-head">
      <div className="row wrap grow">
        <h1>{board.site.name} · {t('title')}</h1>
        <span className="tag tag-green">{t('live')}</span>
        <span className="small muted">{t('totals', { visits, news, back: visits - news, calls })} · {pick(board.packLabel)}</span>
      </div>
      {isScreen ? <Button onClick={() => void navigate({ to: '.', search: { site: board.site.id } })}>{t('do.leaveScreen')}</Button> : (
        <div className="row wrap no-print">
          {sites.length > 1 && <Select aria-label={t('chooseSite')} value={board.site.id} options={sites.map((each) => ({ value: each.id, label: each.name }))} onChange={onChoose} popupMatchSelectWidth={false} />}
          {boardHeads().map(({ key, head: Head }) => <Head key={key} siteId={board.site.id} />)}
          <Dropdown trigger={['click']} placement="bottomRight" menu={menu}>
            <Button icon={<MoreHorizontal size={16} aria-hidden />} aria-label={t('column.actions')} />
          </Dropdown>
        </div>
      )}
      {open === 'draw' && <DrawDialog board={board} onClose={shut} />}
      {open === 'order' && <OrderDialog board={board} onClose={shut} />}
      {open === 'history' && <DayHistory board={board} onClose={shut} />}
      {open === 'close' && <ConfirmDialog title={t('close')} ok={t('close')} onConfirm={() => act(() => call('POST /sites/{id}/day/close', place))} onClose={shut}><p>{t('closeHint')}</p></ConfirmDialog>}
      {open === 'lunch' && <ConfirmDialog title={t('do.lunch')} ok={t('do.lunch')} onConfirm={lunch} onClose={shut}><p>{t('lunchHint')}</p></ConfirmDialog>}
    </header>
  );
}
