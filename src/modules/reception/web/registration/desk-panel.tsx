import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, type InputRef, Select } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { usePageKeys } from '#kit/palette/use-global-keys.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { siteKey, useBoard, useBoardAction, useNow } from '../board/use-board.ts';
import { MainFields, MoreFields, WishFields } from './desk-form.tsx';
import { FoundList, ProposalCard } from './proposal-card.tsx';
import { Questions } from './questions.tsx';
import { type Answers, type Draft, type Proposal, type Question, emptyDraft, isBegun, proposeBody, useMembers, useProposal, useRegistrationTexts } from './use-desk.ts';
import './registration.css';

interface Other {
  readonly receiver?: string;
  readonly reason: string;
}

/** Sends the registration under one key until it is through: pressed twice it is registered once. */
function useRegister(siteId: string, onDone: () => void) {
  const t = useRegistrationTexts();
  const client = useQueryClient();
  const key = useRef(newId());
  const [error, setError] = useState('');
  const [isBusy, setBusy] = useState(false);
  const send = async (draft: Draft, data: Proposal, other: Other | undefined, names: ReadonlyMap<string, string>) => {
    setBusy(true);
    setError('');
    const visitor = draft.visitor.trim() || (data.found.find((visit) => visit.customerId === data.customer)?.visitor ?? '');
    try {
      const made = await call('POST /visit-registrations', {
        idempotencyKey: key.current,
        body: {
          ...proposeBody(siteId, draft), visitor, known: data.found.map(({ registrationId }) => registrationId), ...(draft.channel && { channel: draft.channel }), ...(draft.companions !== undefined && { companions: draft.companions }),
          ...(draft.note.trim() !== '' && { note: draft.note.trim() }), ...(!data.hours.isOpen && { outsideHours: draft.outsideHours.trim() }), ...(other?.receiver !== undefined && { receiver: other.receiver, reason: other.reason.trim() }),
        },
      });
      const name = made.receiver === null ? undefined : names.get(made.receiver);
      showToast(name === undefined ? t('doneNobody') : t('done', { name }));
      onDone();
    } catch (problem) {
      // Without an answer the same key may be sent again; after one it is used up.
      if (!isProblem(problem) || problem.status !== 0) key.current = newId();
      setError(isProblem(problem) ? (problem.code === 'record.duplicate' ? t('seenNow') : problem.detail) : String(problem));
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: siteKey(siteId) });
    }
  };
  return { send, error, isBusy };
}

function Overrule({ siteId, other, onChange }: { siteId: string; other: Other; onChange: (other: Other) => void }) {
  const t = useRegistrationTexts();
  const members = useMembers(siteId).data?.data.map(({ userId, name }) => ({ value: userId, label: name })) ?? [];
  return (
    <div className="desk-pair">
      <label className="desk-field"><span className="desk-label">{t('changeTo')}</span><Select showSearch optionFilterProp="label" options={members} value={other.receiver ?? null} onChange={(receiver: string | null) => onChange({ reason: other.reason, ...(receiver !== null && { receiver }) })} /></label>
      <label className="desk-field"><span className="desk-label">{t('reason')}</span><Input maxLength={500} value={other.reason} onChange={(event) => onChange({ ...other, reason: event.target.value })} /></label>
    </div>
  );
}

/** Questions asked since the form was begun stay where they are when they are answered. */
function useAsked(data: Proposal | undefined): readonly Question[] {
  const asked = useRef(new Map<string, Question>());
  for (const question of data?.questions ?? []) asked.current.set(question.fact, question);
  return [...asked.current.values()];
}

/** Somebody has a name, the day is open, and it is settled who receives. */
function isReady(draft: Draft, { isDayOpen, hours, customer, proposal, questions }: Proposal, other: Other | undefined): boolean {
  if (!hours.isOpen && draft.outsideHours.trim().length < 2) return false;
  if (!isDayOpen || (draft.visitor.trim() === '' && customer === null)) return false;
  if (other) return other.receiver !== undefined && other.reason.trim() !== '' && questions.length === 0;
  return proposal !== null && (proposal.receiver !== null || proposal.rule === 'nobody');
}

/** The day is not open: whoever may open it goes on with one press, nobody who came is lost. */
function ClosedDay({ siteId }: { siteId: string }) {
  const t = useRegistrationTexts();
  const navigate = useNavigate();
  const act = useBoardAction(siteId);
  const board = useBoard(siteId).data;
  const again = () => void act(() => call('POST /sites/{id}/day/open', { params: { id: siteId }, body: {} }));
  return (
    <div className="desk-warning">
      <p>{t('closed')}</p>
      {board?.rights.isDesk === true && (board.day === null
        ? <Button size="small" onClick={() => void navigate({ to: '/reception', search: { site: siteId } })}>{t('openDay')}</Button> : <Button size="small" onClick={again}>{t('reopenDay')}</Button>)}
    </div>
  );
}

