import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import type { Me } from '#kit/api/session.ts';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';

/** A password entered before must still count so long, so that the download does not meet its end. */
const MARGIN_MS = 5_000;

/**
 * A download behind a fresh password: a plain navigation could not ask for it, so it is asked for before (SEC-9).
 * @returns what starts it, and the dialog to render beside the button
 */
export function useFreshDownload({ address, ok, hint }: { address: () => string; ok: string; hint: string }): { start: () => Promise<void>; dialog: ReactNode } {
  const kit = useKitTexts();
  const [isAsking, setAsking] = useState(false);
  const [password, setPassword] = useState('');
  const download = () => window.location.assign(address());
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
  const dialog = isAsking && (
    <ConfirmDialog title={kit('confirm.title')} ok={ok} onConfirm={confirm} onClose={() => setAsking(false)}>
      <p className="muted">{hint}</p>
      <Input.Password autoFocus autoComplete="current-password" aria-label={kit('signIn.password')} value={password} onChange={(e) => setPassword(e.target.value)} />
    </ConfirmDialog>
  );
  return { start, dialog };
}
