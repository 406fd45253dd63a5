import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Bilingual } from '#kernel/texts.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { administrationTexts } from '../../administration.texts.ts';
import { linesOf, withGroups } from './layout-model.ts';
import { useRegistryWrites } from './use-layout.ts';

const freeKey = (object: ObjectMeta): string => {
  const taken = new Set(object.groups.map((g) => g.key));
  return Array.from({ length: 41 }, (_, at) => `group${at + 1}`).find((key) => !taken.has(key)) ?? 'group41';
};

/** A group to add, rename or, when it is empty, remove. */
export function GroupDialog({ object, group, onClose }: { object: ObjectMeta; group?: { readonly key: string; readonly label: Bilingual } | undefined; onClose: () => void }) {
  const t = useTexts(administrationTexts);
  const kit = useKitTexts();
  const writes = useRegistryWrites(object.key);
  const [label, setLabel] = useState(group?.label ?? { 'zh-CN': '', en: '' });
  const { isBusy, error, issues, run } = useSubmit();
  const named = { 'zh-CN': label['zh-CN'].trim(), en: label.en.trim() || label['zh-CN'].trim() };
  const isEmpty = group !== undefined && linesOf(object).find((line) => line.key === group.key)?.fields.length === 0 && object.groups.length > 1;
  const put = async (isRemoved: boolean) => {
    const result = await run(() => writes.changeLayout((layout) => withGroups(layout, object, (groups) => {
      if (isRemoved) return groups.filter((g) => g.key !== group?.key);
      return group ? groups.map((g) => (g.key === group.key ? { key: g.key, label: named } : g)) : [...groups, { key: freeKey(object), label: named }];
    })));
    if (result) onClose();
  };
  return (
    <Dialog title={t(group ? 'fields.renameGroup' : 'fields.newGroup')} width={400} onClose={onClose}>
      <form className="admin-form" onSubmit={(e: FormEvent) => { e.preventDefault(); void put(false); }}>
        <label htmlFor="group-zh">{t('fields.zh')}</label>
        <Input id="group-zh" autoFocus maxLength={60} value={label['zh-CN']} onChange={(e) => setLabel({ ...label, 'zh-CN': e.target.value })} />
        <label htmlFor="group-en">{t('fields.en')}</label>
        <Input id="group-en" maxLength={60} value={label.en} placeholder={t('fields.enPlaceholder')} onChange={(e) => setLabel({ ...label, en: e.target.value })} />
        {error && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
        <div className="admin-foot">
          {isEmpty && <Button danger onClick={() => void put(true)}>{kit('action.delete')}</Button>}
          <span className="grow" />
          <Button onClick={onClose}>{kit('action.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={isBusy} disabled={named['zh-CN'] === ''}>{kit('action.save')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
