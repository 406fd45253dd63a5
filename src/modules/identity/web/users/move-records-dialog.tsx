import { useQuery } from '@tanstack/react-query';
import { Radio } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';

interface MoveProps {
  readonly id: string;
  readonly name: string;
  readonly from: NamedRef | null;
  readonly to: NamedRef | null;
  onClose(): void;
}

/** After a change of unit: asks what happens with the records that the person looks after; nothing to ask, nothing shown. */
export function MoveRecordsDialog({ id, name, from, to, onClose }: MoveProps) {
  const t = useTexts(identityWebTexts);
  const pick = usePick();
  const find = useFindObject();
  const [choice, setChoice] = useState<'stay' | 'move'>('stay');
  const owned = useQuery({
    queryKey: ['owned-records', id, from?.id], gcTime: 0,
    queryFn: ({ signal }) => call('GET /users/{id}/owned-records', { params: { id }, query: { unit: from?.id }, signal }),
  });
  if (!owned.data || owned.data.data.length === 0) return null;
  const said = { name, from: from?.name ?? t('user.noUnit'), to: to?.name ?? t('user.noUnit') };
  const words = owned.data.data.map(({ object, count }) => `${count} ${pick(find(object)?.label.many ?? { 'zh-CN': object, en: object })}`).join(t('parts.comma'));
  const confirm = async () => {
    if (choice === 'stay') return;
    await call('POST /users/{id}/move-records', { params: { id }, body: { from: from?.id ?? null } });
    showToast(t('user.moveStarted'));
  };
  return (
    <ConfirmDialog title={t('user.moveTitle', said)} ok={t('user.moveOk')} onConfirm={confirm} onClose={onClose}>
      <p>{t('user.moveHint', { ...said, what: words })}</p>
      <Radio.Group className="stack" aria-label={t('user.moveHint', { ...said, what: words })} value={choice} onChange={(e) => setChoice(e.target.value === 'move' ? 'move' : 'stay')}>
        <Radio value="stay">{t('user.moveStay', said)}<br /><span className="small muted">{t('user.moveStayHint')}</span></Radio>
        <Radio value="move">{t('user.moveAlong', said)}<br /><span className="small muted">{t('user.moveAlongHint')}</span></Radio>
      </Radio.Group>
    </ConfirmDialog>
  );
}
