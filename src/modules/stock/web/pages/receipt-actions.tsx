import { Button } from 'antd';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { Field } from '../unit/form-parts.tsx';
import { pdfAddress, useRefreshStock, useStockTexts } from '../use-stock.ts';

/** Print a receipt, or reverse it by another one. */
export default function ReceiptActions({ object, record }: RecordSlotProps) {
  const t = useStockTexts();
  const refresh = useRefreshStock();
  const { isBusy, error, run } = useSubmit();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const close = () => setOpen(false);
  const reverse = async () => {
    const made = await run(() => call('POST /stock/receipts/{id}/reverse', { params: { id: record.id }, body: { reason: reason.trim() } }));
    if (!made) return;
    refresh();
    showToast(t('pay.done', { number: made.done.number }));
    close();
  };
  const mayReverse = object.grants.create !== undefined && record['reverses'] == null;
  return (
    <>
      <Button icon={<Printer size={14} aria-hidden />} href={pdfAddress(`/stock/receipts/${record.id}/pdf`)} download>{t('pay.print')}</Button>
      {mayReverse && <Button onClick={() => setOpen(true)}>{t('action.reverse')}</Button>}
      {isOpen && (
        <Dialog title={t('action.reverse')} onClose={close} footer={<><Button onClick={close}>{t('action.cancel')}</Button><Button type="primary" danger loading={isBusy} disabled={reason.trim() === ''} onClick={() => void reverse()}>{t('action.reverse')}</Button></>}>
          <Field label={t('pay.reason')} kind="long" value={reason} onChange={setReason} />
          {error !== '' && <p className="danger" role="alert">{error}</p>}
        </Dialog>
      )}
    </>
  );
}
