import { useSession } from '#kit/api/session.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { AdminPage } from '../parts/admin-page.tsx';
import './account-page.css';
import { DelegationCard } from './delegation-card.tsx';
import { KeysCard } from './keys-card.tsx';
import { LookCard } from './look-card.tsx';
import { OpenSessionsCard } from './open-sessions-card.tsx';
import { PasswordCard } from './password-card.tsx';
import { ProfileCard } from './profile-card.tsx';
import { ViewingsCard } from '../view-as/viewings-card.tsx';
import { TwoFactorCard } from './two-factor-card.tsx';

/** One's own account: who one is, how it looks, how it is kept safe, who stands in (PL-21). */
export default function AccountPage() {
  const t = useTexts(identityWebTexts);
  const me = useSession();
  return (
    <AdminPage title={t('account.title')} hint={t('account.hint')}>
      {me.mustChangePassword && <p className="tag tag-hu admin-wrap-tag" role="alert">{t('account.passwordDue')}</p>}
      {me.mustSetUpTwoFactor === true && !me.mustChangePassword && <p className="tag tag-hu admin-wrap-tag" role="alert">{t('account.twoFactorDue')}</p>}
      <div className="account-grid">
        <div className="admin-column"><ProfileCard /><LookCard /><DelegationCard /></div>
        <div className="admin-column"><PasswordCard /><TwoFactorCard /><OpenSessionsCard /><ViewingsCard /><KeysCard /></div>
      </div>
    </AdminPage>
  );
}
