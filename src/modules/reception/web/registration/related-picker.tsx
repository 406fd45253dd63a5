import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useRegistrationTexts, useSettled } from './use-desk.ts';

interface RelatedProps {
  readonly site: string;
  readonly label: string;
  /** The chosen customer or registration, as `by` says. */
  readonly value: string | undefined;
  readonly by: 'customer' | 'registration';
  onChange(value: string | undefined): void;
}

/** Finds a registration of the site by the last four digits, to say whom it is about. */
export function RelatedPicker({ site, label, value, by, onChange }: RelatedProps) {
  const t = useRegistrationTexts();
  const format = useFormat();
  const [phone, setPhone] = useState('');
  const settled = useSettled(phone);
  const query = useQuery({
    queryKey: ['related-visits', site, settled], enabled: settled.trim().length >= 4, gcTime: 30_000,
    queryFn: ({ signal }) => call('POST /visit-registrations/propose', { signal, body: { site, phone: settled.trim() } }),
  });
  const keyOf = (visit: { customerId: string; registrationId: string }) => (by === 'customer' ? visit.customerId : visit.registrationId);
  return (
    <div className="desk-field">
      <label className="desk-field"><span className="desk-label">{label}</span><Input inputMode="numeric" value={phone} maxLength={20} onChange={(event) => { setPhone(event.target.value); onChange(undefined); }} /></label>
      {query.data?.found.length === 0 && <p className="small muted">{t('relatedNone')}</p>}
      <div className="desk-options">
        {query.data?.found.map((visit) => <button key={visit.registrationId} type="button" className="desk-option" aria-pressed={value === keyOf(visit)} onClick={() => onChange(keyOf(visit))}>{visit.visitor} · {format.date(visit.arrivedOn)} · {visit.receiver?.name ?? '–'}</button>)}
      </div>
    </div>
  );
}
