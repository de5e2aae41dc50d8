/**
 * Signs a snapshot file: `node lib/tools/snapshot/sign.ts <file>` writes `<file>.sig` (base64 of an Ed25519 signature).
 * The private key (PKCS #8, base64) comes from the environment: ROADMARK_SNAPSHOT_KEY. It is printed nowhere.
 * `--new-key` makes a pair: the public half goes into lib/domain/snapshot/key.ts, the private half into a secret.
 */
import { readFileSync } from 'node:fs';
import { fromBase64, keyFingerprint, verifySignature } from '../../domain/snapshot/digest.ts';
import { writeWhole } from './run.ts';

const base64 = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64');

/** A fresh pair, both halves in base64. */
export async function newKeyPair(): Promise<{ publicKey: string; privateKey: string }> {
  const pair = (await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])) as CryptoKeyPair;
  return {
    publicKey: base64(await crypto.subtle.exportKey('raw', pair.publicKey)),
    privateKey: base64(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
  };
}

/** Signature of the exact text, base64. Throws where the key is none. */
export async function signText(text: string, privateKey: string): Promise<string> {
  const bytes = fromBase64(privateKey);
  if (!bytes) throw new Error('the signing key is no base64');
  const key = await crypto.subtle.importKey('pkcs8', bytes, { name: 'Ed25519' }, false, ['sign']);
  return base64(await crypto.subtle.sign('Ed25519', key, new TextEncoder().encode(text)));
}

async function main(argument: string | undefined): Promise<void> {
  if (argument === '--new-key') {
    const { publicKey, privateKey } = await newKeyPair();
    const print = await keyFingerprint(publicKey);
    process.stdout.write(`public      ${publicKey}\nfingerprint ${print}\nprivate     ${privateKey}\n`);
    return;
  }
  const privateKey = process.env.ROADMARK_SNAPSHOT_KEY;
  if (!argument || !privateKey)
    throw new Error('usage: ROADMARK_SNAPSHOT_KEY=… node lib/tools/snapshot/sign.ts <file>');
  const text = readFileSync(argument, 'utf8');
  const signature = await signText(text, privateKey);
  const publicKey = process.env.ROADMARK_SNAPSHOT_PUBLIC_KEY;
  if (publicKey) {
    const verified = await verifySignature(text, signature, [publicKey], Date.now());
    if (!verified.ok) throw new Error(`the two halves do not belong together: ${verified.failure.detail}`);
  }
  writeWhole(`${argument}.sig`, `${signature}\n`);
}

if (import.meta.main) await main(process.argv[2]);
