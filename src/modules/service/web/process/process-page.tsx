import { useParams } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { useHasRight } from '#kit/api/session.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { AdminPage, TabRow } from '#modules/identity/web/identity.public.tsx';
import { hasErrors } from '../../rules/process-check.ts';
import { DifferenceCard } from './difference-card.tsx';
import { withStep, withoutStep } from './process-edit.ts';
import { ProcessMenu } from './process-menu.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { RemarkCard } from './remark-card.tsx';
import { StepRail } from './step-rail.tsx';
import { StepFields } from './step/step-fields.tsx';
import { type ProcessTemplate, type Worked, useTemplate, useWorkedProcess } from './use-process.ts';
import { useProcessWords } from './use-process-words.ts';
import { VersionCard } from './version-card.tsx';
import { WalkCard } from './walk/walk-card.tsx';
import './process.css';

function Names({ worked: { process, change } }: { readonly worked: Worked }) {
  const { t } = useProcessWords();
  return (
    <div className="card card-body admin-two">
      {(['zh-CN', 'en'] as const).map((locale) => <div key={locale} className="admin-field"><label htmlFor={`process-name-${locale}`}>{t(`name.${locale}`)}</label><Input id={`process-name-${locale}`} value={process.name[locale]} maxLength={60} onChange={(event) => change({ ...process, name: { ...process.name, [locale]: event.target.value } })} /></div>)}
    </div>
  );
}

function EditTab({ worked }: { readonly worked: Worked }) {
  const { process, change, remarks } = worked;
  const [chosen, setChosen] = useState(() => process.steps.find((step) => step.effect !== 'record')?.key ?? '');
  const at = process.steps.findIndex((each) => each.key === chosen);
  const step = process.steps[at];
  const form = useRef<HTMLDivElement>(null);
  // Where the form lies below the steps, choosing one leads to it.
  const choose = (key: string) => {
    setChosen(key);
    if (window.matchMedia('(max-width: 1000px)').matches) requestAnimationFrame(() => form.current?.scrollIntoView({ block: 'start' }));
  };
  const remove = (key: string) => {
    change(withoutStep(process, key));
    setChosen(process.steps[at + 1]?.key ?? process.steps[at - 1]?.key ?? '');
  };
  return (
    <div className="process-edit">
      <div className="process-side">
        <StepRail process={process} remarks={remarks} chosen={chosen} onChoose={choose} onChange={change} />
        <RemarkCard process={process} remarks={remarks} onGo={choose} />
      </div>
      <div className="process-main">
        <Names worked={worked} />
        {step && <div ref={form}><StepFields key={step.key} process={process} step={step} at={at} remarks={remarks.filter((remark) => remark.step === step.key)} onChange={(next) => change(withStep(process, next))} onRemove={() => remove(step.key)} /></div>}
      </div>
    </div>
  );
}

function SaveBar({ worked, hasDraft, onPublish }: { readonly worked: Worked; readonly hasDraft: boolean; onPublish(): void }) {
  const { t } = useProcessWords();
  const errors = worked.remarks.filter((remark) => remark.level === 'error').length;
  if (!worked.isChanged && !hasDraft) return null;
  const words = errors > 0 ? t('publish.faults', { n: errors }) : t(worked.isChanged ? 'bar.unsaved' : 'bar.saved');
  return (
    <div className="admin-save" role="region" aria-label={t('bar.publish')}>
      <span className="grow small">{worked.error ? <span className="danger" role="alert">{[worked.error, ...Object.values(worked.issues).slice(0, 2)].join(' ')}</span> : words}</span>
      {worked.isChanged && <Button onClick={worked.discard}>{t('bar.discard')}</Button>}
      {worked.isChanged && <Button loading={worked.isBusy} onClick={() => void worked.save()}>{t('bar.save')}</Button>}
      <Button type="primary" disabled={errors > 0} onClick={onPublish}>{t('bar.publish')}</Button>
    </div>
  );
}

function Editor({ template, onReset }: { readonly template: ProcessTemplate; onReset(): void }) {
  const { t, pick } = useProcessWords();
  const worked = useWorkedProcess(template);
  const [isPublishing, setPublishing] = useState(false);
  const { current, draft, revisions } = template;
  const isRetired = current === null && revisions.length > 0;
  const badge = (
    <>
      {current && <span className="tag tag-green">{t('tag.revision', { n: current.revision })}</span>}
      {draft && <span className="tag tag-hu">{t(current || isRetired ? 'tag.draft' : 'tag.draftOnly')}</span>}
      {isRetired && <span className="tag">{t('tag.retired')}</span>}
    </>
  );
  const items = [
    { key: 'edit', label: t('tabs.edit'), content: <EditTab worked={worked} /> },
    { key: 'difference', label: t('tabs.difference'), content: <DifferenceCard before={current} after={worked.process} /> },
    { key: 'walk', label: t('tabs.walk'), content: <WalkCard process={worked.process} isFaulty={hasErrors(worked.remarks.flatMap((remark) => (remark.code === 'process-name' ? [] : [remark])))} /> },
    { key: 'versions', label: t('tabs.versions'), content: <VersionCard template={template} onTake={worked.change} /> },
  ];
  return (
    <AdminPage title={pick(worked.process.name) || t('title')} badge={badge} back={{ to: '/admin/service', label: t('back') }} actions={<ProcessMenu template={template} worked={worked} onReset={onReset} />} hint={<>{t('hint')} <PageLink to="/policies">{t('policies')}</PageLink></>}>
      <div className="process-tabs"><TabRow label={pick(worked.process.name)} items={items} /></div>
      <SaveBar worked={worked} hasDraft={draft !== null} onPublish={() => setPublishing(true)} />
      {isPublishing && <PublishDialog template={template} worked={worked} onClose={() => setPublishing(false)} />}
    </AdminPage>
  );
}

/** Edits a process as data: steps, checks, difference, a walk through it, revisions (SE-3). */
export default function ProcessPage() {
  const { t } = useProcessWords();
  const { key = '' }: { key?: string } = useParams({ strict: false });
  const may = useHasRight('service.manage');
  const found = useTemplate(key);
  const template = found.data;
  // Counts what was taken in from a file or thrown away: the page begins anew from what is stored.
  const [epoch, setEpoch] = useState(0);
  if (may && template) return <Editor key={`${key} ${epoch}`} template={template} onReset={() => setEpoch(epoch + 1)} />;
  return (
    <AdminPage title={t('title')} back={{ to: '/admin/service', label: t('back') }}>
      {!may ? <EmptyState title={t('denied')} /> : found.error ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : <div className="card card-body"><SkeletonLines count={8} /></div>}
    </AdminPage>
  );
}
