import { createContext, use } from 'react';
import type { DecisionPoint, PolicyModel } from '#meta/decisions/decision-model.ts';

/** What every part of the policy page shares: the model, whether it may be changed, and how. */
export interface Editing {
  readonly model: PolicyModel;
  /** The version that it is compared with: marks what the draft changes. */
  readonly base: PolicyModel | null;
  readonly point: DecisionPoint | undefined;
  readonly isEditable: boolean;
  apply(edit: (model: PolicyModel) => PolicyModel): void;
}

export const EditingContext = createContext<Editing | null>(null);

/** The policy page's shared state. Throws outside of it. */
export function useEditing(): Editing {
  const editing = use(EditingContext);
  if (editing === null) throw new Error('useEditing: only inside the policy page');
  return editing;
}
