import type { ServerModule } from '#platform/modules/server-module.ts';
import { receptionPacks } from '../reception.packs.ts';
import { receptionPoints } from '../reception.points.ts';

export const receptionModule: ServerModule = { name: 'reception', decisionPoints: receptionPoints, policyPacks: receptionPacks };
