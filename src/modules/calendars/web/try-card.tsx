import { DatePicker, Input, InputNumber } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { WorkingCalendar } from '#kernel/working-time/working-calendar.ts';
import { traceWorkingDays, traceWorkingTime, type WorkingTrace } from '#kernel/working-time/working-time.ts';
import { instantOfWall } from '#kernel/working-time/wall-time.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { TraceView } from '#kit/working-time/trace-view.tsx';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { useCalendarTexts } from './use-calendars.ts';

type Unit = 'days' | 'hours';
const MOST = { days: 250, hours: 2000 } as const;

interface Question { readonly date: string | undefined; readonly time: string; readonly amount: number | null; readonly unit: Unit }

function answer(calendar: WorkingCalendar, { date, time, amount, unit }: Question): WorkingTrace | undefined {
  const match = /^(\d{2}):(\d{2})/.exec(time);
  if (date === undefined || !match || amount === null || amount < 0 || amount > MOST[unit]) return undefined;
  const start = instantOfWall(calendar.timeZone, { date, seconds: Number(match[1]) * 3600 + Number(match[2]) * 60 });
  return unit === 'days' ? traceWorkingDays(calendar, start, Math.floor(amount)) : traceWorkingTime(calendar, start, Math.round(amount * 3600));
}

/** A start and a time allowed: when it is due, and how that was counted. */
export function TryCard({ calendar, today }: { readonly calendar: WorkingCalendar; readonly today: string }) {
  const t = useCalendarTexts();
  const [question, setQuestion] = useState<Question>({ date: today, time: '16:00', amount: 3, unit: 'days' });
  const change = (part: Partial<Question>) => setQuestion((before) => ({ ...before, ...part }));
  const trace = answer(calendar, question);
  return (
    <AdminCard title={t('try.title')}>
      <div className="stack">
        <div className="cal-try">
          <DatePicker aria-label={t('try.start')} allowClear={false} value={question.date === undefined ? null : dayjs(question.date)} onChange={(day: dayjs.Dayjs | null) => change({ date: day?.format('YYYY-MM-DD') })} />
          <Input type="time" aria-label={t('try.start')} value={question.time} onChange={(event) => change({ time: event.target.value })} />
          <InputNumber aria-label={t('try.amount')} min={0} max={MOST[question.unit]} value={question.amount} onChange={(amount) => change({ amount })} />
          <PlainSelect label={t('try.unit')} value={question.unit} onChange={(unit) => change({ unit: unit === 'days' ? 'days' : 'hours' })} options={(['days', 'hours'] as const).map((value) => ({ value, label: t(`try.${value}`) }))} />
        </div>
        {trace ? <div aria-live="polite"><TraceView key={`${trace.start} ${trace.amount}`} trace={trace} /></div> : <p className="danger small" role="alert">{t('try.wrong', { max: MOST[question.unit] })}</p>}
      </div>
    </AdminCard>
  );
}
