import type { ServerModule } from '#platform/modules/server-module.ts';
import { callRegistrationObject } from '../../registration/call-registration.object.ts';
import { staffReferralObject } from '../../registration/staff-referral.object.ts';
import { visitRegistrationObject } from '../../registration/visit-registration.object.ts';
import { ownershipRoutes } from '../ownership/ownership.routes.ts';
import { defineReferralJob } from '../referrals/lapse-referrals.ts';
import { referralApproval } from '../referrals/referral-approval.ts';
import { addTurnListener } from '../turns/turn-listeners.ts';
import { callHooks } from './call-hooks.ts';
import { followTurn } from './change-receiver.ts';
import { registrationRoutes } from './registration.routes.ts';

addTurnListener({ onTurnEvent: followTurn });

/** Registration and ownership, for the manifest of the reception module. */
export const registrationPart = {
  objects: [visitRegistrationObject, callRegistrationObject, staffReferralObject],
  hooks: { callRegistration: callHooks },
  approvalKinds: [referralApproval],
  routes: [...registrationRoutes, ...ownershipRoutes],
  start: (services) => {
    defineReferralJob(services);
    return Promise.resolve();
  },
} satisfies { readonly [K in 'objects' | 'hooks' | 'approvalKinds' | 'start']: NonNullable<ServerModule[K]> } & { readonly routes: unknown };
