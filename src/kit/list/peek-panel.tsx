import type { ObjectMeta } from '#meta/view-model.ts';
import { Maximize2, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { ErrorState, SkeletonLines } from '../overlay/empty-state.tsx';
import { PropertyList } from '../record/property-list.tsx';
import { useRecord } from '../records/use-records.ts';
import { PageLink } from '../shell/page-link.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import { titleOf } from '../records/record-types.ts';

interface PeekProps {
  readonly object: ObjectMeta;
  readonly id: string;
  readonly href: string;
  onClose(): void;
}

/** A record beside the list, for a look without leaving it; Esc closes. */
export default function PeekPanel({ object, id, href, onClose }: PeekProps) {
  const t = useKitTexts();
  const found = useRecord(object, id);
  const closer = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) onClose();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onClose]);
  const record = found.data;
  return (
    <aside className="peek" aria-label={t('list.peek')}>
      <header className="peek-head">
        <h2 className="grow">{record ? titleOf(object, record) : <span className="skeleton" style={{ display: 'block', width: 160 }} />}</h2>
        <PageLink to={href} className="plain-button" aria-label={t('list.openRecord')}><Maximize2 size={15} aria-hidden /></PageLink>
        <button ref={closer} type="button" className="plain-button" aria-label={t('action.close')} onClick={onClose}><X size={16} aria-hidden /></button>
      </header>
      <div className="peek-body">
        {found.error ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : record ? <PropertyList object={object} record={record} isDense /> : <SkeletonLines count={8} />}
      </div>
    </aside>
  );
}
