import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { visitChannels } from '../../registration/visit-registration.object.ts';
import { requireFilled, useRegistrationTexts } from './use-desk.ts';

/** Mends what was mistyped, as long as nobody has confirmed it (RE-12). */
export default function CorrectDialog({ visit, onDone, onClose }: { visit: RowOf<'GET /sites/{id}/visits'>; onDone: () => void; onClose: () => void }) {
  const t = useRegistrationTexts();
  const pick = usePick();
  const choices = (useFindObject()('visitRegistration')?.fields.find((field) => field.key === 'channel')?.choices ?? []).map((choice) => ({ value: choice.value, label: pick(choice.label) }));
  const [visitor, setVisitor] = useState(visit.visitor);
  const [channel, setChannel] = useState(visit.channel);
  const [companions, setCompanions] = useState(visit.companions);
  const [note, setNote] = useState(visit.note ?? '');
  const send = async () => {
    requireFilled((names) => t('fill', { names }), [[t('visitor'), visitor]]);
    const body = { visitor: visitor.trim(), companions, note: note.trim() === '' ? null : note.trim(), ...(channel !== visit.channel && { channel: visitChannels.find((each) => each === channel) ?? null }) };
    await call('POST /visit-registrations/{id}/correct', { params: { id: visit.id }, body });
    showToast(t('visits.corrected'));
    onDone();
  };
  return (
    <ConfirmDialog title={t('visits.correctTitle')} ok={t('visits.save')} onConfirm={send} onClose={onClose}>
      <div className="desk-form">
        <label className="desk-field"><span className="desk-label">{t('visitor')}</span><Input data-first maxLength={60} value={visitor} onChange={(event) => setVisitor(event.target.value)} /></label>
        <div className="desk-pair">
          <label className="desk-field"><span className="desk-label">{t('channel')}</span><Select allowClear options={choices} value={channel} onChange={(value: string | null | undefined) => setChannel(value ?? null)} /></label>
          <label className="desk-field"><span className="desk-label">{t('companions')}</span><InputNumber min={0} max={50} precision={0} value={companions} onChange={(value) => setCompanions(value)} /></label>
        </div>
        <label className="desk-field"><span className="desk-label">{t('note')}</span><Input.TextArea maxLength={2_000} autoSize={{ minRows: 2 }} value={note} onChange={(event) => setNote(event.target.value)} /></label>
      </div>
    </ConfirmDialog>
  );
}
