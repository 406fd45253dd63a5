import type { Bilingual } from '#kernel/texts.ts';
import type { PlanConflict } from './plan-conflicts.ts';

export interface ConflictNames {
  person(id: string): string;
  template(id: string): string;
}

/** One conflict as a clause of a sentence. */
export function sayConflict(conflict: PlanConflict, names: ConflictNames): Bilingual {
  if (conflict.kind === 'cover') {
    const { day, planned, needed } = conflict;
    const template = names.template(conflict.template);
    return { 'zh-CN': `${day} ${template}要 ${needed} 人，只排了 ${planned} 人`, en: `${template} on ${day} needs ${needed}, has ${planned}` };
  }
  const { day } = conflict;
  const person = names.person(conflict.person);
  if (conflict.kind === 'rest') return { 'zh-CN': `${person} ${day} 班前只休息 ${conflict.hours} 小时`, en: `${person} rests only ${conflict.hours} hours before ${day}` };
  if (conflict.kind === 'leave') return { 'zh-CN': `${person} ${day} 请假`, en: `${person} is on leave on ${day}` };
  return { 'zh-CN': `${person} ${day} 排了两个班`, en: `${person} has two shifts on ${day}` };
}
