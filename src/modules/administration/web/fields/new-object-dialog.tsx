import { useNavigate } from '@tanstack/react-router';
import { Button, Input, Radio } from 'antd';
import { type FormEvent, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { refreshMeta, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { administrationTexts } from '../../administration.texts.ts';

const accesses = ['owned', 'customer', 'everyone'] as const;
type Access = (typeof accesses)[number];

/** An object of the company's own: contracts, vehicles, sample orders. */
export function NewObjectDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(administrationTexts);
  const kit = useKitTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const [access, setAccess] = useState<Access>('owned');
  const { isBusy, error, issues, run } = useSubmit();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const one = { 'zh-CN': zh.trim(), en: en.trim() || zh.trim() };
    const result = await run(() => call('POST /admin/objects', { body: { label: { one }, access } }));
    if (!result) return;
    await Promise.all([refreshMeta(client), client.invalidateQueries({ queryKey: ['objects'] })]);
    showToast(t('objects.made', { name: zh }));
    void navigate({ to: `/admin/objects/${result.done.key}` });
  };
  return (
    <Dialog title={t('objects.new')} width={480} onClose={onClose}>
      <form className="admin-form" onSubmit={(e) => void submit(e)}>
        <p className="small muted">{t('objects.newHint')}</p>
        <div className="admin-two">
          <div className="admin-field"><label htmlFor="object-zh">{t('fields.zh')}</label><Input id="object-zh" autoFocus maxLength={60} value={zh} placeholder={t('objects.zhPlaceholder')} onChange={(e) => setZh(e.target.value)} /></div>
          <div className="admin-field"><label htmlFor="object-en">{t('fields.en')}</label><Input id="object-en" maxLength={60} value={en} placeholder={t('objects.enPlaceholder')} onChange={(e) => setEn(e.target.value)} /></div>
        </div>
        <span id="access-label" className="small muted">{t('objects.who')}</span>
        <Radio.Group aria-labelledby="access-label" className="access-choice" value={access} onChange={(e) => { const next = accesses.find((a) => a === e.target.value); if (next) setAccess(next); }}>
          {accesses.map((value) => <Radio key={value} value={value}>{t(`objects.access.${value}`)}<br /><span className="small muted">{t(`objects.accessHint.${value}`)}</span></Radio>)}
        </Radio.Group>
        {error && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
        <div className="admin-foot">
          <Button onClick={onClose}>{kit('action.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={isBusy} disabled={zh.trim() === ''}>{kit('action.create')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
