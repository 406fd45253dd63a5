import type { ServerModule } from '#platform/modules/server-module.ts';
import { commissionEntryObject } from '../commission-entry.object.ts';
import { commissionNotices } from '../commission.kinds.ts';
import { addDisputeListener, addOwnershipListener } from '#modules/reception/server/reception.public.ts';
import { addDealListener } from '#modules/stock/server/stock.public.ts';
import { hearDisputeEnded, hearDisputeOpened } from './posting/hear-dispute.ts';
import { hearOwnership } from './posting/hear-ownership.ts';
import { hearStock } from './posting/hear-stock.ts';
import { tellDisputesOfDeals } from './posting/tell-disputes.ts';
import { ledgerRoutes } from './ledger.routes.ts';
import { penaltyRoutes } from './penalties.routes.ts';
import { penaltyApproval } from './penalties/penalty-approval.ts';
import { planRoutes } from './commission-plans.routes.ts';
import { planApproval } from './plans/plan-approval.ts';
import { settlementApproval } from './settlement/settlement-approval.ts';
import { settlementRoutes } from './settlement.routes.ts';

addDealListener({ onDealEvent: hearStock });
addOwnershipListener({ onOwnershipChanged: (ctx, { caseId }) => hearOwnership(ctx, caseId) });
addDisputeListener({ onDisputeOpened: hearDisputeOpened, onDisputeEnded: hearDisputeEnded });
tellDisputesOfDeals();

/** Commission: ledger, plans, settlement, penalties (RE-30 to RE-33). */
export const commissionModule: ServerModule = {
  name: 'commission',
  objects: [commissionEntryObject],
  notificationKinds: Object.values(commissionNotices),
  approvalKinds: [settlementApproval, penaltyApproval, planApproval],
  routes: (services) => [...ledgerRoutes, ...settlementRoutes(services), ...planRoutes, ...penaltyRoutes],
};
