import { useLocation } from '@tanstack/react-router';
import { Menu, Search } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useLiveUpdates } from '../api/live-updates.ts';
import { useSession } from '../api/session.ts';
import { useModules, useNav } from '../module/registry.tsx';
import { Dialog } from '../overlay/dialog.tsx';
import { closeOverlay, openOverlay, useOverlay } from '../palette/overlay-state.ts';
import { useGlobalKeys } from '../palette/use-global-keys.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { AccountMenu } from './account-menu.tsx';
import { PageLink } from './page-link.tsx';
import { SideNav } from './side-nav.tsx';
import './shell.css';

const CommandPalette = lazy(() => import('../palette/command-palette.tsx'));
const AskMoreHost = lazy(() => import('../form/ask-more.tsx'));
const KeyHelp = lazy(() => import('../palette/key-help.tsx'));

/** The seal bears the first character of 知客; it is a picture, not a word. */
const SEAL = '知';

function TopBar({ onSignOut, profilePath }: { onSignOut: () => void; profilePath: string | undefined }) {
  const t = useKitTexts();
  const slots = useModules().flatMap((m) => m.topBar ?? []).toSorted((a, b) => (a.order ?? 50) - (b.order ?? 50));
  return (
    <header className="shell-top">
      <button type="button" className="shell-search" onClick={() => openOverlay('palette')}>
        <Search size={15} aria-hidden />
        <span className="truncate">{t('nav.search')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <span className="grow" />
      {slots.map(({ key, view: View }) => <View key={key} />)}
      <AccountMenu profilePath={profilePath} onSignOut={onSignOut} onShowKeys={() => openOverlay('keys')} />
    </header>
  );
}

function BottomBar() {
  const t = useKitTexts();
  const pick = usePick();
  const [isOpen, setOpen] = useState(false);
  const first = useNav().flatMap((g) => g.entries).slice(0, 4);
  return (
    <>
    <nav className="shell-bottom" aria-label={t('nav.label')}>
      {first.map(({ key, to, icon: Icon, label }) => (
        <PageLink key={key} to={to}><Icon size={20} aria-hidden /><span className="truncate">{pick(label)}</span></PageLink>
      ))}
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(true)}><Menu size={20} aria-hidden />{t('nav.menu')}</button>
    </nav>
    {isOpen && (
      <Dialog title={t('nav.menu')} place="side" onClose={() => setOpen(false)}>
        <SideNav className="phone-nav" onNavigate={() => setOpen(false)} />
      </Dialog>
    )}
    </>
  );
}

/** Moves focus to the page's main part, and the page to its top, when the address changes: readers of a screen hear the new page, others see where it begins. */
function useFocusOnPage(ref: React.RefObject<HTMLElement | null>): void {
  const path = useLocation({ select: (at) => at.pathname });
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) {
      ref.current?.focus({ preventScroll: true });
      // Long lists scroll inside the page and keep their own place.
      ref.current?.scrollTo({ top: 0 });
    }
    isFirst.current = false;
  }, [path, ref]);
}

interface AppShellProps {
  readonly children: ReactNode;
  readonly profilePath?: string | undefined;
  onSignOut(): void;
}

/** Brand, navigation, top bar, page: customer.png; at 767 px and below a bottom bar instead of the side. */
export function AppShell({ children, onSignOut, profilePath }: AppShellProps) {
  const t = useKitTexts();
  const main = useRef<HTMLElement>(null);
  const overlay = useOverlay();
  const { company } = useSession();
  useFocusOnPage(main);
  useGlobalKeys();
  useLiveUpdates();
  return (
    <div className="shell">
      <a className="skip-link" href="#main">{t('app.skip')}</a>
      <PageLink to="/" className="shell-brand" title={company.name}>
        <span className="seal" aria-hidden>{SEAL}</span>{t('app.name')}
      </PageLink>
      <TopBar onSignOut={onSignOut} profilePath={profilePath} />
      <SideNav className="shell-side" />
      <main className="shell-main" id="main" tabIndex={-1} ref={main}>{children}</main>
      <BottomBar />
      <Suspense fallback={null}>
        <AskMoreHost />
        {overlay === 'palette' && <CommandPalette onClose={closeOverlay} />}
        {overlay === 'keys' && <KeyHelp onClose={closeOverlay} />}
      </Suspense>
    </div>
  );
}
