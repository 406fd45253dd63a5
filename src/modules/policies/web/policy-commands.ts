import { ScrollText } from 'lucide-react';
import { useHasRight } from '#kit/api/session.ts';
import type { PaletteCommand } from '#kit/module/web-module.ts';
import { usePacks } from './use-policies.ts';

/** `Open policy …` for each policy in use, once the list is known. */
export function usePolicyCommands(): readonly PaletteCommand[] {
  const packs = usePacks(useHasRight('policies.read'));
  return (packs.data?.data ?? []).flatMap((pack) => pack.policies.map((policy): PaletteCommand => ({
    key: `policy-${policy.key}`, icon: ScrollText, to: `/policies/${policy.key}`, words: [pack.label['zh-CN'], pack.label.en],
    label: { 'zh-CN': `打开制度：${policy.label['zh-CN']}（${pack.label['zh-CN']}）`, en: `Open policy: ${policy.label.en} (${pack.label.en})` },
  })));
}
