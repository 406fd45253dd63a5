import { useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { shippedProcesses } from '../../rules/shipped-processes.ts';
import type { WorkedProcess } from './process-edit.ts';
import { useProcessWords } from './use-process-words.ts';
import { useProcesses, useRefreshProcesses } from './use-process.ts';

/** A new process: from one that exists or from the plainest; it begins as a draft. */
export function NewProcessDialog({ from, onClose }: { readonly from?: WorkedProcess; onClose(): void }) {
  const { t, pick } = useProcessWords();
  const navigate = useNavigate();
  const refresh = useRefreshProcesses();
  const submit = useSubmit();
  const known = useProcesses().data?.data ?? [];
  const [base, setBase] = useState('');
  const [name, setName] = useState(from ? { 'zh-CN': `${from.name['zh-CN']}（副本）`, en: `${from.name.en} (copy)` } : { 'zh-CN': '', en: '' });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const plain = shippedProcesses.find((each) => each.key === 'request');
    const { steps = [] } = from ?? known.find((each) => each.key === base) ?? plain ?? {};
    const result = await submit.run(() => call('POST /service/processes', { body: { name, steps } }));
    if (!result) return;
    await refresh();
    void navigate({ to: `/admin/service/processes/${result.done.key}` });
    onClose();
  };
  return (
    <Dialog title={t(from ? 'more.copy' : 'newTitle')} width={460} onClose={onClose}>
      <form className="admin-form" onSubmit={(event) => void save(event)}>
        {!from && <p className="small muted">{t('newHint')}</p>}
        <label htmlFor="process-zh">{t('name.zh-CN')}</label>
        <Input id="process-zh" value={name['zh-CN']} maxLength={60} onChange={(event) => setName({ ...name, 'zh-CN': event.target.value })} />
        <label htmlFor="process-en">{t('name.en')}</label>
        <Input id="process-en" value={name.en} maxLength={60} onChange={(event) => setName({ ...name, en: event.target.value })} />
        {!from && <div className="admin-field"><span className="process-label">{t('from')}</span><PlainSelect label={t('from')} value={base} options={[{ value: '', label: t('blank') }, ...known.map((each) => ({ value: each.key, label: pick(each.name) }))]} onChange={setBase} /></div>}
        {submit.error && <p className="danger" role="alert">{[submit.error, ...Object.values(submit.issues)].join(' ')}</p>}
        <div className="admin-foot"><Button onClick={onClose}>{t('cancel')}</Button><Button type="primary" htmlType="submit" loading={submit.isBusy} disabled={name['zh-CN'].trim() === '' || name.en.trim() === ''}>{t('create')}</Button></div>
      </form>
    </Dialog>
  );
}
