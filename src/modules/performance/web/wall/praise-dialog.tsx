import { Button, Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useSession } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { RecordPicker, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { usePerformanceTexts, useRefresh, type Wall } from '../use-performance.ts';

/** Whom, for what, and points out of the allowance of the month. */
export function PraiseDialog({ allowance, onClose }: { readonly allowance: Wall['allowance'] | undefined; onClose(): void }) {
  const t = usePerformanceTexts();
  const id = useId();
  const refresh = useRefresh();
  const { user } = useSession();
  const [person, setPerson] = useState<NamedRef>();
  const [words, setWords] = useState('');
  const [points, setPoints] = useState(0);
  const { isBusy, error, issues, run } = useSubmit();
  const left = allowance?.left ?? 0;
  const send = async () => {
    if (!person || !(await run(() => call('POST /performance/wall', { body: { person: person.id, words: words.trim(), points } })))) return;
    showToast(t('wall.sent'));
    await refresh('recognition');
    onClose();
  };
  return (
    <Dialog title={t('wall.praise')} width={440} onClose={onClose} footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button type="primary" loading={isBusy} disabled={!person || words.trim() === ''} onClick={() => void send()}>{t('wall.send')}</Button></>}>
      <div className="stack">
        <div className="admin-field"><label htmlFor={`${id}p`}>{t('wall.person')}</label><RecordPicker id={`${id}p`} target="user" value={person} without={[user.id]} onChange={setPerson} /></div>
        <div className="admin-field"><label htmlFor={`${id}w`}>{t('wall.words')}</label><Input.TextArea id={`${id}w`} value={words} maxLength={500} autoSize={{ minRows: 3, maxRows: 8 }} placeholder={t('wall.wordsHint')} onChange={(event) => setWords(event.target.value)} /></div>
        {allowance && allowance.monthly > 0 && (
          <div className="admin-field">
            <label htmlFor={`${id}n`}>{t('wall.pointsLabel')}</label>
            <InputNumber id={`${id}n`} min={0} max={left} precision={0} value={points} disabled={left === 0} onChange={(value) => setPoints(value ?? 0)} />
            <span className="small muted">{left === 0 ? t('wall.noPoints') : t('wall.left', { left, monthly: allowance.monthly })}</span>
          </div>
        )}
        {error !== '' && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
      </div>
    </Dialog>
  );
}
