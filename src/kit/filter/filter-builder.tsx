import type { Condition, Filter } from '#meta/filter.ts';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { Button, Segmented, Select } from 'antd';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { fieldOf } from '../records/use-meta.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { type FilterGroup, type FilterPart, groupFilter, isComplete, toGroup } from './filter-model.ts';
import { FilterValue } from './filter-value.tsx';
import { isOperatorKey, type OperatorKey, useFilterWords, useOperatorWords } from './filter-words.ts';
import './filter.css';

const operatorsOf = (field: FieldMeta): readonly OperatorKey[] => field.operators.filter(isOperatorKey);

/** A new condition begins with the operator that people most often mean. */
function firstCondition(field: FieldMeta): Condition {
  const hasList = field.choices !== undefined || field.type === 'reference' || field.type === 'multiReference';
  const liked: readonly OperatorKey[] = hasList ? ['in', 'eq'] : ['contains', 'within', 'gte', 'eq', 'in'];
  const op = liked.find((o) => operatorsOf(field).includes(o)) ?? operatorsOf(field)[0] ?? 'eq';
  return { field: field.key, op };
}

interface RowProps {
  readonly object: ObjectMeta;
  readonly condition: Condition;
  onChange(condition: Condition): void;
  onRemove(): void;
}

function ConditionRow({ object, condition, onChange, onRemove }: RowProps) {
  const t = useKitTexts();
  const pick = usePick();
  const words = useOperatorWords();
  const field = fieldOf(object, condition.field);
  const fields = object.fields.filter((f) => f.operators.length > 0 && !f.retired);
  const choose = (key: string) => {
    const next = fieldOf(object, key);
    if (next) onChange(firstCondition(next));
  };
  const setOp = (op: OperatorKey) => {
    const isList = (o: string) => o === 'in' || o === 'nin';
    const keeps = isList(op) === isList(condition.op) && op !== 'isNull' && op !== 'between' && op !== 'within';
    const value = op === 'isNull' ? { value: true } : keeps && condition.value !== undefined ? { value: condition.value } : {};
    onChange({ field: condition.field, op, ...value });
  };
  return (
    <div className="condition">
      <Select
        aria-label={t('filter.field')} value={condition.field} showSearch={{ optionFilterProp: 'label' }} onChange={choose}
        options={fields.map((f) => ({ value: f.key, label: pick(f.label) }))}
      />
      <Select
        aria-label={t('filter.operator')} value={isOperatorKey(condition.op) ? condition.op : 'eq'} onChange={setOp}
        options={(field ? operatorsOf(field) : []).map((op) => ({ value: op, label: words(field, op) }))}
      />
      {field && <FilterValue object={object} field={field} condition={condition} onChange={(value) => onChange({ ...condition, value })} />}
      <button type="button" className="plain-button" aria-label={t('filter.remove')} onClick={onRemove}><X size={15} aria-hidden /></button>
    </div>
  );
}

interface GroupProps {
  readonly object: ObjectMeta;
  readonly group: FilterGroup;
  readonly depth: number;
  onChange(group: FilterGroup): void;
}

function PartRow({ object, part, depth, onChange, onRemove }: { object: ObjectMeta; part: FilterPart; depth: number; onChange: (part: FilterPart) => void; onRemove: () => void }) {
  const t = useKitTexts();
  const words = useFilterWords(object);
  if (part.kind === 'condition') {
    return <ConditionRow object={object} condition={part.condition} onChange={(condition) => onChange({ kind: 'condition', condition })} onRemove={onRemove} />;
  }
  if (part.kind === 'group') {
    return (
      <div className="condition-group">
        <GroupEditor object={object} group={part.group} depth={depth + 1} onChange={(group) => onChange({ kind: 'group', group })} />
        <button type="button" className="plain-button" aria-label={t('filter.remove')} onClick={onRemove}><X size={15} aria-hidden /></button>
      </div>
    );
  }
  return (
    <div className="condition-group">
      <span className="grow">{t('filter.complex')}{t('app.colon')}{words(part.filter)}</span>
      <button type="button" className="plain-button" aria-label={t('filter.remove')} onClick={onRemove}><X size={15} aria-hidden /></button>
    </div>
  );
}

/** A condition of another field is another row: nothing typed into its input may stay. */
const partKey = (part: FilterPart, at: number): string => `${at}-${part.kind === 'condition' ? `${part.condition.field}-${part.condition.op}` : part.kind}`;

function GroupEditor({ object, group, depth, onChange }: GroupProps) {
  const t = useKitTexts();
  const first = object.fields.find((f) => f.key === object.title) ?? object.fields[0];
  const setPart = (at: number, part: FilterPart) => onChange({ ...group, parts: group.parts.map((p, i) => (i === at ? part : p)) });
  const remove = (at: number) => onChange({ ...group, parts: group.parts.filter((_, i) => i !== at) });
  const add = (part: FilterPart) => onChange({ ...group, parts: [...group.parts, part] });
  const condition: FilterPart | undefined = first && { kind: 'condition', condition: firstCondition(first) };
  return (
    <div className="stack grow">
      {group.parts.length > 1 && (
        <Segmented<'and' | 'or'>
          size="small" className="condition-join" value={group.join} onChange={(join) => onChange({ ...group, join })}
          options={[{ value: 'and', label: t('filter.all') }, { value: 'or', label: t('filter.any') }]}
        />
      )}
      {group.parts.map((part, at) => (
        <PartRow key={partKey(part, at)} object={object} part={part} depth={depth} onChange={(next) => setPart(at, next)} onRemove={() => remove(at)} />
      ))}
      <div className="row">
        <button type="button" className="plain-button" onClick={() => condition && add(condition)}><Plus size={14} aria-hidden />{t('filter.add')}</button>
        {depth === 0 && condition && (
          <button type="button" className="plain-button" onClick={() => add({ kind: 'group', group: { join: 'or', parts: [condition] } })}>
            <Plus size={14} aria-hidden />{t('filter.addGroup')}
          </button>
        )}
      </div>
    </div>
  );
}

interface FilterBuilderProps {
  readonly object: ObjectMeta;
  readonly filter: Filter | undefined;
  onApply(filter: Filter | undefined): void;
}

const hasGap = (group: FilterGroup): boolean =>
  group.parts.some((p) => (p.kind === 'condition' ? !isComplete(p.condition) : p.kind === 'group' && hasGap(p.group)));

/** AND/OR groups of conditions over every field the person may filter by (UX-1). */
export default function FilterBuilder({ object, filter, onApply }: FilterBuilderProps) {
  const t = useKitTexts();
  const first = object.fields.find((f) => f.key === object.title);
  const [group, setGroup] = useState<FilterGroup>(() => {
    const opened = toGroup(filter);
    return opened.parts.length > 0 || !first ? opened : { join: 'and', parts: [{ kind: 'condition', condition: firstCondition(first) }] };
  });
  return (
    <form className="filter-builder" onSubmit={(e) => { e.preventDefault(); onApply(groupFilter(group)); }}>
      <GroupEditor object={object} group={group} depth={0} onChange={setGroup} />
      {hasGap(group) && <p className="small faint">{t('filter.incomplete')}</p>}
      <div className="row filter-foot">
        <Button onClick={() => onApply(undefined)}>{t('action.clear')}</Button>
        <Button type="primary" htmlType="submit">{t('action.apply')}</Button>
      </div>
    </form>
  );
}
