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

/**
 * Whether `signature` (base64) over the exact text was made with the key whose raw public half is `publicKey` (base64).
 * Every doubt is `bad-signature`: no key in this build, a wrong length, an unknown algorithm, a wrong signature.
 */
export async function verifySignature(
  text: string,
  signature: string,
  publicKey: string | null,
  at: number,
): Promise<Result<true, SnapshotFault>> {
  const refuse = (detail: string) => fail<SnapshotFault>('bad-signature', at, { detail });
  if (publicKey === null) return refuse('this build holds no key to check updates with');
  const key = fromBase64(publicKey);
  const bytes = fromBase64(signature);
  if (key?.length !== KEY_BYTES) return refuse('the key is no Ed25519 key');
  if (bytes?.length !== SIGNATURE_BYTES) return refuse('the signature is no Ed25519 signature');
  try {
    const imported = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']);
    const good = await crypto.subtle.verify('Ed25519', imported, bytes, new TextEncoder().encode(text));
    return good ? ok(true as const) : refuse('the signature does not fit the file');
  } catch (error) {
    // Browsers before Chromium 137 and Firefox 129 do not know Ed25519: they keep the bundled snapshot.
    return refuse(`can't be checked here: ${String(error).slice(0, 120)}`);
  }
}
