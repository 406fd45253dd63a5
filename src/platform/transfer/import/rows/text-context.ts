import { type Locale, locales } from '#kernel/texts.ts';
import type { TextContext } from '#meta/fields/field-type.ts';
import { type ObjectDef, choiceLabel } from '#meta/object.ts';

/** Labels of choices in both languages, as files hold them. */
export function textContextOf(def: ObjectDef, locale: Locale, timeZone: string): TextContext {
  const known = new Map<string, ReturnType<TextContext['choiceLabels']>>();
  return {
    locale,
    timeZone,
    choiceLabels(field) {
      const held = known.get(field.key);
      if (held) return held;
      const labels = (field.choices ?? []).map((choice) => ({
        value: choice.value, labels: locales.map((each) => choiceLabel(def, field, choice, each)),
      }));
      known.set(field.key, labels);
      return labels;
    },
  };
}
