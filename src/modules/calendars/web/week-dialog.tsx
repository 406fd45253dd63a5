import { Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { parseHours } from '#kernel/working-time/working-hours.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { usualWeek } from '../rules/calendar-content.ts';
import { type Calendar, useCalendarTexts, useCalendarWrites } from './use-calendars.ts';

interface WeekDialogProps {
  /** Absent for a new one. */
  readonly calendar?: Calendar;
  readonly others: readonly { readonly id: string; readonly name: string }[];
  onSaved(id: string): void;
  onClose(): void;
}

const zones = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }));

/** Name, zone and weekly hours of a calendar, new or changed. */
export function WeekDialog({ calendar, others, onSaved, onClose }: WeekDialogProps) {
  const t = useCalendarTexts();
  const kit = useKitTexts();
  const { zone: ownZone } = useFormat();
  const writes = useCalendarWrites();
  const [name, setName] = useState(calendar?.name ?? '');
  const [timeZone, setTimeZone] = useState(calendar?.timeZone ?? ownZone);
  const [week, setWeek] = useState<readonly string[]>(calendar?.week ?? usualWeek);
  const [from, setFrom] = useState(others[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const { isBusy, error, issues, run } = useSubmit();
  const isWrong = week.some((hours) => parseHours(hours) === null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const values = { name, timeZone, week: [...week] };
    const result = await run(() => (calendar
      ? writes.correct(calendar, { ...values, reason })
      : writes.create({ ...values, ...(from !== '' && { from }), ...(reason.trim() !== '' && { reason }) })));
    if (!result) return;
    showToast(t(calendar ? 'week.saved' : 'week.created', { name }));
    onSaved(result.done.id);
    onClose();
  };
  return (
    <Dialog title={calendar ? t('week.editTitle', { name: calendar.name }) : t('newCalendar')} width={520} onClose={onClose}>
      <form className="admin-form cal-form" onSubmit={(event) => void submit(event)}>
        <label htmlFor="week-name">{t('week.name')}</label>
        <Input id="week-name" autoFocus maxLength={60} value={name} status={issues['name'] ? 'error' : ''} onChange={(event) => setName(event.target.value)} />
        <label htmlFor="week-zone">{t('week.zone')}</label>
        <Select id="week-zone" value={timeZone} onChange={setTimeZone} options={zones} showSearch={{ optionFilterProp: 'label' }} />
        <WeekHours week={week} onChange={setWeek} />
        {!calendar && (
          <>
            <label htmlFor="week-from">{t('week.from')}</label>
            <Select id="week-from" value={from} onChange={setFrom} options={[...others.map(({ id, name: label }) => ({ value: id, label })), { value: '', label: t('week.fromNone') }]} />
          </>
        )}
        <label htmlFor="week-reason">{t(calendar ? 'week.reason' : 'week.reasonNew')}</label>
        <Input id="week-reason" maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
        {error && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
        <div className="admin-foot">
          <Button onClick={onClose}>{kit('action.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={isBusy} disabled={name.trim() === '' || isWrong || (calendar !== undefined && reason.trim().length < 2)}>{kit(calendar ? 'action.save' : 'action.create')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function WeekHours({ week, onChange }: { readonly week: readonly string[]; onChange(week: readonly string[]): void }) {
  const t = useCalendarTexts();
  const names = t('week.days').split(' ');
  const monday = week[0] ?? '';
  return (
    <fieldset className="cal-week">
      <legend className="small muted">{t('week.hours')}</legend>
      {names.map((day, at) => (
        <label key={day}>
          <span>{day}</span>
          <Input maxLength={120} value={week[at] ?? ''} placeholder={t('week.off')} status={parseHours(week[at] ?? '') === null ? 'error' : ''} onChange={(event) => onChange(week.with(at, event.target.value))} />
        </label>
      ))}
      <button type="button" className="link-button small" onClick={() => onChange(week.map((hours, at) => (at > 0 && at < 5 ? monday : hours)))}>{t('week.same')}</button>
    </fieldset>
  );
}
