import { Button, Input } from 'antd';
import { useState } from 'react';
import { issueText } from '#kernel/issue-texts.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { sayDay } from '#kit/working-time/trace-lines.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import type { DayChange } from '../rules/calendar-content.ts';
import { saySide } from './calendar-change-words.ts';
import { type Calendar, type Preview, useCalendarTexts, useCalendarWrites, useYearPreview } from './use-calendars.ts';

interface HolidaysDialogProps {
  readonly calendar: Calendar;
  /** The published list of this year; absent: somebody's own list. */
  readonly year?: number;
  onClose(): void;
}

/** What was shown is what is sent. */
const asChanges = ({ changes }: Preview): DayChange[] => changes.map(({ key, to }) =>
  ({ date: key, to: to === null || typeof to === 'string' ? null : { kind: to.kind, name: to.name, hours: to.hours } }));

/** Takes over a list of holidays after showing what it changes. */
export function HolidaysDialog({ calendar, year, onClose }: HolidaysDialogProps) {
  const t = useCalendarTexts();
  const kit = useKitTexts();
  const writes = useCalendarWrites();
  const ofYear = useYearPreview(calendar, year);
  const [ofText, setOfText] = useState<Preview>();
  const preview = year === undefined ? ofText : ofYear.data;
  const [text, setText] = useState('');
  const [reason, setReason] = useState(year === undefined ? '' : t('list.reasonPublished', { year }));
  const { isBusy, error, issues, run } = useSubmit();
  const compare = async () => setOfText((await run(() => writes.preview(calendar.id, text)))?.done);
  const count = preview?.changes.length ?? 0;
  const apply = async () => {
    if (!preview) return;
    const result = await run(() => writes.correct(calendar, { days: asChanges(preview), reason }));
    if (!result) return;
    showToast(t('list.saved', { n: count }));
    onClose();
  };
  const canApply = count > 0 && preview?.issues.length === 0 && reason.trim().length > 1;
  return (
    <Dialog title={year === undefined ? t('list.title') : t('list.published', { year })} width={560} onClose={onClose}>
      <div className="admin-form cal-form">
        {year === undefined && <OwnList text={text} onText={(next) => { setText(next); setOfText(undefined); }} onCheck={() => void compare()} />}
        {ofYear.error && <ErrorState error={ofYear.error} onRetry={() => void ofYear.refetch()} />}
        {year !== undefined && ofYear.isPending && <SkeletonLines count={6} />}
        {preview && <Difference preview={preview} />}
        {preview && count > 0 && (
          <>
            <label htmlFor="list-reason">{t('week.reason')}</label>
            <Input id="list-reason" maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
          </>
        )}
        {error && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
        <div className="admin-foot">
          <Button onClick={onClose}>{kit(count > 0 ? 'action.cancel' : 'action.close')}</Button>
          {count > 0 && <Button type="primary" loading={isBusy} disabled={!canApply} onClick={() => void apply()}>{t('list.apply', { n: count })}</Button>}
        </div>
      </div>
    </Dialog>
  );
}

function OwnList({ text, onText, onCheck }: { readonly text: string; onText(text: string): void; onCheck(): void }) {
  const t = useCalendarTexts();
  const [problem, setProblem] = useState<unknown>();
  const read = (file: File | undefined) => { file?.text().then(onText, setProblem); };
  return (
    <>
      <label htmlFor="list-text">{t('list.text')}</label>
      <Input.TextArea id="list-text" rows={7} maxLength={200_000} value={text} placeholder={'2027-01-01, 放假, 元旦'} onChange={(event) => onText(event.target.value)} />
      <p className="small muted">{t('list.textHint')}</p>
      {problem !== undefined && <ErrorState error={problem} />}
      <div className="row wrap">
        <label className="link-button cal-file">{t('list.file')}<input type="file" accept=".csv,.txt,.json" className="visually-hidden" onChange={(event) => read(event.target.files?.[0])} /></label>
        <Button disabled={text.trim() === ''} onClick={onCheck}>{t('list.check')}</Button>
      </div>
    </>
  );
}

function Difference({ preview: { changes, unchanged, issues } }: { readonly preview: Preview }) {
  const t = useCalendarTexts();
  const { locale } = useLocale();
  return (
    <>
      {issues.length > 0 && (
        <ul className="danger small" role="alert">
          {issues.map(({ path, code, params }) => {
            const [where, place = ''] = path.split('.');
            const said = where === 'lines' ? t('list.line', { n: place }) : where === 'days' ? `${place} ` : '';
            return <li key={path}>{said}{issueText(locale, { path, code, ...(params && { params }) })}</li>;
          })}
        </ul>
      )}
      <p>{changes.length === 0 ? t('list.none') : t('list.changes', { n: changes.length })} {unchanged > 0 && changes.length > 0 && <span className="muted">{t('list.unchanged', { n: unchanged })}</span>}</p>
      {changes.length > 0 && (
        <div className="cal-diff" role="region" tabIndex={0} aria-label={t('list.changes', { n: changes.length })}><ul>
          {changes.map(({ key, from, to }) => (
            <li key={key}>
              <span>{sayDay(locale, key)} <span className="faint">{key.slice(0, 4)}</span></span>
              <span>{saySide(locale, to)}{from !== null && <span className="faint"> {t('list.before')} {saySide(locale, from)}</span>}</span>
            </li>
          ))}
        </ul></div>
      )}
    </>
  );
}
