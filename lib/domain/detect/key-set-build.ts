/** Packs sets of keys; the page only unpacks them. */
import { type PackedSet, sixBits } from './key-set.ts';

/** The character of each value of six bits. */
const CHARACTERS: string[] = [];
for (const char of '!#&()+,-./0123456789:;<=>? ACDFIJKR_`abcdefghiklmnoprstuvwxyz{|}')
  CHARACTERS[sixBits(char.charCodeAt(0))] = char;

/** The least size: differences of n random keys below 2^bits are about 2^bits ÷ n, and ln 2 of that is best written plainly. */
function riceOf(bits: number, count: number): number {
  return Math.min(24, Math.max(1, Math.round(Math.log2((2 ** bits / Math.max(1, count)) * Math.LN2))));
}

/** Distinct lower `bits` bits of the keys, ascending. */
export function shortened(keys: Iterable<number>, bits: number): number[] {
  return [...new Set([...keys].map((key) => key % 2 ** bits))].sort((a, b) => a - b);
}

/** Packs the lower `bits` bits (at most 32) of `keys`. The same keys give the same text. */
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
  while (stream.length % 6 !== 0) stream.push(1);
  let data = '';
  for (let i = 0; i < stream.length; i += 6)
    data += CHARACTERS[stream.slice(i, i + 6).reduce((value, bit, index) => value | (bit << index), 0)];
  return { bits, rice, data };
}
