import { expect, test } from 'vitest';
import { makeSecrets } from '#platform/secrets/secrets.ts';
import { findProof } from '#kernel/proof-of-work.ts';
import { PROOF_BITS, makeProofToken, readProofToken } from './form-token.ts';

const secrets = makeSecrets(Buffer.alloc(32, 3));
const at = (ms: number) => ({ secrets, now: new Date(1_770_000_000_000 + ms) });

test('a token holds from three seconds to two hours, with its proof, and only as it was made', () => {
  const token = makeProofToken(at(0), 'portal-form');
  const counter = findProof(token, PROOF_BITS, 0, 10_000_000) ?? -1;
  expect(readProofToken(at(2_999), 'portal-form', { token, counter })).toEqual({ wrong: 'early' });
  expect(readProofToken(at(3_000), 'portal-form', { token, counter })).toEqual({ nonce: token.split('.')[1] });
  expect(readProofToken(at(7_200_000), 'portal-form', { token, counter })).toHaveProperty('nonce');
  expect(readProofToken(at(7_200_001), 'portal-form', { token, counter })).toEqual({ wrong: 'late' });
  const [made, nonce, signature] = token.split('.');
  expect(readProofToken(at(9_000_000), 'portal-form', { token: `${(1_770_000_009_000).toString(36)}.${nonce}.${signature}`, counter })).toEqual({ wrong: 'forged' });
  expect(readProofToken(at(4_000), 'portal-form', { token: `${made}.${nonce}`, counter })).toEqual({ wrong: 'forged' });
  expect(readProofToken(at(4_000), 'portal-form', { token: '', counter: 0 })).toEqual({ wrong: 'forged' });
  expect(readProofToken(at(4_000), 'chat-visitor', { token, counter })).toEqual({ wrong: 'forged' });
  expect(readProofToken(at(0), 'portal-form', { token, counter }, 0)).toHaveProperty('nonce');
});

test('a wrong counter is no proof', () => {
  const token = makeProofToken(at(0), 'portal-form');
  const counter = findProof(token, PROOF_BITS, 0, 10_000_000) ?? 0;
  const misses = counter === 0 ? [] : [0];
  for (const miss of misses) expect(readProofToken(at(5_000), 'portal-form', { token, counter: miss })).toEqual({ wrong: 'proof' });
  expect(misses.length + (counter === 0 ? 1 : 0)).toBe(1);
});
