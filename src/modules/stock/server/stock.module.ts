import type { ServerModule } from '#platform/modules/server-module.ts';
import { runAction, systemActor } from '#platform/runtime/make-context.ts';
import { afterSaleChangeObject, dealObject, receiptObject, subscriptionObject, unitHoldObject } from '../objects/sale.objects.ts';
import { buildingObject, priceListObject, projectObject, saleUnitObject } from '../objects/stock.objects.ts';
import { stockPoints } from '../points/stock-points.ts';
import { stockNotices } from '../stock.notices.ts';
import { stockPacks } from '../stock.packs.ts';
import { applyPriceLists } from './actions/save-price-list.ts';
import { afterSaleApproval } from './after-sale-approval.ts';
import { tellReceptionOfDeals } from './tell-reception.ts';
import { documentRoutes } from './documents/documents.routes.ts';
import { HOLD_JOB, expireHolds } from './expire-holds.ts';
import { stockRoutes } from './stock.routes.ts';

tellReceptionOfDeals();

/** Stock control 销控: what is for sale, for whom it is kept, and the money and paper of a sale. */
export const stockModule: ServerModule = {
  name: 'stock',
  objects: [projectObject, buildingObject, priceListObject, saleUnitObject, unitHoldObject, subscriptionObject, dealObject, receiptObject, afterSaleChangeObject],
  decisionPoints: stockPoints,
  policyPacks: stockPacks,
  notificationKinds: Object.values(stockNotices),
  approvalKinds: [afterSaleApproval],
  routes: (services) => [...stockRoutes, ...documentRoutes(services)],
  start: (services) => {
    services.jobs.define({
      name: HOLD_JOB,
      handler: async () => {
        await expireHolds(services);
        await runAction(services, { actor: systemActor(services) }, (ctx) => applyPriceLists(ctx));
        return 'done';
      },
    });
    services.jobs.every(HOLD_JOB, 60);
    return Promise.resolve();
  },
};
