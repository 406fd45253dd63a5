import type { ServerModule } from '#platform/modules/server-module.ts';
import { receptionNotices } from '../reception.kinds.ts';
import { receptionPacks } from '../reception.packs.ts';
import { receptionPoints } from '../reception.points.ts';
import { siteObject } from '../site.object.ts';

export const receptionModule: ServerModule = {
  name: 'reception',
  decisionPoints: receptionPoints,
  policyPacks: receptionPacks,
  objects: [siteObject],
  notificationKinds: Object.values(receptionNotices),
};
