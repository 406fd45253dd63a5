import { Input, InputNumber, type InputRef, Select } from 'antd';
import type { RefObject } from 'react';
import { useFindObject } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { RelatedPicker } from './related-picker.tsx';
import { type Draft, useMembers, useRegistrationTexts } from './use-desk.ts';

interface FieldsProps {
  readonly site: string;
  readonly draft: Draft;
  onChange(change: Partial<Draft>): void;
}

/** Number and name: often all that is needed. `known`: the name that the chosen registration has. */
export function MainFields({ draft, known, onChange, first }: Omit<FieldsProps, 'site'> & { known: string | undefined; first: RefObject<InputRef | null> }) {
  const t = useRegistrationTexts();
  return (
    <div className="desk-pair">
      <label className="desk-field"><span className="desk-label">{t('phone')}</span><Input ref={first} inputMode="tel" maxLength={40} value={draft.phone} onChange={(event) => onChange({ phone: event.target.value, customer: undefined })} /></label>
      <label className="desk-field"><span className="desk-label">{t('visitor')}</span><Input maxLength={60} placeholder={known ?? t('visitorHint')} value={draft.visitor} onChange={(event) => onChange({ visitor: event.target.value })} /></label>
    </div>
  );
}

/** Whom they saw, whom they ask for, and the matter where it is a special one. */
export function WishFields({ site, draft, onChange }: FieldsProps) {
  const t = useRegistrationTexts();
  const members = useMembers(site).data?.data.map(({ userId, name }) => ({ value: userId, label: name })) ?? [];
  return (
    <div className="desk-pair">
      <label className="desk-field"><span className="desk-label">{t('named')}</span><Select mode="multiple" allowClear optionFilterProp="label" options={members} value={[...draft.named]} onChange={(named: string[]) => onChange({ named })} /></label>
      <label className="desk-field"><span className="desk-label">{t('askedFor')}</span><Select allowClear showSearch optionFilterProp="label" placeholder={t('nobodyAsked')} options={members} value={draft.askedFor ?? null} onChange={(askedFor: string | null) => onChange({ askedFor: askedFor ?? undefined })} /></label>
    </div>
  );
}

/** What is worth knowing and changes nothing in who receives; the matter does when it is not a plain visit. */
export function MoreFields({ site, draft, onChange }: FieldsProps) {
  const t = useRegistrationTexts();
  const pick = usePick();
  const object = useFindObject()('visitRegistration');
  const choices = (key: string) => (object?.fields.find((field) => field.key === key)?.choices ?? []).map((choice) => ({ value: choice.value, label: pick(choice.label) }));
  const atDesk = new Set(['visit', 'introduced', 'companyCustomer', 'household', 'sameDayOther', 'eventDay', 'staffReferral', 'other']);
  const isRelated = draft.matter === 'introduced' || draft.matter === 'household';
  return (
    <>
      <div className="desk-pair">
        <label className="desk-field"><span className="desk-label">{t('matter')}</span><Select options={choices('matter').filter(({ value }) => atDesk.has(value))} value={draft.matter} onChange={(matter: string) => onChange({ matter, related: undefined, answers: {} })} /></label>
        <label className="desk-field"><span className="desk-label">{t('channel')}</span><Select allowClear options={choices('channel')} value={draft.channel ?? null} onChange={(channel: Draft['channel'] | null) => onChange({ channel: channel ?? undefined })} /></label>
      </div>
      {isRelated && <RelatedPicker site={site} label={t('related')} by="customer" value={draft.related} onChange={(related) => onChange({ related })} />}
      <details className="desk-more">
        <summary>{t('more')}</summary>
        <div className="desk-pair">
          <label className="desk-field"><span className="desk-label">{t('companions')}</span><InputNumber min={0} max={50} value={draft.companions ?? null} onChange={(companions) => onChange({ companions: companions ?? undefined })} /></label>
          <label className="desk-field"><span className="desk-label">{t('note')}</span><Input maxLength={2_000} value={draft.note} onChange={(event) => onChange({ note: event.target.value })} /></label>
        </div>
      </details>
    </>
  );
}
