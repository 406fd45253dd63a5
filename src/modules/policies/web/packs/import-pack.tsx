import { Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import type { PolicyPack } from '#meta/decisions/decision-model.ts';
import { api } from '#kit/api/api-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { policiesTexts } from '../../policies.texts.ts';
import { useRefreshPolicies } from '../use-policies.ts';
import { readPackFile, type ReadPack } from './pack-file.ts';

/** A pack from a file: dropped or chosen, read here, and shown before anything is sent. */
export function ImportPack({ onClose }: { onClose: () => void }) {
  const t = useTexts(policiesTexts);
  const kit = useKitTexts();
  const pick = usePick();
  const refresh = useRefreshPolicies();
  const input = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<ReadPack>();
  const [isOver, setOver] = useState(false);
  const { isBusy, error, issues, run, clear } = useSubmit();
  const take = async (file: File | undefined) => {
    if (!file) return;
    clear();
    setRead(readPackFile(await file.text()));
  };
  const send = async (pack: PolicyPack) => {
    if (!(await run(() => api.post('/policy-packs', pack)))) return;
    await refresh();
    showToast(t('packs.imported', { pack: pick(pack.label) }));
    onClose();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  const pack = read && 'pack' in read ? read.pack : undefined;
  const foot = <><Button onClick={onClose}>{kit('action.cancel')}</Button><Button type="primary" loading={isBusy} disabled={!pack} onClick={() => { if (pack) void send(pack); }}>{t('packs.importDo')}</Button></>;
  return (
    <Dialog title={t('packs.import')} width={520} onClose={onClose} footer={foot}>
      <div className="stack">
        <button type="button" className={`pack-drop${isOver ? ' is-over' : ''}`} onClick={() => input.current?.click()} onDragOver={(e) => { e.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
          <b>{t('packs.drop')}</b><span className="small muted">{t('packs.dropHint')}</span>
        </button>
        <input ref={input} hidden type="file" accept=".json,application/json" onChange={(e) => void take(e.target.files?.[0])} />
        {pack && <p role="status">{t('packs.read', { pack: pick(pack.label), count: pack.policies.length, rows: pack.policies.flatMap((each) => each.tables).reduce((sum, table) => sum + table.rows.length, 0) })}</p>}
        {read && 'fault' in read && (
          <div role="alert">
            <p className="danger">{t(`packs.fault.${read.fault}`)}</p>
            {read.fault === 'not-a-pack' && <ul className="small muted">{read.places.map((each) => <li key={each.path}>{each.path === '' ? each.message : t('packs.place', { path: each.path, message: each.message })}</li>)}</ul>}
          </div>
        )}
        {error && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
      </div>
    </Dialog>
  );
}
