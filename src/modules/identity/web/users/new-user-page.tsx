import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useHasRight } from '#kit/api/session.ts';
import { FormField } from '#kit/form/form-fields.tsx';
import { askedFields } from '#kit/form/form-groups.ts';
import { useRecordForm } from '#kit/form/use-record-form.ts';
import { EmptyState } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { AdminCard, AdminPage } from '../parts/admin-page.tsx';
import { OneTimePasswordDialog } from './one-time-password.tsx';
import { RoleChoice } from './role-choice.tsx';

interface Made {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly password: string;
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

function NewUserForm({ object }: { object: ObjectMeta }) {
  const t = useTexts(identityWebTexts);
  const kit = useKitTexts();
  const navigate = useNavigate();
  const form = useRecordForm({ object });
  const [roles, setRoles] = useState<readonly string[]>([]);
  const [made, setMade] = useState<Made>();
  const fields = askedFields(object, form.values).filter((f) => f.key !== 'isActive');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const saved = await form.send({ ...form.values, roles });
    if (!saved) return;
    setMade({ id: saved.id, name: textIn(saved['name']), username: textIn(saved['username']), password: textIn(saved['oneTimePassword']) });
  };
  return (
    <form className="admin-grid" onSubmit={(e) => void submit(e)}>
      <div className="admin-column">
        <AdminCard title={t('newUser.person')}>
          <div className="form-grid">{fields.map((field, at) => <FormField key={field.key} object={object} field={field} form={form} autoFocus={at === 0} />)}</div>
        </AdminCard>
        <div className="admin-foot">
          {form.failure && <p className="danger grow" role="alert">{form.failure}</p>}
          <Button onClick={() => void navigate({ to: '/users' })}>{kit('action.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={form.isBusy}>{t('newUser.create')}</Button>
        </div>
      </div>
      <AdminCard title={t('newUser.roles')} note={t('newUser.rolesNote', { count: roles.length })}>
        <RoleChoice label={t('newUser.roles')} value={roles} onChange={setRoles} />
      </AdminCard>
      {made && <OneTimePasswordDialog {...made} onClose={() => void navigate({ to: `/users/${made.id}` })} />}
    </form>
  );
}

/** A new person: fields, roles, and a one-time password at the end. */
export default function NewUserPage() {
  const t = useTexts(identityWebTexts);
  const object = useFindObject()('user');
  const may = useHasRight('admin.users');
  return (
    <AdminPage title={t('newUser.title')} hint={t('newUser.hint')} back={{ to: '/users', label: t('user.many') }}>
      {object && may ? <NewUserForm object={object} /> : <EmptyState title={t('parts.denied')} hint={t('user.deniedHint')} />}
    </AdminPage>
  );
}
