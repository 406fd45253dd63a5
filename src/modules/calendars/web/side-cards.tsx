import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { AdminCard, ConfirmDialog, RecordPicker, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { sayChange } from './calendar-change-words.ts';
import { type Calendar, useCalendarTexts, useCalendarWrites, useVersions } from './use-calendars.ts';

/** The weekly hours as they stand. */
export function WeekCard({ calendar, onEdit }: { readonly calendar: Calendar; onEdit(): void }) {
  const t = useCalendarTexts();
  return (
    <AdminCard title={t('week.title')} note={calendar.timeZone}>
      <dl className="cal-hours">
        {t('week.days').split(' ').map((day, at) => (
          <div key={day}><dt>{day}</dt><dd className={calendar.week[at] === '' ? 'faint' : ''}>{calendar.week[at] || t('week.off')}</dd></div>
        ))}
      </dl>
      <div className="admin-foot"><Button onClick={onEdit}>{t('week.edit')}</Button></div>
    </AdminCard>
  );
}

interface UnitsCardProps {
  readonly calendar: Calendar;
  onRemoved(): void;
}

/** The units that were given this calendar. */
export function UnitsCard({ calendar, onRemoved }: UnitsCardProps) {
  const t = useCalendarTexts();
  const kit = useKitTexts();
  const writes = useCalendarWrites();
  const [open, setOpen] = useState<{ readonly unit?: NamedRef }>();
  const [isRemoving, setRemoving] = useState(false);
  return (
    <AdminCard title={t('units.title')}>
      <ul className="cal-units">
        {calendar.units.map((unit) => (
          <li key={unit.id}>
            <span>{unit.name}</span>
            {unit.isCompany ? <span className="tag">{t('units.company')}</span> : <button type="button" className="link-button small" onClick={() => setOpen({ unit })}>{t('units.remove')}</button>}
          </li>
        ))}
        {calendar.units.length === 0 && <li className="muted">{t('units.none')}</li>}
      </ul>
      <p className="small muted">{t('units.hint')}</p>
      <div className="admin-foot">
        {calendar.units.length === 0 && <Button danger onClick={() => setRemoving(true)}>{t('units.delete')}</Button>}
        <Button onClick={() => setOpen({})}>{t('units.add')}</Button>
      </div>
      {open && <UnitDialog calendar={calendar} {...open} onClose={() => setOpen(undefined)} />}
      {isRemoving && (
        <ConfirmDialog
          title={t('units.delete')} ok={kit('action.delete')} isDanger onClose={() => setRemoving(false)}
          onConfirm={async () => { await writes.remove(calendar.id); showToast(t('units.deleted', { name: calendar.name })); onRemoved(); }}
        >
          <p>{t('units.deleteHint')}</p>
        </ConfirmDialog>
      )}
    </AdminCard>
  );
}

/** Gives a unit this calendar, or, for one that has it, that of the unit above. */
function UnitDialog({ calendar, unit, onClose }: { readonly calendar: Calendar; readonly unit?: NamedRef; onClose(): void }) {
  const t = useCalendarTexts();
  const kit = useKitTexts();
  const writes = useCalendarWrites();
  const [picked, setPicked] = useState<NamedRef | undefined>(unit);
  const [reason, setReason] = useState('');
  const { isBusy, error, issues, run } = useSubmit();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!picked || !(await run(() => writes.assign(picked.id, unit ? null : calendar.id, reason)))) return;
    showToast(t(unit ? 'units.removed' : 'units.saved', { unit: picked.name }));
    onClose();
  };
  return (
    <Dialog title={unit ? t('units.remove') : t('units.add')} width={420} onClose={onClose}>
      <form className="admin-form" onSubmit={(event) => void submit(event)}>
        {unit ? <p>{unit.name}</p> : (
          <>
            <label htmlFor="cal-unit">{t('units.unit')}</label>
            <RecordPicker id="cal-unit" target="orgUnit" value={picked} onChange={setPicked} />
          </>
        )}
        <label htmlFor="cal-unit-reason">{t('units.reason')}</label>
        <Input id="cal-unit-reason" maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
        {error && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
        <div className="admin-foot">
          <Button onClick={onClose}>{kit('action.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={isBusy} disabled={!picked || reason.trim().length < 2}>{kit('action.save')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

const SHOWN = 4;
const SHOWN_CHANGES = 3;

/** Who changed the calendar, when, why, and what. */
export function VersionsCard({ calendar }: { readonly calendar: Calendar }) {
  const t = useCalendarTexts();
  const format = useFormat();
  const { locale } = useLocale();
  const [isWhole, setWhole] = useState(false);
  const versions = useVersions(calendar.id).data?.data ?? [];
  return (
    <AdminCard title={t('versions.title')}>
      <ol className="cal-versions">
        {(isWhole ? versions : versions.slice(0, SHOWN)).map(({ version, at, by, reason, changes }) => (
          <li key={version}>
            <p className="small muted">{t('versions.version', { n: version })} · {format.moment(at)} · {by?.name ?? t('versions.system')}</p>
            {reason !== null && <p>{reason}</p>}
            <ul className="small muted">
              {changes.slice(0, SHOWN_CHANGES).map((change) => <li key={`${change.what} ${change.key}`}>{sayChange(locale, change)}</li>)}
              {changes.length > SHOWN_CHANGES && <li>{t('versions.more', { n: changes.length })}</li>}
            </ul>
          </li>
        ))}
      </ol>
      {!isWhole && versions.length > SHOWN && <button type="button" className="link-button small" onClick={() => setWhole(true)}>{t('versions.all', { n: versions.length })}</button>}
    </AdminCard>
  );
}
