import { useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { CallerFields, OpenOnes } from './intake-caller.tsx';
import { IntakeDone } from './intake-done.tsx';
import { MoreIntake, TypeChoice, WhatFields, sendOnCtrlEnter } from './intake-fields.tsx';
import { type Caller, takeIn, useCaller, useDraft, useSendOnce } from './use-intake.ts';
import { useQueueTexts } from './use-queue.ts';
import './intake.css';

type Stage = { readonly is: 'form' } | { readonly is: 'adding'; readonly open: Caller['cases'][number] } | { readonly is: 'done' | 'added'; readonly id: string; readonly number: string };

interface IntakeProps {
  /** The number that a call brought. */
  readonly phone: string;
  onClose(): void;
}

function Form({ form, onAdd, onDone, onClose }: { form: ReturnType<typeof useDraft>; onAdd: (open: Caller['cases'][number]) => void; onDone: (id: string, number: string) => void; onClose: () => void }) {
  const t = useQueueTexts();
  const { draft, change } = form;
  const caller = useCaller(draft).data;
  const types = useFindObject()('caseType');
  const sender = useSendOnce();
  const submit = async () => {
    const missing = draft.type === '' ? t('intake.needType') : draft.subject.trim() === '' ? t('intake.needSubject') : '';
    if (missing !== '') {
      sender.setError(missing);
      return;
    }
    const made = await sender.run(takeIn(draft, caller));
    if (!made) return;
    form.clear();
    onDone(made.id, made.number);
  };
  return (
    <Dialog
      title={t('intake.title')} place="side" width={580} onClose={onClose}
      footer={<>{sender.error && <p className="danger grow" role="alert">{sender.error}</p>}{form.isBegun && <Button type="text" onClick={form.clear}>{t('intake.clear')}</Button>}<Button type="primary" loading={sender.isBusy} onClick={() => void submit()}>{t('intake.save')} <kbd className="queue-key" aria-hidden>Ctrl Enter</kbd></Button></>}
    >
      <form className="intake" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        <CallerFields draft={draft} caller={caller} onChange={change} />
        <OpenOnes cases={caller?.cases ?? []} onAdd={onAdd} />
        {types && <TypeChoice object={types} draft={draft} onChange={change} />}
        <WhatFields draft={draft} onChange={change} />
        <MoreIntake draft={draft} onChange={change} />
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden>{t('intake.save')}</button>
      </form>
    </Dialog>
  );
}

/** What the caller says goes to the case that is open already. */
function AddDialog({ open, first, onBack, onDone, onClose }: { open: Caller['cases'][number]; first: string; onBack: () => void; onDone: () => void; onClose: () => void }) {
  const t = useQueueTexts();
  const [words, setWords] = useState(first);
  const sender = useSendOnce();
  const send = async () => {
    if (words.trim() === '') return;
    const made = await sender.run((idempotencyKey) => call('POST /service/cases/{id}/messages', { idempotencyKey, params: { id: open.id }, body: { kind: 'incoming', channel: 'phone', body: words.trim() } }));
    if (made) onDone();
  };
  return (
    <Dialog
      title={t('intake.addTitle', { number: open.number })} place="side" width={580} onClose={onClose}
      footer={<>{sender.error && <p className="danger grow" role="alert">{sender.error}</p>}<Button onClick={onBack}>{t('intake.back')}</Button><Button type="primary" disabled={words.trim() === ''} loading={sender.isBusy} onClick={() => void send()}>{t('intake.add')}</Button></>}
    >
      <form className="intake" onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <p><b>{open.subject}</b>{open.owner && <span className="muted"> · {open.owner.name}</span>}</p>
        <label className="intake-field" data-first><span className="intake-label">{t('intake.words')}</span><Input.TextArea onKeyDown={sendOnCtrlEnter} autoSize={{ minRows: 5, maxRows: 14 }} maxLength={50_000} value={words} onChange={(event) => setWords(event.target.value)} /></label>
      </form>
    </Dialog>
  );
}

/** Takes a case in over the telephone (SE-1): the number tells who calls; open cases come first; seconds, by keyboard alone. */
export default function IntakeDialog({ phone, onClose }: IntakeProps) {
  const t = useQueueTexts();
  const navigate = useNavigate();
  const form = useDraft(phone);
  const [stage, setStage] = useState<Stage>({ is: 'form' });
  if (stage.is === 'form') return <Form form={form} onAdd={(open) => setStage({ is: 'adding', open })} onDone={(id, number) => setStage({ is: 'done', id, number })} onClose={onClose} />;
  if (stage.is === 'adding') {
    const { open } = stage;
    return (
      <AddDialog
        key={open.id} open={open} first={form.draft.description || form.draft.subject} onBack={() => setStage({ is: 'form' })} onClose={onClose}
        onDone={() => { form.clear(); setStage({ is: 'added', id: open.id, number: open.number }); }}
      />
    );
  }
  const isNew = stage.is === 'done';
  return (
    <Dialog
      key={stage.is} title={t(isNew ? 'intake.savedTitle' : 'intake.addedTitle')} place="side" width={580} onClose={onClose}
      footer={<><Button onClick={() => setStage({ is: 'form' })}>{t('intake.again')}</Button><Button type="primary" autoFocus onClick={() => void navigate({ to: `/cases/${stage.id}` })}>{t('intake.openCase')}</Button></>}
    >
      {isNew ? <IntakeDone id={stage.id} number={stage.number} /> : <p role="status">{t('intake.addedText', { number: stage.number })}</p>}
    </Dialog>
  );
}
