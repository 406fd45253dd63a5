import { Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import { useSession } from '#kit/api/session.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { useMeta } from '#kit/records/use-meta.ts';
import { useLocale, usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { CopyBox } from '../parts/copy-box.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import { isMeaningful, matrixActions } from '../roles/role-types.ts';
import { useRights } from '../roles/use-roles.ts';
import type { CallAnswer } from '#kit/api/typed-client.ts';

type MadeKey = CallAnswer<'POST /auth/api-keys'>;

const DAYS = [7, 30, 90, 180, 365] as const;

/** Reading, writing, then single actions of objects and rights that the person has: a key never reaches further. */
function useScopeOptions() {
  const t = useTexts(identityWebTexts);
  const pick = usePick();
  const { locale } = useLocale();
  const { objects } = useMeta();
  const { rights } = useSession();
  const named = useRights(locale).data ?? [];
  return [
    { label: t('key.general'), options: (['read', 'write'] as const).map((value) => ({ value, label: t(`key.${value}`) })) },
    ...objects.map((o) => ({
      label: pick(o.label.many),
      options: matrixActions.filter((a) => o.grants[a] !== undefined && isMeaningful(o, a)).map((a) => ({ value: `${o.key}:${a}`, label: `${pick(o.label.one)}：${t(`action.${a}`)}` })),
    })),
    { label: t('key.rights'), options: named.filter((r) => rights.includes(r.key)).map((r) => ({ value: r.key, label: r.label })) },
  ].filter((group) => group.options.length > 0);
}

function KeyMade({ made, onClose }: { made: MadeKey; onClose: () => void }) {
  const t = useTexts(identityWebTexts);
  const format = useFormat();
  return (
    <div className="stack">
      <p>{t('key.onceHint')}</p>
      <CopyBox text={made.key} label={t('key.one')} />
      <p className="small muted">{t('key.until', { date: format.date(made.expiresAt) })}</p>
      <div className="admin-foot"><Button type="primary" onClick={onClose}>{t('key.kept')}</Button></div>
    </div>
  );
}

/** A new key: what for, what it may do, until when; its text comes this once (PL-21). */
export function NewKeyDialog({ onMade, onClose }: { onMade: () => void; onClose: () => void }) {
  const t = useTexts(identityWebTexts);
  const kit = useKitTexts();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>(['read']);
  const [days, setDays] = useState<number>(90);
  const [made, setMade] = useState<MadeKey>();
  const { isBusy, error, issues, run } = useSubmit();
  const options = useScopeOptions();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await run(() => api.post<MadeKey>('/auth/api-keys', { name, scopes, expiresInDays: days }));
    if (!result) return;
    setMade(result.done);
    onMade();
  };
  return (
    <Dialog title={made ? t('key.made', { name }) : t('key.new')} width={500} onClose={onClose}>
      {made ? <KeyMade made={made} onClose={onClose} /> : (
        <form className="admin-form" onSubmit={(e) => void submit(e)}>
          <label htmlFor="key-name">{t('key.name')}</label>
          <Input id="key-name" autoFocus maxLength={80} value={name} placeholder={t('key.namePlaceholder')} onChange={(e) => setName(e.target.value)} />
          <label htmlFor="key-scopes">{t('key.scopes')}</label>
          <Select id="key-scopes" mode="multiple" virtual={false} value={scopes} options={options} showSearch={{ optionFilterProp: 'label' }} onChange={setScopes} />
          <p className="small muted">{t('key.scopesHint')}</p>
          <label htmlFor="key-days">{t('key.days')}</label>
          <Select id="key-days" value={days} onChange={setDays} options={DAYS.map((value) => ({ value, label: t('key.dayCount', { count: value }) }))} />
          {error && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
          <div className="admin-foot">
            <Button onClick={onClose}>{kit('action.cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={isBusy} disabled={name.trim() === '' || scopes.length === 0}>{t('key.create')}</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
