import type { FieldMeta } from '#meta/view-model.ts';
import { usePick } from '../texts/locale-provider.tsx';
import type { FieldValueProps } from './field-props.ts';

const tones = new Set(['qing', 'zhu', 'hu', 'green', 'ju']);

const toneOf = (colour: string | undefined): string => (colour !== undefined && tones.has(colour) ? ` tag-${colour}` : '');

/** One choice: a coloured tag when the choice has a meaning, plain words otherwise. */
export function ChoiceValue({ field, value }: { field: FieldMeta; value: string }) {
  const pick = usePick();
  const choice = field.choices?.find((c) => c.value === value);
  const label = choice ? pick(choice.label) : value;
  if (choice?.colour === undefined) return <>{label}</>;
  return <span className={`tag${toneOf(choice.colour)}`}>{label}</span>;
}

/** Several choices, or free tags. */
export function TagsValue({ field, value, isCell }: FieldValueProps) {
  const pick = usePick();
  const values = Array.isArray(value) ? value.map(String) : [];
  return (
    <span className={isCell ? 'tags tags-cell' : 'tags'}>
      {values.map((item) => {
        const choice = field.choices?.find((c) => c.value === item);
        return <span key={item} className={`tag${toneOf(choice?.colour)}`}>{choice ? pick(choice.label) : item}</span>;
      })}
    </span>
  );
}
