import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useFindObject } from '#kit/records/use-meta.ts';
import { useRegistrationTexts } from './use-desk.ts';

const CallDialog = lazy(() => import('./call-registration-dialog.tsx'));

/** The two things that a desk does all day, at the head of the board. */
export function DeskActions({ siteId }: { readonly siteId: string }) {
  const t = useRegistrationTexts();
  const navigate = useNavigate();
  const find = useFindObject();
  const [isCalling, setCalling] = useState(false);
  // Beside the board the form is there already; where it is not, it has a page of its own.
  const visit = () => {
    const first = document.querySelector<HTMLInputElement>('.board-aside .desk-form input');
    if (first) first.focus();
    else void navigate({ to: '/visits/new', search: { site: siteId } });
  };
  return (
    <>
      {find('callRegistration')?.grants.create !== undefined && <Button onClick={() => setCalling(true)}>{t('call.title')}</Button>}
      {find('visitRegistration')?.grants.create !== undefined && <Button type="primary" aria-keyshortcuts="c" onClick={visit}>{t('desk')}<kbd className="desk-key" aria-hidden>C</kbd></Button>}
      {isCalling && <Suspense fallback={null}><CallDialog siteId={siteId} onClose={() => setCalling(false)} /></Suspense>}
    </>
  );
}
