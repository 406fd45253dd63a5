import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { usualHours, weekdayOf } from '#kernel/working-time/working-calendar.ts';
import { formatHours, parseHours } from '#kernel/working-time/working-hours.ts';
import { ChoiceBar } from '#kit/field/choice-bar.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { sayDay } from '#kit/working-time/trace-lines.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { type DayRow, type SpecialKind, toWorkingCalendar } from '../rules/calendar-content.ts';
import { type Calendar, useCalendarTexts, useCalendarWrites } from './use-calendars.ts';

interface DayDialogProps {
  readonly calendar: Calendar;
  readonly date: string;
  onClose(): void;
}

type Choice = SpecialKind | 'asWeekday';

/** What one date is: like its weekday, a holiday, a make-up day, or special hours; and why it changes. */
export function DayDialog({ calendar, date, onClose }: DayDialogProps) {
  const t = useCalendarTexts();
  const kit = useKitTexts();
  const { locale } = useLocale();
  const writes = useCalendarWrites();
  const before: DayRow | undefined = calendar.days.find((day) => day.date === date);
  const [kind, setKind] = useState<Choice>(before?.kind ?? 'asWeekday');
  const [name, setName] = useState(before?.name ?? '');
  const [hours, setHours] = useState(before?.hours ?? '');
  const [reason, setReason] = useState('');
  const { isBusy, error, issues, run } = useSubmit();
  const hasHours = kind === 'makeUp' || kind === 'special';
  const isWrong = hasHours && parseHours(hours) === null;
  const usual = formatHours(usualHours(toWorkingCalendar(calendar)));
  const choices: readonly Choice[] = ['asWeekday', 'holiday', 'makeUp', 'special'];
  const label = (choice: Choice) => (choice === 'asWeekday' ? `${t('day.asWeekday')} (${t(`kinds.${calendar.week[weekdayOf(date)] === '' ? 'rest' : 'workday'}`)})` : t(`kinds.${choice}`));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const to = kind === 'asWeekday' ? null : { kind, name, hours: hasHours && hours.trim() !== '' ? hours : null };
    const result = await run(() => writes.correct(calendar, { days: [{ date, to }], reason }));
    if (!result) return;
    showToast(t('day.saved', { date: sayDay(locale, date) }));
    onClose();
  };
  return (
    <Dialog title={`${date.slice(0, 4)} · ${sayDay(locale, date)}`} width={440} onClose={onClose}>
      <form className="admin-form" onSubmit={(event) => void submit(event)}>
        <div className="cal-kinds"><ChoiceBar label={t('day.kind')} isWide value={kind} onChange={(next: Choice) => setKind(next)} options={choices.map((value) => ({ value, label: label(value) }))} /></div>
        {kind !== 'asWeekday' && (
          <>
            <label htmlFor="cal-name">{t('day.name')}</label>
            <Input id="cal-name" maxLength={40} value={name} placeholder={t('day.namePlaceholder')} onChange={(event) => setName(event.target.value)} />
          </>
        )}
        {hasHours && (
          <>
            <label htmlFor="cal-hours">{t('day.hours')}</label>
            <Input id="cal-hours" maxLength={120} value={hours} status={isWrong ? 'error' : ''} placeholder={kind === 'makeUp' ? t('day.hoursUsual', { hours: usual }) : t('day.hoursClosed')} onChange={(event) => setHours(event.target.value)} />
          </>
        )}
        <label htmlFor="cal-reason">{t('day.reason')}</label>
        <Input id="cal-reason" maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
        {error && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
        <div className="admin-foot">
          <Button onClick={onClose}>{kit('action.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={isBusy} disabled={reason.trim().length < 2 || isWrong}>{kit('action.save')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
