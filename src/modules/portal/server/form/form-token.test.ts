import { expect, test } from 'vitest';
import { makeSecrets } from '#platform/secrets/secrets.ts';
import { findProof } from '../../rules/proof-of-work.ts';
import { PROOF_BITS, makeFormToken, readFormToken } from './form-token.ts';

const secrets = makeSecrets(Buffer.alloc(32, 3));
const at = (ms: number) => ({ secrets, now: new Date(1_770_000_000_000 + ms) });

test('a token holds from three seconds to two hours, with its proof, and only as it was made', () => {
  const token = makeFormToken(at(0));
  const counter = findProof(token, PROOF_BITS, 0, 10_000_000) ?? -1;
  expect(readFormToken(at(2_999), token, counter)).toEqual({ wrong: 'early' });
  expect(readFormToken(at(3_000), token, counter)).toEqual({ nonce: token.split('.')[1] });
  expect(readFormToken(at(7_200_000), token, counter)).toHaveProperty('nonce');
  expect(readFormToken(at(7_200_001), token, counter)).toEqual({ wrong: 'late' });
  const [made, nonce, signature] = token.split('.');
  expect(readFormToken(at(9_000_000), `${(1_770_000_009_000).toString(36)}.${nonce}.${signature}`, counter)).toEqual({ wrong: 'forged' });
  expect(readFormToken(at(4_000), `${made}.${nonce}`, counter)).toEqual({ wrong: 'forged' });
  expect(readFormToken(at(4_000), '', 0)).toEqual({ wrong: 'forged' });
});

test('a wrong counter is no proof', () => {
  const token = makeFormToken(at(0));
  const counter = findProof(token, PROOF_BITS, 0, 10_000_000) ?? 0;
  const misses = counter === 0 ? [] : [0];
  for (const miss of misses) expect(readFormToken(at(5_000), token, miss)).toEqual({ wrong: 'proof' });
  expect(misses.length + (counter === 0 ? 1 : 0)).toBe(1);
});
