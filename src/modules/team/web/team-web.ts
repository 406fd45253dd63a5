import type { WebModule } from '#kit/module/web-module.ts';

/** Skills, shifts, training with exams, induction. */
export const teamWeb: WebModule = { name: 'team', pages: [] };
