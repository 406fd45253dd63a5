import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import type { NamedRef } from '#kit/records/record-types.ts';
import { ClauseMark } from '#kit/why/why.tsx';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { Shares } from '../registration/proposal-card.tsx';
import { Questions } from '../registration/questions.tsx';
import { type Answers, type Question, useMembers } from '../registration/use-desk.ts';
import type { ReceivedVisit } from './received-visit.ts';
import { receiverTexts } from './receiver-web.texts.ts';

type Matter = 'refusal' | 'midwayDesignation';
const matters: readonly Matter[] = ['refusal', 'midwayDesignation'];

interface DialogProps { readonly visit: ReceivedVisit; readonly customer: string; readonly former: NamedRef; readonly site: string; onDone(): void; onClose(): void }

/** What the clause says to a change, asking only for facts that matter (RE-21). */
function useTried(ownership: string | undefined, matter: Matter, answers: Answers, askedFor: string | undefined) {
  const body = { facts: { ...answers, matter }, ...(matter === 'midwayDesignation' && askedFor !== undefined && { parties: { designated: askedFor } }) };
  return useQuery({
    queryKey: ['ownership-try', ownership, body], enabled: ownership !== undefined, gcTime: 10_000,
    queryFn: ({ signal }) => call('POST /ownership-cases/{id}/try', { signal, params: { id: ownership ?? '' }, body }), placeholderData: (earlier) => earlier,
  });
}

type Tried = NonNullable<NonNullable<ReturnType<typeof useTried>['data']>['answer']>;

/** The clause, the owner and the shares that follow from the answers. */
function TriedAnswer({ answer }: { readonly answer: Tried }) {
  const t = useTexts(receiverTexts);
  const pick = usePick();
  return (
    <section className="desk-proposal" aria-live="polite"><h3>{t('result')}</h3>
      <p className="row wrap"><span className="why-mark is-plain"><ClauseMark clause={answer.clause} /></span><Shares shares={answer.shares} owner={answer.owner} /></p>
      {answer.text && <p className="small">{pick(answer.text)}</p>}
    </section>
  );
}

interface AskedForProps { readonly members: readonly { readonly value: string; readonly label: string }[]; readonly value: string | undefined; onChange(value: string | undefined): void }

/** Whom the customer asks for. */
function AskedFor({ members, value, onChange }: AskedForProps) {
  const t = useTexts(receiverTexts);
  return <label className="desk-field"><span className="desk-label">{t('who')}</span><Select showSearch optionFilterProp="label" options={[...members]} value={value ?? null} onChange={(next: string | null) => onChange(next ?? undefined)} /></label>;
}

/** The customer wants somebody else midway: reception, turn and shares follow the clause (3.10, 5.2). */
export default function ReceiverDialog({ visit, customer, former, site, onDone, onClose }: DialogProps) {
  const t = useTexts(receiverTexts);
  const kit = useKitTexts();
  const { isBusy, error, issues, run } = useSubmit();
  const [matter, setMatter] = useState<Matter>('refusal');
  const [answers, setAnswers] = useState<Answers>({});
  const [askedFor, setAskedFor] = useState<string>();
  const [reason, setReason] = useState('');
  const cases = useQuery({ queryKey: ['record', 'customer', customer, 'ownership'], queryFn: ({ signal }) => call('GET /customers/{id}/ownership', { signal, params: { id: customer } }) });
  const one = cases.data?.data.find((each) => each.site.id === site);
  const tried = useTried(one?.id, matter, answers, askedFor);
  // Questions answered so far stay on the page, so that an answer can be changed.
  const [asked, setAsked] = useState<readonly Question[]>([]);
  const fresh = (tried.data?.questions ?? []).filter((question) => !asked.some((each) => each.fact === question.fact));
  if (fresh.length > 0) setAsked([...asked, ...fresh]);
  const members = (useMembers(site).data?.data ?? []).filter((each) => each.userId !== former.id).map(({ userId, name }) => ({ value: userId, label: name }));
  const choose = (next: Matter) => { setMatter(next); setAnswers({}); setAsked([]); setAskedFor(undefined); };
  const isReady = one !== undefined && reason.trim() !== '' && tried.data?.questions.length === 0 && (matter === 'refusal' || askedFor !== undefined);
  const send = async () => {
    const body = { matter, answers, reason: reason.trim(), ...(askedFor !== undefined && { askedFor }) };
    const sent = await run(() => call('POST /visit-registrations/{id}/receiver', { params: { id: visit.id }, body }));
    if (!sent) return;
    const { done } = sent;
    const name = done.receiver === former.id ? former.name : members.find((each) => each.value === done.receiver)?.label;
    showToast(name === undefined ? t('waiting') : t(done.receiver === former.id ? 'stayed' : 'moved', { name, clause: done.clause ?? '' }));
    onDone();
    onClose();
  };
  const foot = <><Button onClick={onClose}>{kit('action.cancel')}</Button><Button type="primary" loading={isBusy} disabled={!isReady} onClick={() => void send()}>{t('apply')}</Button></>;
  return (
    <Dialog title={t('title', { visitor: visit.visitor })} width={560} onClose={onClose} footer={foot}>
      {cases.isPending ? <SkeletonLines count={4} /> : one === undefined ? <p className="muted">{t('noCase')}</p> : (
        <div className="desk-form">
          <p className="muted">{t('now', { name: former.name })}</p>
          <div className="desk-field"><span className="desk-label">{t('what')}</span><ChoiceBar<Matter> label={t('what')} value={matter} options={matters.map((value) => ({ value, label: t(value) }))} onChange={choose} /></div>
          {matter === 'midwayDesignation' && <AskedFor members={members} value={askedFor} onChange={setAskedFor} />}
          {tried.data && <Questions questions={tried.data.questions} asked={asked} answers={answers} onChange={setAnswers} />}
          {tried.data?.answer && <TriedAnswer answer={tried.data.answer} />}
          <label className="desk-field"><span className="desk-label">{t('reason')}</span><Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} value={reason} onChange={(event) => setReason(event.target.value)} /></label>
          {error && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
        </div>
      )}
    </Dialog>
  );
}
