import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { AdminPage, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { minuteOf } from '../../rules/inspection.ts';
import { useFieldworkTexts } from '../use-fieldwork.ts';
import { type InspectionRoute, useRefreshRounds } from '../use-rounds.ts';
import { type EditedPoint, PointsCard, newPoint } from './points-card.tsx';
import { type PlanDraft, PlanCard, planOf } from './route-plan-card.tsx';
import { RouteSigns } from './route-signs.tsx';
import './routes.css';

/** A route: its points in their order, how often, by whom, and of which type its findings become cases (SE-11). */
export default function RouteEditorPage() {
  const t = useFieldworkTexts();
  const pick = usePick();
  const { route = '' }: { route?: string } = useParams({ strict: false });
  const isNew = route === 'new';
  const found = useQuery({ queryKey: ['records', 'inspectionRoute', 'sheet', route], enabled: !isNew, refetchOnWindowFocus: false, queryFn: ({ signal }) => call('GET /fieldwork/routes/{id}', { signal, params: { id: route } }) });
  const shown = found.data;
  return (
    <AdminPage title={shown ? pick({ 'zh-CN': shown.name, en: shown.nameEn }) : t('routes.new')} hint={t('routes.editHint')} back={{ to: '/fieldwork/routes', label: t('routes.title') }}>
      {found.error && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {!isNew && found.isPending && <div className="card card-body"><SkeletonLines count={8} /></div>}
      {(isNew || shown) && <Editor key={shown ? `${shown.id} ${shown.points.map(({ id }) => id).join()}` : ''} route={shown} />}
    </AdminPage>
  );
}

/** What is typed, and saving it. */
function useEditedRoute(route: InspectionRoute | undefined) {
  const t = useFieldworkTexts();
  const navigate = useNavigate();
  const refresh = useRefreshRounds();
  const [plan, setPlan] = useState<PlanDraft>(() => planOf(route));
  const [points, setPoints] = useState<readonly EditedPoint[]>(() => route?.points.map(({ id, name, nameEn, code }) => ({ key: id, id, name, nameEn, code })) ?? [newPoint()]);
  const { isBusy, error, issues, run } = useSubmit();
  const [fromMinute, toMinute] = [minuteOf(plan.from), minuteOf(plan.to)];
  const hasTimes = fromMinute !== null && toMinute !== null && fromMinute < toMinute;
  const isWhole = hasTimes && plan.caseType !== '' && [plan.name, plan.nameEn, ...points.flatMap(({ name, nameEn }) => [name, nameEn])].every((words) => words.trim() !== '');
  const save = async () => {
    if (fromMinute === null || toMinute === null) return;
    const { name, nameEn, caseType, worker, frequency, state } = plan;
    const body = {
      ...(route && { id: route.id }), name: name.trim(), nameEn: nameEn.trim(), caseType, worker: worker === '' ? null : worker, frequency, onDay: frequency === 'daily' ? null : plan.onDay, fromMinute, toMinute, state,
      points: points.map((point) => ({ ...(point.id !== undefined && { id: point.id }), name: point.name.trim(), nameEn: point.nameEn.trim() })),
    };
    const answer = await run(() => call('POST /fieldwork/routes', { body }));
    if (!answer) return;
    showToast(t('routes.saved'));
    refresh();
    if (!route) void navigate({ to: `/fieldwork/routes/${answer.done.id}`, replace: true });
  };
  return { plan, setPlan: (part: Partial<PlanDraft>) => setPlan((old) => ({ ...old, ...part })), points, setPoints, isBusy, isWhole, hasTimes, save, error: [error, ...Object.values(issues)].filter(Boolean).join(' ') };
}

function Editor({ route }: { readonly route: InspectionRoute | undefined }) {
  const t = useFieldworkTexts();
  const mayWrite = useFindObject()('inspectionRoute')?.grants.update !== undefined;
  const [isTried, setTried] = useState(false);
  const { plan, setPlan, points, setPoints, isBusy, isWhole, hasTimes, save, error } = useEditedRoute(route);
  return (
    <>
      <div className="route-layout">
        <PlanCard plan={plan} mayWrite={mayWrite} isTried={isTried} hasTimes={hasTimes} onPlan={setPlan} />
        <PointsCard points={points} mayWrite={mayWrite} isTried={isTried} onPoints={setPoints} />
      </div>
      {error !== '' && <p className="danger" role="alert">{error}</p>}
      {mayWrite && <div className="admin-save"><span className="small muted grow">{t(isTried && !isWhole ? 'lists.unfinished' : 'routes.keeps')}</span><Button type="primary" loading={isBusy} onClick={() => { setTried(true); if (isWhole) void save(); }}>{t('routes.save')}</Button></div>}
      {route && <RouteSigns route={route} />}
    </>
  );
}
