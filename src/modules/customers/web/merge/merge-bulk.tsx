import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import type { BulkDialogProps } from '#kit/module/web-module.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { useQualityTexts } from '../quality/use-quality-texts.ts';

/** Two records chosen in a list lead straight to the comparison; any other number says what is needed. */
export default function MergeBulk({ object, ids, onClose }: BulkDialogProps) {
  const t = useQualityTexts();
  const kit = useKitTexts();
  const navigate = useNavigate();
  const [one, other] = ids === 'all' || ids.length !== 2 ? [] : ids.toSorted((a, b) => (a < b ? -1 : 1));
  useEffect(() => {
    if (one !== undefined && other !== undefined) void navigate({ to: `/merge/${object.plural}/${one}/${other}` });
  }, [navigate, object.plural, one, other]);
  if (one !== undefined) return null;
  return (
    <Dialog title={t('merge.title')} onClose={() => onClose(false)} footer={<Button type="primary" onClick={() => onClose(false)}>{kit('action.close')}</Button>}>
      <p>{t('merge.twoOnly')}</p>
    </Dialog>
  );
}
