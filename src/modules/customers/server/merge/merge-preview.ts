import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { ObjectDef } from '#meta/object.ts';
import { requireGrant, requireRecord } from '#platform/access/allowed-ids.ts';
import { fieldAccessOf } from '#platform/access/field-access.ts';
import type { Context } from '#platform/context/context.ts';
import { getRecord, loadFull } from '#platform/records/get-record.ts';
import { countReferences } from '#platform/records/merge/count-references.ts';
import { mergeableFields } from '#platform/records/merge/merge-records.ts';
import { proposeValues, verifiedOfBoth } from './merge-rules.ts';
import type { Answered } from '#platform/http/answer.ts';
import type { mergePreviewAnswer } from './merge.answers.ts';

export type MergePreview = Answered<typeof mergePreviewAnswer>;

/** Both records side by side as the actor may see them, with the proposal for each field (CU-11). Changes nothing. */
export async function previewMerge(ctx: Context, def: ObjectDef, survivorId: Id, loserId: Id): Promise<MergePreview> {
  requireGrant(ctx, def, 'merge');
  await requireRecord(ctx, def, 'merge', survivorId);
  await requireRecord(ctx, def, 'merge', loserId);
  const records = await loadFull(ctx, def, [survivorId, loserId]);
  const survivor = records.find(({ id }) => id === survivorId);
  const loser = records.find(({ id }) => id === loserId);
  if (!survivor || !loser) throw fail('record.not-found');
  const shown = mergeableFields(def).filter((field) => fieldAccessOf(ctx.actor, def, field).view !== 'hidden');
  const verified = def.key === 'customer' ? await verifiedOfBoth(ctx, survivorId, loserId) : ([{}, {}] as const);
  const proposals = proposeValues(shown, survivor, loser, verified);
  return {
    survivor: await getRecord(ctx, def, survivorId, { include: ['*'] }),
    loser: await getRecord(ctx, def, loserId, { include: ['*'] }),
    fields: proposals.map(({ field, from, why, conflict }) => {
      const declared = shown.find(({ key }) => key === field);
      return {
        field, suggestion: from, why, isConflict: conflict,
        isChoosable: declared !== undefined && fieldAccessOf(ctx.actor, def, declared).edit,
      };
    }),
    children: await countReferences(ctx, def, loserId),
  };
}
