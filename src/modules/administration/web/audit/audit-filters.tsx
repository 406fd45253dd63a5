import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useMeta } from '#kit/records/use-meta.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { RecordPicker } from '#modules/identity/web/identity.public.tsx';
import { administrationTexts } from '../../administration.texts.ts';
import { zh } from '../../i18n/zh-CN.ts';
import { useAuditWords } from './audit-words.ts';
import type { AuditQuery } from './use-audit.ts';

const actions = Object.keys(zh.audit.action);
const things = Object.keys(zh.audit.thing);
const byLabel = { optionFilterProp: 'label' } as const;

/** Person, action, object, period, refusals: one row, cleared in one click. */
export function AuditFilters({ query, onChange }: { query: AuditQuery; onChange: (query: AuditQuery) => void }) {
  const t = useTexts(administrationTexts);
  const words = useAuditWords();
  const { objects } = useMeta();
  const set = (part: AuditQuery) => onChange({ ...query, ...part });
  const isAsked = Object.values(query).some((value) => value !== undefined && value !== false);
  return (
    <div className="audit-filters no-print" role="search">
      <div className="audit-pick"><RecordPicker target="user" value={query.actor} label={t('audit.who')} placeholder={t('audit.anyone')} onChange={(actor) => set({ actor })} /></div>
      <Select
        className="audit-pick" aria-label={t('audit.what')} allowClear showSearch={byLabel} placeholder={t('audit.anyAction')} value={query.action}
        onChange={(action: string | undefined) => set({ action })} options={actions.map((value) => ({ value, label: words.action(value) }))}
      />
      <Select
        className="audit-pick" aria-label={t('audit.object')} allowClear showSearch={byLabel} placeholder={t('audit.anyObject')} value={query.object}
        onChange={(object: string | undefined) => set({ object })} options={[...objects.map((o) => o.key), ...things].map((value) => ({ value, label: words.object(value) }))}
      />
      <DatePicker.RangePicker
        allowEmpty={[true, true]} aria-label={t('audit.period')} value={[query.from ? dayjs(query.from) : null, query.to ? dayjs(query.to) : null]}
        onChange={(span) => set({ from: span?.[0]?.format('YYYY-MM-DD'), to: span?.[1]?.format('YYYY-MM-DD') })}
      />
      <button type="button" className="plain-button" aria-pressed={query.isFailedOnly === true} onClick={() => set({ isFailedOnly: query.isFailedOnly !== true })}>{t('audit.onlyRefused')}</button>
      {isAsked && <Button type="link" size="small" onClick={() => onChange({})}>{t('audit.clear')}</Button>}
    </div>
  );
}
