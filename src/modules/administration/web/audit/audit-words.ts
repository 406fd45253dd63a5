
import { useFindObject } from '#kit/records/use-meta.ts';
import { useLocale, usePick } from '#kit/texts/locale-provider.tsx';
import { administrationTexts } from '../../administration.texts.ts';

/** Actions and objects of the trail in words; a key without a word stays as it is. */
export function useAuditWords() {
  const { locale } = useLocale();
  const pick = usePick();
  const find = useFindObject();
  const known = (group: 'action' | 'thing', key: string): string | undefined => administrationTexts.find(locale, `audit.${group}.${key}`);
  return {
    action: (key: string): string => known('action', key) ?? key,
    object: (key: string | null): string => {
      if (key === null) return '';
      const object = find(key);
      return object ? pick(object.label.one) : (known('thing', key) ?? key);
    },
  };
}

