/** How the customers of a leaving person are dealt out (CU-52). */
export const handoverRules = ['one', 'rotation', 'random'] as const;
export type HandoverRule = (typeof handoverRules)[number];

/**
 * Who receives each item, in the order of `items`. `one`: the first receiver all; `rotation`: in turn; `random`: items
 * shuffled by `seed`, then dealt in turn, so that counts differ by at most one. The same seed, items and receivers give
 * the same result at any time: a draw can be checked afterwards. Nobody receives when there is no receiver.
 */
export function dealOut(rule: HandoverRule, items: readonly string[], receivers: readonly string[], seed = ''): Map<string, string> {
  if (receivers.length === 0) return new Map();
  const order = rule === 'random' ? shuffled(items, seed) : items;
  const chosen = rule === 'one' ? receivers.slice(0, 1) : receivers;
  return new Map(order.map((item, index) => [item, chosen[index % chosen.length] ?? '']));
}

/** Fisher and Yates with a generator made from the seed. */
function shuffled(items: readonly string[], seed: string): string[] {
  const result = [...items];
  const next = generator(seed);
  for (let last = result.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(next() * (last + 1));
    const [a = '', b = ''] = [result[last], result[pick]];
    result[last] = b;
    result[pick] = a;
  }
  return result;
}

/** Numbers from 0 to below 1: xmur3 makes a number of the text, sfc32 goes on from there. Public domain algorithms. */
function generator(seed: string): () => number {
  const word = hashOf(seed);
  let [a, b, c, d] = [word(), word(), word(), word()];
  const step = (): number => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  // The first numbers still resemble the seed.
  for (let round = 0; round < 15; round += 1) step();
  return step;
}

function hashOf(text: string): () => number {
  let h = 1_779_033_703 ^ text.length;
  for (let at = 0; at < text.length; at += 1) {
    h = Math.imul(h ^ text.charCodeAt(at), 3_432_918_353);
    h = (h << 13) | (h >>> 19);
  }
  return () => {
    h = Math.imul(h ^ (h >>> 16), 2_246_822_507);
    h = Math.imul(h ^ (h >>> 13), 3_266_489_909);
    h ^= h >>> 16;
    return h >>> 0;
  };
}
