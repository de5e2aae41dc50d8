import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDelta, diffSnapshots } from '../../../lib/domain/snapshot/delta.ts';
import { digestOf, fromBase64, keyFingerprint, verifySignature } from '../../../lib/domain/snapshot/digest.ts';
import { encodeSnapshot } from '../../../lib/domain/snapshot/encode.ts';
import { SNAPSHOT_KEYS } from '../../../lib/domain/snapshot/key.ts';
import { anySnapshot, sampleCode, sampleProject, sampleSnapshot } from './samples.ts';

const AT = 1_790_000_000_000;
const base64 = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64');

describe('applyDelta', () => {
  it('turns any snapshot into any other, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(anySnapshot, anySnapshot, async (before, after) => {
        const applied = await applyDelta(before, await diffSnapshots(before, after), AT);
        expect(applied.ok && encodeSnapshot(applied.value)).toBe(encodeSnapshot(after));
      }),
      { numRuns: 30 },
    );
  });

  it('carries only what changed', async () => {
    const projects = Array.from({ length: 50 }, (_, i) => sampleProject(`p${i}`));
    const before = sampleSnapshot(projects);
    const after = sampleSnapshot([sampleProject('p0', sampleCode({ c13: 99 })), ...projects.slice(2)]);
    const delta = JSON.parse(await diffSnapshots(before, after));
    expect(delta.changed.columns.id).toEqual(['p0']);
    expect(delta.removed).toEqual(['p1']);
  });

  const before = sampleSnapshot([sampleProject('a'), sampleProject('b')]);
  const after = sampleSnapshot([sampleProject('a'), sampleProject('b', sampleCode({ left: 4 }))]);

  it('refuses a delta that was made for another snapshot', async () => {
    const applied = await applyDelta(sampleSnapshot([sampleProject('c')]), await diffSnapshots(before, after), AT);
    expect(applied.ok ? 'ok' : applied.failure.kind).toBe('wrong-base');
  });

  it('takes no damaged delta: the promised outcome or nothing', async () => {
    const text = await diffSnapshots(before, after);
    const hostile = fc.constantFrom(
      '"__proto__":{"x":1},',
      '9e99',
      '-1',
      'null',
      '[',
      '{}',
      '\\u0000',
      'a'.repeat(5000),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.nat(40), hostile, async (at, length, put) => {
        const applied = await applyDelta(before, text.slice(0, at) + put + text.slice(at + length), AT);
        if (applied.ok) expect(encodeSnapshot(applied.value)).toBe(encodeSnapshot(after));
        expect(({} as Record<string, unknown>).x).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['no JSON', (_: string) => '{'],
    ['another format', (text: string) => text.replace('roadmark-snapshot-delta', 'x')],
    ['a removal that is no id', (text: string) => text.replace('"removed":[]', '"removed":["<b>"]')],
    ['removals that are no list', (text: string) => text.replace('"removed":[]', '"removed":"ab"')],
    ['another outcome than promised', (text: string) => text.replace('"left":[4]', '"left":[5]')],
    ['a broken project', (text: string) => text.replace('"left":[4]', '"left":[-4]')],
  ])('refuses %s', async (_, spoil) => {
    const applied = await applyDelta(before, spoil(await diffSnapshots(before, after)), AT);
    expect(applied.ok ? 'ok' : applied.failure.kind).toBe('bad-shape');
  });
});

describe('keyFingerprint', () => {
  it('is half of the hash of the raw key in groups of four, and nothing for what is no key', async () => {
    const zeros = Buffer.alloc(32).toString('base64');
    // SHA-256 of 32 zero bytes.
    expect(await keyFingerprint(` ${zeros}\n`)).toBe('6668 7aad f862 bd77 6c8f c18b 8e9f 8e20');
    expect(await keyFingerprint('AAAA')).toBeUndefined();
    expect(await keyFingerprint('<script>')).toBeUndefined();
  });
});

describe('verifySignature', () => {
  const text = encodeSnapshot(sampleSnapshot([sampleProject('a')]));
  const signed = async () => {
    const pair = (await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])) as CryptoKeyPair;
    const key = base64(await crypto.subtle.exportKey('raw', pair.publicKey));
    const bytes = await crypto.subtle.sign('Ed25519', pair.privateKey, new TextEncoder().encode(text));
    return { key, signature: base64(bytes) };
  };

  it('accepts the exact text under the right key', async () => {
    const { key, signature } = await signed();
    expect(await verifySignature(text, `${signature}\n`, [`${'A'.repeat(43)}=`, key], AT)).toEqual({
      ok: true,
      value: key,
    });
  });

  it('refuses a changed text, another key, a cut signature, no signature and a build without a key', async () => {
    const { key, signature } = await signed();
    const other = await signed();
    const tries = await Promise.all([
      verifySignature(`${text} `, signature, [key], AT),
      verifySignature(text, signature, [other.key], AT),
      verifySignature(text, other.signature, [key], AT),
      verifySignature(text, signature.slice(0, 40), [key], AT),
      verifySignature(text, '', [key], AT),
      verifySignature(text, 'not base64!', [key], AT),
      verifySignature(text, signature, ['AAAA'], AT),
      verifySignature(text, signature, [], AT),
      verifySignature('', signature, [key], AT),
    ]);
    expect(tries.map((tried) => (tried.ok ? 'ok' : tried.failure.kind))).toEqual(tries.map(() => 'bad-signature'));
  });

  it('is checked against a key of the right length, or none at all', () => {
    expect(SNAPSHOT_KEYS.every((key) => fromBase64(key)?.length === 32)).toBe(true);
  });
});

describe('digestOf', () => {
  it('is SHA-256 in hex', async () => {
    // The digest of "abc" as FIPS 180-2 prints it.
    expect(await digestOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
