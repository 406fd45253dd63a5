import { Button } from 'antd';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { CopyBox } from '../parts/copy-box.tsx';

interface OneTimeProps {
  readonly name: string;
  readonly username: string;
  readonly password: string;
  onClose(): void;
}

/** The password that the server answers once: to copy and hand over, never to be seen again. */
export function OneTimePasswordDialog({ name, username, password, onClose }: OneTimeProps) {
  const t = useTexts(identityWebTexts);
  return (
    <Dialog title={t('oneTime.title', { name })} width={460} onClose={onClose} footer={<Button type="primary" onClick={onClose}>{t('oneTime.done')}</Button>}>
      <div className="stack">
        <p>{t('oneTime.hint')}</p>
        <dl className="facts">
          <dt>{t('oneTime.username')}</dt>
          <dd>{username}</dd>
        </dl>
        <CopyBox text={password} label={t('oneTime.password')} />
        <p className="small muted">{t('oneTime.once')}</p>
      </div>
    </Dialog>
  );
}
