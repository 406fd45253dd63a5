import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { api } from '#kit/api/api-client.ts';
import { call } from '#kit/api/typed-client.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { fieldOf } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { PanelList } from '../panel-parts.tsx';
import { useQualityTexts } from './use-quality-texts.ts';
import './quality.css';

const POOR = 60;

/** What is missing in a customer's file or due for a check, with one click to say that it was checked (CU-13). */
export default function CompletenessPanel({ object, record }: RecordSlotProps) {
  const t = useQualityTexts();
  const pick = usePick();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['completeness', record.id, record.version],
    queryFn: ({ signal }) => call('GET /customers/{id}/completeness', { params: { id: record.id }, signal }),
    placeholderData: (earlier) => earlier,
  });
  const label = (key: string) => {
    const field = fieldOf(object, key);
    return field ? pick(field.label) : key;
  };
  const canVerify = (key: string) => record.capabilities?.includes('update') === true && fieldOf(object, key)?.access.edit === true;
  const verify = (fields: readonly string[]) => {
    api.post(`/customers/${record.id}/verify`, { fields }).then(() => {
      showToast(fields.length === 1 ? t('complete.verified', { field: label(fields[0] ?? '') }) : t('complete.verifiedMany', { count: fields.length }));
      for (const key of ['record', 'records', 'completeness']) void client.invalidateQueries({ queryKey: [key] });
    }, reportProblem);
  };
  const { score = 0, missing = [], stale = [] } = query.data ?? {};
  const open = stale.filter(canVerify);
  return (
    <PanelList query={query} count={query.data ? 1 : 0} empty="">
      <div className="complete-head">
        <span className="score" role="img" aria-label={t('complete.of', { score })}>
          <span className="score-bar"><span className={score < POOR ? 'is-poor' : ''} style={{ width: `${Math.max(2, score)}%` }} /></span>
          <span className="number">{score}</span>
        </span>
        {missing.length + stale.length === 0 && <p className="small muted">{t('complete.full')}</p>}
      </div>
      {missing.length > 0 && <div className="complete-line wrap"><span className="small faint">{t('complete.missing')}</span>{missing.map((key) => <span key={key} className="tag">{label(key)}</span>)}</div>}
      {stale.map((key) => (
        <div key={key} className="complete-line">
          <span className="grow">{label(key)} <span className="small faint">{t('complete.stale')}</span></span>
          {canVerify(key) && <Button size="small" aria-label={`${label(key)} ${t('complete.verify')}`} onClick={() => verify([key])}>{t('complete.verify')}</Button>}
        </div>
      ))}
      {open.length > 1 && <div className="complete-line"><span className="grow" /><Button size="small" onClick={() => verify(open)}>{t('complete.verifyAll')}</Button></div>}
    </PanelList>
  );
}
