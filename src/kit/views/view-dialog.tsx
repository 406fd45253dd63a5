import type { Bilingual } from '#kernel/texts.ts';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { api } from '../api/api-client.ts';
import { useHasRight } from '../api/session.ts';
import { Dialog } from '../overlay/dialog.tsx';
import { reportProblem } from '../overlay/use-undo.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import type { SavedView, ViewAbout } from './view-types.ts';

interface AboutDialogProps {
  readonly view?: SavedView | undefined;
  onClose(): void;
  onSave(about: ViewAbout): Promise<void>;
}

function useRoles(isNeeded: boolean) {
  const roles = useQuery({
    queryKey: ['roles', 'names'],
    queryFn: ({ signal }) => api.get<{ data: readonly { key: string; label: Bilingual }[] }>('/roles', { signal }),
    enabled: isNeeded,
  });
  const pick = usePick();
  return (roles.data?.data ?? []).map((role) => ({ value: role.key, label: pick(role.label) }));
}

function VisibilityFields({ about, set }: { about: ViewAbout; set: (change: Partial<ViewAbout>) => void }) {
  const t = useKitTexts();
  const mayShare = useHasRight('views.share');
  const roles = useRoles(about.visibility === 'role');
  if (!mayShare) return null;
  return (
    <>
      <label htmlFor="view-visibility">{t('view.visibility')}</label>
      <Select<SavedView['visibility']>
        id="view-visibility" value={about.visibility} onChange={(visibility) => set({ visibility, role: null, ...(visibility === 'shared' ? { isDefault: false } : {}) })}
        options={(['private', 'shared', 'role'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
      />
      {about.visibility === 'role' && <Select aria-label={t('view.whichRole')} placeholder={t('view.whichRole')} value={about.role} options={roles} onChange={(role: string) => set({ role })} />}
    </>
  );
}

/** Name of a view, who may use it, whether their list opens with it. */
export default function ViewDialog({ view, onClose, onSave }: AboutDialogProps) {
  const t = useKitTexts();
  const [about, setAbout] = useState<ViewAbout>({
    name: view?.name ?? '', visibility: view?.visibility ?? 'private', role: view?.role ?? null, isDefault: view?.isDefault ?? false,
  });
  const set = (change: Partial<ViewAbout>) => setAbout((old) => ({ ...old, ...change }));
  const isReady = about.name.trim() !== '' && (about.visibility !== 'role' || about.role !== null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onSave({ ...about, name: about.name.trim() }).then(onClose, reportProblem);
  };
  return (
    <Dialog title={view ? t('view.rename') : t('view.saveAs')} width={400} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <label htmlFor="view-name">{t('view.name')}</label>
        <Input id="view-name" maxLength={60} value={about.name} onChange={(e) => set({ name: e.target.value })} />
        <VisibilityFields about={about} set={set} />
        {about.visibility !== 'shared' && <Checkbox checked={about.isDefault} onChange={(e) => set({ isDefault: e.target.checked })}>{t('view.isDefault')}</Checkbox>}
        <Button type="primary" htmlType="submit" disabled={!isReady}>{t('action.save')}</Button>
      </form>
    </Dialog>
  );
}
