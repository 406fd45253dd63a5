import { Popover } from 'antd';
import { Keyboard, LogOut, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { ChoiceBar } from '../field/choice-bar.tsx';
import { useLocale } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { useLook } from '../tokens/look-provider.tsx';
import { PageLink } from './page-link.tsx';

function LanguageChoice() {
  const t = useKitTexts();
  const { locale, setLocale } = useLocale();
  return (
    <fieldset>
      <legend>{t('nav.language')}</legend>
      <ChoiceBar isWide label={t('nav.language')} value={locale} onChange={setLocale} options={[{ value: 'zh-CN', label: '中文' }, { value: 'en', label: 'English' }]} />
    </fieldset>
  );
}

function LookChoice() {
  const t = useKitTexts();
  const { preferences, setPreferences } = useLook();
  return (
    <>
      <fieldset>
        <legend>{t('nav.theme')}</legend>
        <ChoiceBar
          isWide
          label={t('nav.theme')}
          value={preferences.theme}
          onChange={(theme) => setPreferences({ theme })}
          options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`nav.${value}`) }))}
        />
      </fieldset>
      <fieldset>
        <legend>{t('nav.density')}</legend>
        <ChoiceBar
          isWide
          label={t('nav.density')}
          value={preferences.density}
          onChange={(density) => setPreferences({ density })}
          options={(['comfortable', 'compact'] as const).map((value) => ({ value, label: t(`nav.${value}`) }))}
        />
      </fieldset>
    </>
  );
}

interface AccountMenuProps {
  readonly profilePath?: string | undefined;
  onSignOut(): void;
  onShowKeys(): void;
}

/** The avatar with language, theme, density, profile, keys and sign-out. */
export function AccountMenu({ profilePath, onSignOut, onShowKeys }: AccountMenuProps) {
  const t = useKitTexts();
  const me = useSession();
  const [isOpen, setOpen] = useState(false);
  const panel = (
    <div className="menu-panel">
      <div>
        <b>{me.user.name}</b> <span className="faint">{me.user.username}</span>
        <div className="small muted">{me.company.name}</div>
      </div>
      <LanguageChoice />
      <LookChoice />
      <div className="menu-list">
        {profilePath && (
          <PageLink to={profilePath} className="plain-button" onClick={() => setOpen(false)}>
            <UserRound size={15} aria-hidden /> {t('nav.profile')}
          </PageLink>
        )}
        <button type="button" className="plain-button" onClick={() => { setOpen(false); onShowKeys(); }}>
          <Keyboard size={15} aria-hidden /> {t('nav.keys')}
        </button>
        <button type="button" className="plain-button" onClick={onSignOut}>
          <LogOut size={15} aria-hidden /> {t('nav.signOut')}
        </button>
      </div>
    </div>
  );
  return (
    <Popover content={panel} trigger="click" open={isOpen} onOpenChange={setOpen} placement="bottomRight" arrow={false}>
      <button type="button" className="avatar" aria-label={`${t('nav.account')} ${me.user.name}`} aria-expanded={isOpen}>
        {me.user.name.slice(0, 1)}
      </button>
    </Popover>
  );
}
