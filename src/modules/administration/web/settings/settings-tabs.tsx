import type { ReactNode } from 'react';
import { useLocation } from '@tanstack/react-router';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { administrationTexts } from '../../administration.texts.ts';
import './settings.css';

const tabs = [
  { to: '/settings', key: 'general' }, { to: '/settings/views', key: 'views' }, { to: '/settings/configuration', key: 'configuration' },
] as const;

/** The pages below "Settings": the same head, one row of places. */
export function SettingsFrame({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  const t = useTexts(administrationTexts);
  const path = useLocation({ select: (at) => at.pathname });
  return (
    <AdminPage title={t('settings.title')} hint={t('settings.hint')} actions={actions}>
      <nav className="settings-tabs" aria-label={t('settings.title')}>
        {tabs.map(({ to, key }) => <span key={key} data-current={path === to}><PageLink to={to}>{t(`settings.tab.${key}`)}</PageLink></span>)}
      </nav>
      {children}
    </AdminPage>
  );
}
