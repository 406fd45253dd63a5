import { lazy, Suspense, useEffect, useState } from 'react';
import { setApiHandlers } from './api-client.ts';

const PasswordDialog = lazy(() => import('./password-dialog.tsx'));

/** Answers `auth.fresh-required`: asks for the password once, then the API client repeats its call. */
export function PasswordConfirm() {
  const [ask, setAsk] = useState<{ done: (isConfirmed: boolean) => void }>();
  useEffect(() => {
    setApiHandlers({
      confirmPassword: () =>
        new Promise<boolean>((resolve) => {
          setAsk({ done: (isConfirmed) => { setAsk(undefined); resolve(isConfirmed); } });
        }),
    });
  }, []);
  return ask ? <Suspense fallback={null}><PasswordDialog onDone={ask.done} /></Suspense> : null;
}
