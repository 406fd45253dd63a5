import { keepPreviousData, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Checkbox, Input, Radio } from 'antd';
import { X } from 'lucide-react';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { useHasRight } from '#kit/api/session.ts';
import { EmptyState } from '#kit/overlay/empty-state.tsx';
import { reportProblem, useUndo } from '#kit/overlay/use-undo.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { type NamedRef, titleOf } from '#kit/records/record-types.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { recordQuery } from '#kit/records/use-records.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { AdminCard, AdminPage, RecordPicker } from '#modules/identity/web/identity.public.tsx';
import { useQualityTexts } from '../quality/use-quality-texts.ts';
import { type HandoverPreview, type HandoverRule, handoverRuleKeys } from './handover-types.ts';
import './handover.css';

interface Draft {
  readonly from: NamedRef | undefined;
  readonly rule: HandoverRule;
  readonly to: readonly NamedRef[];
  readonly note: string;
  readonly keyNotes: Readonly<Record<string, string>>;
  readonly acceptance: boolean;
}

interface PartProps {
  readonly draft: Draft;
  readonly preview: HandoverPreview | undefined;
  onChange(change: Partial<Draft>): void;
}

function PeoplePart({ draft, preview, onChange }: PartProps) {
  const t = useQualityTexts();
  const isFull = draft.rule === 'one' && draft.to.length > 0;
  const shown = (person: NamedRef) => preview?.receivers.find((one) => one.id === person.id);
  return (
    <AdminCard title={t('handover.people')}>
      <div className="handover-form">
        <div className="admin-field">
          <label htmlFor="handover-from">{t('handover.from')}</label>
          <RecordPicker id="handover-from" target="user" value={draft.from} without={draft.to.map(({ id }) => id)} onChange={(from) => onChange({ from, keyNotes: {} })} />
          <p className="small muted">{t('handover.fromHint')}</p>
        </div>
        <div className="admin-field">
          <span className="small muted" id="handover-rule">{t('handover.rule')}</span>
          <Radio.Group
            aria-labelledby="handover-rule" name="handover-rule" value={draft.rule} options={handoverRuleKeys.map((rule) => ({ value: rule, label: t(`handover.rules.${rule}`) }))}
            onChange={(e) => {
              const rule = handoverRuleKeys.find((one) => one === e.target.value) ?? 'one';
              onChange({ rule, to: rule === 'one' ? draft.to.slice(0, 1) : draft.to });
            }}
          />
          <p className="small muted">{t(`handover.ruleHints.${draft.rule}`)}</p>
        </div>
        <div className="admin-field">
          <span className="small muted">{t('handover.receivers')}</span>
          <ul className="handover-receivers">
            {draft.to.map((person) => {
              const known = shown(person);
              return (
                <li key={person.id} className="row">
                  <span className="grow">{person.name}{known && <span className="small muted"> · {t('handover.owns', { count: known.owned })}</span>}</span>
                  {known && <span className={known.isAbsent ? 'tag tag-hu' : 'tag tag-qing'}>{known.isAbsent ? t('handover.absent') : t('handover.gets', { count: known.count })}</span>}
                  <button type="button" className="plain-button" aria-label={t('handover.removeReceiver', { name: person.name })} onClick={() => onChange({ to: draft.to.filter(({ id }) => id !== person.id) })}><X size={15} aria-hidden /></button>
                </li>
              );
            })}
          </ul>
          {!isFull && (
            <RecordPicker
              key={draft.to.length} target="user" label={t('handover.addReceiver')} placeholder={t('handover.addReceiver')} value={undefined} without={[...draft.to.map(({ id }) => id), draft.from?.id ?? '']}
              onChange={(person) => person && onChange({ to: [...draft.to, person] })}
            />
          )}
        </div>
        <div className="admin-field">
          <label htmlFor="handover-note">{t('handover.note')}</label>
          <Input.TextArea id="handover-note" value={draft.note} maxLength={4000} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(e) => onChange({ note: e.target.value })} />
        </div>
        <div>
          <Checkbox checked={draft.acceptance} onChange={(e) => onChange({ acceptance: e.target.checked })}>{t('handover.acceptance')}</Checkbox>
          <p className="small muted">{t('handover.acceptanceHint')}</p>
        </div>
      </div>
    </AdminCard>
  );
}

