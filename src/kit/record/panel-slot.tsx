import type { ObjectMeta } from '#meta/view-model.ts';
import { Suspense } from 'react';
import { lazyOf, usePanels } from '../module/registry.tsx';
import type { PanelPlace } from '../module/web-module.ts';
import type { RecordData } from '../records/record-types.ts';
import { usePick } from '../texts/locale-provider.tsx';

interface SlotProps {
  readonly place: Exclude<PanelPlace, 'tab'>;
  readonly object: ObjectMeta;
  readonly record: RecordData;
}

/** The panels that modules put at one place of a record page; `side` and `properties` get a card with their label. */
export function PanelSlot({ place, object, record }: SlotProps) {
  const pick = usePick();
  const panels = usePanels(object.key, place).filter((p) => p.isShown?.(record) ?? true);
  const isCard = place === 'side' || place === 'properties';
  return panels.map((panel) => {
    const View = lazyOf(panel.load);
    const view = <Suspense key={panel.key} fallback={null}><View object={object} record={record} /></Suspense>;
    if (!isCard) return view;
    return <section key={panel.key} className="card"><h2 className="card-head">{pick(panel.label)}</h2>{view}</section>;
  });
}
