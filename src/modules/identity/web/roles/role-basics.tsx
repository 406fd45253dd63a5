import { Input, Select, Switch } from 'antd';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { AdminCard } from '../parts/admin-page.tsx';
import type { RoleDraft } from './role-types.ts';
import { useRights } from './use-roles.ts';

interface PartProps {
  readonly draft: RoleDraft;
  readonly issues: Readonly<Record<string, string>>;
  onChange(change: Partial<RoleDraft>): void;
}

/** Names in both languages and what the role is for. */
export function RoleNames({ draft, issues, onChange }: PartProps) {
  const t = useTexts(identityWebTexts);
  const { label } = draft;
  const description = draft.description ?? { 'zh-CN': '', en: '' };
  return (
    <div className="role-names">
      {(['zh-CN', 'en'] as const).map((locale) => (
        <div key={locale} className="admin-field">
          <label htmlFor={`name-${locale}`}>{t(`role.name.${locale}`)}</label>
          <Input id={`name-${locale}`} value={label[locale]} maxLength={60} status={issues[`label.${locale}`] ? 'error' : ''} onChange={(e) => onChange({ label: { ...label, [locale]: e.target.value } })} />
        </div>
      ))}
      {(['zh-CN', 'en'] as const).map((locale) => (
        <div key={locale} className="admin-field">
          <label htmlFor={`what-${locale}`}>{t(`role.what.${locale}`)}</label>
          <Input.TextArea id={`what-${locale}`} autoSize={{ minRows: 1, maxRows: 4 }} maxLength={300} value={description[locale]} onChange={(e) => onChange({ description: { ...description, [locale]: e.target.value } })} />
        </div>
      ))}
    </div>
  );
}

/** Rights beyond objects. */
export function RoleRights({ draft, onChange }: PartProps) {
  const t = useTexts(identityWebTexts);
  const { locale } = useLocale();
  const rights = useRights(locale);
  const toggle = (key: string, isOn: boolean) => onChange({ rights: isOn ? [...draft.rights, key] : draft.rights.filter((r) => r !== key) });
  return (
    <AdminCard title={t('role.rights')} note={t('role.rightsNote', { count: draft.rights.length })}>
      <div className="pick-list">
        {rights.data?.map(({ key, label }) => (
          <label key={key} className="pick-line">
            <input type="checkbox" checked={draft.rights.includes(key)} onChange={(e) => toggle(key, e.target.checked)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </AdminCard>
  );
}

/** How people with this role sign in: second factor, networks (SEC-2). */
export function RoleSignIn({ draft, issues, onChange }: PartProps) {
  const t = useTexts(identityWebTexts);
  const issue = Object.entries(issues).find(([path]) => path.startsWith('allowedNetworks'))?.[1];
  return (
    <AdminCard title={t('role.signIn')}>
      <div className="stack">
        <label className="row" htmlFor="two-factor">
          <Switch id="two-factor" size="small" checked={draft.requiresTwoFactor} onChange={(requiresTwoFactor) => onChange({ requiresTwoFactor })} />
          {t('role.requiresTwoFactor')}
        </label>
        <p className="small muted">{t('role.twoFactorHint')}</p>
        <div className="admin-field">
          <label htmlFor="networks">{t('role.networks')}</label>
          <Select
            id="networks" mode="tags" open={false} suffixIcon={null} value={[...draft.allowedNetworks]} status={issue ? 'error' : ''} tokenSeparators={[',', '，', ' ', ';']}
            placeholder={t('role.networksPlaceholder')} onChange={(allowedNetworks: string[]) => onChange({ allowedNetworks })}
          />
          {issue && <p className="small danger" role="alert">{issue}</p>}
          <p className="small muted">{t('role.networksHint')}</p>
        </div>
      </div>
    </AdminCard>
  );
}
