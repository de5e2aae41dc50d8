/** A blocked Bloom filter: all bits of a key lie in one block of 512 bits, one cache line. No false negatives. */

const BLOCK_WORDS = 16;

export interface Bloom {
  words: Uint32Array;
  /** Bits that each key sets. */
  probes: number;
}

/** Spreads the bits of a key (the finisher of MurmurHash3): token hashes of short words are too regular. */
function mix(key: number): number {
  let h = key ^ (key >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A filter that holds `keys`, with about `bitsPerKey` bits each. */
export function buildBloom(keys: Iterable<number>, bitsPerKey: number, probes: number): Bloom {
  const list = [...keys];
  const blocks = Math.max(1, Math.ceil((list.length * bitsPerKey) / 512));
  const words = new Uint32Array(blocks * BLOCK_WORDS);
  for (const key of list) {
    const h = mix(key);
    const base = ((h >>> 8) % blocks) * BLOCK_WORDS;
    let g = Math.imul(h, 0x9e3779b1);
    for (let i = 0; i < probes; i++) {
      const at = base + ((g >>> 5) & 15);
      words[at] = (words[at] as number) | (1 << (g & 31));
      g = Math.imul(g, 0x2c1b3c6d) ^ (g >>> 9);
    }
  }
  return { words, probes };
}

/** False: surely not in the filter. True: in it, or one of the few that look like it. */
export function mayHold(bloom: Bloom, key: number): boolean {
  const { words, probes } = bloom;
  const h = mix(key);
  const base = ((h >>> 8) % (words.length / BLOCK_WORDS)) * BLOCK_WORDS;
  let g = Math.imul(h, 0x9e3779b1);
  for (let i = 0; i < probes; i++) {
    if (((words[base + ((g >>> 5) & 15)] as number) & (1 << (g & 31))) === 0) return false;
    g = Math.imul(g, 0x2c1b3c6d) ^ (g >>> 9);
  }
  return true;
}

/** Little-endian bytes as base64, for a string literal in the bundle. */
export function encodeBloom(bloom: Bloom): string {
  const bytes = new Uint8Array(bloom.words.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, word] of bloom.words.entries()) view.setUint32(index * 4, word, true);
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

export function decodeBloom(base64: string, probes: number): Bloom {
  const text = atob(base64);
  const words = new Uint32Array(text.length >> 2);
  for (let i = 0; i < words.length; i++) {
    const at = i * 4;
    words[i] =
      text.charCodeAt(at) |
      (text.charCodeAt(at + 1) << 8) |
      (text.charCodeAt(at + 2) << 16) |
      (text.charCodeAt(at + 3) << 24);
  }
  return { words, probes };
}
