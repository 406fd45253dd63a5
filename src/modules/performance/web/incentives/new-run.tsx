import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { addMonths } from '#kernel/period.ts';
import { useSession } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { RecordPicker, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { type Runs, usePerformanceTexts, useRefresh } from '../use-performance.ts';

const MONTHS = 24;

/** Chooses a month that is over, the unit and the scheme, and computes it. */
export function NewRun({ schemes, onClose }: { readonly schemes: Runs['schemes']; onClose(): void }) {
  const t = usePerformanceTexts();
  const pick = usePick();
  const id = useId();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { user } = useSession();
  const today = useFormat().today();
  const months = Array.from({ length: MONTHS }, (_, back) => addMonths(`${today.slice(0, 7)}-01`, -1 - back).slice(0, 7));
  const [month, setMonth] = useState(months[0] ?? '');
  const [unit, setUnit] = useState<NamedRef | undefined>(typeof user.unit === 'object' && user.unit !== null ? user.unit : undefined);
  const [pack, setPack] = useState(schemes[0]?.key ?? '');
  const { isBusy, error, issues, run } = useSubmit();
  const make = async () => {
    if (!unit) return;
    const made = await run(() => call('POST /performance/incentives', { body: { month, unit: unit.id, pack } }));
    if (!made) return;
    showToast(t('runs.made'));
    await refresh('incentiveRun');
    void navigate({ to: `/performance/incentives/${made.done.id}` });
  };
  return (
    <Dialog title={t('runs.new')} width={400} onClose={onClose} footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button type="primary" loading={isBusy} disabled={!unit} onClick={() => void make()}>{t('runs.make')}</Button></>}>
      <div className="stack">
        <div className="admin-field"><label htmlFor={`${id}m`}>{t('runs.month')}</label><select id={`${id}m`} className="plain-select pf-select" value={month} onChange={(event) => setMonth(event.target.value)}>{months.map((each) => <option key={each}>{each}</option>)}</select></div>
        <div className="admin-field"><label htmlFor={`${id}u`}>{t('runs.unit')}</label><RecordPicker id={`${id}u`} target="orgUnit" value={unit} onChange={setUnit} /></div>
        {schemes.length > 1 && <div className="admin-field"><label htmlFor={`${id}s`}>{t('runs.scheme')}</label><select id={`${id}s`} className="plain-select pf-select" value={pack} onChange={(event) => setPack(event.target.value)}>{schemes.map((each) => <option key={each.key} value={each.key}>{pick(each.label)}</option>)}</select></div>}
        {error !== '' && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
      </div>
    </Dialog>
  );
}
