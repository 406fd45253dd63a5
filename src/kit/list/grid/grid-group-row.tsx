import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { FieldValue } from '../../field/field-value.tsx';
import type { SummaryRow } from '../../records/record-types.ts';
import { fieldOf } from '../../records/use-meta.ts';
import { useLocale, usePick } from '../../texts/locale-provider.tsx';
import { sayPeriod } from '../../texts/periods.ts';
import { readGrouping } from '../grouping.ts';
import { formatMoney, formatNumber, isMoney } from '../../texts/numbers.ts';
import { useKitTexts } from '../../texts/use-texts.ts';

const sumOf = (group: SummaryRow, key: string): unknown => group[`sum:${key}`] ?? group[`sum_${key}`] ?? group[key];

function sumText(value: unknown, field: FieldMeta): string {
  if (isMoney(value)) return formatMoney(value);
  if (typeof value !== 'number' && typeof value !== 'string') return '';
  return field.type === 'money' ? formatMoney({ amount: String(value), currency: 'CNY' }) : formatNumber(value);
}

/** A group's heading in words: the choice, the person, the month. */
export function GroupName({ object, groupBy, group }: { object: ObjectMeta; groupBy: string; group: SummaryRow }) {
  const t = useKitTexts();
  const { locale } = useLocale();
  const grouping = readGrouping(object, groupBy);
  if (group.key === null || !grouping) return <>{t('list.emptyValue')}</>;
  const { field, step } = grouping;
  if (step !== undefined) return <>{sayPeriod(String(group.key), step, locale)}</>;
  const name = typeof group['name'] === 'string' ? group['name'] : typeof group['label'] === 'string' ? group['label'] : undefined;
  if (name !== undefined) return <>{name}</>;
  const value = field.type === 'boolean' ? group.key === true || group.key === 'true' : field.type === 'address' ? { region: group.key, street: null } : group.key;
  return <FieldValue object={object} field={field} value={value} isCell />;
}

interface GroupRowProps {
  readonly object: ObjectMeta;
  readonly groupBy: string;
  readonly group: SummaryRow;
  readonly sums: readonly string[];
  readonly isOpen: boolean;
  readonly top: number;
  readonly line: number;
  readonly span: number;
  readonly isActive: boolean;
  onToggle(): void;
}

export function GridGroupRow({ object, groupBy, group, sums, isOpen, top, line, span, isActive, onToggle }: GroupRowProps) {
  const pick = usePick();
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <div role="row" aria-rowindex={line + 2} className="grid-row grid-group" style={{ transform: `translateY(${top}px)` }}>
      <div role="gridcell" id={`cell-${line}-0`} aria-colspan={span} className={`grid-group-cell${isActive ? ' is-active' : ''}`}>
        <button type="button" tabIndex={-1} className="plain-button" aria-expanded={isOpen} onClick={onToggle}>
          <Icon size={15} aria-hidden /> <GroupName object={object} groupBy={groupBy} group={group} />
          <span className="faint">{formatNumber(group.count)}</span>
        </button>
        {sums.map((key) => {
          const field = fieldOf(object, key);
          const text = field ? sumText(sumOf(group, key), field) : '';
          return field && text ? <span key={key} className="small muted">{pick(field.label)} {text}</span> : null;
        })}
      </div>
    </div>
  );
}
