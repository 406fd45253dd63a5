import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSession } from '#kit/api/session.ts';

const PROFILE = '/profile';

/** Until the due password or second factor is there, the account has no rights: it stays on the page that sets it (SEC-5). */
export function DueGuard() {
  const me = useSession();
  const navigate = useNavigate();
  const path = useLocation({ select: (at) => at.pathname });
  const isDue = me.mustChangePassword || me.mustSetUpTwoFactor === true;
  useEffect(() => {
    if (isDue && path !== PROFILE) void navigate({ to: PROFILE, replace: true });
  }, [isDue, path, navigate]);
  return null;
}
