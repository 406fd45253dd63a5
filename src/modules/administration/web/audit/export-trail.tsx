import { Button, Input } from 'antd';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { api, apiUrl } from '#kit/api/api-client.ts';
import type { Me } from '#kit/api/session.ts';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { administrationTexts } from '../../administration.texts.ts';
import { type AuditQuery, auditParams } from './use-audit.ts';

/** Seconds that a password entered before must still count, so that the download does not meet its end. */
const MARGIN_MS = 5_000;

/**
 * The selected entries as a file. A download is a plain navigation, which nobody could ask for the password again (SEC-9),
 * therefore it is asked for before.
 */
export function ExportTrail({ query }: { query: AuditQuery }) {
  const t = useTexts(administrationTexts);
  const kit = useKitTexts();
  const [isAsking, setAsking] = useState(false);
  const [password, setPassword] = useState('');
  const download = () => window.location.assign(apiUrl('/audit/export', auditParams(query)));
  const start = async () => {
    const me = await api.get<Me>('/auth/me');
    if (Date.parse(me.freshUntil ?? '') > Date.now() + MARGIN_MS) download();
    else setAsking(true);
  };
  const confirm = async () => {
    await api.post('/auth/confirm', { password });
    setPassword('');
    download();
  };
  return (
    <>
      <Button icon={<Download size={15} aria-hidden />} onClick={() => void start()}>{t('audit.export')}</Button>
      {isAsking && (
        <ConfirmDialog title={kit('confirm.title')} ok={t('audit.export')} onConfirm={confirm} onClose={() => setAsking(false)}>
          <p className="muted">{t('audit.exportHint')}</p>
          <Input.Password autoFocus autoComplete="current-password" aria-label={kit('signIn.password')} value={password} onChange={(e) => setPassword(e.target.value)} />
        </ConfirmDialog>
      )}
    </>
  );
}
