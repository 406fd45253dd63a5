import { z } from 'zod';
import { visitChannels } from '../../registration/visit-registration.object.ts';
import type { FactValues } from '#meta/decisions/decision-model.ts';
import type { Id } from '#kernel/ids.ts';

const id = z.uuid().toLowerCase();
const answer = z.union([z.string().max(200), z.boolean(), z.null()]);

/** What is typed at the desk so far (RE-10). */
export const proposeInput = z.strictObject({
  site: id,
  phone: z.string().max(40).optional(),
  visitor: z.string().max(60).optional(),
  /** The customer of an earlier registration that the desk recognised. */
  customer: id.optional(),
  cameBefore: z.boolean().optional(),
  /** Whom the visitor says they saw, in that order. */
  named: z.array(id).max(10).optional(),
  askedFor: id.optional(),
  matter: z.string().max(40).optional(),
  /** The existing customer who introduces, or the family member who came first. */
  related: id.optional(),
  /** Answers to the policy's questions, by fact. */
  answers: z.record(z.string().max(60), answer).optional(),
});

export const registerInput = proposeInput.extend({
  visitor: z.string().trim().min(1).max(60),
  channel: z.enum(visitChannels).optional(),
  companions: z.int().min(0).max(50).optional(),
  note: z.string().max(2_000).optional(),
  /** Another receiver than proposed, by the manager, with the reason. */
  receiver: id.optional(),
  reason: z.string().trim().min(1).max(500).optional(),
  /** Why somebody is registered outside the opening hours. */
  outsideHours: z.string().trim().min(2).max(300).optional(),
  /** Registrations that the desk has seen: one that was added meanwhile is shown first. */
  known: z.array(id).max(50).optional(),
});

export interface ProposeInput {
  readonly site: Id;
  readonly phone?: string | undefined;
  readonly visitor?: string | undefined;
  readonly customer?: Id | undefined;
  readonly cameBefore?: boolean | undefined;
  readonly named?: readonly Id[] | undefined;
  readonly askedFor?: Id | undefined;
  readonly matter?: string | undefined;
  readonly related?: Id | undefined;
  readonly answers?: FactValues | undefined;
}

export interface RegisterInput extends ProposeInput {
  readonly visitor: string;
  readonly channel?: string | undefined;
  readonly companions?: number | undefined;
  readonly note?: string | undefined;
  readonly receiver?: Id | undefined;
  readonly reason?: string | undefined;
  readonly outsideHours?: string | undefined;
  readonly known?: readonly Id[] | undefined;
}
