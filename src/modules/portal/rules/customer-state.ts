/** 已受理, 处理中, 等您回复, 已答复, 已办结, 已撤回, 已并入: a case's state in the customer's words. */
export const customerStates = ['received', 'working', 'waitsForYou', 'answered', 'done', 'withdrawn', 'joined'] as const;
export type CustomerState = (typeof customerStates)[number];

export interface StateFacts {
  readonly state: string;
  /** The customer was answered something, or a step behind the recording was done. */
  readonly isTouched: boolean;
}

export function customerState({ state, isTouched }: StateFacts): CustomerState {
  if (state === 'waiting') return 'waitsForYou';
  if (state === 'answered') return 'answered';
  if (state === 'closed') return 'done';
  if (state === 'withdrawn') return 'withdrawn';
  if (state === 'merged') return 'joined';
  return isTouched ? 'working' : 'received';
}

/** Nothing more can be said to it. */
export const isEnded = (state: CustomerState): boolean => state === 'done' || state === 'withdrawn' || state === 'joined';
