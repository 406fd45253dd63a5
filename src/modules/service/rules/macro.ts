import { z } from 'zod';

const text = (max: number) => z.string().trim().min(1).max(max);

/** One act of a macro (SE-10); texts may hold merge fields such as {customer}. */
export const macroStep = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('reply'), text: text(20_000) }),
  z.strictObject({ do: z.literal('note'), text: text(20_000) }),
  z.strictObject({ do: z.literal('priority'), to: z.enum(['low', 'normal', 'high', 'urgent']) }),
  z.strictObject({ do: z.literal('tag'), tag: text(60) }),
  z.strictObject({ do: z.literal('handOn'), to: z.uuid().toLowerCase() }),
  z.strictObject({ do: z.literal('wait'), reason: text(500) }),
]);

export const macroSteps = z.array(macroStep).min(1).max(12);
export type MacroStep = z.output<typeof macroStep>;
export const macroActs = ['reply', 'note', 'priority', 'tag', 'handOn', 'wait'] as const;
