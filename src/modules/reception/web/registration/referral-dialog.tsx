import { useQuery, useQueryClient } from '@tanstack/react-query';
import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { ConfirmDialog, RecordPicker } from '#modules/identity/web/identity.public.tsx';
import { requireFilled, useRegistrationTexts } from './use-desk.ts';
import './registration.css';

/** A customer whom a colleague announces before the first visit (RE-13); the desk writes it down for somebody else. */
export default function ReferralDialog({ siteId, onClose }: { siteId?: string; onClose: () => void }) {
  const t = useRegistrationTexts();
  const format = useFormat();
  const client = useQueryClient();
  const [visitor, setVisitor] = useState('');
  const [phone, setPhone] = useState('');
  const [agreedOn, setAgreedOn] = useState(format.today());
  const [introducer, setIntroducer] = useState<NamedRef>();
  const sites = useQuery({ queryKey: ['referral-sites'], queryFn: ({ signal }) => call('GET /referral-sites', { signal }) }).data?.data ?? [];
  const [chosen, setChosen] = useState<string>();
  const site = chosen ?? siteId ?? sites[0]?.id ?? '';
  const scope = useFindObject()('staffReferral')?.grants.create;
  const send = async () => {
    requireFilled((names) => t('fill', { names }), [[t('visitor'), visitor], [t('referrals.site'), site], [t('visits.phone'), phone]]);
    const made = await call('POST /staff-referrals', { body: { site, visitor: visitor.trim(), phone: phone.trim(), agreedOn, ...(introducer && { introducer: introducer.id }) } });
    showToast(made.status === 'void' ? t('visits.referredVoid') : t('visits.referred'));
    await client.invalidateQueries({ queryKey: ['records', 'staffReferral'] });
  };
  return (
    <ConfirmDialog title={t('visits.refer')} ok={t('visits.save')} onConfirm={send} onClose={onClose}>
      <div className="desk-form">
        <label className="desk-field"><span className="desk-label">{t('visitor')}</span><Input data-first maxLength={60} value={visitor} onChange={(event) => setVisitor(event.target.value)} /></label>
        <label className="desk-field"><span className="desk-label">{t('visits.phone')}</span><Input inputMode="tel" maxLength={40} value={phone} onChange={(event) => setPhone(event.target.value)} /></label>
        {sites.length > 1 && <label className="desk-field"><span className="desk-label">{t('referrals.site')}</span><Select showSearch optionFilterProp="label" options={sites.map(({ id, name }) => ({ value: id, label: name }))} value={site} onChange={setChosen} /></label>}
        <label className="desk-field"><span className="desk-label">{t('visits.agreedOn')}</span><DatePicker allowClear={false} minDate={dayjs(format.today())} value={dayjs(agreedOn)} onChange={(day: dayjs.Dayjs | null) => { if (day) setAgreedOn(day.format('YYYY-MM-DD')); }} /></label>
        {scope !== 'own' && <label className="desk-field"><span className="desk-label">{t('referrals.introducer')}</span><RecordPicker target="user" value={introducer} placeholder={t('referrals.introducerHint')} onChange={setIntroducer} /></label>}
      </div>
    </ConfirmDialog>
  );
}
