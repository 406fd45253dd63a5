import type { MoveGuard } from '#kit/module/web-module.ts';
import { isAskedFirst, isStage } from './stage-question.ts';

/** A card that moves to another stage on the board asks the same as the stage bar (CU-6). */
export const stageGuard: MoveGuard = {
  object: 'customer',
  field: 'stage',
  isNeeded: (record, to) => {
    const from = record['stage'];
    return isStage(from) && isStage(to) && from !== to && isAskedFirst(from, to);
  },
  load: () => import('./stage-dialog.tsx'),
};
