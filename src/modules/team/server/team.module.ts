import type { ServerModule } from '#platform/modules/server-module.ts';
import type { Services } from '#platform/runtime/services.ts';
import { absenceObject, shiftObject, shiftPlanObject, shiftSwapObject, shiftTemplateObject, shiftUnitObject } from '../objects/shift.objects.ts';
import { skillObject, staffSkillObject } from '../objects/skill.objects.ts';
import {
  courseObject, examAttemptObject, examObject, inductionObject, inductionPlanObject, inductionStepObject, trainingPlaceObject, trainingSessionObject,
} from '../objects/training.objects.ts';
import { teamNotices } from '../team.notices.ts';
import { inductionRoutes } from './induction/induction.routes.ts';
import { LATE_STEPS_JOB, remindLateSteps } from './induction/run-induction.ts';
import { absenceHooks } from './shifts/absence-hooks.ts';
import { shiftsRoutes } from './shifts/shifts.routes.ts';
import { listenToAssignments } from './skills/assign-listeners.ts';
import { EXPIRY_JOB, warnOfEnds } from './skills/skill-warnings.ts';
import { skillsRoutes } from './skills/skills.routes.ts';
import { restHours } from './team-settings.ts';
import { OVERRUN_JOB, endOverrun } from './training/finish-attempt.ts';
import { trainingRoutes } from './training/training.routes.ts';

listenToAssignments();

/** Seconds between two runs, and what runs. */
const jobs: Readonly<Record<string, readonly [every: number, run: (services: Services) => Promise<unknown>]>> = {
  [EXPIRY_JOB]: [3_600, warnOfEnds], [LATE_STEPS_JOB]: [3_600, remindLateSteps], [OVERRUN_JOB]: [60, endOverrun],
};

/** The service team: skills that expire, shifts, training with exams, induction. */
export const teamModule: ServerModule = {
  name: 'team',
  objects: [
    skillObject, staffSkillObject, shiftTemplateObject, shiftUnitObject, shiftPlanObject, shiftObject, shiftSwapObject, absenceObject,
    courseObject, trainingSessionObject, trainingPlaceObject, examObject, examAttemptObject, inductionPlanObject, inductionObject, inductionStepObject,
  ],
  hooks: { absence: absenceHooks },
  settings: [restHours],
  notificationKinds: Object.values(teamNotices),
  routes: () => [...skillsRoutes, ...shiftsRoutes, ...trainingRoutes, ...inductionRoutes],
  start: (services) => {
    for (const [name, [every, run]] of Object.entries(jobs)) {
      services.jobs.define({ name, handler: async () => { await run(services); return 'done'; } });
      services.jobs.every(name, every);
    }
    return Promise.resolve();
  },
};
