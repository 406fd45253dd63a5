import type { Choice, FactType, FactValue } from '#meta/decisions/decision-model.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { policiesTexts } from '../../policies.texts.ts';

/** What an input needs of a fact or a result. */
export interface Typed {
  readonly type: FactType;
  readonly choices?: readonly Choice[];
  readonly isNullable?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly isWhole?: boolean;
  readonly unit?: { readonly 'zh-CN': string; readonly en: string };
}

interface InputProps {
  readonly item: Typed;
  readonly label: string;
  /** Undefined means not answered. */
  readonly value: FactValue | undefined;
  readonly isFirst?: boolean;
  /** Choices as a pick list, where many inputs stand below each other. */
  readonly isDense?: boolean;
  onChange(value: FactValue | undefined): void;
}

const same = (a: FactValue | undefined, b: FactValue): boolean => JSON.stringify(a) === JSON.stringify(b);

function Buttons({ item, label, value, isFirst, onChange }: InputProps) {
  const t = useTexts(policiesTexts);
  const pick = usePick();
  const listed: readonly { value: FactValue; label: string }[] = item.type === 'boolean'
    ? [{ value: true, label: t('cell.yes') }, { value: false, label: t('cell.no') }]
    : (item.choices ?? []).map((choice) => ({ value: choice.value, label: pick(choice.label) }));
  const options = item.isNullable === true ? [...listed, { value: null, label: t('cell.unknown') }] : listed;
  return (
    <div className="fact-options" role="group" aria-label={label}>
      {options.map((option, at) => (
        <button key={option.label} type="button" className="fact-option" aria-pressed={same(value, option.value)} {...(isFirst && at === 0 ? { 'data-first': true } : {})} onClick={() => onChange(same(value, option.value) ? undefined : option.value)}>{option.label}</button>
      ))}
    </div>
  );
}

function PickList({ item, label, value, onChange }: InputProps) {
  const t = useTexts(policiesTexts);
  const pick = usePick();
  return (
    <select className="policy-input" aria-label={label} value={typeof value === 'string' ? `=${value}` : value === null ? 'unknown' : ''} onChange={(e) => onChange(e.target.value === '' ? undefined : e.target.value === 'unknown' ? null : e.target.value.slice(1))}>
      <option value="">{t('cases.pickClause')}</option>
      {(item.choices ?? []).map((choice) => <option key={choice.value} value={`=${choice.value}`}>{pick(choice.label)}</option>)}
      {item.isNullable && <option value="unknown">{t('cell.unknown')}</option>}
    </select>
  );
}

function Several({ item, label, value, onChange }: InputProps) {
  const pick = usePick();
  const chosen: readonly string[] = Array.isArray(value) ? value.map(String) : [];
  const toggle = (each: string) => onChange(chosen.includes(each) ? chosen.filter((one) => one !== each) : [...chosen, each]);
  return (
    <div className="cell-picks" role="group" aria-label={label}>
      {(item.choices ?? []).map((choice) => <label key={choice.value}><input type="checkbox" checked={chosen.includes(choice.value)} onChange={() => toggle(choice.value)} />{pick(choice.label)}</label>)}
    </div>
  );
}

function typedValue(type: FactType, text: string): FactValue | undefined {
  if (text.trim() === '') return undefined;
  if (type === 'number') return Number.isFinite(Number(text)) ? Number(text) : undefined;
  if (type === 'dateTime') return Number.isNaN(Date.parse(text)) ? undefined : new Date(text).toISOString();
  return text;
}

const inputType = { boolean: 'text', choice: 'text', choices: 'text', text: 'text', number: 'number', date: 'date', dateTime: 'datetime-local' } as const;

/** `2026-03-01T02:00:00.000Z` as the browser's own field wants it: the wall clock without a zone. */
function localMoment(iso: string): string {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** One value of a declared type: buttons for yes, no and choices, a field of the fitting kind for the rest. */
export function FactInput(props: InputProps) {
  const t = useTexts(policiesTexts);
  const pick = usePick();
  const { item, label, value, isFirst, onChange } = props;
  if (item.type === 'choice' && props.isDense && (item.choices ?? []).length > 3) return <PickList {...props} />;
  if (item.type === 'boolean' || item.type === 'choice') return <Buttons {...props} />;
  if (item.type === 'choices') return <Several {...props} />;
  const shown = value === undefined || value === null ? '' : item.type === 'dateTime' && typeof value === 'string' ? localMoment(value) : String(value);
  return (
    <span className="row wrap">
      <input
        className="policy-input" aria-label={label} type={inputType[item.type]} value={shown} min={item.min} max={item.max} step={item.type === 'number' ? (item.isWhole ? 1 : 'any') : undefined}
        {...(isFirst ? { 'data-first': true } : {})} onChange={(e) => onChange(typedValue(item.type, e.target.value))}
      />
      {item.unit && <span className="muted">{pick(item.unit)}</span>}
      {item.isNullable && <button type="button" className="fact-option" aria-pressed={value === null} onClick={() => onChange(value === null ? undefined : null)}>{t('cell.unknown')}</button>}
    </span>
  );
}
