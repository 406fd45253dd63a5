import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { type RecordData, titleOf } from '../records/record-types.ts';
import { PageLink } from '../shell/page-link.tsx';
import { dayIn } from '../texts/dates.ts';
import { addDays } from '../texts/periods.ts';
import { useFormat } from '../texts/use-format.ts';

interface EntryProps {
  readonly object: ObjectMeta;
  readonly field: FieldMeta;
  readonly record: RecordData;
  readonly day: string;
  readonly href: string;
  readonly mayMove: boolean;
  /** It has just been moved by keys to this day: keeps the focus. */
  readonly isFocused: boolean;
  onOpen(): void;
  onMove(to: string, isByKey: boolean): void;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** One record on its day: a link; dragged, or moved by Alt+arrows. */
export function CalendarEntry({ object, field, record, day, href, mayMove, isFocused, onOpen, onMove }: EntryProps) {
  const { zone } = useFormat();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isFocused) box.current?.querySelector('a')?.focus();
  }, [isFocused]);
  const at = record[field.key];
  const time = field.type === 'dateTime' && typeof at === 'string' ? dayIn(at, zone).time : undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.altKey ? steps[event.key] : undefined;
    if (step === undefined || !mayMove) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(addDays(day, step), true);
  };
  return (
    <div ref={box} className="monthly-entry truncate" role="presentation" draggable={mayMove} onDragStart={(e) => e.dataTransfer.setData('text/x-record', record.id)} onKeyDown={onKeyDown}>
      <PageLink to={href} className="monthly-link truncate" onClick={onOpen} title={titleOf(object, record)}>
        {time !== undefined && <span className="monthly-time">{time}</span>}{titleOf(object, record)}
      </PageLink>
    </div>
  );
}
