const K = Uint32Array.from({ length: 64 }, (_, at) => fraction(prime(at), 1 / 3));
const START = Uint32Array.from({ length: 8 }, (_, at) => fraction(prime(at), 1 / 2));

function prime(at: number): number {
  let found = -1;
  for (let n = 2; ; n += 1) {
    let isPrime = true;
    for (let d = 2; d * d <= n; d += 1) if (n % d === 0) isPrime = false;
    if (isPrime) found += 1;
    if (found === at) return n;
  }
}

/** The first 32 bits behind the point of a root, as FIPS 180-4 builds its constants. */
function fraction(n: number, power: number): number {
  const root = n ** power;
  return Math.floor((root - Math.floor(root)) * 0x1_0000_0000);
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function mix(state: Uint32Array, words: Uint32Array): void {
  for (let at = 16; at < 64; at += 1) {
    const [x, y] = [words[at - 15] ?? 0, words[at - 2] ?? 0];
    const low = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
    const high = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    words[at] = (words[at - 16] ?? 0) + low + (words[at - 7] ?? 0) + high;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at += 1) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (K[at] ?? 0) + (words[at] ?? 0)) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] ?? 0) + word;
}

/** SHA-256 of ASCII text, as eight words. Browsers offer theirs over HTTPS only, and a desk in the house may have none. */
export function sha256Words(text: string): Uint32Array {
  const state = START.slice();
  const words = new Uint32Array(64);
  const bytes = text.length;
  const blocks = Math.floor((bytes + 8) / 64) + 1;
  for (let block = 0; block < blocks; block += 1) {
    words.fill(0);
    for (let at = 0; at < 64; at += 1) {
      const place = block * 64 + at;
      const byte = place < bytes ? text.charCodeAt(place) & 0xff : place === bytes ? 0x80 : 0;
      words[at >> 2] = (words[at >> 2] ?? 0) | (byte << (24 - (at & 3) * 8));
    }
    if (block === blocks - 1) words[15] = bytes * 8;
    mix(state, words);
  }
  return state;
}

/** Whether the counter answers the challenge: so many leading bits of the hash are nought (at most 32). */
export const isProof = (challenge: string, counter: number, bits: number): boolean => ((sha256Words(`${challenge}:${counter}`)[0] ?? 1) >>> (32 - bits)) === 0;

/** Looks for an answer among `count` counters from `from`; undefined when there is none among them. */
export function findProof(challenge: string, bits: number, from: number, count: number): number | undefined {
  for (let counter = from; counter < from + count; counter += 1) if (isProof(challenge, counter, bits)) return counter;
  return undefined;
}
