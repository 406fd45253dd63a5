import { Button, Input, Mentions } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { isProblem } from '#kit/api/api-problem.ts';
import { useSession } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { useReferenceOptions } from '#kit/field/reference-options.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import type { RecordData } from '#kit/records/record-types.ts';
import { type CaseMessage, type MessageKind, useCaseTexts, useMessages, useOnce, useRefreshCase } from '../use-case.ts';
import { CannedReplies } from './canned-replies.tsx';
import { FileAdder } from './file-adder.tsx';
import { newerBy } from './message-days.ts';
import { type MessageDraft, useMessageDraft } from './use-message-draft.ts';
import { type PresentPerson, usePresence } from './use-presence.ts';

interface ComposerProps {
  readonly record: RecordData;
  readonly messages: readonly CaseMessage[];
}

type Warned = { readonly writing: readonly PresentPerson[]; readonly newer: readonly CaseMessage[] };

/** Only in a note, where colleagues are called in; they see the case from then on. */
function NoteInput({ draft, label, change, onKeyDown }: { draft: MessageDraft; label: string; change: ReturnType<typeof useMessageDraft>['change']; onKeyDown: (event: KeyboardEvent) => void }) {
  const t = useCaseTexts();
  const [typed, setTyped] = useState<string>();
  const { options, isLoading } = useReferenceOptions('user', typed ?? '', typed !== undefined);
  return (
    <Mentions
      aria-label={label} placeholder={t('write.places.note')} value={draft.text} autoSize={{ minRows: 3, maxRows: 12 }} maxLength={50_000} loading={isLoading} filterOption={false}
      options={options.map((each) => ({ value: each.name, label: each.name, key: each.id }))} notFoundContent={t('write.nobody')} onSearch={setTyped} onKeyDown={onKeyDown}
      onChange={(text) => change(() => ({ text }))}
      onSelect={({ value }) => {
        // What the component hands over as the key is not ours.
        const person = options.find((each) => each.name === value);
        if (person) change((before) => ({ mentioned: { ...before.mentioned, [person.name]: person.id } }));
      }}
    />
  );
}

function Warning({ warned, isBusy, onSend, onBack }: { warned: Warned; isBusy: boolean; onSend: () => void; onBack: () => void }) {
  const t = useCaseTexts();
  const [newest] = warned.newer.toReversed();
  return (
    <div className="case-warning" role="alert">
      {warned.writing.length > 0 && <p>{t('write.warnWriting', { names: warned.writing.map((each) => each.name).join('、') })}</p>}
      {newest && <p>{t('write.warnNewer', { who: newest.author?.name ?? newest.authorName ?? t('message.customer'), text: newest.body.slice(0, 60) })}</p>}
      <div className="row wrap"><Button onClick={onBack}>{t('write.lookFirst')}</Button><Button loading={isBusy} onClick={onSend}>{t('write.sendAnyway')}</Button></div>
    </div>
  );
}