function KeyAccountsPart({ draft, preview, onChange }: PartProps) {
  const t = useQualityTexts();
  if (!preview || preview.keyAccounts.length === 0) return null;
  return (
    <AdminCard title={t('handover.keyAccounts')} note={t('handover.keyHint')}>
      <div className="handover-form">
        {preview.keyAccounts.map((one) => (
          <div key={one.id} className="admin-field">
            <label htmlFor={`key-${one.id}`}>{one.name}</label>
            <Input.TextArea
              id={`key-${one.id}`} value={draft.keyNotes[one.id] ?? ''} maxLength={4000} autoSize={{ minRows: 1, maxRows: 6 }}
              onChange={(e) => onChange({ keyNotes: { ...draft.keyNotes, [one.id]: e.target.value } })}
            />
          </div>
        ))}
      </div>
    </AdminCard>
  );
}

function useHandoverSave() {
  const t = useQualityTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const undoable = useUndo();
  const refresh = () => {
    for (const key of ['handovers', 'handover', 'records', 'record', 'counts']) void client.invalidateQueries({ queryKey: [key] });
  };
  return async (draft: Draft, count: number) => {
    if (!draft.from) return;
    const notes = Object.fromEntries(Object.entries(draft.keyNotes).filter(([, text]) => text.trim() !== ''));
    const made = await call('POST /handovers', { body: {
      from: draft.from.id, rule: draft.rule, to: draft.to.map(({ id }) => id), acceptance: draft.acceptance, keyAccountNotes: notes,
      ...(draft.note.trim() !== '' && { note: draft.note.trim() }),
    } });
    refresh();
    void navigate({ to: `/handovers/${made.id}` });
    undoable(t('handover.done', { count }), async () => {
      const { returned } = await call('POST /handovers/{id}/undo', { params: { id: made.id } });
      refresh();
      showToast(t('handover.undone', { count: returned }));
    });
  };
}

function NewHandover({ given }: { given: NamedRef | undefined }) {
  const t = useQualityTexts();
  const save = useHandoverSave();
  const [draft, setDraft] = useState<Draft>({ from: given, rule: 'one', to: [], note: '', keyNotes: {}, acceptance: true });
  const [isBusy, setBusy] = useState(false);
  const from = draft.from?.id;
  const asked = { rule: draft.rule, to: draft.to.map(({ id }) => id) };
  const preview = useQuery({
    queryKey: ['handover-preview', from, asked],
    queryFn: from === undefined ? skipToken : ({ signal }) => call('POST /handovers/preview', { body: { from, ...asked }, signal }),
    placeholderData: keepPreviousData, retry: false,
  });
  const shown = draft.from ? preview.data : undefined;
  const isNothing = shown !== undefined && shown.customers + shown.tasks === 0;
  const isReady = shown !== undefined && !isNothing && shown.receivers.some((one) => !one.isAbsent) && draft.to.length > 0;
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const confirm = () => {
    setBusy(true);
    save(draft, shown?.customers ?? 0).catch((error: unknown) => {
      setBusy(false);
      reportProblem(error);
    });
  };
  const words = () => {
    if (draft.from === undefined) return t('handover.choosePerson');
    if (shown === undefined) return '';
    if (isNothing) return t('handover.nothing');
    return draft.to.length === 0 ? `${t('handover.preview', { customers: shown.customers, tasks: shown.tasks })} · ${t('handover.chooseReceiver')}` : t('handover.preview', { customers: shown.customers, tasks: shown.tasks });
  };
  return (
    <div className="admin-column handover-page">
      <PeoplePart draft={draft} preview={shown} onChange={change} />
      <KeyAccountsPart draft={draft} preview={shown} onChange={change} />
      <div className="admin-save">
        <div className="grow" role="status">
          <p>{words()}</p>
          {shown !== undefined && shown.outside > 0 && <p className="small muted">{t('handover.outside', { count: shown.outside })}</p>}
        </div>
        <Button type="primary" loading={isBusy} disabled={!isReady} onClick={confirm}>{t('handover.confirm')}</Button>
      </div>
    </div>
  );
}

function WithPerson({ users, id }: { users: ObjectMeta; id: string }) {
  const person = useQuery({ ...recordQuery(users, id), retry: false });
  if (person.isPending) return null;
  return <NewHandover given={person.data && { id, name: titleOf(users, person.data) }} />;
}

/** One page: whose customers, to whom, by which rule; the counts stand beside before anything moves (CU-52). */
export default function NewHandoverPage() {
  const t = useQualityTexts();
  const canManage = useHasRight('handover.manage');
  const users = useFindObject()('user');
  const { from }: { from?: unknown } = useSearch({ strict: false });
  return (
    <AdminPage title={t('handover.start')} hint={t('handover.hint')} back={{ to: '/handovers', label: t('handover.back') }}>
      {!canManage || !users ? <EmptyState title={t('handover.noAccess')} /> : typeof from === 'string' ? <WithPerson users={users} id={from} /> : <NewHandover given={undefined} />}
    </AdminPage>
  );
}
