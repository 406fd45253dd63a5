import { lazy, Suspense, useState } from 'react';
import { useFindObject } from '#kit/records/use-meta.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import type { ReceivedVisit } from './received-visit.ts';
import { receiverTexts } from './receiver-web.texts.ts';

const ReceiverDialog = lazy(() => import('./receiver-dialog.tsx'));

/** For the manager, on the day of the visit: the customer wants somebody else midway (3.10, 5.2). */
export function ChangeReceiver({ visit, site, onDone }: { visit: ReceivedVisit; site: string; onDone: () => void }) {
  const t = useTexts(receiverTexts);
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const mayManage = useFindObject()('visitRegistration')?.grants.update !== undefined;
  const arrivedOn = new Date(visit.arrivedAt).toLocaleDateString('en-CA', { timeZone: format.zone });
  if (!mayManage || visit.receiver === null || visit.customer === null || arrivedOn !== format.today()) return null;
  return (
    <>
      <button type="button" className="link-button small" onClick={() => setOpen(true)}>{t('change')}</button>
      {isOpen && <Suspense fallback={null}><ReceiverDialog visit={visit} customer={visit.customer} former={visit.receiver} site={site} onDone={onDone} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
