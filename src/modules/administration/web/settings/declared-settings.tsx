import { Button } from 'antd';
import { useState } from 'react';
import { isSameJson } from '#kernel/json.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useLocale, usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { AdminCard, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { administrationTexts } from '../../administration.texts.ts';
import { SettingInput } from './setting-input.tsx';
import { SIGN_IN, type SettingView, useSaveSettings, useSettings } from './use-settings.ts';

type Draft = Readonly<Record<string, unknown>>;

interface LineProps {
  readonly setting: SettingView;
  readonly draft: Draft;
  readonly issue: string | undefined;
  onChange(value: unknown): void;
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function SettingLine({ setting, draft, issue, onChange }: LineProps) {
  const t = useTexts(administrationTexts);
  const pick = usePick();
  const id = `setting-${setting.key}`;
  const given = draft[setting.key];
  const value = given === undefined ? setting.value : given === null ? setting.fallback : given;
  const isUsual = isSameJson(value, setting.fallback);
  return (
    <div className="setting-line">
      <div className="grow">
        <label htmlFor={id}>{pick(setting.label)}</label>
        {setting.help && <p className="small muted">{pick(setting.help)}</p>}
        {issue && <p className="small danger" role="alert">{issue}</p>}
      </div>
      <div className="setting-value">
        {/* A reset puts a new value into inputs that keep their own text. */}
        <SettingInput key={given === null ? 'usual' : 'own'} id={id} schema={setting.schema} value={value} isInvalid={issue !== undefined} onChange={onChange} />
        {isUsual ? <span className="small faint">{t('settings.usual')}</span> : <button type="button" className="link-button small" onClick={() => onChange(null)}>{t('settings.back', { value: plain(setting.fallback) })}</button>}
      </div>
    </div>
  );
}

/** What modules declare as settable, by group, each with its help; generated from the declarations (PL-12). `only`: that group. */
export function DeclaredSettings({ only }: { only?: string }) {
  const t = useTexts(administrationTexts);
  const { locale } = useLocale();
  const settings = useSettings();
  const save = useSaveSettings();
  const [draft, setDraft] = useState<Draft>({});
  const { isBusy, error, issues, run, clear } = useSubmit();
  if (settings.error) return <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  if (!settings.data) return <div className="card card-body"><SkeletonLines count={6} /></div>;
  const shown = settings.data.filter(({ key, group }) => key !== SIGN_IN && (only === undefined || group === only));
  if (shown.length === 0) return <EmptyState title={t('settings.none')} hint={t('settings.noneHint')} />;
  const discard = () => { setDraft({}); clear(); };
  const submit = async () => {
    if (!(await run(() => save(draft)))) return;
    setDraft({});
    showToast(t('settings.saved'));
  };
  const issueOf = (key: string) => Object.entries(issues).find(([path]) => path === key || path.startsWith(`${key}.`))?.[1];
  const count = Object.keys(draft).length;
  return (
    <>
      {[...Map.groupBy(shown, (s) => s.group)].map(([group, list]) => (
        <AdminCard key={group} title={administrationTexts.find(locale, `settings.group.${group}`) ?? group} isFlush>
          {list.map((setting) => <SettingLine key={setting.key} setting={setting} draft={draft} issue={issueOf(setting.key)} onChange={(value) => setDraft((old) => ({ ...old, [setting.key]: value }))} />)}
        </AdminCard>
      ))}
      {count > 0 && (
        <div className="admin-save" role="region" aria-label={t('settings.changed', { count })}>
          <span className="grow small">{error ? <span className="danger" role="alert">{error}</span> : t('settings.changed', { count })}</span>
          <Button onClick={discard}>{t('discard')}</Button>
          <Button type="primary" loading={isBusy} onClick={() => void submit()}>{t('settings.save')}</Button>
        </div>
      )}
    </>
  );
}
