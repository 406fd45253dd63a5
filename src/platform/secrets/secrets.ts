import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Keys derived from the company's secret, which lies outside the database (CU-50, SEC-28). */
export interface Secrets {
  /** AES-256-GCM, a fresh nonce each: `k1.<nonce>.<tag>.<text>`, base64url. `binding` ties it to its place. */
  encrypt(plain: string, binding: string): string;
  decrypt(cipher: string, binding: string): string;
  /** Keyed hash for exact search over encrypted values and for tokens; the same text gives the same hash. */
  blindIndex(text: string, purpose: string): string;
  /** Keyed hash of the audit chain. */
  seal(data: Buffer): Buffer;
}

const KEY_ID = 'k1';

export function makeSecrets(secret: Buffer): Secrets {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'zhike', purpose, 32));
  const fieldKey = derive('field-encryption');
  const indexKey = derive('blind-index');
  const sealKey = derive('audit-seal');
  return {
    encrypt(plain, binding) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', fieldKey, nonce);
      cipher.setAAD(Buffer.from(binding));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return [KEY_ID, ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64url'))].join('.');
    },
    decrypt(text, binding) {
      const [key, nonce, tag, body] = text.split('.');
      if (key !== KEY_ID || !nonce || !tag || body === undefined) throw new Error('unknown encryption key or format');
      const decipher = createDecipheriv('aes-256-gcm', fieldKey, Buffer.from(nonce, 'base64url'));
      decipher.setAAD(Buffer.from(binding));
      decipher.setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
    },
    blindIndex: (text, purpose) => createHmac('sha256', indexKey).update(`${purpose}\0${text}`).digest('base64url'),
    seal: (data) => createHmac('sha256', sealKey).update(data).digest(),
  };
}
