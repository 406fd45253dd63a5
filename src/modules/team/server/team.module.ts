import type { ServerModule } from '#platform/modules/server-module.ts';
import { absenceObject, shiftObject, shiftPlanObject, shiftSwapObject, shiftTemplateObject, shiftUnitObject } from '../objects/shift.objects.ts';
import { skillObject, staffSkillObject } from '../objects/skill.objects.ts';
import {
  courseObject, examAttemptObject, examObject, inductionObject, inductionPlanObject, inductionStepObject, trainingPlaceObject, trainingSessionObject,
} from '../objects/training.objects.ts';
import { restHours } from './team-settings.ts';

/** The service team: skills that expire, shifts, training with exams, induction. */
export const teamModule: ServerModule = {
  name: 'team',
  objects: [
    skillObject, staffSkillObject, shiftTemplateObject, shiftUnitObject, shiftPlanObject, shiftObject, shiftSwapObject, absenceObject,
    courseObject, trainingSessionObject, trainingPlaceObject, examObject, examAttemptObject, inductionPlanObject, inductionObject, inductionStepObject,
  ],
  settings: [restHours],
};
