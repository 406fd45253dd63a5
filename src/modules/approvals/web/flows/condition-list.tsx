import { Input, Select } from 'antd';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { NamedRef } from '#kit/records/record-types.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { RecordPicker } from '#modules/identity/web/identity.public.tsx';
import { useApprovalTexts } from '../use-approvals.ts';
import { type FlowCondition, type FlowKind, placed, replaceAt } from './flow-types.ts';

interface ConditionLineProps {
  readonly kind: FlowKind;
  readonly condition: FlowCondition;
  /** Undefined removes it. */
  onChange(next: FlowCondition | undefined): void;
}

function ConditionLine({ kind, condition, onChange }: ConditionLineProps) {
  const t = useApprovalTexts();
  const pick = usePick();
  const [unit, setUnit] = useState<NamedRef | undefined>(condition.kind === 'unit' ? kind.units.find((one) => one.id === condition.unit) : undefined);
  const factLabel = (key: string) => {
    const label = kind.facts.find((fact) => fact.key === key)?.label;
    return t('flows.fact', { fact: label ? pick(label) : key });
  };
  const label = condition.kind === 'amountAbove' ? t('flows.amountAbove') : condition.kind === 'unit' ? t('flows.unit') : factLabel(condition.fact);
  const choose = (next: NamedRef | undefined) => {
    setUnit(next);
    if (next) onChange({ kind: 'unit', unit: next.id });
  };
  return (
    <div className="flow-line">
      <span>{label}</span>
      {condition.kind === 'amountAbove' && <Input aria-label={label} inputMode="decimal" value={condition.amount} onChange={(event) => onChange({ kind: 'amountAbove', amount: event.target.value })} />}
      {condition.kind === 'unit' && <RecordPicker target="orgUnit" label={label} value={unit} onChange={choose} />}
      {condition.kind === 'fact' && <Input aria-label={label} value={condition.equals} onChange={(event) => onChange({ ...condition, equals: event.target.value })} />}
      <button type="button" className="plain-button" aria-label={`${t('flows.removeItem')} ${label}`} onClick={() => onChange(undefined)}><X size={15} aria-hidden /></button>
    </div>
  );
}

/** When the flow is taken: all of these must hold. */
export function ConditionList({ kind, conditions, onChange }: { kind: FlowKind; conditions: readonly FlowCondition[]; onChange: (next: FlowCondition[]) => void }) {
  const t = useApprovalTexts();
  const pick = usePick();
  const add = (key: string) => {
    if (key === 'amountAbove') onChange([...conditions, { kind: 'amountAbove', amount: '10000' }]);
    else if (key === 'unit') onChange([...conditions, { kind: 'unit', unit: '' }]);
    else onChange([...conditions, { kind: 'fact', fact: key, equals: '' }]);
  };
  return (
    <div className="stack">
      <h3 className="small">{t('flows.conditions')}</h3>
      {placed(conditions).map(({ at, item }) => (
        <ConditionLine key={`${item.kind}${at}`} kind={kind} condition={item} onChange={(next) => onChange(replaceAt(conditions, at, next))} />
      ))}
      <Select
        aria-label={t('flows.addCondition')} placeholder={conditions.length === 0 ? `${t('flows.noConditions')} · ${t('flows.addCondition')}` : t('flows.addCondition')} value={null} onChange={(key: string | null) => key !== null && add(key)}
        options={[{ value: 'amountAbove', label: t('flows.amountAbove') }, { value: 'unit', label: t('flows.unit') }, ...kind.facts.map((fact) => ({ value: fact.key, label: t('flows.fact', { fact: pick(fact.label) }) }))]}
      />
    </div>
  );
}
