import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import { call, type CallAnswer, type RowOf } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { RecordPicker, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { sayAmount, useCommissionTexts } from '../parts/commission-words.ts';
import { PartList } from './part-list.tsx';
import { PenaltyFacts } from './penalty-facts.tsx';

type Site = RowOf<'GET /commission/sites'>;

const typed = ['dayPay', 'monthPay', 'amount'] as const;
type Typed = (typeof typed)[number];
const labels = { dayPay: 'penalty.dayPay', monthPay: 'penalty.monthPay', amount: 'penalty.byManager' } as const;
const isAmount = (text: string | undefined): text is string => text !== undefined && /^\d+(\.\d{1,2})?$/.test(text);

/** Everything that the manager has told so far, and what the policy makes of it. */
function useProposal(site: Site | undefined, person: NamedRef | undefined) {
  const today = useFormat().today();
  const [day, setDay] = useState(today);
  const [facts, setFacts] = useState<FactValues>({});
  const [stated, setStated] = useState<Partial<Record<Typed, string>>>({});
  const amounts = Object.fromEntries(typed.flatMap((name) => (isAmount(stated[name]) ? [[name, stated[name]]] : [])));
  const [deal, setDeal] = useState('');
  const body = site && person && { siteId: site.siteId, userId: person.id, happenedOn: day, facts, ...amounts, ...(deal !== '' && { dealId: deal }) };
  const preview = useQuery<CallAnswer<'POST /commission/penalties/preview'>>({
    queryKey: ['commission', 'preview', body], enabled: body !== undefined && Object.keys(facts).length > 0, placeholderData: (earlier) => earlier,
    queryFn: ({ signal }) => {
      if (!body) throw new Error('asked before site and person are chosen');
      return call('POST /commission/penalties/preview', { signal, body });
    },
  });
  return { day, setDay, facts, setFacts, stated, setStated, deal, setDeal, body, preview: preview.data };
}

interface DealChoiceProps {
  readonly site: string;
  readonly user: string;
  /** The clause takes its share of one deal's bonus. */
  readonly isNeeded: boolean;
  readonly value: string;
  onChange(deal: string): void;
}

/** The deal that it is about, among those the person has a share of; nothing where there are none. */
function DealChoice({ site, user, isNeeded, value, onChange }: DealChoiceProps) {
  const t = useCommissionTexts();
  const deals = useQuery({ queryKey: ['commission', 'penalty-deals', site, user], queryFn: ({ signal }) => call('GET /commission/penalties/deals', { signal, query: { site, user } }) });
  const list = deals.data?.data ?? [];
  if (list.length === 0 && !isNeeded) return null;
  return (
    <label className="cm-field"><span>{t('penalty.deal')}</span>
      <select className="cm-input" value={value} onChange={(e) => onChange(e.target.value)}>
        <option value="" disabled={isNeeded}>{t(isNeeded ? 'penalty.pick' : 'penalty.noDeal')}</option>
        {list.map((each) => <option key={each.id} value={each.id}>{each.label} · {each.dealOn}</option>)}
      </select>
    </label>
  );
}

/** Who, what and when; the policy answers with the clause and what it takes (RE-33). */
export function ProposePenalty({ onClose }: { onClose: () => void }) {
  const t = useCommissionTexts();
  const kit = useKitTexts();
  const client = useQueryClient();
  const sites = useQuery({ queryKey: ['commission', 'sites'], queryFn: ({ signal }) => call('GET /commission/sites', { signal }) });
  const list = sites.data?.data ?? [];
  const [siteId, setSiteId] = useState<string>();
  const site = list.find((each) => each.siteId === siteId) ?? list[0];
  const [person, setPerson] = useState<NamedRef>();
  const [description, setDescription] = useState('');
  const { day, setDay, facts, setFacts, stated, setStated, deal, setDeal, body, preview } = useProposal(site, person);
  const { isBusy, error, issues, run } = useSubmit();
  const asked = typed.filter((name) => preview?.missing.includes(name) === true || stated[name] !== undefined);
  const isReady = preview?.status === 'decided' && preview.missing.length === 0 && description.trim() !== '';
  const send = async () => {
    if (!body || !(await run(() => call('POST /commission/penalties', { body: { ...body, description } })))) return;
    await client.invalidateQueries({ queryKey: ['commission'] });
    showToast(t('penalty.sent'));
    onClose();
  };
  const foot = <><Button onClick={onClose}>{kit('action.cancel')}</Button><Button type="primary" loading={isBusy} disabled={!isReady} onClick={() => void send()}>{t('penalty.submit')}</Button></>;
  return (
    <Dialog title={t('penalty.propose')} onClose={onClose} footer={foot} width={520}>
      <div className="stack">
        <label className="cm-field"><span>{t('page.site')}</span><select className="cm-input" value={site?.siteId ?? ''} onChange={(e) => setSiteId(e.target.value)}>{list.map((each) => <option key={each.siteId} value={each.siteId}>{each.siteName}</option>)}</select></label>
        <div className="cm-grid">
          <label className="cm-field"><span>{t('penalty.person')}</span><RecordPicker target="user" label={t('penalty.person')} value={person} onChange={(next) => { setPerson(next); setDeal(''); }} /></label>
          <label className="cm-field"><span>{t('penalty.day')}</span><input className="cm-input" type="date" value={day} onChange={(e) => setDay(e.target.value)} /></label>
        </div>
        {site?.pack && <PenaltyFacts pack={site.pack} facts={facts} onChange={setFacts} />}
        {site && person && <DealChoice site={site.siteId} user={person.id} isNeeded={preview?.missing.includes('dealId') === true} value={deal} onChange={setDeal} />}
        {asked.map((name) => <label key={name} className="cm-field"><span>{t(labels[name])}</span><input className="cm-input" inputMode="decimal" value={stated[name] ?? ''} onChange={(e) => setStated({ ...stated, [name]: e.target.value })} /></label>)}
        {preview?.clause && (
          <div className="stack" role="status"><div className="row wrap"><span className="why-mark is-plain">{t('penalty.clause', { clause: preview.clause })}</span>{preview.amount !== null && <b>{sayAmount(preview.amount, 'CNY')}</b>}{preview.results?.['isDismissal'] === true && <span className="tag tag-zhu">{t('penalty.dismissal')}</span>}</div><PartList parts={preview.parts} currency="CNY" /></div>
        )}
        <label className="cm-field"><span>{t('penalty.description')}</span><Input.TextArea rows={3} maxLength={1_000} value={description} onChange={(e) => setDescription(e.target.value)} /></label>
        {error && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
      </div>
    </Dialog>
  );
}
