import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { ChevronRight } from 'lucide-react';
import { useRef, useState } from 'react';
import { isProblem } from '#kit/api/api-problem.ts';
import { call } from '#kit/api/typed-client.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { NewProcessDialog } from '../process/new-process-dialog.tsx';
import { readProcessFile } from '../process/process-files.ts';
import { useProcessTexts } from '../process/process-web.texts.ts';
import { useProcesses, useRefreshProcesses } from '../process/use-process.ts';
import { useSetupTexts } from './setup-web.texts.ts';

/** A process from a file becomes one of its own, as a draft. */
function ImportButton() {
  const t = useProcessTexts();
  const navigate = useNavigate();
  const refresh = useRefreshProcesses();
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined) => {
    const process = file && readProcessFile(await file.text());
    if (!process) return file && showToast(t('more.notJson'));
    try {
      const { key } = await call('POST /service/processes', { body: process });
      await refresh();
      showToast(t('more.imported'));
      void navigate({ to: `/admin/service/processes/${key}` });
    } catch (problem) {
      if (!isProblem(problem)) throw problem;
      showToast([problem.detail, ...problem.errors.slice(0, 2).map((each) => `${each.path} ${each.message}`)].join(' '));
    }
    return undefined;
  };
  return (
    <>
      <Button size="small" onClick={() => input.current?.click()}>{t('more.import')}</Button>
      <input ref={input} type="file" accept="application/json,.json" hidden aria-label={t('more.import')} onChange={(event) => { void take(event.target.files?.[0]); event.target.value = ''; }} />
    </>
  );
}

/** The processes, each drawn as its steps; a press leads to its editor (SE-3). */
export function ProcessView() {
  const t = useSetupTexts();
  const words = useProcessTexts();
  const pick = usePick();
  const found = useProcesses();
  const [isNew, setNew] = useState(false);
  return (
    <AdminCard title={t('processes.title')} note={<span className="row wrap"><ImportButton /><Button size="small" onClick={() => setNew(true)}>{words('new')}</Button></span>} isFlush>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <div className="card-body"><SkeletonLines count={4} /></div>}
      <ul className="admin-lines">
        {found.data?.data.map((process) => (
          <li key={process.key} className="setup-process">
            <div className="grow">
              <div className="row wrap">
                <PageLink to={`/admin/service/processes/${process.key}`}>{pick(process.name) || words('rail.nameless')}</PageLink>
                {process.revision > 0 && !process.isRetired && <span className="tag">{t('processes.revision', { n: process.revision })}</span>}
                {process.hasDraft && <span className="tag tag-hu">{words(process.revision > 0 ? 'tag.draft' : 'tag.draftOnly')}</span>}
                {process.isRetired && <span className="tag">{words('tag.retired')}</span>}
                {process.running > 0 && <span className="small muted">{t('processes.running', { n: process.running })}</span>}
              </div>
              <ol className="small muted setup-process-steps">{process.steps.map((step, at) => <li key={step.key}>{at > 0 && <ChevronRight size={13} aria-hidden />}{pick(step.label) || words('rail.nameless')}</li>)}</ol>
            </div>
          </li>
        ))}
      </ul>
      {isNew && <NewProcessDialog onClose={() => setNew(false)} />}
    </AdminCard>
  );
}
