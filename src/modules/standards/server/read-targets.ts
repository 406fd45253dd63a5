import type { Context } from '#platform/context/context.ts';
import { readSetting } from '#platform/settings/read-setting.ts';
import type { TypeThresholds } from '../rules/score-audit.ts';
import { personalTarget, proceduralTarget } from './audit-settings.ts';

/** The company's two lines between low and high, per cent. */
export async function readTargets(ctx: Context): Promise<TypeThresholds> {
  const [procedural, personal] = await Promise.all([readSetting(ctx, proceduralTarget), readSetting(ctx, personalTarget)]);
  return { procedural, personal };
}
