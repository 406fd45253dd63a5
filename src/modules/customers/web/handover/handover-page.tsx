import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import { call } from '#kit/api/typed-client.ts';
import { useSession } from '#kit/api/session.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { useQualityTexts } from '../quality/use-quality-texts.ts';
import { HandoverCounts } from './handover-counts.tsx';
import type { Handover, HandoverItem, ItemState } from './handover-types.ts';
import './handover.css';

type Shown = Handover & { readonly items: readonly HandoverItem[] };

const tones: Readonly<Record<ItemState, string>> = { waiting: 'tag tag-hu', accepted: 'tag tag-green', declined: 'tag tag-zhu', undone: 'tag' };

function useAnswers(id: string) {
  const client = useQueryClient();
  return (call: Promise<unknown>, words: (answer: unknown) => string): Promise<void> => call.then((answer) => {
    showToast(words(answer));
    for (const key of ['handovers', 'handover', 'records', 'record', 'counts']) void client.invalidateQueries({ queryKey: [key] });
  }, reportProblem).finally(() => void client.invalidateQueries({ queryKey: ['handover', id] }));
}

const countIn = (answer: unknown, key: string): number => {
  const value = typeof answer === 'object' && answer !== null ? Object.entries(answer).find(([name]) => name === key)?.[1] : 0;
  return typeof value === 'number' ? value : 0;
};

function DeclineDialog({ handover, customers, onClose }: { handover: Shown; customers: readonly string[] | undefined; onClose: () => void }) {
  const t = useQualityTexts();
  const kit = useKitTexts();
  const answer = useAnswers(handover.id);
  const [reason, setReason] = useState('');
  const send = () => {
    void answer(api.post(`/handovers/${handover.id}/decline`, { reason: reason.trim(), ...(customers && { customers }) }), (given) => t('handover.declinedNow', { count: countIn(given, 'declined') }));
    onClose();
  };
  return (
    <Dialog
      title={t('handover.decline')} onClose={onClose}
      footer={<><Button onClick={onClose}>{kit('action.cancel')}</Button><Button type="primary" disabled={reason.trim().length < 2} onClick={send}>{t('handover.decline')}</Button></>}
    >
      <div className="admin-field">
        <label htmlFor="decline-reason">{t('handover.declineReason')}</label>
        <Input.TextArea id="decline-reason" value={reason} maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(e) => setReason(e.target.value)} />
      </div>
    </Dialog>
  );
}

function Items({ handover, onDecline }: { handover: Shown; onDecline: (customers: readonly string[]) => void }) {
  const t = useQualityTexts();
  const me = useSession().user.id;
  const answer = useAnswers(handover.id);
  const accept = (item: HandoverItem) =>
    void answer(api.post(`/handovers/${handover.id}/accept`, { customers: [item.customer.id] }), (given) => t('handover.acceptedNow', { count: countIn(given, 'accepted') }));
  return (
    <ul className="card admin-lines">
      {handover.items.map((item) => (
        <li key={item.customer.id}>
          <div className="grow">
            <div className="row wrap"><PageLink to={`/customers/${item.customer.id}`}>{item.customer.name}</PageLink><span className={tones[item.state]}>{t(`handover.states.${item.state}`)}</span></div>
            <p className="small muted">{t('handover.to')} {item.to.name}{item.note ? ` · ${item.note}` : ''}{item.reason ? ` · ${item.reason}` : ''}</p>
          </div>
          {item.state === 'waiting' && item.to.id === me && (
            <span className="row">
              <Button size="small" onClick={() => onDecline([item.customer.id])}>{t('handover.decline')}</Button>
              <Button size="small" type="primary" ghost onClick={() => accept(item)}>{t('handover.accept')}</Button>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Actions({ handover, onDecline }: { handover: Shown; onDecline: () => void }) {
  const t = useQualityTexts();
  const me = useSession().user.id;
  const answer = useAnswers(handover.id);
  const isOpen = handover.undoneAt === null && (handover.counts.waiting > 0 || !handover.acceptance);
  const undo = () => void answer(api.post(`/handovers/${handover.id}/undo`), (given) => t('handover.undone', { count: countIn(given, 'returned') }));
  const acceptAll = () => void answer(api.post(`/handovers/${handover.id}/accept`), (given) => t('handover.acceptedNow', { count: countIn(given, 'accepted') }));
  return (
    <>
      {handover.manager.id === me && isOpen && <Button onClick={undo}>{t('handover.undo')}</Button>}
      {handover.mine > 0 && <Button onClick={onDecline}>{t('handover.declineAll')}</Button>}
      {handover.mine > 0 && <Button type="primary" onClick={acceptAll}>{t('handover.acceptAll')}</Button>}
    </>
  );
}

function DrawCheck({ handover }: { handover: Shown }) {
  const t = useQualityTexts();
  const [result, setResult] = useState<{ readonly seed: string; readonly isSame: boolean }>();
  if (handover.seed === null) return null;
  const check = () => void call('GET /handovers/{id}/draw', { params: { id: handover.id } }).then(setResult, reportProblem);
  if (result) return <p className={result.isSame ? 'small muted' : 'small danger'} role="status">{t(result.isSame ? 'handover.checkSame' : 'handover.checkOther', { seed: result.seed })}</p>;
  return <button type="button" className="link-button small" onClick={check}>{t('handover.check')}</button>;
}

/** One hand-over: who got what, what is still to be answered (CU-52). */
export default function HandoverPage() {
  const t = useQualityTexts();
  const format = useFormat();
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const [declining, setDeclining] = useState<{ readonly customers?: readonly string[] }>();
  const found = useQuery({ queryKey: ['handover', id], queryFn: ({ signal }) => call('GET /handovers/{id}', { params: { id }, signal }), retry: false });
  const handover = found.data;
  return (
    <AdminPage
      title={handover ? t('handover.line', { from: handover.from.name }) : t('handover.title')} back={{ to: '/handovers', label: t('handover.back') }}
      hint={handover && `${t('handover.by', { name: handover.manager.name, at: format.moment(handover.createdAt) })} · ${t(`handover.rules.${handover.rule}`)}`}
      badge={handover?.undoneAt && <span className="tag">{t('handover.isUndone')}</span>}
      actions={handover && <Actions handover={handover} onDecline={() => setDeclining({})} />}
    >
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && !found.error && <div className="card card-body"><SkeletonLines count={8} /></div>}
      {handover && (
        <>
          <div className="stack handover-facts">
            <HandoverCounts handover={handover} />
            {handover.note && <p>{handover.note}</p>}
            <DrawCheck handover={handover} />
          </div>
          <Items handover={handover} onDecline={(customers) => setDeclining({ customers })} />
        </>
      )}
      {declining && handover && <DeclineDialog handover={handover} customers={declining.customers} onClose={() => setDeclining(undefined)} />}
    </AdminPage>
  );
}
