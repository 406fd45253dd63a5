import type { NavEntry } from '#kit/module/web-module.ts';
import { useMetaIfAny } from '#kit/records/use-meta.ts';
import { Box } from 'lucide-react';

/** Objects that an administrator made have no module: they stand in the navigation by themselves (PL-12). */
export function useObjectNav(): readonly NavEntry[] {
  const objects = useMetaIfAny()?.objects ?? [];
  return objects.filter((o) => o.isCustom && o.grants.read !== undefined).map((o) => ({
    key: `object-${o.key}`, group: 'others', label: o.label.many, to: `/o/${o.plural}`, icon: Box, object: o.key,
  }));
}
