import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useCallback, useEffect, useId, useMemo, useState } from 'react';
import { isProblem } from '#kit/api/api-problem.ts';
import { useSession } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import { EmptyState, ErrorState } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { usePageTitle } from '#kit/shell/page-title.ts';
import { answerGaps } from '../../rules/check-answers-given.ts';
import { serviceAreas } from '../../rules/service-areas.ts';
import { sendWaitingAudits } from '../kept/audit-queue.ts';
import type { AuditPhoto, AuditSheet, KeptAnswer, KeptAudit } from '../kept/kept-audit.ts';
import { useAreaName, useStandardsTexts } from '../use-standards.ts';
import { FillItem } from './fill-item.tsx';
import { useAuditDraft } from './use-audit-draft.ts';
import './fill.css';

// Without network the way leads to the list of audits: it is loaded while there is one.
void import('../audits/audits-page.tsx').catch(() => undefined);

/** After so long the audit goes on its way without the page. */
const PATIENCE_MS = 5_000;
const later = (ms: number): Promise<undefined> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** Items that still miss an answer, a comment or a photo. */
function gapsOf(draft: KeptAudit): readonly string[] {
  const answers = draft.sheet.items.flatMap(({ key }) => {
    const answer = draft.answers[key];
    return answer?.value === undefined ? [] : [{ key, value: answer.value, comment: answer.comment, photos: draft.photos.filter((photo) => photo.item === key).length }];
  });
  return [...new Set(answerGaps(draft.sheet.items, answers).map(({ key }) => key))];
}

type Change = (part: (old: KeptAudit) => Partial<KeptAudit>) => void;

/** All items by area, one tight list for the thumb. */
function FillList({ draft, marked, change }: { readonly draft: KeptAudit; readonly marked: ReadonlySet<string>; readonly change: Change }) {
  const areaName = useAreaName();
  const onAnswer = useCallback((key: string, answer: KeptAnswer) => change((old) => ({ answers: { ...old.answers, [key]: answer } })), [change]);
  const onPhotos = useCallback((added: readonly AuditPhoto[], removed?: string) => change((old) => ({ photos: [...old.photos.filter(({ key }) => key !== removed), ...added] })), [change]);
  const photosOf = useMemo(() => Map.groupBy(draft.photos, ({ item }) => item), [draft.photos]);
  const { items } = draft.sheet;
  // The phone audit follows the order of a call; on site one area after the other.
  const groups = draft.sheet.kind === 'phone' ? [{ area: null, inside: items }] : serviceAreas.map((area) => ({ area, inside: items.filter((item) => item.area === area) }));
  const order = new Map(groups.flatMap(({ inside }) => inside).map((item, at) => [item.key, at + 1]));
  return groups.filter(({ inside }) => inside.length > 0).map(({ area, inside }) => (
    <section key={area ?? 'call'} className="fill-area">
      {area !== null && <h2>{areaName(area)}</h2>}
      <ul>
        {inside.map((item) => <FillItem key={item.key} item={item} at={order.get(item.key) ?? 0} answer={draft.answers[item.key]} photos={photosOf.get(item.key) ?? none} isMarked={marked.has(item.key)} onAnswer={onAnswer} onPhotos={onPhotos} />)}
      </ul>
    </section>
  ));
}
const none: readonly AuditPhoto[] = [];

/** Sends what was kept, says what became of it, and goes on. */
function useHandIn(userId: string, audit: string) {
  const t = useStandardsTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    const results = await Promise.race([sendWaitingAudits(userId).catch(() => undefined), later(PATIENCE_MS)]);
    const state = results?.get(audit)?.state;
    if (state === 'sent') {
      showToast(t('fill.sent'));
      void client.invalidateQueries({ queryKey: ['records', 'serviceAudit'] });
      return navigate({ to: `/audits/report/${audit}`, replace: true });
    }
    if (state !== 'refused') showToast(t('fill.queued'));
    return navigate({ to: '/audits', replace: true });
  };
}

