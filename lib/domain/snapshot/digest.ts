/** Fingerprints and signatures of snapshot files, by WebCrypto (in workers, pages and Node alike). */
import { fail, ok, type Result } from '../../result.ts';
import type { SnapshotFault } from './decode.ts';

/** SHA-256 as 64 hex digits. */
export async function digestOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Bytes of base64 text; undefined where it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const clean = text.trim();
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(clean)) return undefined;
  try {
    return Uint8Array.from(atob(clean), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** An Ed25519 signature has 64 bytes, a raw public key 32 (RFC 8032). */
const SIGNATURE_BYTES = 64;
const KEY_BYTES = 32;

/** Hex digits of a fingerprint: 128 bits, which nobody can hit by trying, and an eye can still compare. */
const FINGERPRINT_DIGITS = 32;

/** First half of the SHA-256 of a raw public key (base64) in groups of four hex digits; undefined where it is no Ed25519 key. */
export async function keyFingerprint(publicKey: string): Promise<string | undefined> {
  const key = fromBase64(publicKey);
  if (key?.length !== KEY_BYTES) return undefined;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', key));
  const hex = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.slice(0, FINGERPRINT_DIGITS).replace(/.{4}(?=.)/g, '$& ');
}

async function fits(key: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>, text: string): Promise<boolean> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']);
  return crypto.subtle.verify('Ed25519', imported, signature, new TextEncoder().encode(text));
}

/**
 * Which of `keys` (raw public halves, base64) made `signature` (base64) over the exact text; the key itself is the answer.
 * Every doubt is `bad-signature`: no key at hand, a wrong length, an unknown algorithm, a wrong signature.
 */
export async function verifySignature(
  text: string,
  signature: string,
  keys: readonly string[],
  at: number,
): Promise<Result<string, SnapshotFault>> {
  const refuse = (detail: string) => fail<SnapshotFault>('bad-signature', at, { detail });
  if (keys.length === 0) return refuse('there is no key to check updates with');
  const bytes = fromBase64(signature);
  if (bytes?.length !== SIGNATURE_BYTES) return refuse('the signature is no Ed25519 signature');
  try {
    for (const publicKey of keys) {
      const key = fromBase64(publicKey);
      if (key?.length !== KEY_BYTES) return refuse('the key is no Ed25519 key');
      if (await fits(key, bytes, text)) return ok(publicKey);
    }
    return refuse('the signature does not fit the file');
  } catch (error) {
    // Browsers before Chromium 137 and Firefox 129 do not know Ed25519: they keep the bundled snapshot.
    return refuse(`can't be checked here: ${String(error).slice(0, 120)}`);
  }
}
