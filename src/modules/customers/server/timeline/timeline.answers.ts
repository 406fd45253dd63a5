import { z } from 'zod';
import { isoMoment, named, nextPage } from '#platform/http/answer.ts';

const shownChange = z.strictObject({ object: z.string(), recordId: z.uuid(), field: z.string(), from: z.unknown(), to: z.unknown() });

/** Kinds bring more of their own, e.g. an activity its outcome. */
const timelineEntry = z.looseObject({
  id: z.string(), kind: z.string(), at: isoMoment, actor: named.nullable(), title: z.string().nullable(), body: z.string().nullable(), object: z.string(),
  recordId: z.uuid().nullable(), pinned: z.boolean(), visibility: z.string(), changes: z.array(shownChange).optional(),
});

export const timelineAnswer = z.strictObject({ data: z.array(timelineEntry), pinned: z.array(timelineEntry).optional(), page: nextPage });

/** Null: the caller may not see what would be counted. */
export const overviewAnswer = z.strictObject({
  lastContactAt: isoMoment.nullable(), nextContactAt: isoMoment.nullable(), openTasks: z.int().nullable(), overdueTasks: z.int().nullable(),
  contacts: z.int().nullable(), openNeeds: z.int().nullable(), completeness: z.number().nullable(),
});
