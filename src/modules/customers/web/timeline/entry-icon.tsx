import { Circle } from 'lucide-react';
import { useModules } from '#kit/module/registry.tsx';
import type { TimelineSource } from '#kit/module/web-module.ts';

/** The kinds of entries that the modules bring, by key. */
export function useTimelineSources(): ReadonlyMap<string, TimelineSource> {
  return new Map(useModules().flatMap((m) => m.timeline ?? []).map((source) => [source.kind, source]));
}

/** The sign of a kind in its colour. */
export function EntryIcon({ kind, size = 15 }: { kind: string; size?: number }) {
  const source = useTimelineSources().get(kind);
  const Icon = source?.icon ?? Circle;
  return <Icon size={size} className={`entry-icon entry-${source?.colour ?? 'ink'}`} aria-hidden />;
}