function useSend({ record, messages }: ComposerProps, kind: MessageKind, form: ReturnType<typeof useMessageDraft>, look: () => Promise<readonly PresentPerson[]>) {
  const t = useCaseTexts();
  const me = useSession().user.id;
  const once = useOnce();
  const refresh = useRefreshCase(record.id);
  const { refetch } = useMessages(record.id);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const [warned, setWarned] = useState<Warned>();
  const isRunning = useRef(false);
  const { draft } = form;
  /** Asks once more who writes and what came, so that two do not answer at once (SE-10). */
  const collides = async (): Promise<boolean> => {
    if (kind !== 'reply') return false;
    const [present, fresh] = await Promise.all([look(), refetch()]);
    const found = { writing: present.filter((each) => each.isWriting), newer: newerBy(fresh.data?.data ?? messages, draft.base, me) };
    if (found.writing.length === 0 && found.newer.length === 0) return false;
    setWarned(found);
    return true;
  };
  const send = async (isSure: boolean) => {
    const body = draft.text.trim();
    if (isRunning.current) return;
    if (body === '') return setFailure(t('write.needsWords'));
    isRunning.current = true;
    setBusy(true);
    setFailure('');
    try {
      if (!isSure && await collides()) return;
      const mentions = kind === 'note' ? Object.entries(draft.mentioned).filter(([name]) => body.includes(`@${name}`)).map(([, id]) => id) : [];
      await once((idempotencyKey) => call('POST /service/cases/{id}/messages', {
        params: { id: record.id }, idempotencyKey,
        body: { kind, body, ...(kind === 'incoming' && { channel: 'phone' as const }), ...(mentions.length > 0 && { mentions }), ...(draft.files.length > 0 && { files: draft.files.map((file) => file.id) }) },
      }));
      setWarned(undefined);
      form.clear();
      showToast(t(`write.sent.${kind}`));
      await refresh();
    } catch (problem) {
      if (!isProblem(problem)) throw problem;
      setFailure(problem.errors[0]?.message || problem.detail);
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
  };
  const back = () => {
    setWarned(undefined);
    form.catchUp();
  };
  return { send, back, warned, isBusy, failure };
}

function KindComposer({ record, messages, kind, look, onTyping }: ComposerProps & { kind: MessageKind; look: () => Promise<readonly PresentPerson[]>; onTyping: (isWriting: boolean) => void }) {
  const t = useCaseTexts();
  const form = useMessageDraft(record.id, kind, messages.at(-1)?.id);
  const { send, back, warned, isBusy, failure } = useSend({ record, messages }, kind, form, look);
  const { draft, change } = form;
  const label = t(`write.labels.${kind}`);
  const isEmpty = draft.text.trim() === '';
  useEffect(() => {
    if (isEmpty) onTyping(false);
  }, [isEmpty, onTyping]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send(false);
  };
  const write = (text: string) => {
    change(() => ({ text }));
    onTyping(kind === 'reply' && text.trim() !== '');
  };
  return (
    <>
      {kind === 'note'
        ? <NoteInput draft={draft} label={label} change={change} onKeyDown={onKeyDown} />
        : <Input.TextArea aria-label={label} placeholder={t(`write.places.${kind}`)} value={draft.text} maxLength={50_000} autoSize={{ minRows: 3, maxRows: 12 }} onKeyDown={onKeyDown} onChange={(event) => write(event.target.value)} onBlur={() => onTyping(false)} onFocus={() => onTyping(kind === 'reply' && !isEmpty)} />}
      {warned && <Warning warned={warned} isBusy={isBusy} onSend={() => void send(true)} onBack={back} />}
      <div className="case-write-foot">
        {kind === 'reply' && <CannedReplies record={record} onPick={(text) => write([draft.text, text].filter(Boolean).join('\n'))} />}
        <FileAdder caseId={record.id} files={draft.files} onChange={(update) => change((before) => ({ files: update(before.files) }))} />
        <span className="grow small danger" role="alert">{failure}</span>
        <span className="small faint case-keys">{t('write.keys')}</span>
        <Button type={isEmpty ? 'default' : 'primary'} loading={isBusy} onClick={() => void send(false)}>{t(`write.send.${kind}`)}</Button>
      </div>
    </>
  );
}

const kinds: readonly MessageKind[] = ['reply', 'note', 'incoming'];

/** Below the conversation: reply, note among colleagues, or what the customer said on the phone; who else writes is seen. */
export function MessageComposer({ record, messages }: ComposerProps) {
  const t = useCaseTexts();
  const [kind, setKind] = useState<MessageKind>('reply');
  const [isWriting, setWriting] = useState(false);
  const { others, look } = usePresence(record.id, isWriting);
  const writing = others.filter((each) => each.isWriting);
  const reading = others.filter((each) => !each.isWriting);
  return (
    <section className={`case-write is-${kind} no-print`} aria-label={t('write.title')}>
      <div className="row wrap">
        <ChoiceBar label={t('write.kind')} value={kind} options={kinds.map((value) => ({ value, label: t(`write.kinds.${value}`) }))} onChange={(next: MessageKind) => { setWriting(false); setKind(next); }} />
        <span className="grow" />
        <span className="small" role="status">
          {writing.length > 0 && <span className="tag tag-hu">{t('write.isWriting', { names: writing.map((each) => each.name).join('、') })}</span>}{' '}
          {reading.length > 0 && <span className="tag">{t('write.isReading', { names: reading.map((each) => each.name).join('、') })}</span>}
        </span>
      </div>
      {kind === 'note' && <p className="small muted">{t('write.noteHint')}</p>}
      <KindComposer key={kind} record={record} messages={messages} kind={kind} look={look} onTyping={setWriting} />
    </section>
  );
}
