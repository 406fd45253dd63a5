import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { useSession } from '#kit/api/session.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { RecordPicker } from '#modules/identity/web/identity.public.tsx';
import { DealLines } from './deal-lines.tsx';
import { useDisputeTexts, useRefreshDispute } from './use-disputes.ts';

/** Opens a dispute: the customer, with whom, and why (RE-22). */
export default function OpenDialog({ onClose }: { onClose: () => void }) {
  const t = useDisputeTexts();
  const me = useSession().user.id;
  const navigate = useNavigate();
  const refresh = useRefreshDispute();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [respondent, setRespondent] = useState<NamedRef>();
  const [claim, setClaim] = useState('');
  const found = useQuery({ queryKey: ['dispute-candidates', typed], queryFn: ({ signal }) => call('GET /dispute-candidates', { signal, query: typed === '' ? {} : { q: typed } }), placeholderData: (earlier) => earlier });
  const list = found.data?.data ?? [];
  const [deal, setDeal] = useState('');
  const known = useQuery({ queryKey: ['dispute-deals', chosen], enabled: chosen !== undefined, queryFn: ({ signal }) => call('GET /dispute-candidates/{id}/deals', { signal, params: { id: chosen ?? '' } }) });
  const deals = known.data?.data ?? [];
  const choose = (value: string) => {
    setChosen(value);
    setDeal('');
    const owner = list.find((each) => each.case === value)?.owners.find((each) => each.id !== me);
    if (owner) setRespondent(owner);
  };
  const send = () => {
    if (!chosen || !respondent) return;
    void call('POST /disputes', { body: { case: chosen, respondent: respondent.id, claim: claim.trim(), ...(deal !== '' && { deal }) } }).then(({ id }) => {
      showToast(t('opened'));
      refresh();
      void navigate({ to: `/disputes/${id}` });
    }, reportProblem);
  };
  const isReady = chosen !== undefined && respondent !== undefined && claim.trim().length >= 5;
  return (
    <Dialog title={t('newTitle')} onClose={onClose} footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button type="primary" disabled={!isReady} onClick={send}>{t('send')}</Button></>}>
      <div className="stack">
        <div className="admin-field">
          <label htmlFor="dispute-case">{t('whichCustomer')}</label>
          <Select
            id="dispute-case" {...(chosen === undefined ? {} : { value: chosen })} placeholder={t('find')} loading={found.isFetching} showSearch={{ onSearch: setTyped, filterOption: false }} onChange={choose}
            options={list.map((each) => ({ value: each.case, label: `${each.customer.name} · ${t('candidate', { site: each.site.name, owners: each.owners.map((owner) => owner.name).join('、') || t('nobody') })}` }))}
          />
        </div>
        {deals.length > 1 && <div className="admin-field"><span className="small muted">{t('whichDeal')}</span><PlainSelect label={t('whichDeal')} value={deal} options={[{ value: '', label: t('allDeals', { count: deals.length }) }, ...deals.map((each) => ({ value: each.id, label: each.label }))]} onChange={setDeal} /></div>}
        {deals.length > 0 && <DealLines deals={deals.filter((each) => deal === '' || each.id === deal)} />}
        <div className="admin-field"><label htmlFor="dispute-other">{t('other')}</label><RecordPicker id="dispute-other" target="user" value={respondent} without={[me]} onChange={setRespondent} /></div>
        <div className="admin-field"><label htmlFor="dispute-claim">{t('whyYours')}</label><Input.TextArea id="dispute-claim" value={claim} maxLength={4000} autoSize={{ minRows: 3, maxRows: 10 }} onChange={(e) => setClaim(e.target.value)} /></div>
      </div>
    </Dialog>
  );
}
