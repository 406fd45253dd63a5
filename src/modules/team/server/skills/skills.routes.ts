import { z } from 'zod';
import { nothing } from '#platform/http/answer.ts';
import { type Route, defineRoute } from '#platform/http/route.ts';
import { askForSkills } from './ask-for-skills.ts';
import { peopleForCase } from './assign-listeners.ts';
import { dropSkill, holdSkill } from './hold-skill.ts';
import { showSkills, skillUses } from './show-skills.ts';
import { casePeopleAnswer, skillBoardAnswer, skillUsesAnswer } from './skills.answers.ts';

const tag = 'team';
const id = z.uuid().toLowerCase();
const params = z.object({ id });
const words = (max: number) => z.string().trim().max(max).transform((text) => (text === '' ? null : text)).nullable();

/** Skills of people, and who can take a case (SE-40). */
export const skillsRoutes: readonly Route[] = [
  defineRoute({ method: 'GET', path: '/team/skills', kind: 'query', access: { object: 'staffSkill', action: 'read' }, tag, summary: 'Skills across the people whom the caller may see', answer: skillBoardAnswer, handle: (ctx) => showSkills(ctx) }),
  defineRoute({
    method: 'POST', path: '/team/skills/held', kind: 'action', status: 201, access: { object: 'staffSkill', action: 'create' }, tag, summary: 'Say that somebody holds a skill, or renew it', answer: z.strictObject({ id: z.uuid() }),
    body: z.strictObject({ person: id, skill: id, level: z.int().min(1).max(5), certificateNumber: words(60), validFrom: z.iso.date(), validUntil: z.iso.date().nullable(), note: words(2_000) }),
    handle: (ctx, { body }) => holdSkill(ctx, body),
  }),
  defineRoute({ method: 'DELETE', path: '/team/skills/held/:id', kind: 'action', access: { object: 'staffSkill', action: 'delete' }, tag, summary: 'Take a skill away', params, answer: nothing, handle: (ctx, input) => dropSkill(ctx, input.params.id) }),
  defineRoute({ method: 'GET', path: '/team/skill-uses', kind: 'query', access: { object: 'caseType', action: 'read' }, tag, summary: 'Which service types ask for which skills', answer: skillUsesAnswer, handle: async (ctx) => ({ data: await skillUses(ctx) }) }),
  defineRoute({
    method: 'PUT', path: '/team/skill-uses/:id', kind: 'action', access: { object: 'caseType', action: 'update' }, tag, summary: 'Say which skills a service type asks for', params, body: z.strictObject({ skills: z.array(z.string().max(60)).max(20) }), answer: nothing,
    handle: (ctx, input) => askForSkills(ctx, input.params.id, input.body.skills),
  }),
  defineRoute({ method: 'GET', path: '/team/cases/:id/people', kind: 'query', access: { object: 'case', action: 'read' }, tag, summary: 'Who can take a case now, and why others cannot', params, answer: casePeopleAnswer, handle: (ctx, input) => peopleForCase(ctx, input.params.id) }),
];
