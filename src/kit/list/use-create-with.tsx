import type { ObjectMeta } from '#meta/view-model.ts';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { isEditable } from '../field/is-editable.ts';
import type { Values } from '../records/use-save.ts';
import { fieldOf } from '../records/use-meta.ts';

const CreateDialog = lazy(() => import('../form/create-dialog.tsx'));

/** A create form with one field filled in, opened from within a list that stays; no `open` for those who may not. */
export function useCreateWith(object: ObjectMeta, key: string): { open: ((values: Values) => void) | undefined; dialog: ReactNode } {
  const [given, setGiven] = useState<Values>();
  const field = fieldOf(object, key);
  const may = object.grants.create !== undefined && object.writes === 'records' && field !== undefined && isEditable(field);
  const close = () => setGiven(undefined);
  const dialog = given && <Suspense fallback={null}><CreateDialog object={object} given={given} onClose={close} onCreated={close} /></Suspense>;
  return { open: may ? setGiven : undefined, dialog };
}
