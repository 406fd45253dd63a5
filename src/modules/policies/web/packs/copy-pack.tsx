import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { policiesTexts } from '../../policies.texts.ts';
import { type PackView, useRefreshPolicies } from '../use-policies.ts';

/** A pack under another key and name; its policies begin as drafts. */
export function CopyPack({ pack, onClose }: { pack: PackView; onClose: () => void }) {
  const t = useTexts(policiesTexts);
  const kit = useKitTexts();
  const refresh = useRefreshPolicies();
  const { isBusy, error, issues, run } = useSubmit();
  const [key, setKey] = useState(`${pack.key}-2`);
  const [zh, setZh] = useState(t('packs.copyName', { pack: pack.label['zh-CN'] }));
  const [en, setEn] = useState(pack.label.en);
  const save = async () => {
    const done = await run(() => call('POST /policy-packs/{key}/copy', { params: { key: pack.key }, body: { key, label: { 'zh-CN': zh, en: en || zh } } }));
    if (!done) return;
    await refresh();
    showToast(t('packs.copied', { pack: zh }));
    onClose();
  };
  const foot = <><Button onClick={onClose}>{kit('action.cancel')}</Button><Button type="primary" loading={isBusy} disabled={zh.trim() === '' || key.trim() === ''} onClick={() => void save()}>{t('packs.copy')}</Button></>;
  return (
    <Dialog title={t('packs.copyTitle')} onClose={onClose} footer={foot}>
      <div className="stack">
        <label className="policy-field"><span>{t('nameZh')}</span><Input value={zh} maxLength={200} onChange={(e) => setZh(e.target.value)} /></label>
        <label className="policy-field"><span>{t('nameEn')}</span><Input value={en} maxLength={200} onChange={(e) => setEn(e.target.value)} /></label>
        <label className="policy-field"><span>{t('packs.key')}</span><Input value={key} maxLength={60} onChange={(e) => setKey(e.target.value)} /></label>
        <p className="small muted">{t('packs.keyHint')}</p>
        {error && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
      </div>
    </Dialog>
  );
}
