import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { EmptyState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { monthlyDays } from '../../rules/monthly-days.ts';
import { useRefreshStandards, useStandardsTexts } from '../use-standards.ts';

type Choices = CallAnswer<'GET /audits/planning'>;
type Planned = CallAnswer<'POST /audits/plan'>;

interface CheckListProps {
  readonly title: string;
  readonly options: readonly { readonly key: string; readonly name: string; readonly note?: string | undefined; readonly depth?: number }[];
  readonly chosen: ReadonlySet<string>;
  onChange(chosen: ReadonlySet<string>): void;
}

function CheckList({ title, options, chosen, onChange }: CheckListProps) {
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    onChange(next);
  };
  return (
    <fieldset className="plan-list">
      <legend>{title}</legend>
      <div>
        {options.map(({ key, name, note, depth = 0 }) => (
          <label key={key} style={{ paddingLeft: depth * 16 }}><input type="checkbox" checked={chosen.has(key)} onChange={() => toggle(key)} /><span>{name}{note !== undefined && <span className="small muted"> {note}</span>}</span></label>
        ))}
      </div>
    </fieldset>
  );
}

/** Plans who audits what, shown before it is done. */
export function PlanDialog({ onClose }: { onClose(): void }) {
  const t = useStandardsTexts();
  const found = useQuery({ queryKey: ['audit-planning'], queryFn: ({ signal }) => call('GET /audits/planning', { signal }) });
  return (
    <Dialog place="side" width={520} title={t('plan.title')} onClose={onClose}>
      {found.isPending && <SkeletonLines count={8} />}
      {found.data && (found.data.templates.length === 0 ? <EmptyState title={t('plan.noTemplate')} /> : <PlanForm choices={found.data} onDone={onClose} />)}
    </Dialog>
  );
}

function PlanForm({ choices, onDone }: { readonly choices: Choices; onDone(): void }) {
  const t = useStandardsTexts();
  const format = useFormat();
  const refresh = useRefreshStandards();
  const ids = { day: useId(), months: useId() };
  const [template, setTemplate] = useState(choices.templates[0]?.id ?? '');
  const [places, setPlaces] = useState<ReadonlySet<string>>(new Set());
  const [auditors, setAuditors] = useState<ReadonlySet<string>>(new Set());
  const [day, setDay] = useState(format.today());
  const [months, setMonths] = useState('1');
  const [plan, setPlan] = useState<Planned>();
  const { isBusy, error, issues, run } = useSubmit();
  const body = (isPreview: boolean) => ({
    template, auditors: [...auditors], days: monthlyDays(day, Number(months)), isPreview,
    places: [...places].map((key) => { const [unit = '', site = ''] = key.split('/'); return site === '' ? { unit } : { unit, site }; }),
  });
  const ask = async (isPreview: boolean) => {
    const answer = await run(() => call('POST /audits/plan', { body: body(isPreview) }));
    if (!answer) return;
    if (isPreview) return setPlan(answer.done);
    showToast(t('plan.done', { count: answer.done.made }));
    refresh();
    onDone();
  };
  const changed = <T,>(set: (value: T) => void) => (value: T) => { setPlan(undefined); set(value); };
  const options = choices.units.flatMap((unit) => [
    { key: `${unit.id}/`, name: unit.name, depth: unit.depth - 1 },
    ...choices.sites.filter((site) => site.unit === unit.id).map((site) => ({ key: `${unit.id}/${site.id}`, name: site.name, note: t('plan.site'), depth: unit.depth })),
  ]);
  const isReady = places.size > 0 && auditors.size > 0 && day !== '';
  return (
    <div className="stack plan-form">
      <p className="small muted">{t('plan.hint')}</p>
      <label className="admin-field"><span className="small muted">{t('plan.template')}</span><PlainSelect label={t('plan.template')} value={template} options={choices.templates.map(({ id, name }) => ({ value: id, label: name }))} onChange={changed(setTemplate)} /></label>
      <CheckList title={t('plan.places')} options={options} chosen={places} onChange={changed(setPlaces)} />
      <CheckList title={t('plan.auditors')} options={choices.auditors.map(({ id, name, unit }) => ({ key: id, name, note: unit ?? undefined }))} chosen={auditors} onChange={changed(setAuditors)} />
      <div className="admin-two">
        <div className="admin-field"><label htmlFor={ids.day}>{t('plan.days')}</label><Input id={ids.day} type="date" value={day} onChange={(event) => changed(setDay)(event.target.value)} /></div>
        <div className="admin-field"><label htmlFor={ids.months}>{t('plan.months')}</label><Input id={ids.months} type="number" min={1} max={24} value={months} onChange={(event) => /^(?:[1-9]|1\d|2[0-4])$/.test(event.target.value) && changed(setMonths)(event.target.value)} /></div>
      </div>
      {plan && <PlanPreview plan={plan} choices={choices} />}
      {error !== '' && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
      <div className="row wrap">
        {plan ? <Button type="primary" loading={isBusy} onClick={() => void ask(false)}>{t('plan.makes', { count: plan.data.filter(({ auditor }) => auditor !== null).length })}</Button> : <Button type="primary" loading={isBusy} disabled={!isReady} onClick={() => void ask(true)}>{t('plan.preview')}</Button>}
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </div>
  );
}

function PlanPreview({ plan, choices }: { readonly plan: Planned; readonly choices: Choices }) {
  const t = useStandardsTexts();
  const nameOf = (list: readonly { id: string; name: string }[], id: string | null) => list.find((each) => each.id === id)?.name ?? '';
  return (
    <table className="admin-table" aria-live="polite">
      <tbody>
        {plan.data.map(({ unit, site, on, auditor }) => (
          <tr key={`${unit} ${site} ${on}`}><td>{on}</td><th scope="row">{site === null ? nameOf(choices.units, unit) : nameOf(choices.sites, site)}</th><td>{auditor === null ? <span className="danger">{t('plan.nobody')}</span> : nameOf(choices.auditors, auditor)}</td></tr>
        ))}
      </tbody>
    </table>
  );
}
