import { Undo2 } from 'lucide-react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { administrationTexts } from '../../administration.texts.ts';
import { withField } from './layout-model.ts';
import { type CustomFieldView, useLayout, useRegistryWrites } from './use-layout.ts';

/** Fields out of use: their values stay in the records and come back with them. */
export function RetiredFields({ object, fields }: { object: ObjectMeta; fields: readonly CustomFieldView[] }) {
  const t = useTexts(administrationTexts);
  const pick = usePick();
  const writes = useRegistryWrites(object.key);
  const layout = useLayout(object.key);
  const declared = Object.entries(layout.data?.fields ?? {}).filter(([, given]) => given.retired === true).map(([key, given]) => ({
    key, label: given.label ?? { 'zh-CN': key, en: key }, back: () => writes.changeLayout((now) => withField(now, key, { retired: false })),
  }));
  const added = fields.filter((f) => f.retiredAt !== null).map((f) => ({ key: f.key, label: f.label, back: () => writes.restoreField(f.id) }));
  const list = [...declared, ...added];
  if (list.length === 0) return null;
  return (
    <AdminCard title={t('fields.retiredTitle')} note={t('fields.retiredNote')} isFlush>
      <ul className="admin-lines">
        {list.map(({ key, label, back }) => (
          <li key={key}>
            <span className="grow muted">{pick(label)}</span>
            <button type="button" className="plain-button" onClick={() => void back().then(() => showToast(t('fields.restored', { name: pick(label) })), reportProblem)}><Undo2 size={14} aria-hidden />{t('fields.restore')}</button>
          </li>
        ))}
      </ul>
    </AdminCard>
  );
}
