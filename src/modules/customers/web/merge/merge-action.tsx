import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { Combine } from 'lucide-react';
import { useState } from 'react';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { type NamedRef, titleOf } from '#kit/records/record-types.ts';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { RecordPicker } from '#modules/identity/web/identity.public.tsx';
import { useQualityTexts } from '../quality/use-quality-texts.ts';

/** The button on a record page that asks for the other record and leads to the comparison. */
export default function MergeAction({ object, record }: RecordSlotProps) {
  const t = useQualityTexts();
  const kit = useKitTexts();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [other, setOther] = useState<NamedRef>();
  if (record.capabilities?.includes('merge') !== true) return null;
  const go = () => void navigate({ to: `/merge/${object.plural}/${record.id}/${other?.id ?? ''}` });
  return (
    <>
      <Button icon={<Combine size={15} aria-hidden />} onClick={() => setOpen(true)}>{t('merge.action')}</Button>
      {isOpen && (
        <Dialog
          title={t('merge.pick')} onClose={() => setOpen(false)}
          footer={<><Button onClick={() => setOpen(false)}>{kit('action.cancel')}</Button><Button type="primary" disabled={other === undefined} onClick={go}>{t('merge.next')}</Button></>}
        >
          <div className="stack">
            <p className="muted">{t('merge.pickHint', { name: titleOf(object, record) })}</p>
            <RecordPicker target={object.key} label={t('merge.pick')} value={other} without={[record.id]} onChange={setOther} />
          </div>
        </Dialog>
      )}
    </>
  );
}
