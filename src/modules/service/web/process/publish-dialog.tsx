import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { type ProcessTemplate, type Worked, useRefreshProcesses } from './use-process.ts';
import { useProcessWords } from './use-process-words.ts';

/** Says what publishing means for new cases and for those that are open, then does it (SE-3). */
export function PublishDialog({ template, worked, onClose }: { readonly template: ProcessTemplate; readonly worked: Worked; onClose(): void }) {
  const { t, pick } = useProcessWords();
  const refresh = useRefreshProcesses();
  const next = Math.max(0, ...template.revisions.map((each) => each.revision)) + 1;
  const open = template.revisions.filter((each) => each.running > 0);
  const hints = worked.remarks.length;
  const publish = async () => {
    const version = await worked.save();
    if (version === undefined) return;
    const { revision } = await call('POST /service/processes/{key}/publish', { params: { key: template.key }, body: { version } });
    worked.published();
    showToast(t('publish.done', { n: revision }));
    await refresh();
  };
  return (
    <ConfirmDialog title={t('publish.title', { name: pick(worked.process.name), n: next })} ok={t('publish.go')} onConfirm={publish} onClose={onClose}>
      <p>{t('publish.new', { n: next })}</p>
      {open.length === 0 ? <p className="muted">{t('publish.none')}</p> : (
        <div>
          <p>{t('publish.old', { n: open.reduce((sum, each) => sum + each.running, 0) })}</p>
          <ul className="process-bullets">{open.map((each) => <li key={each.revision}>{t('publish.line', { revision: each.revision, n: each.running })}</li>)}</ul>
        </div>
      )}
      <p className="small muted">{template.types.length === 0 ? t('publish.noTypes') : t('publish.types', { names: template.types.join(t('publish.and')) })}</p>
      {hints > 0 && <p className="small process-hint">{t('publish.hints', { n: hints })}</p>}
    </ConfirmDialog>
  );
}
