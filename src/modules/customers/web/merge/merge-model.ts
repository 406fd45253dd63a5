import type { CallAnswer } from '#kit/api/typed-client.ts';

/** Both records as the person may see them. */
export type MergePreview = CallAnswer<'GET /customers/{id}/merge-preview'>;

/** The server's proposal for one field. */
export type MergeProposal = MergePreview['fields'][number];
export type MergeSource = MergeProposal['suggestion'];

export interface MergeGroups {
  /** Both sides hold different values. */
  readonly conflicts: readonly MergeProposal[];
  /** One side fills what the other lacks, or lists are put together. */
  readonly filled: readonly MergeProposal[];
  readonly same: readonly MergeProposal[];
}

/** Sorts the lines by how much they need a person's eye; lines empty on both sides are left out. */
export function groupProposals(preview: MergePreview): MergeGroups {
  const isEmpty = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  const shown = preview.fields.filter(({ field }) => !isEmpty(preview.survivor[field]) || !isEmpty(preview.loser[field]));
  return {
    conflicts: shown.filter(({ isConflict }) => isConflict),
    filled: shown.filter(({ isConflict, why }) => !isConflict && why !== 'same'),
    same: shown.filter(({ isConflict, why }) => !isConflict && why === 'same'),
  };
}

/** Only what the person chose otherwise is sent: the rest is decided by the server at that moment. */
export function choicesToSend(preview: MergePreview, chosen: Readonly<Record<string, MergeSource>>): Record<string, MergeSource> {
  const known = new Map(preview.fields.map((proposal) => [proposal.field, proposal]));
  return Object.fromEntries(Object.entries(chosen).filter(([field, source]) => {
    const proposal = known.get(field);
    return proposal?.isChoosable === true && proposal.suggestion !== source;
  }));
}
