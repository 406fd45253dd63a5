import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { api } from '#kit/api/api-client.ts';
import { useHasRight } from '#kit/api/session.ts';
import { textOf } from '#kit/field/field-props.ts';
import { useModules } from '#kit/module/registry.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { filterParam, type NamedRef, type RecordData, type RecordPage } from '#kit/records/record-types.ts';
import { useMeta } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { RecordPicker } from '../parts/record-picker.tsx';
import { useAccountRefresh } from './use-account.ts';

interface Owned {
  readonly object: ObjectMeta;
  readonly count: number;
}

const ownedBy = (id: string) => ({ field: 'owner', op: 'eq', value: id }) as const;

/** How many records of each owned object the person looks after, as far as the asker may assign them. */
function useOwned(id: string): readonly Owned[] {
  const objects = useMeta().objects.filter((o) => o.isOwned && o.grants.assign !== undefined && o.writes === 'records');
  const counts = useQueries({
    queries: objects.map((object) => ({
      queryKey: ['counts', object.key, ownedBy(id)],
      queryFn: () => api.get<RecordPage>(`/${object.plural}`, { query: { filter: filterParam(ownedBy(id)), count: 'only' } }),
    })),
  });
  return objects.flatMap((object, at) => {
    const count = counts[at]?.data?.page.total ?? 0;
    return count > 0 ? [{ object, count }] : [];
  });
}

/** Switches an account off; first offers to hand the person's records to a successor, so that nobody is left alone. */
export function DisableDialog({ record, onClose }: { record: RecordData; onClose: () => void }) {
  const t = useTexts(identityWebTexts);
  const pick = usePick();
  const refresh = useAccountRefresh();
  const modules = useModules();
  const owned = useOwned(record.id);
  const [successor, setSuccessor] = useState<NamedRef>();
  const name = textOf(record['name']);
  const mayHandOver = useHasRight('handover.manage');
  const canHandOver = mayHandOver && modules.some((m) => m.pages?.some((page) => page.path === '/handovers/new'));
  // A hand-over moves tasks and notes with the customers and can be undone; a bare change of owner is for what it does not cover.
  const isByHandover = canHandOver && owned.some(({ object }) => object.key === 'customer');
  const disable = async () => {
    for (const { object } of successor ? owned : []) {
      await api.post(`/${object.plural}/bulk`, { filter: ownedBy(record.id), op: 'update', values: { owner: successor?.id } });
    }
    await api.post(`/users/${record.id}/disable`);
    refresh(record.id);
    showToast(successor && owned.length > 0 ? t('user.disabledTo', { name, to: successor.name }) : t('user.disabled', { name }));
  };
  const words = owned.map(({ object, count }) => `${count} ${pick(object.label.many)}`).join(t('parts.comma'));
  return (
    <ConfirmDialog title={t('user.disableTitle', { name })} ok={t('user.disable')} isDanger onConfirm={disable} onClose={onClose}>
      <p>{t('user.disableHint')}</p>
      {owned.length > 0 && (
        <div className="admin-field">
          <p className="tag tag-hu admin-wrap-tag">{t('user.owns', { name, what: words })}</p>
          {isByHandover
            ? <p><PageLink to={`/handovers/new?from=${record.id}`} className="handover-link">{t('user.handOver')}</PageLink></p>
            : (
              <>
                <label htmlFor="successor">{t('user.successor')}</label>
                <RecordPicker id="successor" target="user" value={successor} without={[record.id]} onChange={setSuccessor} />
                <p className="small muted">{t('user.successorHint')}</p>
              </>
            )}
        </div>
      )}
    </ConfirmDialog>
  );
}
