import { ChevronDown, ChevronRight, GripVertical } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { FieldMeta } from '#meta/view-model.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { organisationWebTexts } from './organisation-web.texts.ts';
import { belowOf, childrenOf, keyboardPlace, type TreeLine, type Unit, visibleLines } from './unit-tree.ts';

interface TreeProps {
  readonly units: readonly Unit[];
  readonly heads: ReadonlyMap<string, number>;
  readonly kind: FieldMeta | undefined;
  readonly chosen: string | undefined;
  readonly mayMove: boolean;
  onChoose(id: string): void;
  onMove(id: string, parent: string, index: number): void;
}

type Side = 'before' | 'inside' | 'after';

/** The upper and lower quarter of a line stand for before and after it, the middle for below it. */
function sideOf(event: DragEvent<HTMLElement>, line: TreeLine): Side {
  const box = event.currentTarget.getBoundingClientRect();
  const part = (event.clientY - box.top) / box.height;
  if (line.unit.parent === null) return 'inside';
  return part < 0.25 ? 'before' : part > 0.75 ? 'after' : 'inside';
}

function placeOf(units: readonly Unit[], target: Unit, side: Side, moved: string): { parent: string; index: number } {
  if (side === 'inside' || target.parent === null) return { parent: target.id, index: childrenOf(units, target.id).length };
  const siblings = childrenOf(units, target.parent).filter((u) => u.id !== moved);
  return { parent: target.parent, index: siblings.findIndex((u) => u.id === target.id) + (side === 'after' ? 1 : 0) };
}

/** Drag state of the tree, and what a drop means. */
function useDrag({ units, mayMove, onMove }: TreeProps) {
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<{ id: string; side: Side }>();
  const clear = () => {
    setDragged(undefined);
    setOver(undefined);
  };
  const bind = (line: TreeLine) => ({
    draggable: mayMove && line.unit.parent !== null,
    onDragStart: (event: DragEvent<HTMLElement>) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', line.unit.name);
      setDragged(line.unit.id);
    },
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (dragged === undefined || belowOf(units, dragged).has(line.unit.id)) return;
      event.preventDefault();
      setOver({ id: line.unit.id, side: sideOf(event, line) });
    },
    onDragEnd: clear,
    onDrop: (event: DragEvent<HTMLElement>) => {
      event.preventDefault();
      if (dragged === undefined || !over) return;
      const place = placeOf(units, line.unit, over.side, dragged);
      onMove(dragged, place.parent, place.index);
      clear();
    },
  });
  return { bind, classOf: (id: string) => (over?.id === id ? ` drop-${over.side}` : '') + (dragged === id ? ' is-dragged' : '') };
}

/** Arrow keys walk the tree, Alt with arrow keys moves the unit (keyboard twin of dragging). */
function useTreeKeys(props: TreeProps, lines: readonly TreeLine[], closed: ReadonlySet<string>, toggle: (id: string) => void) {
  const { units, chosen, mayMove, onChoose, onMove } = props;
  return (event: KeyboardEvent<HTMLElement>) => {
    const at = lines.findIndex((l) => l.unit.id === chosen);
    const line = lines[at];
    if (!line || !['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    if (event.altKey) {
      const place = mayMove ? keyboardPlace(units, line.unit.id, event.key) : undefined;
      if (place) onMove(line.unit.id, place.parent, place.index);
      return;
    }
    const isOpen = line.hasChildren && !closed.has(line.unit.id);
    if (event.key === 'ArrowRight' && line.hasChildren && !isOpen) return toggle(line.unit.id);
    if (event.key === 'ArrowLeft' && isOpen) return toggle(line.unit.id);
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 };
    const next = event.key === 'ArrowLeft' ? line.unit.parent : lines[steps[event.key] ?? at]?.unit.id;
    if (next) onChoose(next);
  };
}

/** The company as a tree: drag a unit onto another, or before and after it. */
export function OrganisationTree(props: TreeProps) {
  const { units, heads, kind, chosen, mayMove, onChoose } = props;
  const t = useTexts(organisationWebTexts);
  const pick = usePick();
  const ref = useRef<HTMLUListElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => setClosed((old) => (old.has(id) ? new Set([...old].filter((x) => x !== id)) : new Set([...old, id])));
  const lines = visibleLines(units, closed);
  const drag = useDrag(props);
  const onKeyDown = useTreeKeys({ ...props, onChoose: (id) => { onChoose(id); ref.current?.querySelector<HTMLElement>(`[data-unit="${id}"]`)?.focus(); } }, lines, closed, toggle);
  const words = (value: string) => { const choice = kind?.choices?.find((c) => c.value === value); return choice ? pick(choice.label) : value; };
  const tabbable = lines.some((l) => l.unit.id === chosen) ? chosen : lines[0]?.unit.id;
  return (
    <ul ref={ref} className="org-tree" role="tree" aria-label={t('tree')} onKeyDown={onKeyDown}>
      {lines.map((line) => {
        const { unit, depth, hasChildren } = line;
        const isOpen = !closed.has(unit.id);
        return (
          <li
            key={unit.id} role="treeitem" data-unit={unit.id} aria-level={depth + 1} aria-selected={unit.id === chosen} tabIndex={unit.id === tabbable ? 0 : -1}
            {...(hasChildren ? { 'aria-expanded': isOpen } : {})} className={`org-line${drag.classOf(unit.id)}`} style={{ paddingLeft: 8 + depth * 22 }}
            onClick={() => onChoose(unit.id)} onKeyDown={(e) => { if (e.key === 'Enter') onChoose(unit.id); }} {...drag.bind(line)}
          >
            <span className="org-toggle" aria-hidden onClick={(e) => { e.stopPropagation(); if (hasChildren) toggle(unit.id); }}>
              {hasChildren && (isOpen ? <ChevronDown size={15} /> : <ChevronRight size={15} />)}
            </span>
            <span className="truncate org-name">{unit.name}</span>
            <span className="small faint">{words(unit.kind)}</span>
            <span className="grow" />
            {unit.manager && <span className="small muted truncate org-manager">{unit.manager.name}</span>}
            <span className="org-heads small muted">{t('heads', { count: heads.get(unit.id) ?? 0 })}</span>
            {mayMove && <GripVertical size={14} className="org-grip" aria-hidden />}
          </li>
        );
      })}
    </ul>
  );
}
