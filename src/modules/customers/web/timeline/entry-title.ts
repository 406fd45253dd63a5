import { useCallback } from 'react';
import { fieldOf, useFindObject } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { detailText, type TimelineEntry } from './timeline-entry-data.ts';

const actions: Readonly<Record<string, 'added' | 'removed' | 'restored'>> = { create: 'added', delete: 'removed', restore: 'restored' };

/** Says in words what an entry is; activities have their own subject. */
export function useEntryTitle(): (entry: TimelineEntry) => string {
  const t = useCustomersTexts();
  const pick = usePick();
  const find = useFindObject();
  return useCallback((entry: TimelineEntry) => {
    const choice = (object: string, field: string, value: string) => {
      const meta = find(object);
      const found = meta && fieldOf(meta, field)?.choices?.find((c) => c.value === value);
      return found ? pick(found.label) : value;
    };
    const { title: name } = entry;
    const detail = (key: string) => detailText(entry, key);
    switch (entry.kind) {
      case 'stage': {
        const reason = detail('lostReason');
        const words = t(detail('from') === '' ? 'entry.stageFirst' : 'entry.stage', { from: choice('customer', 'stage', detail('from')), to: choice('customer', 'stage', detail('to')) });
        return reason === '' ? words : t('entry.lost', { words, reason: choice('customer', 'lostReason', reason) });
      }
      case 'contact': return t('entry.contact', { name });
      case 'need': return t(detail('event') === 'met' ? 'entry.needMet' : 'entry.need', { name });
      case 'relation': return t('entry.relation', { kind: choice('customerRelation', 'kind', detail('kind')), name: name || t('entry.someone') });
      case 'file': return t('entry.file', { name });
      case 'created': return t('entry.created');
      case 'owner': return t('entry.owner');
      case 'merge': return t('entry.merge');
      case 'sharing': return t('entry.sharing');
      case 'change': {
        const object = find(entry.object);
        const label = object ? pick(object.label.one) : '';
        return t(`entry.${actions[detail('action')] ?? (entry.object === 'customer' ? 'changedOwn' : 'changed')}`, { object: label, name });
      }
      default: return name;
    }
  }, [t, pick, find]);
}
