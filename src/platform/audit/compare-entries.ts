import { HASH_BYTES } from './audit-block.ts';

export interface EntryFault {
  readonly kind: 'entry-altered' | 'entry-removed' | 'entry-inserted';
  readonly block?: number;
  readonly seq: number;
}

interface Sealed {
  readonly block: number;
  readonly seqs: string;
  readonly hashes: Buffer;
}

const numbers = (array: string): number[] => (array.length <= 2 ? [] : array.slice(1, -1).split(',').map(Number));

const hashAt = (hashes: Buffer, index: number): Buffer => hashes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);

/** What the rows of a range are against what the blocks of that range sealed. Equal ones cost one comparison. */
export function compareEntries(blocks: readonly Sealed[], found: { readonly seqs: string; readonly hashes: Buffer }): EntryFault[] {
  const sealedSeqs = blocks.map((b) => b.seqs.slice(1, -1)).join(',');
  const isSame = `{${sealedSeqs}}` === found.seqs && Buffer.concat(blocks.map((b) => b.hashes)).equals(found.hashes);
  if (isSame) return [];
  const rows = new Map(numbers(found.seqs).map((seq, index) => [seq, hashAt(found.hashes, index)]));
  const faults: EntryFault[] = [];
  for (const { block, seqs, hashes } of blocks) {
    numbers(seqs).forEach((seq, index) => {
      const row = rows.get(seq);
      rows.delete(seq);
      if (row === undefined) faults.push({ kind: 'entry-removed', block, seq });
      else if (!row.equals(hashAt(hashes, index))) faults.push({ kind: 'entry-altered', block, seq });
    });
  }
  return [...faults, ...[...rows.keys()].map((seq) => ({ kind: 'entry-inserted', seq }) as const)];
}
