import { lazy, Suspense, useEffect, useState } from 'react';
import { useSession } from '#kit/api/session.ts';
import { type Dialled, onDialled } from '#kit/field/dialled.ts';
import { useFindObject } from '#kit/records/use-meta.ts';

const CallDialog = lazy(() => import('./call-dialog.tsx'));

/** Waits for a number to be dialled and asks afterwards how the call went. */
export function CallLog() {
  const { viewing } = useSession();
  const activities = useFindObject()('activity');
  const [call, setCall] = useState<Dialled>();
  const mayLog = activities?.grants.create !== undefined && !viewing;
  useEffect(() => onDialled((dialled) => { if (dialled.object === 'customer' || dialled.object === 'contact') setCall(dialled); }), []);
  if (!call || !activities || !mayLog) return null;
  return <Suspense fallback={null}><CallDialog call={call} activities={activities} onClose={() => setCall(undefined)} /></Suspense>;
}
