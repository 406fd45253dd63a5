import { Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { FieldInput } from '#kit/field/field-input.tsx';
import { useMeta } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { administrationTexts } from '../../administration.texts.ts';
import { ChoicesEditor, sentChoices } from './choices-editor.tsx';
import { type FieldDraft, hasDefault, hasLimits, isChoiceType, isComputedType, isFindable, isLinkType, isMaskable } from './field-draft.ts';

export interface FieldFormProps {
  readonly object: ObjectMeta;
  readonly draft: FieldDraft;
  readonly isNew: boolean;
  /** A field of the program: only its words, choices and places change. */
  readonly declared: FieldMeta | undefined;
  readonly issues: Readonly<Record<string, string>>;
  onChange(part: Partial<FieldDraft>): void;
}

function Line({ id, label, hint, issue, children }: { id: string; label: string; hint?: string | undefined; issue?: string | undefined; children: ReactNode }) {
  return (
    <div className="admin-field">
      <label htmlFor={id}>{label}</label>
      {children}
      {issue && <p className="small danger" role="alert">{issue}</p>}
      {hint && <p className="small muted">{hint}</p>}
    </div>
  );
}

const issueAt = (issues: Readonly<Record<string, string>>, path: string): string | undefined =>
  Object.entries(issues).find(([key]) => key === path || key.startsWith(`${path}.`) || key.endsWith(`.${path}`))?.[1];

function Names({ draft, issues, onChange }: FieldFormProps) {
  const t = useTexts(administrationTexts);
  return (
    <>
      <div className="admin-two">
        <Line id="field-zh" label={t('fields.zh')} issue={issueAt(issues, 'label')}><Input id="field-zh" autoFocus maxLength={60} value={draft.zh} onChange={(e) => onChange({ zh: e.target.value })} /></Line>
        <Line id="field-en" label={t('fields.en')}><Input id="field-en" maxLength={60} placeholder={t('fields.enPlaceholder')} value={draft.en} onChange={(e) => onChange({ en: e.target.value })} /></Line>
      </div>
      <div className="admin-two">
        <Line id="help-zh" label={t('fields.helpZh')} hint={t('fields.helpHint')}><Input id="help-zh" maxLength={300} value={draft.helpZh} onChange={(e) => onChange({ helpZh: e.target.value })} /></Line>
        <Line id="help-en" label={t('fields.helpEn')}><Input id="help-en" maxLength={300} value={draft.helpEn} onChange={(e) => onChange({ helpEn: e.target.value })} /></Line>
      </div>
    </>
  );
}

function RollUpLines({ object, draft, issues, onChange }: FieldFormProps) {
  const t = useTexts(administrationTexts);
  const pick = usePick();
  const { objects } = useMeta();
  const { rollUp } = draft;
  const children = objects.filter((o) => o.fields.some((f) => f.type === 'reference' && f.target === object.key));
  const child = objects.find((o) => o.key === rollUp.object);
  const via = child?.fields.filter((f) => f.type === 'reference' && f.target === object.key) ?? [];
  const numbers = child?.fields.filter((f) => ['number', 'integer', 'money', 'percent'].includes(f.type)) ?? [];
  const set = (part: Partial<FieldDraft['rollUp']>) => onChange({ rollUp: { ...rollUp, ...part } });
  const options = (list: readonly FieldMeta[]) => list.map((f) => ({ value: f.key, label: pick(f.label) }));
  return (
    <>
      <div className="admin-two">
        <Line id="roll-object" label={t('fields.rollObject')} issue={issueAt(issues, 'rollUp')}><Select id="roll-object" value={rollUp.object ?? null} onChange={(key: string) => set({ object: key, via: objects.find((o) => o.key === key)?.fields.find((f) => f.type === 'reference' && f.target === object.key)?.key ?? '' })} options={children.map((o) => ({ value: o.key, label: pick(o.label.many) }))} /></Line>
        <Line id="roll-measure" label={t('fields.rollMeasure')}><Select id="roll-measure" value={rollUp.measure ?? 'count'} onChange={(measure) => set({ measure })} options={(['count', 'sum', 'min', 'max'] as const).map((value) => ({ value, label: t(`fields.measure.${value}`) }))} /></Line>
      </div>
      {via.length > 1 && <Line id="roll-via" label={t('fields.rollVia')}><Select id="roll-via" value={rollUp.via ?? null} onChange={(key) => set({ via: key })} options={options(via)} /></Line>}
      {rollUp.measure !== undefined && rollUp.measure !== 'count' && <Line id="roll-field" label={t('fields.rollField')}><Select id="roll-field" value={rollUp.field ?? null} onChange={(field) => set({ field })} options={options(numbers)} /></Line>}
    </>
  );
}

/** What only some types have: choices, target, limits, number pattern, formula, roll-up. */
function TypeLines(props: FieldFormProps) {
  const { object, draft, isNew, declared, issues, onChange } = props;
  const t = useTexts(administrationTexts);
  const pick = usePick();
  const { objects } = useMeta();
  if (isChoiceType(draft.type)) {
    if (declared && declared.choices === undefined) return null;
    return <div className="admin-field"><span className="small muted">{t('choices.title')}</span><ChoicesEditor choices={draft.choices} isFixed={declared?.fixedChoices === true} onChange={(choices) => onChange({ choices })} />{issueAt(issues, 'choices') && <p className="small danger" role="alert">{issueAt(issues, 'choices')}</p>}</div>;
  }
  if (declared) return null;
  if (isLinkType(draft.type)) return <Line id="field-target" label={t('fields.target')} issue={issueAt(issues, 'target')} hint={isNew ? t('fields.targetHint') : undefined}><Select id="field-target" disabled={!isNew} value={draft.target || null} onChange={(target: string) => onChange({ target })} options={objects.map((o) => ({ value: o.key, label: pick(o.label.one) }))} /></Line>;
  if (hasLimits(draft.type)) {
    return (
      <div className="admin-two">
        <Line id="field-min" label={t('fields.min')} issue={issueAt(issues, 'min')}><InputNumber id="field-min" value={draft.min} onChange={(min) => onChange({ min })} style={{ width: '100%' }} /></Line>
        <Line id="field-max" label={t('fields.max')} issue={issueAt(issues, 'max')}><InputNumber id="field-max" value={draft.max} onChange={(max) => onChange({ max })} style={{ width: '100%' }} /></Line>
      </div>
    );
  }
  if (draft.type === 'autoNumber') return <Line id="field-pattern" label={t('fields.pattern')} hint={t('fields.patternHint')} issue={issueAt(issues, 'pattern')}><Input id="field-pattern" value={draft.pattern} onChange={(e) => onChange({ pattern: e.target.value })} /></Line>;
  if (draft.type === 'formula') {
    const usable = object.fields.filter((f) => ['number', 'integer', 'money', 'percent'].includes(f.type)).map((f) => `${f.key}（${pick(f.label)}）`).join('  ');
    return <Line id="field-formula" label={t('fields.formula')} hint={t('fields.formulaHint', { fields: usable })} issue={issueAt(issues, 'formula')}><Input id="field-formula" value={draft.formula} onChange={(e) => onChange({ formula: e.target.value })} /></Line>;
  }
  return draft.type === 'rollUp' ? <RollUpLines {...props} /> : null;
}

/** The default, given with the very input that people will use. */
function DefaultLine({ object, draft, issues, onChange }: FieldFormProps) {
  const t = useTexts(administrationTexts);
  const choices = sentChoices(draft.choices).flatMap((c) => (c.value === undefined || c.retired === true ? [] : [{ ...c, value: c.value }]));
  const field: FieldMeta = {
    key: 'default', type: draft.type, label: { 'zh-CN': draft.zh, en: draft.en }, access: { view: 'full', edit: true }, operators: [], isSortable: false, isGroupable: false,
    ...(draft.type === 'choice' ? { choices } : {}),
  };
  if (draft.type === 'choice' && choices.length === 0) return null;
  return <Line id="field-default" label={t('fields.default')} issue={issueAt(issues, 'default')}><div className="default-input"><FieldInput object={object} field={field} id="field-default" value={draft.default} onChange={(value) => onChange({ default: value })} /></div></Line>;
}

function Tick({ isOn, label, hint, isDisabled = false, onChange }: { isOn: boolean; label: string; hint?: string; isDisabled?: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label className="pick-line">
      <input type="checkbox" checked={isOn} disabled={isDisabled} onChange={(e) => onChange(e.target.checked)} />
      <span>{label}{hint && <span className="small muted"><br />{hint}</span>}</span>
    </label>
  );
}

/** What only a field of the administrator has: index, search, encryption, mask. */
function OwnTicks({ draft, isNew, onChange }: FieldFormProps) {
  const t = useTexts(administrationTexts);
  return (
    <>
        {draft.type !== 'formula' && draft.type !== 'rollUp' && <Tick isOn={draft.isIndexed} label={t('fields.isIndexed')} hint={t('fields.isIndexedHint')} onChange={(isIndexed) => onChange({ isIndexed })} />}
        {isFindable(draft.type) && !draft.sensitive && <Tick isOn={draft.searchable} label={t('fields.searchable')} hint={t('fields.searchableHint')} onChange={(searchable) => onChange({ searchable })} />}
        {draft.type === 'text' && isNew && <Tick isOn={draft.sensitive} label={t('fields.sensitive')} hint={t('fields.sensitiveHint')} onChange={(sensitive) => onChange({ sensitive })} />}
        {isMaskable(draft.type) && !draft.sensitive && <Tick isOn={draft.mask !== ''} label={t('fields.mask')} hint={t('fields.maskHint')} onChange={(isOn) => onChange({ mask: isOn ? (draft.type === 'phone' ? 'phone' : draft.type === 'email' ? 'email' : 'tail') : '' })} />}
    </>
  );
}

/** Everything of one field: words first, then what its type needs, then where it is shown. */
export function FieldForm(props: FieldFormProps) {
  const { object, draft, declared, onChange } = props;
  const t = useTexts(administrationTexts);
  const pick = usePick();
  const isFixed = declared !== undefined && (declared.readOnly === true || declared.required === true);
  return (
    <div className="stack field-form">
      <Names {...props} />
      <TypeLines {...props} />
      {!declared && hasDefault(draft.type) && !draft.sensitive && <DefaultLine key={sentChoices(draft.choices).length} {...props} />}
      <Line id="field-group" label={t('fields.group')}><Select id="field-group" value={draft.group} onChange={(group: string) => onChange({ group })} options={object.groups.map((g) => ({ value: g.key, label: pick(g.label) }))} /></Line>
      <div className="pick-list field-ticks">
        {!isComputedType(draft.type) && <Tick isOn={draft.required} isDisabled={isFixed && draft.required} label={t('fields.required')} hint={t('fields.requiredHint')} onChange={(required) => onChange({ required })} />}
        {!isComputedType(draft.type) && <Tick isOn={draft.inCreate} label={t('fields.inCreate')} hint={t('fields.inCreateHint')} onChange={(inCreate) => onChange({ inCreate })} />}
        <Tick isOn={draft.inList} label={t('fields.inList')} hint={t('fields.inListHint')} onChange={(inList) => onChange({ inList })} />
        {!declared && <OwnTicks {...props} />}
      </div>
    </div>
  );
}
