import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { ImportFrame, type importSteps } from './import-frame.tsx';
import { CheckStep, type CheckTab } from './check/check-step.tsx';
import { MappingStep } from './mapping/mapping-step.tsx';
import { ProgressStep } from './progress-step.tsx';
import { ReportStep } from './report-step.tsx';
import { type ImportState, useImport } from './use-imports.ts';

const stepOf: Readonly<Record<ImportState, (typeof importSteps)[number]>> = {
  draft: 'map', checking: 'check', checked: 'check', running: 'run', paused: 'run', undoing: 'report', done: 'report', failed: 'report', cancelled: 'report', undone: 'report',
};

/** One import, whatever its state: columns, check, progress, result. The address can be left and come back to. */
export default function ImportPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const handle = useImport(id);
  const find = useFindObject();
  const [tab, setTab] = useState<CheckTab>();
  const info = handle.data;
  if (handle.error && !info) return <ErrorState error={handle.error} onRetry={() => void handle.refetch()} />;
  const object = info && find(info.object);
  if (!info || !object) return <div className="page"><SkeletonLines count={8} /></div>;
  const given = { info, object, handle };
  return (
    <ImportFrame title={info.fileName} step={stepOf[info.state]}>
      {info.state === 'draft' && <MappingStep key={info.sheet ?? ''} {...given} />}
      {info.state === 'checked' && <CheckStep {...given} tab={tab} onTab={setTab} />}
      {['checking', 'running', 'paused', 'undoing'].includes(info.state) && <ProgressStep {...given} />}
      {['done', 'failed', 'cancelled', 'undone'].includes(info.state) && <ReportStep {...given} />}
    </ImportFrame>
  );
}
