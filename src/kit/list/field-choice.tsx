import type { FieldMeta } from '#meta/view-model.ts';
import { PlainSelect } from '../field/choice-bar.tsx';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';

interface FieldChoiceProps {
  readonly label: string;
  readonly fields: readonly FieldMeta[];
  readonly field: FieldMeta;
  onChange(key: string): void;
}

/** By which field a board, calendar or map shows; nothing to choose with one. */
export function FieldChoice({ label, fields, field, onChange }: FieldChoiceProps) {
  const t = useKitTexts();
  const pick = usePick();
  if (fields.length < 2) return null;
  return <PlainSelect label={label} value={field.key} onChange={onChange} options={fields.map((f) => ({ value: f.key, label: `${label}${t('app.colon')}${pick(f.label)}` }))} />;
}
