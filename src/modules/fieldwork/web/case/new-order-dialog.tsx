import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { isProblem } from '#kit/api/api-problem.ts';
import { call } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import type { RecordData } from '#kit/records/record-types.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { FitList } from '../board/fit-list.tsx';
import { WindowFields, readWindow, useWindow } from '../board/window-fields.tsx';
import { type OrderChoices, useFieldworkTexts, useOrderChoices, useRefreshOrders } from '../use-fieldwork.ts';

const kinds = ['repair', 'install', 'inspect', 'visit', 'other'] as const;
const skillKeys = ['electric', 'plumbing', 'appliance', 'renovation', 'cleaning'] as const;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A service order for a case; dispatched at once where somebody is chosen. */
export function NewOrderDialog({ record, onClose }: { readonly record: RecordData; onClose(): void }) {
  const t = useFieldworkTexts();
  const choices = useOrderChoices().data;
  return <Dialog title={t('panel.title')} width={520} onClose={onClose}>{choices ? <NewOrderForm record={record} choices={choices} onClose={onClose} /> : <SkeletonLines count={6} />}</Dialog>;
}

/** What is typed, and the order that it makes. */
function useNewOrder(record: RecordData, choices: OrderChoices, onDone: () => void) {
  const t = useFieldworkTexts();
  const format = useFormat();
  const refresh = useRefreshOrders();
  const [draft, setDraft] = useState({ kind: 'repair' as (typeof kinds)[number], subject: textOf(record['subject']), checklist: choices.checklists[0]?.id ?? '', place: textOf(record['place']), area: '', skills: [] as readonly string[], worker: '' });
  const window = useWindow(undefined, format.today());
  const [isWarned, setWarned] = useState(false);
  const { isBusy, error, issues, run } = useSubmit();
  const span = readWindow(window.value, format.zone);
  const change = (part: Partial<typeof draft>) => { setWarned(false); setDraft((old) => ({ ...old, ...part })); };
  const send = async () => {
    if (!span) return;
    const { worker, skills, place, area, subject, ...rest } = draft;
    const body = { ...rest, subject: subject.trim(), skills: [...skills], case: record.id, place: place.trim() || null, area: area === '' ? null : area, window: span, ...(worker !== '' && { dispatch: { worker, ...span, isWarnedAccepted: isWarned, isUnfitAccepted: isWarned } }) };
    const answer = await run(() => call('POST /fieldwork/orders', { body }).catch((refusal: unknown) => {
      setWarned(isProblem(refusal) && (refusal.code === 'fieldwork.overlap' || refusal.code === 'fieldwork.unfit'));
      throw refusal;
    }));
    if (!answer) return;
    showToast(t('panel.made', { number: answer.done.number }));
    refresh();
    onDone();
  };
  return { draft, change, window, span, isWarned, isBusy, error: [error, ...Object.values(issues)].filter(Boolean).join(' '), send };
}

function NewOrderForm({ record, choices, onClose }: { readonly record: RecordData; readonly choices: OrderChoices; onClose(): void }) {
  const t = useFieldworkTexts();
  const pick = usePick();
  const ids = { subject: useId(), place: useId() };
  const mayAssign = useFindObject()('serviceOrder')?.grants.assign !== undefined;
  const { draft, change, window, span, isWarned, isBusy, error, send } = useNewOrder(record, choices, onClose);
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <div className="admin-field"><label htmlFor={ids.subject}>{t('panel.subject')}</label><Input id={ids.subject} maxLength={200} value={draft.subject} onChange={(event) => change({ subject: event.target.value })} /></div>
      <div className="admin-two">
        <label className="admin-field"><span className="small muted">{t('panel.kind')}</span><PlainSelect label={t('panel.kind')} value={draft.kind} options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} onChange={(kind) => change({ kind: kinds.find((each) => each === kind) ?? 'other' })} /></label>
        <label className="admin-field"><span className="small muted">{t('panel.checklist')}</span><PlainSelect label={t('panel.checklist')} value={draft.checklist} options={choices.checklists.map(({ id, name }) => ({ value: id, label: pick(name) }))} onChange={(checklist) => change({ checklist })} /></label>
        <div className="admin-field"><label htmlFor={ids.place}>{t('panel.place')}</label><Input id={ids.place} maxLength={200} value={draft.place} onChange={(event) => change({ place: event.target.value })} /></div>
        <label className="admin-field"><span className="small muted">{t('panel.area')}</span><PlainSelect label={t('panel.area')} value={draft.area} options={[{ value: '', label: t('panel.noArea') }, ...choices.areas.map(({ id, name }) => ({ value: id, label: pick(name) }))]} onChange={(area) => change({ area })} /></label>
      </div>
      <fieldset className="row wrap order-skills"><legend className="small muted">{t('panel.skills')}</legend>{skillKeys.map((skill) => <label key={skill} className="row"><input type="checkbox" checked={draft.skills.includes(skill)} onChange={(event) => change({ skills: event.target.checked ? [...draft.skills, skill] : draft.skills.filter((each) => each !== skill) })} />{t(`skills.${skill}`)}</label>)}</fieldset>
      <WindowFields value={window.value} onChange={window.set} />
      {!span && <p className="small danger" role="alert">{t('board.wrongTimes')}</p>}
      {mayAssign && <FitList area={draft.area} skills={draft.skills} span={span} worker={draft.worker} nobody={t('panel.later')} onWorker={(worker) => change({ worker })} />}
      {error !== '' && <p className="danger" role="alert">{error}</p>}
      <div className="row wrap"><Button type="primary" htmlType="submit" loading={isBusy} disabled={!span || draft.subject.trim() === ''}>{t(isWarned ? 'board.accept' : 'panel.save')}</Button><Button onClick={onClose}>{t('cancel')}</Button></div>
    </form>
  );
}
