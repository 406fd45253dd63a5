import { call } from '#kit/api/typed-client.ts';
import type { Approval, ApprovalAction } from '../use-approvals.ts';

export interface ActionInput {
  /** Empty for none. */
  readonly opinion: string;
  readonly person?: string;
  readonly place: 'before' | 'after';
}

/** Sends one action; answers the request as it is afterwards. Throws `ApiProblem`. */
export function sendAction(id: string, action: ApprovalAction, { opinion, person = '', place }: ActionInput): Promise<Approval> {
  const params = { id };
  const said = opinion === '' ? {} : { opinion };
  switch (action) {
    case 'approve': return call('POST /approvals/{id}/approve', { params, body: said });
    case 'reject': return call('POST /approvals/{id}/reject', { params, body: { opinion } });
    case 'return': return call('POST /approvals/{id}/return', { params, body: { opinion } });
    case 'delegate': return call('POST /approvals/{id}/delegate', { params, body: { to: person, ...said } });
    case 'assign': return call('POST /approvals/{id}/assign', { params, body: { to: person, ...said } });
    case 'addSigner': return call('POST /approvals/{id}/add-signer', { params, body: { user: person, place, ...said } });
    case 'resubmit': return call('POST /approvals/{id}/resubmit', { params, body: said });
    case 'withdraw': return call('POST /approvals/{id}/withdraw', { params, body: said });
    case 'remind': return call('POST /approvals/{id}/remind', { params, body: {} });
  }
}
