import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber, Select } from 'antd';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { fieldOf, useFindObject } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import type { FieldMeta } from '#meta/view-model.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { useQualityTexts } from './use-quality-texts.ts';
import './quality.css';

interface Required {
  readonly field: string;
  readonly weight?: number;
  readonly verifiedWithinMonths?: number;
}

type Kind = 'company' | 'person';
type Draft = Readonly<Record<Kind, readonly Required[]>>;

const isFillable = (field: FieldMeta): boolean =>
  field.readOnly !== true && field.retired !== true && !['autoNumber', 'formula', 'rollUp'].includes(field.type);

const isFor = (field: FieldMeta, kind: Kind): boolean => field.when?.['kind'] === undefined || field.when['kind'].includes(kind);

interface PartProps {
  readonly kind: Kind;
  readonly list: readonly Required[];
  onChange(list: readonly Required[]): void;
}

function RequirementPart({ kind, list, onChange }: PartProps) {
  const t = useQualityTexts();
  const pick = usePick();
  const customer = useFindObject()('customer');
  if (!customer) return null;
  const labelOf = (key: string) => {
    const field = fieldOf(customer, key);
    return field ? pick(field.label) : key;
  };
  const free = customer.fields.filter((f) => isFillable(f) && isFor(f, kind) && !list.some((one) => one.field === f.key));
  const change = (at: number, next: Required) => onChange(list.map((one, index) => (index === at ? next : one)));
  return (
    <fieldset className="requirement-part">
      <legend>{t(`requirement.${kind}`)}</legend>
      {list.length === 0 ? <p className="small muted">{t('requirement.none')}</p> : (
        <div className="requirement-line requirement-head" aria-hidden><span>{t('requirement.field')}</span><span>{t('requirement.weight')}</span><span>{t('requirement.months')}</span><span /></div>
      )}
      {list.map((one, at) => (
        <div key={one.field} className="requirement-line">
          <span className="truncate">{labelOf(one.field)}</span>
          <InputNumber
            aria-label={`${labelOf(one.field)} ${t('requirement.weight')}`} min={0.1} max={100} value={one.weight ?? 1} style={{ width: '100%' }}
            onChange={(value) => change(at, { ...one, weight: value ?? 1 })}
          />
          <InputNumber
            aria-label={`${labelOf(one.field)} ${t('requirement.months')}`} min={1} max={120} precision={0} value={one.verifiedWithinMonths ?? null} style={{ width: '100%' }}
            onChange={(value) => {
              const { verifiedWithinMonths: _earlier, ...rest } = one;
              change(at, value === null ? rest : { ...rest, verifiedWithinMonths: value });
            }}
          />
          <button type="button" className="plain-button" aria-label={t('requirement.remove', { field: labelOf(one.field) })} onClick={() => onChange(list.filter((_, index) => index !== at))}><X size={15} aria-hidden /></button>
        </div>
      ))}
      <Select
        aria-label={`${t(`requirement.${kind}`)} ${t('requirement.add')}`} value={null} placeholder={t('requirement.add')} suffixIcon={<Plus size={14} aria-hidden />} showSearch={{ optionFilterProp: 'label' }}
        options={free.map((f) => ({ value: f.key, label: pick(f.label) }))} onChange={(key: string | null) => key !== null && onChange([...list, { field: key, weight: 1 }])}
      />
    </fieldset>
  );
}

/** Which fields this company requires, how much each counts, and how long a check of it lasts (CU-13). */
export default function RequirementsDialog({ onClose }: { onClose: () => void }) {
  const t = useQualityTexts();
  const kit = useKitTexts();
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>();
  const { isBusy, error, run } = useSubmit();
  const found = useQuery({ queryKey: ['quality-requirements'], queryFn: ({ signal }) => call('GET /quality/requirements', { signal }) });
  const shown = draft ?? (found.data && { company: found.data.company, person: found.data.person });
  const save = async () => {
    const isSaved = await run(() => api.put('/quality/requirements', shown));
    if (!isSaved) return;
    showToast(t('requirement.saved'));
    for (const key of ['quality-requirements', 'quality-runs', 'quality-board', 'completeness']) void client.invalidateQueries({ queryKey: [key] });
    onClose();
  };
  return (
    <Dialog
      title={t('requirement.title')} place="side" width={620} onClose={onClose}
      footer={<><span className="grow danger small" role="alert">{error}</span><Button onClick={onClose}>{kit('action.cancel')}</Button><Button type="primary" loading={isBusy} disabled={draft === undefined} onClick={() => void save()}>{t('requirement.save')}</Button></>}
    >
      <p className="muted small">{t('requirement.hint')} {t('requirement.monthsHint')}</p>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {!shown && !found.error && <SkeletonLines count={8} />}
      {shown && (['company', 'person'] as const).map((kind) => (
        <RequirementPart key={kind} kind={kind} list={shown[kind]} onChange={(list) => setDraft({ ...shown, [kind]: list })} />
      ))}
    </Dialog>
  );
}
