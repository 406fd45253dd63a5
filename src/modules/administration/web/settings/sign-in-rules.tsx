import { Button, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { isJsonObject, isSameJson } from '#kernel/json.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { AdminCard, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { administrationTexts } from '../../administration.texts.ts';
import { SIGN_IN, useSaveSettings, useSettings } from './use-settings.ts';

interface Rules {
  readonly passwordProfile: 'nist' | 'dengbao';
  readonly rotationDays: number;
  readonly idleHours: number;
  readonly absoluteDays: number;
}

/** The value of the setting `signIn`; the server fills in what was never set. */
function readRules(value: unknown): Rules | undefined {
  if (!isJsonObject(value)) return undefined;
  const { passwordProfile, rotationDays, idleHours, absoluteDays } = value;
  const isProfile = passwordProfile === 'nist' || passwordProfile === 'dengbao';
  if (!isProfile || typeof rotationDays !== 'number' || typeof idleHours !== 'number' || typeof absoluteDays !== 'number') return undefined;
  return { passwordProfile, rotationDays, idleHours, absoluteDays };
}

function RulesForm({ rules }: { rules: Rules }) {
  const t = useTexts(administrationTexts);
  const put = useSaveSettings();
  const [draft, setDraft] = useState<Rules>(rules);
  const { isBusy, error, issues, run } = useSubmit();
  const set = (part: Partial<Rules>) => setDraft((old) => ({ ...old, ...part }));
  const save = async () => {
    if (!(await run(() => put({ [SIGN_IN]: draft })))) return;
    showToast(t('settings.saved'));
  };
  const number = (key: 'rotationDays' | 'idleHours' | 'absoluteDays', min: number, max: number, unit: string) => (
    <div className="setting-line">
      <div className="grow"><label htmlFor={`rule-${key}`}>{t(`signIn.${key}`)}</label><p className="small muted">{t(`signIn.${key}Hint`)}</p></div>
      <div className="setting-value"><InputNumber id={`rule-${key}`} min={min} max={max} suffix={unit} value={draft[key]} onChange={(value) => { if (value !== null) set({ [key]: value }); }} style={{ width: 140 }} /></div>
    </div>
  );
  return (
    <>
      <div className="setting-line">
        <div className="grow">
          <span id="profile-label">{t('signIn.profile')}</span>
          <Radio.Group aria-labelledby="profile-label" className="profile-choice" value={draft.passwordProfile} onChange={(e) => { const next: unknown = e.target.value; if (next === 'nist' || next === 'dengbao') set({ passwordProfile: next }); }}>
            <Radio value="nist">{t('signIn.nist')}<br /><span className="small muted">{t('signIn.nistHint')}</span></Radio>
            <Radio value="dengbao">{t('signIn.dengbao')}<br /><span className="small muted">{t('signIn.dengbaoHint')}</span></Radio>
          </Radio.Group>
        </div>
      </div>
      {draft.passwordProfile === 'dengbao' && number('rotationDays', 1, 3650, t('signIn.days'))}
      {number('idleHours', 0.25, 336, t('signIn.hours'))}
      {number('absoluteDays', 0.5, 90, t('signIn.days'))}
      <div className="card-body admin-foot">
        {error && <p className="danger grow" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
        <Button type="primary" loading={isBusy} disabled={isSameJson(draft, rules)} onClick={() => void save()}>{t('settings.save')}</Button>
      </div>
    </>
  );
}

/** Passwords and the length of sessions, for everybody (SEC-2, SEC-8). */
export function SignInRules() {
  const t = useTexts(administrationTexts);
  const settings = useSettings();
  const rules = readRules(settings.data?.find(({ key }) => key === SIGN_IN)?.value);
  return (
    <AdminCard title={t('signIn.title')} isFlush>
      {settings.error ? <ErrorState error={settings.error} onRetry={() => void settings.refetch()} /> : rules ? <RulesForm key={JSON.stringify(rules)} rules={rules} /> : <div className="card-body"><SkeletonLines count={5} /></div>}
    </AdminCard>
  );
}
