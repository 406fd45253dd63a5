export const customerStages = ['potential', 'target', 'active', 'dormant', 'lost', 'disqualified'] as const;
export type CustomerStage = (typeof customerStages)[number];

/** Why a customer was lost (CU-6). */
export const lostReasons = ['moved', 'competitor', 'price', 'quality', 'service', 'other'] as const;
export type LostReason = (typeof lostReasons)[number];

/** Stages one may go to by hand; disqualified is entered and left by its approval only (CU-23). */
export const stageTransitions: Readonly<Record<CustomerStage, readonly CustomerStage[]>> = {
  potential: ['target', 'active', 'lost', 'disqualified'],
  target: ['potential', 'active', 'lost', 'disqualified'],
  active: ['dormant', 'lost', 'disqualified'],
  dormant: ['active', 'target', 'lost', 'disqualified'],
  lost: ['potential', 'target', 'active', 'disqualified'],
  disqualified: ['potential'],
};

/** `approved`: the approval of CU-23 was given. `reason` is free text, `lostReason` the choice for a lost customer. */
export type StageChange = {
  from: CustomerStage;
  to: CustomerStage;
  reason?: string | undefined;
  lostReason?: string | undefined;
  approved?: boolean | undefined;
};

export type StageChangeProblem =
  | 'same-stage'
  | 'not-allowed'
  | 'approval-required'
  | 'reason-required'
  | 'lost-reason-required'
  | 'lost-reason-unknown'
  | 'lost-reason-not-lost';

/** The event to record (CU-6), or every problem at once. */
export type StageChangeResult =
  | { ok: true; event: { from: CustomerStage; to: CustomerStage; reason: string; lostReason: LostReason | null } }
  | { ok: false; problems: StageChangeProblem[] };

/**
 * Judges a change of stage (CU-6). A lost customer needs a lost reason, and words with it for `other`; going back a
 * step, winning back and disqualifying need words; disqualifying and lifting it need the approval (CU-23).
 */
export function judgeStageChange(change: StageChange): StageChangeResult {
  const { from, to } = change;
  if (from === to) return { ok: false, problems: ['same-stage'] };
  if (!stageTransitions[from].includes(to)) return { ok: false, problems: ['not-allowed'] };
  const problems: StageChangeProblem[] = [];
  const reason = change.reason?.trim() ?? '';
  const given = change.lostReason ?? '';
  const lostReason = lostReasons.find((known) => known === given) ?? null;
  const needsApproval = from === 'disqualified' || to === 'disqualified';
  if (needsApproval && change.approved !== true) problems.push('approval-required');
  if (to === 'lost' && given === '') problems.push('lost-reason-required');
  else if (to === 'lost' && lostReason === null) problems.push('lost-reason-unknown');
  else if (to !== 'lost' && given !== '') problems.push('lost-reason-not-lost');
  if (reason === '' && (needsWords(from, to) || lostReason === 'other')) problems.push('reason-required');
  return problems.length > 0 ? { ok: false, problems } : { ok: true, event: { from, to, reason, lostReason } };
}

/** Whether the form must ask for words, lost reason `other` apart. */
export function needsWords(from: CustomerStage, to: CustomerStage): boolean {
  if (from === 'disqualified' || to === 'disqualified' || from === 'lost') return true;
  return to !== 'lost' && to !== 'active' && customerStages.indexOf(to) < customerStages.indexOf(from);
}
