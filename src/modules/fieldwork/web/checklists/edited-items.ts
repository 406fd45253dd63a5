import { type ItemKind, checklistFaults } from '../../rules/order-report.ts';
import type { ChecklistItem } from '../kept/kept-order.ts';

/** An item without anything that its kind does not have. */
export function trimItem({ key, kind, label, isRequired, needsPhoto, unit, min, max, choices }: ChecklistItem): ChecklistItem {
  const plain = { key, kind, label: { 'zh-CN': label['zh-CN'].trim(), en: label.en.trim() }, isRequired, needsPhoto: kind !== 'photo' && kind !== 'signature' && needsPhoto };
  if (kind === 'number') return { ...plain, ...(unit !== undefined && unit.trim() !== '' && { unit: unit.trim() }), ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  return kind === 'choice' ? { ...plain, choices: (choices ?? []).map((choice) => ({ ...choice, label: { 'zh-CN': choice.label['zh-CN'].trim(), en: choice.label.en.trim() } })) } : plain;
}

export type ItemGap = 'words' | 'range' | 'choices';

/** What keeps an item from being saved, by its place in the list. */
export function itemGaps(items: readonly ChecklistItem[]): ReadonlyMap<number, ItemGap> {
  const gaps = new Map<number, ItemGap>();
  for (const { at, code } of checklistFaults(items)) gaps.set(at, code === 'range' ? 'range' : 'choices');
  for (const [at, { label, kind, choices = [] }] of items.entries()) {
    if (label['zh-CN'].trim() === '' || label.en.trim() === '') gaps.set(at, 'words');
    else if (kind === 'choice' && choices.some((choice) => choice.label['zh-CN'].trim() === '' || choice.label.en.trim() === '')) gaps.set(at, 'choices');
  }
  return gaps;
}

export const newItem = (key: string, kind: ItemKind): ChecklistItem => ({
  key, kind, label: { 'zh-CN': '', en: '' }, isRequired: true, needsPhoto: false,
  ...(kind === 'choice' && { choices: [{ value: `${key.slice(0, 30)}-1`, label: { 'zh-CN': '', en: '' }, isBad: false }, { value: `${key.slice(0, 30)}-2`, label: { 'zh-CN': '', en: '' }, isBad: true }] }),
});

/** The list with the item at `from` moved to `to`; the same list where there is nothing to move. */
export function moveItem<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from];
  return item === undefined || to < 0 || to >= items.length || from === to ? items : items.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** An item with another bound of its range; undefined takes the bound away. */
export function withBound(item: ChecklistItem, bound: 'min' | 'max', value: number | undefined): ChecklistItem {
  const { min, max, ...rest } = item;
  const next = { min, max, [bound]: value };
  return { ...rest, ...(next.min !== undefined && { min: next.min }), ...(next.max !== undefined && { max: next.max }) };
}
