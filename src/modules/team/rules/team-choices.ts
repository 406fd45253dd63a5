/** Lists that the objects, the rules and the pages of the module share (SE-40). */
export const shiftColours = ['qing', 'hu', 'ju', 'green', 'zhu'] as const;
export const swapStates = ['asked', 'agreed', 'approved', 'declined', 'refused', 'withdrawn'] as const;
export const absenceKinds = ['annual', 'sick', 'training', 'other'] as const;
export const courseKinds = ['classroom', 'onTheJob', 'selfStudy'] as const;
export const attendances = ['invited', 'attended', 'excused', 'absent'] as const;
export const attemptStates = ['running', 'marking', 'passed', 'failed'] as const;
export const stepPhases = ['class', 'practice', 'test'] as const;
export type Attendance = (typeof attendances)[number];
export type AttemptState = (typeof attemptStates)[number];
export type StepPhase = (typeof stepPhases)[number];
export type SwapState = (typeof swapStates)[number];
