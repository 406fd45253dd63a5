import { Button } from 'antd';
import { useState } from 'react';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import type { WorkedProcess } from './process-edit.ts';
import { type ProcessTemplate, useRevision } from './use-process.ts';
import { useProcessWords } from './use-process-words.ts';

function Steps({ processKey, revision, onTake }: { readonly processKey: string; readonly revision: number; onTake(process: WorkedProcess): void }) {
  const { t, stepName } = useProcessWords();
  const found = useRevision(processKey, revision);
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <SkeletonLines count={3} />;
  const { name, steps } = found.data;
  return (
    <div className="process-revision">
      <ol className="small">{steps.map((step) => <li key={step.key}>{stepName(step)} <span className="muted">{t(`actor.${step.actor}`)}</span></li>)}</ol>
      <Button size="small" onClick={() => { onTake({ name, steps }); showToast(t('versions.taken')); }}>{t('versions.takeOver')}</Button>
    </div>
  );
}

/** The revisions, newest first, and how many cases are open on each: they keep theirs (SE-3). */
export function VersionCard({ template, onTake }: { readonly template: ProcessTemplate; onTake(process: WorkedProcess): void }) {
  const { t } = useProcessWords();
  const format = useFormat();
  const [shown, setShown] = useState<number>();
  if (template.revisions.length === 0) return <p className="card card-body muted">{t('versions.none')}</p>;
  return (
    <section className="card" aria-label={t('tabs.versions')}>
      <p className="card-body small muted">{t('versions.note')}</p>
      <ul className="admin-lines">
        {template.revisions.map(({ revision, isCurrent, running, at, by }) => (
          <li key={revision} className="process-version">
            <div className="grow">
              <div className="row wrap"><b>{t('tag.revision', { n: revision })}</b>{isCurrent && <span className="tag tag-green">{t('versions.current')}</span>}{running > 0 && <span className="tag">{t('running', { n: running })}</span>}</div>
              <p className="small muted">{[format.fullMoment(at), by ? t('versions.by', { who: by.name }) : ''].filter(Boolean).join(' · ')}</p>
              {shown === revision && <Steps processKey={template.key} revision={revision} onTake={onTake} />}
            </div>
            <Button size="small" aria-expanded={shown === revision} onClick={() => setShown(shown === revision ? undefined : revision)}>{t(shown === revision ? 'versions.hide' : 'versions.look')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
