import { z } from 'zod';
import { isoMoment, named, rowsOf } from '../http/answer.ts';

const level = z.enum(['read', 'write']);
const collaborator = z.strictObject({ user: named.nullable(), unit: named.nullable(), level, until: isoMoment.nullable(), since: isoMoment });

export const sharingAnswer = z.strictObject({ collaborators: z.array(collaborator), canShare: z.boolean() });
export const sharedWithMeAnswer = rowsOf(z.strictObject({
  object: z.string(), id: z.uuid(), title: z.string(), level, until: isoMoment.nullable(), since: isoMoment, by: named.nullable(),
}));
