export const auditStates = ['planned', 'running', 'submitted', 'confirmed', 'cancelled'] as const;
export type AuditState = (typeof auditStates)[number];
export const auditSteps = ['start', 'submit', 'confirm', 'return', 'cancel'] as const;
export type AuditStep = (typeof auditSteps)[number];

const table: Readonly<Record<AuditState, Partial<Record<AuditStep, AuditState>>>> = {
  planned: { start: 'running', submit: 'submitted', cancel: 'cancelled' },
  running: { submit: 'submitted', cancel: 'cancelled' },
  submitted: { confirm: 'confirmed', return: 'running' },
  confirmed: {},
  cancelled: {},
};

/** The state after a step; undefined when it is not possible. Guards and buttons read this one table. */
export const auditStateAfter = (state: AuditState, step: AuditStep): AuditState | undefined => table[state][step];
