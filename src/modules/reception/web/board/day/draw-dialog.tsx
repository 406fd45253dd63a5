import { Button, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { type Board, siteKey, useBoardTexts } from '../use-board.ts';

type Drawn = CallAnswer<'POST /sites/{id}/day/draw'>;

function Result({ drawn, onClose }: { drawn: Drawn; onClose: () => void }) {
  const t = useBoardTexts();
  return (
    <Dialog title={t('drawDone')} width={440} onClose={onClose} footer={<Button type="primary" onClick={onClose}>{t('shut')}</Button>}>
      <ol className="board-order-list">
        {drawn.order.map((each, place) => (
          <li key={each.userId} className="row"><span className="muted board-order">{place + 1}</span><span className="grow truncate">{each.name}</span><code className="small muted">{t('drawLot', { lot: each.lot.slice(0, 4).toUpperCase() })}</code></li>
        ))}
      </ol>
    </Dialog>
  );
}

/** The server draws, once; a second draw of a day needs its reason, and both stay on record (RE-7). */
export function DrawDialog({ board, onClose }: { board: Board; onClose: () => void }) {
  const t = useBoardTexts();
  const format = useFormat();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [drawn, setDrawn] = useState<Drawn>();
  // Once drawn the board says so; the dialog stays as it was asked.
  const [former] = useState(board.draw);
  const isDrawn = useRef(false);
  const send = async () => {
    setDrawn(await call('POST /sites/{id}/day/draw', { params: { id: board.site.id }, body: reason.trim() === '' ? {} : { reason: reason.trim() } }));
    isDrawn.current = true;
    await client.invalidateQueries({ queryKey: siteKey(board.site.id) });
  };
  if (drawn) return <Result drawn={drawn} onClose={onClose} />;
  return (
    <ConfirmDialog title={t('drawTitle')} ok={t('do.draw')} onConfirm={send} onClose={() => { if (!isDrawn.current) onClose(); }}>
      <p className="muted">{t('drawHint')}</p>
      {former && <p>{t('drawAgain', { name: former.actorName ?? '–', at: format.fullMoment(former.at).slice(-5) })}</p>}
      {former && <label className="stack board-field">{t('drawAgainReason')}<Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} value={reason} onChange={(event) => setReason(event.target.value)} /></label>}
    </ConfirmDialog>
  );
}
