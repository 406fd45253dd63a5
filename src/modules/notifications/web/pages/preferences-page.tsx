import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { AdminCard, AdminPage } from '#modules/identity/web/identity.public.tsx';
import { useNoticeTexts } from '../use-notifications.ts';
import './notifications.css';

type Preferences = CallAnswer<'GET /notifications/preferences'>;
type Kind = Preferences['kinds'][number];
type Change = Parameters<typeof call<'PUT /notifications/preferences'>>[1] extends { body: infer B } ? B : never;
type Save = (change: Change) => void;

const KEY = ['notification-kinds'];
const MODES = ['now', 'digest', 'off'] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

function KindRow({ kind, isMailPossible, onSave }: { kind: Kind; isMailPossible: boolean; onSave: Save }) {
  const t = useNoticeTexts();
  const put = (change: Partial<Pick<Kind, 'isInApp' | 'mail'>>) => onSave({ kinds: { [kind.key]: { isInApp: kind.isInApp, mail: kind.mail, ...change } } });
  return (
    <tr>
      <td>
        {kind.label}
        {!kind.isDefault && <> <button type="button" className="link-button small" onClick={() => onSave({ kinds: { [kind.key]: null } })}>{t('preferences.reset')}</button></>}
      </td>
      <td><Checkbox aria-label={t('preferences.inAppOf', { kind: kind.label })} checked={kind.isInApp} onChange={(event) => put({ isInApp: event.target.checked })} /></td>
      <td>
        <PlainSelect
          label={t('preferences.mailOf', { kind: kind.label })} value={isMailPossible ? kind.mail : 'off'}
          onChange={(value) => put({ mail: MODES.find((mode) => mode === value) ?? 'off' })}
          options={(isMailPossible ? MODES : (['off'] as const)).map((mode) => ({ value: mode, label: t(`preferences.${mode}`) }))}
        />
      </td>
    </tr>
  );
}

function HourSelect({ label, value, onChange }: { label: string; value: number; onChange: (hour: number) => void }) {
  const t = useNoticeTexts();
  return (
    <PlainSelect
      label={label} value={String(value)} onChange={(text) => onChange(Number(text))}
      options={HOURS.map((hour) => ({ value: String(hour), label: t('preferences.hour', { hour: String(hour).padStart(2, '0') }) }))}
    />
  );
}

function HoursCard({ preferences, onSave }: { preferences: Preferences; onSave: Save }) {
  const t = useNoticeTexts();
  const { quiet } = preferences;
  return (
    <AdminCard title={t('preferences.hours')}>
      <div className="stack">
        <div className="hour-line">
          <span>{t('preferences.digestHour')}</span>
          <HourSelect label={t('preferences.digestHour')} value={preferences.digestHour} onChange={(digestHour) => onSave({ digestHour })} />
        </div>
        <div className="hour-line">
          <Checkbox checked={quiet !== null} onChange={(event) => onSave({ quiet: event.target.checked ? { from: 22, until: 7 } : null })}>{t('preferences.quietOn')}</Checkbox>
          {quiet && (
            <>
              <span>{t('preferences.from')}</span>
              <HourSelect label={`${t('preferences.quiet')} ${t('preferences.from')}`} value={quiet.from} onChange={(from) => onSave({ quiet: { ...quiet, from } })} />
              <span>{t('preferences.until')}</span>
              <HourSelect label={`${t('preferences.quiet')} ${t('preferences.until')}`} value={quiet.until} onChange={(until) => onSave({ quiet: { ...quiet, until } })} />
            </>
          )}
        </div>
        <p className="small muted">{t('preferences.zone', { zone: preferences.timeZone })}</p>
      </div>
    </AdminCard>
  );
}

function mailNote(t: ReturnType<typeof useNoticeTexts>, { isMailOn, email }: Preferences): string {
  if (!isMailOn) return t('preferences.mailOff');
  return email === null ? t('preferences.noAddress') : t('preferences.address', { email });
}

/** What one is told, where and when (PL-44); each change is saved at once. */
export default function PreferencesPage() {
  const t = useNoticeTexts();
  const client = useQueryClient();
  const found = useQuery({ queryKey: KEY, queryFn: ({ signal }) => call('GET /notifications/preferences', { signal }) });
  const save: Save = (change) => void call('PUT /notifications/preferences', { body: change }).then((next) => {
    client.setQueryData(KEY, next);
    showToast(t('preferences.saved'));
  }, reportProblem);
  const preferences = found.data;
  return (
    <AdminPage title={t('preferences.title')} hint={t('preferences.hint')} back={{ to: '/notifications', label: t('title') }}>
      {found.error && !preferences && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <div className="card card-body"><SkeletonLines count={6} /></div>}
      {preferences && (
        <>
          <AdminCard title={t('preferences.kinds')} note={mailNote(t, preferences)} isFlush>
            <div className="admin-scroll">
              <table className="admin-table channel-table">
                <thead><tr><th scope="col">{t('kind')}</th><th scope="col">{t('preferences.inApp')}</th><th scope="col">{t('preferences.mail')}</th></tr></thead>
                <tbody>{preferences.kinds.map((kind) => <KindRow key={kind.key} kind={kind} isMailPossible={preferences.isMailOn && preferences.email !== null} onSave={save} />)}</tbody>
              </table>
            </div>
          </AdminCard>
          <HoursCard preferences={preferences} onSave={save} />
        </>
      )}
    </AdminPage>
  );
}
