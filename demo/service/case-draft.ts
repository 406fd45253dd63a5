import type { Id } from '#kernel/ids.ts';
import type { CaseChannel, CaseKind } from '#modules/service/objects/case.object.ts';
import type { StepAnswers, StepEffect } from '#modules/service/rules/process.ts';
import type { ProcessRow } from '#modules/service/server/setup/processes.ts';
import type { DeskType } from './desk-facts.ts';
import type { Scene } from './problem-scenes.ts';

export interface StoryStep {
  readonly key: string;
  readonly position: number;
  readonly round: number;
  readonly actor: Id | null;
  readonly openedAt: Date;
  readonly doneAt: Date | null;
  readonly doneBy: Id | null;
  readonly answers: StepAnswers;
  readonly effect: StepEffect;
}

export interface StoryPause { readonly from: Date; readonly to: Date; readonly reason: string }

export interface StoryClock {
  readonly kind: 'firstResponse' | 'whole' | 'callback';
  readonly round: number;
  readonly startedAt: Date;
  stoppedAt: Date | null;
  /** What the policy was asked when it began. */
  readonly severity: 'ordinary' | 'major';
  rejudgedAt: Date | null;
  pauses: readonly StoryPause[];
  extension: { readonly days: number; readonly askedAt: Date; readonly settledAt: Date; readonly reason: string } | null;
}

/** What is known of a case when it comes in, and how it will go. */
export interface Draft {
  readonly type: DeskType;
  readonly typeName: string;
  readonly kind: CaseKind;
  readonly channel: CaseChannel;
  readonly scene: Scene;
  readonly place: string;
  readonly subject: string;
  readonly description: string;
  readonly thing: string;
  readonly receivedAt: Date;
  readonly receiver: Id;
  readonly owner: Id;
  readonly severity: 'ordinary' | 'major';
  readonly isValid: boolean;
  readonly isReopened: boolean;
  readonly isOnSpot: boolean;
  /** The step that nobody did: the case leaks there. */
  readonly stopsAt: 'work' | 'callback' | null;
  readonly isWithdrawn: boolean;
  readonly pause: { readonly seconds: number; readonly reason: string } | null;
  readonly extendedDays: number;
}

export interface Story extends Draft {
  readonly process: ProcessRow;
  readonly responsible: Id | null;
  readonly steps: readonly StoryStep[];
  readonly clocks: readonly StoryClock[];
  readonly state: 'open' | 'answered' | 'closed' | 'withdrawn';
  readonly step: string | null;
  readonly firstResponseAt: Date | null;
  readonly answeredAt: Date | null;
  readonly closedAt: Date | null;
  readonly reopenCount: number;
  /** The last thing that happened. */
  readonly endedAt: Date;
}
