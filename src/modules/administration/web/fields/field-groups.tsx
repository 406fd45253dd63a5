import { Plus } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { administrationTexts } from '../../administration.texts.ts';
import { FieldRow } from './field-row.tsx';
import { type FieldLines, linesOf, type Move, stepOf } from './layout-model.ts';
import { type CustomFieldView, useMoveField, useRegistryWrites } from './use-layout.ts';

interface GroupsProps {
  readonly object: ObjectMeta;
  readonly fields: readonly CustomFieldView[];
  onEdit(field: FieldMeta, group: string): void;
  onAdd(group: string): void;
  onRename(group: { key: string; label: { 'zh-CN': string; en: string } }): void;
}

interface Over {
  readonly group: string;
  readonly key?: string;
  readonly side: 'before' | 'after';
}

/** Where a dragged field would land. */
function placeOf(line: FieldLines, over: Over, dragged: string): Move {
  const others = line.fields.filter((f) => f.key !== dragged);
  const at = others.findIndex((f) => f.key === over.key);
  return { key: dragged, group: line.key, index: at < 0 ? others.length : at + (over.side === 'after' ? 1 : 0) };
}

/** The fields by group, to be put in order; every move is saved at once. */
export function FieldGroups({ object, fields, onEdit, onAdd, onRename }: GroupsProps) {
  const t = useTexts(administrationTexts);
  const pick = usePick();
  const lines = linesOf(object);
  const move = useMoveField(object, fields);
  const writes = useRegistryWrites(object.key);
  const root = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<Over>();
  const place = (target: Move | undefined) => {
    if (!target) return;
    move(target).then((hasMoved) => {
      if (hasMoved) requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(`[data-field="${target.key}"]`)?.focus());
    }, reportProblem);
  };
  const end = () => { setDragged(undefined); setOver(undefined); };
  const drop = (line: FieldLines) => {
    if (dragged !== undefined && over) place(placeOf(line, over, dragged));
    end();
  };
  const overRow = (event: DragEvent<HTMLElement>, group: string, key: string) => {
    if (dragged === undefined) return;
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    setOver({ group, key, side: event.clientY - box.top < box.height / 2 ? 'before' : 'after' });
  };
  return (
    <div ref={root} className="admin-column">
      {lines.map((line) => (
        <section key={line.key} className="card field-group" onDragOver={(e) => { if (dragged !== undefined && line.fields.length === 0) { e.preventDefault(); setOver({ group: line.key, side: 'after' }); } }} onDrop={(e) => { e.preventDefault(); drop(line); }}>
          <h2 className="card-head">
            <button type="button" className="group-name" title={t('fields.renameGroup')} onClick={() => onRename(line)}>{pick(line.label)}</button>
            <button type="button" className="plain-button" onClick={() => onAdd(line.key)}><Plus size={14} aria-hidden />{t('fields.addHere')}</button>
          </h2>
          {line.fields.length === 0 ? <p className="card-body small muted">{t('fields.emptyGroup')}</p> : (
            <ul>
              {line.fields.map((field) => {
                const custom = fields.find((f) => f.key === field.key);
                return (
                  <FieldRow
                    key={field.key} field={field} custom={custom} isTitle={field.key === object.title} dropSide={over?.key === field.key && dragged !== field.key ? over.side : undefined}
                    onEdit={() => onEdit(field, line.key)} onStep={(step) => place(stepOf(lines, field.key, step))} onBuild={() => void (custom && writes.buildIndex(custom.id).catch(reportProblem))}
                    onDragStart={() => setDragged(field.key)} onDragOver={(e) => overRow(e, line.key, field.key)} onDrop={() => drop(line)} onDragEnd={end}
                  />
                );
              })}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}
