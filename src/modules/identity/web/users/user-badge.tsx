import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { useAccount } from './use-account.ts';

/** Active or not, two-factor or not, password to be changed. */
export default function UserBadge({ record }: RecordSlotProps) {
  const t = useTexts(identityWebTexts);
  const { data } = useAccount(record.id);
  return (
    <>
      {record['isActive'] === false ? <span className="tag tag-zhu">{t('user.off')}</span> : <span className="tag tag-green">{t('user.on')}</span>}
      {data?.isTwoFactorOn && <span className="tag tag-qing">{t('user.hasTwoFactor')}</span>}
      {data?.mustChangePassword && <span className="tag tag-hu">{t('user.passwordDue')}</span>}
    </>
  );
}
