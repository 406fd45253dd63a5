import { Select } from 'antd';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '#kit/api/api-client.ts';
import { useSession } from '#kit/api/session.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { AdminCard } from '../parts/admin-page.tsx';
import { useRoleNames } from '../users/use-account.ts';

/** `Asia/Shanghai (UTC+8)`; the offset of today. */
function zoneOptions(): { value: string; label: string }[] {
  const now = new Date();
  return ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(now);
    const offset = parts.find((p) => p.type === 'timeZoneName')?.value.replace('GMT', 'UTC') ?? '';
    return { value: zone, label: `${zone.replaceAll('_', ' ')}　${offset}` };
  });
}

/** Name, unit and roles as the administrator keeps them; the time zone is one's own choice. */
export function ProfileCard() {
  const t = useTexts(identityWebTexts);
  const pick = usePick();
  const client = useQueryClient();
  const me = useSession();
  const names = useRoleNames();
  const [zones] = useState(zoneOptions);
  const unit = typeof me.user.unit === 'object' ? me.user.unit?.name : me.user.unit;
  const roles = me.roles.map((key) => names.data?.find((r) => r.key === key)).filter((r) => r !== undefined);
  const setZone = (timeZone: string) => {
    api.post('/auth/preferences', { timeZone }).then(() => {
      void client.invalidateQueries({ queryKey: ['me'] });
      showToast(t('account.zoneSaved'));
    }, reportProblem);
  };
  return (
    <AdminCard title={t('account.profile')}>
      <dl className="facts">
        <dt>{t('account.name')}</dt><dd>{me.user.name}</dd>
        <dt>{t('oneTime.username')}</dt><dd>{me.user.username}</dd>
        <dt>{t('account.unit')}</dt><dd>{unit || t('account.noUnit')}</dd>
        <dt>{t('user.roles')}</dt><dd>{roles.map((r) => pick(r.label)).join(t('parts.comma')) || t('user.noRoles')}</dd>
        <dt><label htmlFor="time-zone">{t('account.zone')}</label></dt>
        <dd><Select id="time-zone" style={{ width: '100%' }} value={me.user.timeZone ?? ''} options={zones} showSearch={{ optionFilterProp: 'label' }} onChange={setZone} /></dd>
      </dl>
      <p className="small muted account-note">{t('account.profileHint')}</p>
    </AdminCard>
  );
}