function FillForm({ sheet, audit }: { readonly sheet: AuditSheet | undefined; readonly audit: string }) {
  const t = useStandardsTexts();
  const { user } = useSession();
  const noteId = useId();
  const [isBusy, setBusy] = useState(false);
  const [isTried, setTried] = useState(false);
  const { draft, isLooked, isKept, change, submit } = useAuditDraft(user.id, audit, sheet);
  const handIn = useHandIn(user.id, audit);
  if (!draft) return isLooked && !sheet ? <EmptyState title={t('fill.notHere')} hint={t('fill.notHereHint')} /> : <div className="skeleton" style={{ height: 420 }} />;
  if (draft.state === 'waiting') return <EmptyState title={t('fill.waiting')} hint={t('fill.waitingHint')} />;
  const gaps = gapsOf(draft);
  const total = draft.sheet.items.length;
  const send = async () => {
    setTried(true);
    const [first] = gaps;
    if (first !== undefined) return document.getElementById(`fill-${first}`)?.focus();
    setBusy(true);
    const isStored = await submit().catch(() => false);
    if (isStored) await handIn();
    else showToast(t('fill.unkept'), { tone: 'bad' });
    return setBusy(false);
  };
  return (
    <form className="fill-form" onSubmit={(event) => { event.preventDefault(); void send(); }}>
      {draft.sheet.returnedFor !== null && <p className="fill-problem" role="status">{t('fill.returned', { reason: draft.sheet.returnedFor })}</p>}
      {draft.problem !== null && <p className="fill-problem" role="alert">{draft.problem}</p>}
      <FillList draft={draft} marked={new Set(isTried ? gaps : [])} change={change} />
      <section className="fill-area">
        <h2><label htmlFor={noteId}>{t('fill.note')}</label></h2>
        <Input.TextArea id={noteId} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={5_000} value={draft.note} onChange={(event) => { const note = event.target.value; change(() => ({ note })); }} />
      </section>
      <div className="fill-foot">
        <span className="small" role="status">{t('fill.progress', { done: total - gaps.length, total })}<progress max={total} value={total - gaps.length} aria-hidden /></span>
        <Button type="primary" size="large" htmlType="submit" loading={isBusy}>{t(gaps.length === 0 ? 'fill.submit' : 'fill.next')}</Button>
      </div>
      <p className={`small ${isKept ? 'muted' : 'danger'}`}>{t(isKept ? 'fill.kept' : 'fill.unkept')}</p>
    </form>
  );
}

/** Fills in an audit on a telephone; what is answered is on the device before it is anywhere else (SE-21, UX-16). */
export default function AuditFillPage() {
  const t = useStandardsTexts();
  const { audit = '' }: { audit?: string } = useParams({ strict: false });
  const query = useQuery({ queryKey: ['audit-sheet', audit], queryFn: ({ signal }) => call('GET /audits/{id}/sheet', { signal, params: { id: audit } }), retry: false, networkMode: 'always', refetchOnWindowFocus: false, refetchOnReconnect: false });
  const sheet = query.data;
  const { viewing } = useSession();
  const mayFill = sheet === undefined || (sheet.isMine && (sheet.state === 'planned' || sheet.state === 'running') && !viewing);
  const isPlanned = sheet?.state === 'planned' && mayFill;
  useEffect(() => {
    // The version is fixed as soon as somebody looks at it; without network it is when it is handed in.
    if (isPlanned) void call('POST /audits/{id}/start', { params: { id: audit } }).catch(() => undefined);
  }, [audit, isPlanned]);
  usePageTitle(t('fill.title'));
  const isGone = isProblem(query.error) && query.error.status === 404;
  return (
    <div className="page fill">
      <header className="fill-head">
        <h1>{sheet ? [sheet.unit, sheet.site].filter(Boolean).join(' · ') : t('fill.title')}</h1>
        {sheet && <p className="small muted">{sheet.number} · {sheet.template} · {sheet.plannedOn}</p>}
      </header>
      {isGone && <ErrorState error={query.error} />}
      {!mayFill && <EmptyState title={t('fill.denied')} hint={t('fill.deniedHint')} />}
      {mayFill && !isGone && !query.isPending && <FillForm key={audit} sheet={sheet} audit={audit} />}
      {query.isPending && <div className="skeleton" style={{ height: 420 }} />}
    </div>
  );
}
