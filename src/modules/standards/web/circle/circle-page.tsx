import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { Timer } from 'lucide-react';
import { useState } from 'react';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { type Circle, type CircleStep, useCircle, useStandardsTexts } from '../use-standards.ts';
import { CircleEditor } from './circle-editor.tsx';
import { useDuration } from './use-duration.ts';
import { WaitDialog } from './wait-dialog.tsx';
import './circle.css';

function Wait({ step }: { readonly step: CircleStep }) {
  const t = useStandardsTexts();
  const duration = useDuration();
  const { waitTarget, measured } = step;
  if (waitTarget === null) return null;
  const isSlow = measured !== null && measured.seconds > waitTarget;
  return (
    <p className="small">
      {t('circle.wait')}：{t('circle.waitTarget', { time: duration(waitTarget) })}
      {measured !== null && <><br />{t(step.waitMeasure === null ? 'circle.measured' : 'circle.taken', { time: duration(measured.seconds), count: measured.count })} <span className={`tag ${isSlow ? 'tag-zhu' : 'tag-green'}`}>{t(isSlow ? 'circle.slow' : 'circle.quick')}</span></>}
      {measured === null && step.waitMeasure !== null && <><br /><span className="muted">{t('circle.noneTaken')}</span></>}
    </p>
  );
}

function Step({ step, at, mayWrite, onMeasure }: { readonly step: CircleStep; readonly at: number; readonly mayWrite: boolean; onMeasure(): void }) {
  const t = useStandardsTexts();
  return (
    <li className="circle-step card">
      <h2><span className="circle-at">{at}</span>{step.name}</h2>
      <dl className="small">
        {step.moment !== '' && <><dt>{t('circle.moment')}</dt><dd>{step.moment}</dd></>}
        {step.expectation !== '' && <><dt>{t('circle.expectation')}</dt><dd>{step.expectation}</dd></>}
        {step.standards.length > 0 && <><dt>{t('circle.standards')}</dt><dd>{step.standards.map(({ id, code, item }) => <PageLink key={id} to={`/o/standards/${id}`}><span className="muted">{code}</span> {item}</PageLink>)}</dd></>}
      </dl>
      <div className="circle-foot">
        <Wait step={step} />
        {step.latest === null ? step.standards.length > 0 && <p className="small muted">{t('circle.noScore')}</p> : <PageLink className="small" to={`/audits/report/${step.latest.audit}`}>{t('circle.latest', { score: step.latest.score })}</PageLink>}
        {mayWrite && step.waitTarget !== null && step.waitMeasure === null && <button type="button" className="link-button small row no-print" aria-label={`${t('circle.measure')} ${step.name}`} onClick={onMeasure}><Timer size={13} aria-hidden />{t('circle.measure')}</button>}
      </div>
    </li>
  );
}

function Steps({ circle, mayWrite }: { readonly circle: Circle; readonly mayWrite: boolean }) {
  const t = useStandardsTexts();
  const [measuring, setMeasuring] = useState<CircleStep>();
  if (circle.steps.length === 0) return <div className="card card-body muted">{t('circle.noSteps')}</div>;
  return (
    <>
      <ol className="circle-steps">{circle.steps.map((step, at) => <Step key={step.id} step={step} at={at + 1} mayWrite={mayWrite} onMeasure={() => setMeasuring(step)} />)}</ol>
      {measuring && <WaitDialog circle={circle.id} step={measuring} onClose={() => setMeasuring(undefined)} />}
    </>
  );
}

/** A service circle: each step with its moment of truth, its standards, its wait and its latest audit (SE-22). */
export default function CirclePage() {
  const t = useStandardsTexts();
  const { blueprint = '' }: { blueprint?: string } = useParams({ strict: false });
  const mayWrite = useFindObject()('blueprint')?.grants.update !== undefined;
  const found = useCircle(blueprint);
  const [isEditing, setEditing] = useState(false);
  const actions = found.data && (
    <>
      <PageLink to={`/o/blueprints/${blueprint}`}>{t('circle.record')}</PageLink>
      {mayWrite && <Button type={isEditing ? 'default' : 'primary'} onClick={() => setEditing(!isEditing)}>{t(isEditing ? 'circle.view' : 'circle.edit')}</Button>}
    </>
  );
  return (
    <AdminPage title={found.data?.name ?? t('circle.title')} hint={found.data?.about ?? undefined} badge={found.data?.unit ? <span className="tag">{found.data.unit}</span> : undefined} back={{ to: '/blueprints', label: t('circle.back') }} actions={actions}>
      {found.error && !found.data && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={10} /></div>}
      {found.data && (isEditing ? <CircleEditor key={found.data.version} circle={found.data} onDone={() => setEditing(false)} /> : <Steps circle={found.data} mayWrite={mayWrite} />)}
    </AdminPage>
  );
}
