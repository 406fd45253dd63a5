import type { ServerModule } from '#platform/modules/server-module.ts';
import { incentiveEntryObject, incentiveRunObject, recognitionObject } from '../objects/performance.objects.ts';
import { performanceNotices } from '../performance.notices.ts';
import { incentivePack } from '../performance.packs.ts';
import { incentivePoint } from '../policies/incentive-point.ts';
import { incentiveApproval } from './incentives/incentive-approval.ts';
import { incentiveRoutes, recognitionRoutes } from './incentives.routes.ts';
import { praiseAllowance } from './performance-settings.ts';
import { hearPraise } from './recognitions/praise-of-customers.ts';
import { sheetRoutes } from './sheets.routes.ts';
import { offerWaits } from './times/waits-of-circles.ts';

hearPraise();
offerWaits();

/** Performance sheets, service times, incentives and the recognition wall 绩效与激励. */
export const performanceModule: ServerModule = {
  name: 'performance',
  objects: [incentiveRunObject, incentiveEntryObject, recognitionObject],
  settings: [praiseAllowance],
  decisionPoints: [incentivePoint],
  policyPacks: [incentivePack],
  notificationKinds: Object.values(performanceNotices),
  approvalKinds: [incentiveApproval],
  routes: (services) => [...sheetRoutes(services), ...incentiveRoutes(services), ...recognitionRoutes(services)],
};
