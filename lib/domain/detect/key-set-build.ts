/** Packs sets of keys; the page only unpacks them. */
import type { PackedSet } from './key-set.ts';

/** The least size: differences of n random keys below 2^bits are about 2^bits ÷ n, and ln 2 of that is best written plainly. */
function riceOf(bits: number, count: number): number {
  return Math.min(20, Math.max(1, Math.round(Math.log2((2 ** bits / Math.max(1, count)) * Math.LN2))));
}

/** Distinct lower `bits` bits of the keys, ascending. */
export function shortened(keys: Iterable<number>, bits: number): number[] {
  return [...new Set([...keys].map((key) => key & (2 ** bits - 1)))].sort((a, b) => a - b);
}

/** Packs the lower `bits` bits (at most 28) of `keys`. The same keys give the same text. */
export function packKeys(keys: Iterable<number>, bits: number): PackedSet {
  const list = shortened(keys, bits);
  const rice = riceOf(bits, list.length);
  const stream: number[] = [];
  let before = -1;
  for (const key of list) {
    const delta = key - before - 1;
    before = key;
    for (let high = delta >>> rice; high > 0; high--) stream.push(1);
    stream.push(0);
    for (let bit = 0; bit < rice; bit++) stream.push((delta >>> bit) & 1);
  }
  while (stream.length % 8 !== 0) stream.push(1);
  const bytes: number[] = [];
  for (let i = 0; i < stream.length; i += 8)
    bytes.push(stream.slice(i, i + 8).reduce((byte, bit, index) => byte | (bit << index), 0));
  return { bits, rice, data: btoa(bytes.map((byte) => String.fromCharCode(byte)).join('')) };
}
