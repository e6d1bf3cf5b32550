import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, safe in a cookie, a header and a URL. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret: SHA-256, which is enough where the secret itself is random. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A fresh id. The prefix tells what of: account, API token, event pass, guest. */
export function newKey(prefix: 'usr' | 'tok' | 'pas' | 'gst'): string {
  return `${prefix}-${randomBytes(12).toString('hex')}`;
}
