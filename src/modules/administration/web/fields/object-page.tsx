import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { useHasRight } from '#kit/api/session.ts';
import { useAddress } from '#kit/module/registry.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { administrationTexts } from '../../administration.texts.ts';
import { FieldDialog } from './field-dialog.tsx';
import { FieldGroups } from './field-groups.tsx';
import { FormPreview } from './form-preview.tsx';
import { GroupDialog } from './group-dialog.tsx';
import { RetireField } from './retire-field.tsx';
import { RetiredFields } from './retired-fields.tsx';
import { useCustomFields } from './use-layout.ts';
import './fields.css';

type Open =
  | { readonly kind: 'add'; readonly group: string }
  | { readonly kind: 'edit'; readonly field: FieldMeta; readonly group: string }
  | { readonly kind: 'group'; readonly group?: { readonly key: string; readonly label: FieldMeta['label'] } };

function ObjectEditor({ object }: { object: ObjectMeta }) {
  const t = useTexts(administrationTexts);
  const pick = usePick();
  const address = useAddress();
  const fields = useCustomFields(object.key);
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const custom = fields.data ?? [];
  const first = object.groups[0]?.key ?? 'main';
  const actions = (
    <>
      <Button onClick={() => setOpen({ kind: 'group' })}>{t('fields.newGroup')}</Button>
      <Button type="primary" icon={<Plus size={15} aria-hidden />} onClick={() => setOpen({ kind: 'add', group: first })}>{t('fields.new')}</Button>
    </>
  );
  const badge = <span className="tag">{t(object.isCustom ? 'fields.customObject' : 'fields.builtIn')}</span>;
  const edited = open?.kind === 'edit' ? custom.find((f) => f.key === open.field.key) : undefined;
  return (
    <AdminPage
      title={pick(object.label.many)} badge={badge} actions={actions} back={{ to: '/admin/objects', label: t('fields.objects') }}
      hint={<>{t('fields.hint')} <PageLink to={address(object)}>{t('fields.openList', { object: pick(object.label.many) })}</PageLink></>}
    >
      {fields.error && <ErrorState error={fields.error} onRetry={() => void fields.refetch()} />}
      {fields.isPending ? <div className="card card-body"><SkeletonLines count={10} /></div> : (
        <div className="admin-grid fields-grid">
          <div className="admin-column">
            <FieldGroups
              object={object} fields={custom} onAdd={(group) => setOpen({ kind: 'add', group })} onEdit={(field, group) => setOpen({ kind: 'edit', field, group })}
              onRename={(group) => setOpen({ kind: 'group', group })}
            />
            <RetiredFields object={object} fields={custom} />
          </div>
          <FormPreview key={JSON.stringify(custom)} object={object} />
        </div>
      )}
      {open?.kind === 'add' && <FieldDialog object={object} group={open.group} onClose={close} />}
      {open?.kind === 'edit' && <FieldDialog object={object} group={open.group} field={open.field} custom={edited} onClose={close} retire={<RetireField object={object} field={open.field} custom={edited} onDone={close} />} />}
      {open?.kind === 'group' && <GroupDialog object={object} group={open.group} onClose={close} />}
    </AdminPage>
  );
}

/** The fields of one object, in their groups and order, with the form beside them (PL-12). */
export default function ObjectPage() {
  const t = useTexts(administrationTexts);
  const { key }: { key?: string } = useParams({ strict: false });
  const object = useFindObject()(key ?? '');
  const may = useHasRight('admin.fields');
  if (object && may) return <ObjectEditor key={object.key} object={object} />;
  return (
    <AdminPage title={t('fields.objects')} back={{ to: '/admin/objects', label: t('fields.objects') }}>
      {may ? <EmptyState title={t('fields.missing')} hint={t('fields.missingHint')} /> : <EmptyState title={t('denied')} hint={t('fields.deniedHint')} />}
    </AdminPage>
  );
}