/** Outside the opening hours the desk says why it registers all the same. */
function OutsideHours({ hours, reason, onChange }: { hours: Proposal['hours']; reason: string; onChange: (reason: string) => void }) {
  const t = useRegistrationTexts();
  if (hours.isOpen) return null;
  return (
    <div className="desk-warning">
      <p role="status">{t('hoursOut', { from: hours.opensAt, until: hours.closesAt })}</p>
      <label className="desk-field"><span className="desk-label">{t('hoursReason')}</span><Input maxLength={300} value={reason} onChange={(event) => onChange(event.target.value)} /></label>
    </div>
  );
}

const CAME_BEFORE = 'cameBefore';

/** Whoever is found in the register has been here: the answer to that question is theirs no more. */
function withoutCameBefore({ [CAME_BEFORE]: _former, ...rest }: Answers): Answers {
  return rest;
}

/** What hangs on the answer: earlier registrations, wishes, questions, the decision. */
function DeskParts({ siteId, draft, data, onChange }: { siteId: string; draft: Draft; data: Proposal | undefined; onChange: (part: Partial<Draft>) => void }) {
  const t = useRegistrationTexts();
  const asked = useAsked(data);
  return (
    <>
      {data && <FoundList data={data} chosen={draft.customer} isSearched={draft.phone.trim().length >= 4} onChoose={(customer) => onChange({ customer, answers: withoutCameBefore(draft.answers) })} />}
      {data?.introducer && <p className="small">{t('introducer', { name: data.introducer.name })}</p>}
      {data && <Questions questions={data.questions} asked={data.customer === null ? asked : asked.filter(({ fact }) => fact !== CAME_BEFORE)} answers={draft.answers} onChange={(answers) => onChange({ answers })} />}
      <WishFields site={siteId} draft={draft} onChange={onChange} />
      <MoreFields site={siteId} draft={draft} onChange={onChange} />
      {data && <ProposalCard data={data} />}
      {data?.isDayOpen === false && <ClosedDay siteId={siteId} />}
      {data?.isDayOpen === true && <OutsideHours hours={data.hours} reason={draft.outsideHours} onChange={(outsideHours) => onChange({ outsideHours })} />}
    </>
  );
}

function Desk({ siteId, onDone }: { siteId: string; onDone: () => void }) {
  const t = useRegistrationTexts();
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [began, setBegan] = useState<number>();
  const [other, setOther] = useState<Other>();
  const first = useRef<InputRef>(null);
  const now = useNow(1);
  const proposal = useProposal(siteId, draft);
  const data = isBegun(draft) ? proposal.data : undefined;
  const members = useMembers(siteId).data?.data ?? [];
  const mayChange = useFindObject()('visitRegistration')?.grants.update !== undefined;
  const { send, error, isBusy } = useRegister(siteId, onDone);
  usePageKeys(useMemo(() => ({ c: () => first.current?.focus() }), []));
  const change = (part: Partial<Draft>) => {
    setBegan((at) => at ?? Date.now());
    setDraft((old) => ({ ...old, ...part }));
  };
  const ready = data && isReady(draft, data, other);
  const submit = () => { if (data && ready) void send(draft, data, other, new Map(members.map(({ userId, name }) => [userId, name]))); };
  return (
    <form className="card-body desk-form" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      {began !== undefined && <span className="desk-clock small muted" aria-hidden>{t('seconds', { n: Math.max(0, Math.round((now - began) / 1000)) })}</span>}
      <MainFields draft={draft} known={data?.found.find((visit) => visit.customerId === data.customer)?.visitor} onChange={change} first={first} />
      <DeskParts siteId={siteId} draft={draft} data={data} onChange={change} />
      {other && <Overrule siteId={siteId} other={other} onChange={setOther} />}
      {(error || proposal.error) && <p className="danger" role="alert">{error || (isProblem(proposal.error) ? proposal.error.detail : String(proposal.error))}</p>}
      <div className="desk-buttons">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={isBusy}>{t('confirm')}</Button>
        {mayChange && <Button aria-pressed={other !== undefined} onClick={() => setOther(other ? undefined : { reason: '' })}>{t('change')}</Button>}
        {began !== undefined && <Button type="text" onClick={onDone}>{t('clear')}</Button>}
      </div>
    </form>
  );
}

/** Registers a visit in under 15 seconds (RE-10), beside the board or on a page of its own. */
export function DeskPanel({ siteId }: { readonly siteId: string }) {
  const t = useRegistrationTexts();
  const object = useFindObject()('visitRegistration');
  const [round, setRound] = useState(0);
  if (object?.grants.create === undefined) return null;
  return (
    <section className="card desk-card">
      <h2 className="card-head">{t('desk')}</h2>
      <Desk key={round} siteId={siteId} onDone={() => setRound((old) => old + 1)} />
    </section>
  );
}
