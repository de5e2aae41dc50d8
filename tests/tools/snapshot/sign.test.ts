import { describe, expect, it } from 'vitest';
import { verifySignature } from '../../../lib/domain/snapshot/digest.ts';
import { newKeyPair, signText } from '../../../lib/tools/snapshot/sign.ts';

describe('signText', () => {
  it('makes what the extension accepts', async () => {
    const { publicKey, privateKey } = await newKeyPair();
    const signature = await signText('{"a":1}\n', privateKey);
    expect((await verifySignature('{"a":1}\n', signature, [publicKey], 0)).ok).toBe(true);
    expect((await verifySignature('{"a":2}\n', signature, [publicKey], 0)).ok).toBe(false);
  });

  it('throws on a key that is none', async () => {
    await expect(signText('x', 'no key')).rejects.toThrow('no base64');
    await expect(signText('x', 'AAAA')).rejects.toThrow();
  });
});
