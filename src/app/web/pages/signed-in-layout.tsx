import { api, setApiHandlers } from '#kit/api/api-client.ts';
import { queryClient } from '#kit/api/query-client.ts';
import { useSession } from '#kit/api/session.ts';
import { useModules } from '#kit/module/registry.tsx';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { AppShell } from '#kit/shell/app-shell.tsx';
import { hasChosenLocale, useLocale } from '#kit/texts/locale-provider.tsx';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { Suspense, useCallback, useEffect, useRef } from 'react';
import { PageWait } from '../routes/page-wait.tsx';

const PROFILE = '/profile';

/** The account's language holds on a new device; a choice made here goes to the account: one's own, never that of a person one looks as. */
function useAccountLocale(): void {
  const { user, viewing } = useSession();
  const isOwn = !viewing;
  const { locale, setLocale } = useLocale();
  const before = useRef(locale);
  useEffect(() => {
    if (before.current === locale) return;
    before.current = locale;
    if (isOwn && hasChosenLocale()) void api.post('/auth/preferences', { locale }).catch(reportProblem);
  }, [locale, isOwn]);
  useEffect(() => {
    if (isOwn && user.locale && user.locale !== locale && !hasChosenLocale()) setLocale(user.locale);
  }, [isOwn, user.locale, locale, setLocale]);
}

/** A session that ended elsewhere leads to the sign-in page and back to the same place. */
function useSignedOut(): void {
  const navigate = useNavigate();
  useEffect(() => {
    setApiHandlers({
      onSignedOut: () => {
        if (location.pathname === '/sign-in') return;
        const back = location.pathname + location.search;
        queryClient.removeQueries({ queryKey: ['me'] });
        void navigate({ to: '/sign-in', search: { back } });
      },
    });
    return () => setApiHandlers({ onSignedOut: () => {} });
  }, [navigate]);
}

export default function SignedInLayout() {
  const navigate = useNavigate();
  useAccountLocale();
  useSignedOut();
  const hasProfile = useModules().some((m) => m.pages?.some((page) => page.path === PROFILE));
  const signOut = useCallback(async () => {
    try {
      await api.post('/auth/logout');
      setApiHandlers({ onSignedOut: () => {} });
      await navigate({ to: '/sign-in' });
      queryClient.clear();
    } catch (error) {
      reportProblem(error);
    }
  }, [navigate]);
  return (
    <AppShell onSignOut={() => void signOut()} profilePath={hasProfile ? PROFILE : undefined}>
      <Suspense fallback={<PageWait />}>
        <Outlet />
      </Suspense>
    </AppShell>
  );
}
