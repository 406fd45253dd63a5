import '#kit/tokens/tokens.css';
import '#kit/tokens/base.css';
import '#kit/tokens/print.css';
import { NetworkBanner } from '#kit/api/network-banner.tsx';
import { PasswordConfirm } from '#kit/api/password-confirm.tsx';
import { queryClient } from '#kit/api/query-client.ts';
import { RegistryProvider } from '#kit/module/registry.tsx';
import { Toasts } from '#kit/overlay/toasts.tsx';
import { LocaleProvider } from '#kit/texts/locale-provider.tsx';
import { LookProvider } from '#kit/tokens/look-provider.tsx';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { navGroups } from './nav-groups.ts';
import { useObjectNav } from './object-nav.ts';
import { router } from './router.tsx';
import { webModules } from './web-modules.ts';

// The last fallback, cut into slices by unicode-range: nothing of it loads where a system font has the characters.
void import('@fontsource/noto-sans-sc/400.css');

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <LocaleProvider>
        <LookProvider>
          <RegistryProvider modules={webModules} navGroups={navGroups} useMoreNav={useObjectNav}>
            <NetworkBanner />
            <RouterProvider router={router} />
            <PasswordConfirm />
            <Toasts />
          </RegistryProvider>
        </LookProvider>
      </LocaleProvider>
    </QueryClientProvider>
  </StrictMode>,
);
