import { Input } from 'antd';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { api, apiUrl } from '#kit/api/api-client.ts';
import type { Me } from '#kit/api/session.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { administrationTexts } from '../../administration.texts.ts';

/** A password entered before must still count so long, so that the download does not meet its end. */
const MARGIN_MS = 5_000;

/** Takes one backup away; asks for the password before, since a plain navigation could not (SEC-9). */
export function DownloadBackup({ name, when }: { name: string; when: string }) {
  const t = useTexts(administrationTexts);
  const kit = useKitTexts();
  const [isAsking, setAsking] = useState(false);
  const [password, setPassword] = useState('');
  const download = () => window.location.assign(apiUrl(`/backups/${name}/file`));
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
      <button type="button" className="plain-button" aria-label={t('backups.downloadOf', { when })} onClick={() => void start().catch(reportProblem)}><Download size={15} aria-hidden /> {t('backups.download')}</button>
      {isAsking && (
        <ConfirmDialog title={kit('confirm.title')} ok={t('backups.download')} onConfirm={confirm} onClose={() => setAsking(false)}>
          <p className="muted">{t('backups.downloadHint')}</p>
          <Input.Password autoFocus autoComplete="current-password" aria-label={kit('signIn.password')} value={password} onChange={(e) => setPassword(e.target.value)} />
        </ConfirmDialog>
      )}
    </>
  );
}
