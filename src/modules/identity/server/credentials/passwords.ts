import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { fail } from '#kernel/failure.ts';
import { type PasswordProfile, normalisePassword, passwordIssues } from '../../rules/password-rules.ts';
import { commonPasswords } from './common-passwords.ts';

// argon2id, 19 MiB, two passes (the OWASP minimum): about 10 ms here. Written out, so that an update of the package does not change it.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** `$argon2id$…` of the whole password (SEC-2). */
export const hashPassword = (password: string): Promise<string> => hash(normalisePassword(password), cost);

let decoy: Promise<string> | undefined;

/** Makes the hash that is compared when there is no account; call it at start, so that the first such try is not slower. */
export const prepareDecoy = (): Promise<string> => (decoy ??= hashPassword(randomBytes(24).toString('base64url')));

/** Whether it is the password. Without a hash the same work is done and the answer is no (SEC-4). */
export async function isPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  const against = stored ?? (await prepareDecoy());
  const isSame = await verify(against, normalisePassword(password)).catch(() => false);
  return isSame && stored != null;
}

/** Throws `auth.password-weak` with the reason, at `path`. */
export async function requireStrongPassword(
  password: string, facts: { readonly profile: PasswordProfile; readonly words: readonly string[] }, path = 'password',
): Promise<void> {
  const list = await commonPasswords();
  const issues = passwordIssues(password, { ...facts, isCommon: (text) => list.has(text) });
  if (issues.length > 0) throw fail('auth.password-weak', {}, issues.map((issue) => ({ ...issue, path })));
}

// Without characters that look alike.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be handed over once, about 79 bits: `k7wp-…`. */
export function makeOneTimePassword(): string {
  const letters = Array.from(randomBytes(16), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return letters.replace(/.{4}(?=.)/g, '$&-');
}
