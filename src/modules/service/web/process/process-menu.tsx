import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useRef, useState } from 'react';
import { isProblem } from '#kit/api/api-problem.ts';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { NewProcessDialog } from './new-process-dialog.tsx';
import { keepFile, processFile, readProcessFile } from './process-files.ts';
import { type ProcessTemplate, type Worked, useRefreshProcesses } from './use-process.ts';
import { useProcessWords } from './use-process-words.ts';

/** Takes a file in as the draft; the server refuses what is no process. */
function useImport(template: ProcessTemplate, worked: Worked, onReset: () => void) {
  const { t } = useProcessWords();
  const refresh = useRefreshProcesses();
  return async (file: File | undefined) => {
    if (!file) return;
    const process = readProcessFile(await file.text());
    if (!process) return showToast(t('more.notJson'));
    try {
      await call('PUT /service/processes/{key}/draft', { params: { key: template.key }, body: { ...process, version: worked.version } });
      showToast(t('more.imported'));
      await refresh();
      onReset();
    } catch (problem) {
      if (!isProblem(problem)) throw problem;
      showToast([problem.detail, ...problem.errors.slice(0, 2).map((each) => `${each.path} ${each.message}`)].join(' '));
    }
  };
}

/** Copy, files, retire, throw the draft away. */
export function ProcessMenu({ template, worked, onReset }: { readonly template: ProcessTemplate; readonly worked: Worked; onReset(): void }) {
  const { t, pick } = useProcessWords();
  const navigate = useNavigate();
  const refresh = useRefreshProcesses();
  const [open, setOpen] = useState<'copy' | 'retire' | 'drop'>();
  const input = useRef<HTMLInputElement>(null);
  const take = useImport(template, worked, onReset);
  const { key } = template;
  const name = pick(worked.process.name);
  const running = template.revisions.reduce((sum, each) => sum + each.running, 0);
  const isRetired = template.current === null && template.revisions.length > 0;
  const takeUp = async () => {
    await call('POST /service/processes/{key}/take-up', { params: { key } });
    showToast(t('more.taken'));
    await refresh();
  };
  const retire = async () => {
    await call('POST /service/processes/{key}/retire', { params: { key } });
    showToast(t('more.retired'));
    await refresh();
  };
  const drop = async () => {
    await call('DELETE /service/processes/{key}/draft', { params: { key } });
    showToast(t('more.dropped'));
    if (template.revisions.length === 0) return void navigate({ to: '/admin/service' });
    await refresh();
    onReset();
  };
  const acts: Readonly<Record<string, () => void>> = {
    copy: () => setOpen('copy'), export: () => keepFile(`${worked.process.name.en || key}.json`, processFile(worked.process)), import: () => input.current?.click(), retire: () => setOpen('retire'), takeUp: () => void takeUp(), drop: () => setOpen('drop'),
  };
  const items = [
    { key: 'copy', label: t('more.copy') }, { key: 'export', label: t('more.export') }, { key: 'import', label: t('more.import') },
    ...(template.current ? [{ key: 'retire', label: t('more.retire') }] : []), ...(isRetired ? [{ key: 'takeUp', label: t('more.takeUp') }] : []), ...(template.draft ? [{ key: 'drop', label: t('more.drop'), danger: true }] : []),
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: (item) => acts[item.key]?.() }}><Button>{t('more.label')} <ChevronDown size={14} aria-hidden /></Button></Dropdown>
      <input ref={input} type="file" accept="application/json,.json" hidden aria-label={t('more.import')} onChange={(event) => { void take(event.target.files?.[0]); event.target.value = ''; }} />
      {open === 'copy' && <NewProcessDialog from={worked.process} onClose={() => setOpen(undefined)} />}
      {open === 'retire' && <ConfirmDialog title={t('retireTitle', { name })} ok={t('more.retire')} isDanger onConfirm={retire} onClose={() => setOpen(undefined)}><p>{t('retireHint', { n: running })}</p></ConfirmDialog>}
      {open === 'drop' && <ConfirmDialog title={t('dropTitle')} ok={t('more.drop')} isDanger onConfirm={drop} onClose={() => setOpen(undefined)}><p>{t('dropHint')}</p></ConfirmDialog>}
    </>
  );
}
