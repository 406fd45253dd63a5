import { fail } from '#kernel/failure.ts';

interface Bucket {
  tokens: number;
  at: number;
}

// A person who comes back after a pause may load a page of everything at once.
const BURST_SECONDS = 10;
const MAX_BUCKETS = 50_000;

/**
 * At most so many requests a second per person (or address, before sign-in), with a burst of ten seconds' worth
 * (PL-51, SEC-24). Each process counts for itself. `perSecond` 0: no limit.
 */
export function makeRateLimit(perSecond: number): (who: string, nowMs: number) => void {
  const buckets = new Map<string, Bucket>();
  const capacity = perSecond * BURST_SECONDS;
  return (who, nowMs) => {
    if (perSecond === 0) return;
    if (buckets.size > MAX_BUCKETS) buckets.clear();
    const bucket = buckets.get(who) ?? { tokens: capacity, at: nowMs };
    bucket.tokens = Math.min(capacity, bucket.tokens + (Math.max(0, nowMs - bucket.at) / 1000) * perSecond);
    bucket.at = nowMs;
    buckets.set(who, bucket);
    if (bucket.tokens < 1) throw fail('request.too-many', { seconds: Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond)) });
    bucket.tokens -= 1;
  };
}
