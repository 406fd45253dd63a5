import { findProof } from '#kernel/proof-of-work.ts';

/** Hashes between two moments in which the page can breathe. */
const AT_ONCE = 2_000;

/** Looks for the answer to a challenge without holding up the page. */
export async function prove({ token, bits }: { readonly token: string; readonly bits: number }): Promise<number> {
  for (let from = 0; ; from += AT_ONCE) {
    const found = findProof(token, bits, from, AT_ONCE);
    if (found !== undefined) return found;
    await new Promise((resolve) => { setTimeout(resolve, 0); });
  }
}
