import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { type CallAnswer, call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { useSubmit } from '../parts/use-submit.ts';

export type TwoFactorStart = CallAnswer<'POST /auth/two-factor/start'>;

interface SetUpProps {
  readonly start: TwoFactorStart;
  onDone(recoveryCodes: readonly string[]): void;
  onClose(): void;
}

/** Scan, then prove it with the first code. */
export function TwoFactorSetUp({ start, onDone, onClose }: SetUpProps) {
  const t = useTexts(identityWebTexts);
  const kit = useKitTexts();
  const [code, setCode] = useState('');
  const { isBusy, error, run } = useSubmit();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await run(() => call('POST /auth/two-factor/confirm', { body: { code: code.replace(/\s/g, '') } }));
    if (result) onDone(result.done.recoveryCodes);
  };
  return (
    <Dialog title={t('twoFactor.setUp')} width={600} onClose={onClose}>
      <div className="two-factor-set">
        <div className="qr"><img alt={t('twoFactor.qr')} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(start.qr)}`} /></div>
        <form className="stack" onSubmit={(e) => void submit(e)}>
          <ol className="steps">
            <li>{t('twoFactor.stepApp')}</li>
            <li>{t('twoFactor.stepScan')}<br /><code className="small">{start.secret.replace(/(.{4})/g, '$1 ').trim()}</code></li>
            <li><label htmlFor="two-factor-code">{t('twoFactor.stepCode')}</label></li>
          </ol>
          <Input id="two-factor-code" autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={8} value={code} status={error ? 'error' : ''} onChange={(e) => setCode(e.target.value)} />
          {error && <p className="danger" role="alert">{error}</p>}
          <div className="admin-foot">
            <Button onClick={onClose}>{kit('action.cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={isBusy} disabled={code.replace(/\s/g, '').length < 6}>{t('twoFactor.confirm')}</Button>
          </div>
        </form>
      </div>
    </Dialog>
  );
}
