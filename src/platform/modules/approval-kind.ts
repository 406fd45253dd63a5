import type { Id } from '#kernel/ids.ts';
import type { Bilingual } from '#kernel/texts.ts';
import type { Context } from '../context/context.ts';

/** What is asked for: a record, or a row of the module that asks. */
export interface ApprovalSubject {
  readonly object: string;
  readonly id: Id;
}

export type ApprovalText = string | Bilingual;

export interface ApprovalChange {
  readonly label: Bilingual;
  readonly from: ApprovalText | null;
  readonly to: ApprovalText | null;
  /** `object.field`: whoever may not see that field in full does not see the values. */
  readonly field?: string;
}

/** The request in words, for every reader alike: the approvals module holds back what a reader may not see. */
export interface ApprovalSummary {
  readonly title: Bilingual;
  /** Said instead of the title and the changes to a reader who may not read `about`. */
  readonly withheld?: Bilingual;
  readonly about?: ApprovalSubject;
  readonly changes: readonly ApprovalChange[];
  /** The clause on which the decision rests, shown beside the buttons (UX-12). */
  readonly clause?: { readonly ref: string; readonly text: Bilingual };
  /** A page of the product that shows the subject. */
  readonly link?: string;
  /** Names the state that is asked for, such as a version; without it the values of the changes do. Another one: changed since. */
  readonly stamp?: string;
}

export type ApprovalOutcome = 'approved' | 'rejected' | 'withdrawn';

/** Something that needs approval (PL-42); the module that asks declares it. */
export interface ApprovalKind {
  /** `<module>.<word>`, unique. */
  readonly key: string;
  readonly label: Bilingual;
  /** Facts that conditions of flows may ask about, beside amount and unit. */
  readonly facts?: readonly { readonly key: string; readonly label: Bilingual }[];
  /** People who come with the subject (an owner); steps of a flow may name them, and the default flow does. */
  readonly signersOf?: (ctx: Context, subject: ApprovalSubject) => Promise<readonly Id[]>;
  /** The subject as it is now; undefined when it is gone. The caller's rights do not count here. */
  readonly summarise: (ctx: Context, subject: ApprovalSubject) => Promise<ApprovalSummary | undefined>;
  /** Carries out the outcome in the transaction of the last opinion. `decidedBy` acts; their own rights do not count. */
  readonly settle: (ctx: Context, subject: ApprovalSubject, outcome: ApprovalOutcome) => Promise<void>;
}
