import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { isSameJson } from '#kernel/json.ts';
import { api } from '#kit/api/api-client.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { AdminCard, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { administrationTexts } from '../../administration.texts.ts';

interface Rules {
  readonly passwordProfile: 'nist' | 'dengbao';
  readonly rotationDays: number;
  readonly idleHours: number;
  readonly absoluteDays: number;
}

function RulesForm({ rules }: { rules: Rules }) {
  const t = useTexts(administrationTexts);
  const client = useQueryClient();
  const [draft, setDraft] = useState<Rules>(rules);
  const { isBusy, error, issues, run } = useSubmit();
  const set = (part: Partial<Rules>) => setDraft((old) => ({ ...old, ...part }));
  const save = async () => {
    if (!(await run(() => api.put<Rules>('/settings/sign-in', draft)))) return;
    await client.invalidateQueries({ queryKey: ['sign-in-rules'] });
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
  const rules = useQuery({ queryKey: ['sign-in-rules'], queryFn: ({ signal }) => api.get<Rules>('/settings/sign-in', { signal }) });
  return (
    <AdminCard title={t('signIn.title')} isFlush>
      {rules.error ? <ErrorState error={rules.error} onRetry={() => void rules.refetch()} /> : rules.data ? <RulesForm key={JSON.stringify(rules.data)} rules={rules.data} /> : <div className="card-body"><SkeletonLines count={5} /></div>}
    </AdminCard>
  );
}
