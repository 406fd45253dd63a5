import { useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { useSubmit } from '../parts/use-submit.ts';
import { draftOf, type Role, type RoleDraft } from './role-types.ts';
import { useRoleWrites } from './use-roles.ts';

const blank: RoleDraft = {
  label: { 'zh-CN': '', en: '' }, description: null, rights: [], grants: {}, fields: {}, requiresTwoFactor: false, allowedNetworks: [],
};

/** The role's fixed key, from its English name: `Area manager` → `areaManager`. */
export function keyOfRole(english: string): string {
  const words = english.match(/[A-Za-z0-9]+/g) ?? [];
  const joined = words.map((word, at) => (at === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())).join('');
  return joined.replace(/^[^a-z]+/, '').slice(0, 40);
}

/** A new role, empty or with everything that another one has. */
export function CopyRoleDialog({ from, roles, onClose }: { from?: Role | undefined; roles: readonly Role[]; onClose: () => void }) {
  const t = useTexts(identityWebTexts);
  const kit = useKitTexts();
  const navigate = useNavigate();
  const { create } = useRoleWrites();
  const { isBusy, error, issues, run } = useSubmit();
  const [label, setLabel] = useState({ 'zh-CN': from ? t('role.copyName', { name: from.label['zh-CN'] }) : '', en: from ? `${from.label.en} copy` : '' });
  const key = keyOfRole(label.en);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const base = from ? draftOf(from) : blank;
    const position = Math.min(10_000, Math.max(0, ...roles.map((r) => r.position)) + 10);
    const result = await run(() => create(key, { ...base, label }, position));
    if (result) void navigate({ to: `/roles/${result.done.key}` });
  };
  return (
    <Dialog title={from ? t('role.copyTitle', { name: from.label['zh-CN'] }) : t('role.new')} width={440} onClose={onClose}>
      <form className="admin-form" onSubmit={(e) => void save(e)}>
        <p className="muted small">{t(from ? 'role.copyHint' : 'role.newHint')}</p>
        <label htmlFor="role-zh">{t('role.name.zh-CN')}</label>
        <Input id="role-zh" autoFocus value={label['zh-CN']} maxLength={60} onChange={(e) => setLabel({ ...label, 'zh-CN': e.target.value })} />
        <label htmlFor="role-en">{t('role.name.en')}</label>
        <Input id="role-en" value={label.en} maxLength={60} onChange={(e) => setLabel({ ...label, en: e.target.value })} aria-describedby="role-key" />
        <p id="role-key" className="small faint">{key ? t('role.keyIs', { key }) : t('role.keyNeeded')}</p>
        {error && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
        <div className="admin-foot">
          <Button onClick={onClose}>{kit('action.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={isBusy} disabled={label['zh-CN'].trim() === '' || key.length < 2}>{kit('action.create')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
