import { Button, Input } from 'antd';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { api, apiUrl } from '#kit/api/api-client.ts';
import type { Me } from '#kit/api/session.ts';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { useCommissionTexts } from '../parts/commission-words.ts';

/** Seconds that a password entered before must still count, so that the download does not meet its end. */
const MARGIN_MS = 5_000;

/** The closed month as a file; the password is asked for first, since a download is a plain navigation (SEC-9). */
export function PayrollFile({ siteId, month }: { siteId: string; month: string }) {
  const t = useCommissionTexts();
  const kit = useKitTexts();
  const [asking, setAsking] = useState<'csv' | 'xlsx'>();
  const [password, setPassword] = useState('');
  const download = (format: 'csv' | 'xlsx') => window.location.assign(apiUrl(`/commission/settlements/${siteId}/${month}/file`, { format }));
  const start = async (format: 'csv' | 'xlsx') => {
    const me = await api.get<Me>('/auth/me');
    if (Date.parse(me.freshUntil ?? '') > Date.now() + MARGIN_MS) download(format);
    else setAsking(format);
  };
  const confirm = async () => {
    await api.post('/auth/confirm', { password });
    setPassword('');
    if (asking) download(asking);
  };
  return (
    <>
      <Button icon={<Download size={15} aria-hidden />} onClick={() => void start('xlsx')}>{t('settle.xlsx')}</Button>
      <Button onClick={() => void start('csv')}>{t('settle.csv')}</Button>
      {asking && (
        <ConfirmDialog title={kit('confirm.title')} ok={t('settle.xlsx')} onConfirm={confirm} onClose={() => setAsking(undefined)}>
          <Input.Password autoFocus autoComplete="current-password" aria-label={kit('signIn.password')} value={password} onChange={(e) => setPassword(e.target.value)} />
        </ConfirmDialog>
      )}
    </>
  );
}
