import { useQueryClient } from '@tanstack/react-query';
import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import type { RecordData } from '#kit/records/record-types.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { requireFilled, useMembers, useRegistrationTexts } from './use-desk.ts';
import './registration.css';

interface Call {
  readonly caller: string;
  readonly phone: string;
  readonly channel: string | null;
  readonly interest: string;
  readonly appointmentOn: string | null;
  readonly owner: string | null;
}

const empty: Call = { caller: '', phone: '', channel: null, interest: '', appointmentOn: null, owner: null };

/** What was typed, without what is empty; the instant is when it is saved. */
function bodyOf(site: string, { caller, phone, interest, ...chosen }: Call) {
  const typed = { caller: caller.trim(), phone: phone.trim(), interest: interest.trim(), ...chosen };
  return { site, calledAt: new Date().toISOString(), ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '' && value !== null)) };
}

function Fields({ siteId, value, onChange }: { siteId: string; value: Call; onChange: (part: Partial<Call>) => void }) {
  const t = useRegistrationTexts();
  const pick = usePick();
  const members = useMembers(siteId).data?.data.map(({ userId, name }) => ({ value: userId, label: name })) ?? [];
  const object = useFindObject()('callRegistration');
  const channels = (object?.fields.find((field) => field.key === 'channel')?.choices ?? []).map((choice) => ({ value: choice.value, label: pick(choice.label) }));
  return (
    <>
      <div className="desk-pair">
        <label className="desk-field"><span className="desk-label">{t('call.phone')}</span><Input data-first inputMode="tel" maxLength={40} value={value.phone} onChange={(event) => onChange({ phone: event.target.value })} /></label>
        <label className="desk-field"><span className="desk-label">{t('call.caller')}</span><Input maxLength={60} placeholder={t('visitorHint')} value={value.caller} onChange={(event) => onChange({ caller: event.target.value })} /></label>
      </div>
      <label className="desk-field"><span className="desk-label">{t('call.interest')}</span><Input.TextArea maxLength={2_000} autoSize={{ minRows: 2, maxRows: 8 }} value={value.interest} onChange={(event) => onChange({ interest: event.target.value })} /></label>
      <div className="desk-pair">
        <label className="desk-field"><span className="desk-label">{t('call.channel')}</span><Select allowClear options={channels} value={value.channel} onChange={(channel: string | null | undefined) => onChange({ channel: channel ?? null })} /></label>
        <label className="desk-field"><span className="desk-label">{t('call.appointmentOn')}</span><DatePicker value={value.appointmentOn === null ? null : dayjs(value.appointmentOn)} onChange={(day: dayjs.Dayjs | null) => onChange({ appointmentOn: day?.format('YYYY-MM-DD') ?? null })} /></label>
        <label className="desk-field"><span className="desk-label">{t('call.owner')}</span><Select allowClear showSearch optionFilterProp="label" placeholder={t('call.ownerNone')} options={members} value={value.owner} onChange={(owner: string | null | undefined) => onChange({ owner: owner ?? null })} /></label>
      </div>
    </>
  );
}

/** A call to the site, written while it lasts: number and name first, the time is now (RE-11). */
export default function CallDialog({ siteId, onClose }: { readonly siteId: string; readonly onClose: () => void }) {
  const t = useRegistrationTexts();
  const client = useQueryClient();
  const [value, setValue] = useState<Call>(empty);
  const send = async () => {
    requireFilled((names) => t('fill', { names }), [[t('call.caller'), value.caller]]);
    await api.post<RecordData>('/call-registrations', bodyOf(siteId, value));
    showToast(t('call.done'));
    await client.invalidateQueries({ queryKey: ['records', 'callRegistration'] });
  };
  return (
    <ConfirmDialog title={t('call.title')} ok={t('call.save')} width={560} onConfirm={send} onClose={onClose}>
      <div className="desk-form">
        <Fields siteId={siteId} value={value} onChange={(part) => setValue((old) => ({ ...old, ...part }))} />
        <p className="small muted">{t('call.hint')}</p>
      </div>
    </ConfirmDialog>
  );
}
