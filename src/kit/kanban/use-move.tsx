import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { type ReactNode, Suspense, useState } from 'react';
import { writeAsking } from '../form/ask-more.tsx';
import { lazyOf, useModules } from '../module/registry.tsx';
import type { MoveGuard } from '../module/web-module.ts';
import { reportProblem, useUndo } from '../overlay/use-undo.ts';
import type { RecordData } from '../records/record-types.ts';
import { useSave } from '../records/use-save.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';

interface Asking {
  readonly guard: MoveGuard;
  readonly record: RecordData;
  readonly to: string;
}

/** Moves a card: asks what a module's guard wants to know, writes, offers undo. `dialog` must be drawn. */
export function useMove(object: ObjectMeta, field: FieldMeta): { move: (record: RecordData, to: string | null) => void; dialog: ReactNode } {
  const t = useKitTexts();
  const pick = usePick();
  const guards = useModules().flatMap((m) => m.moveGuards ?? []).filter((g) => g.object === object.key && g.field === field.key);
  const { patch } = useSave(object);
  const undoable = useUndo();
  const [asking, setAsking] = useState<Asking>();
  const write = async (record: RecordData, to: string | null, more: Readonly<Record<string, unknown>> = {}) => {
    const saved = await writeAsking(object, record, { ...more, [field.key]: to }, (values) => patch(record.id, record.version, values));
    if (saved === false) return;
    const choice = field.choices?.find((c) => c.value === to);
    const column = choice ? pick(choice.label) : t('kanban.noValue');
    // Going back may need words too: the rule of the stage asks for them as it did on the way there.
    undoable(t('kanban.moved', { column }), () =>
      writeAsking(object, { ...record, ...saved }, { [field.key]: record[field.key] ?? null }, (values) => patch(record.id, saved.version, values)));
  };
  const move = (record: RecordData, to: string | null) => {
    if ((record[field.key] ?? null) === to) return;
    const guard = to === null ? undefined : guards.find((g) => g.isNeeded(record, to));
    if (guard && to !== null) setAsking({ guard, record, to });
    else void write(record, to).catch(reportProblem);
  };
  const View = asking && lazyOf(asking.guard.load);
  const dialog = asking && View && (
    <Suspense fallback={null}>
      <View
        object={object} record={asking.record} field={field.key} to={asking.to}
        onDone={(values) => { setAsking(undefined); if (values) void write(asking.record, asking.to, values).catch(reportProblem); }}
      />
    </Suspense>
  );
  return { move, dialog };
}
