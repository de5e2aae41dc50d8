/**
 * Sets of numbers, as small as they get on the way and as quick as they get in the page: written as the differences of sorted numbers
 * (Golomb–Rice), read into a table with one bit for each value that their lower bits can have. None that was put in is ever missing; of others that
 * share passes that the set bits are of all.
 */

/** As it stands in the script. */
export interface PackedSet {
  /** Lower bits of a number that are kept. */
  bits: number;
  /** Bits of each difference that are written plainly; the rest is unary. */
  rice: number;
  /** base64 of the bits, lowest first. */
  data: string;
}

export interface KeySet {
  bits: Uint8Array;
  mask: number;
}

/** An empty table for values of so many bits; at least three. */
export function createSet(bits: number): KeySet {
  return { bits: new Uint8Array(1 << (bits - 3)), mask: (1 << bits) - 1 };
}

export function put({ bits, mask }: KeySet, value: number): void {
  const at = value & mask;
  bits[at >> 3] = (bits[at >> 3] as number) | (1 << (at & 7));
}

/** False: surely not in the set. True: in it, or one of the few whose lower bits are alike. */
export function holds({ bits, mask }: KeySet, value: number): boolean {
  const at = value & mask;
  return ((bits[at >> 3] as number) & (1 << (at & 7))) !== 0;
}

/** The packed numbers, ascending. */
export function unpackKeys({ rice, data }: PackedSet): number[] {
  const text = atob(data);
  const keys: number[] = [];
  let next = 0;
  let window = 0;
  let have = 0;
  const take = (count: number) => {
    while (have < count) {
      window |= text.charCodeAt(next++) << have;
      have += 8;
    }
    const value = window & ((1 << count) - 1);
    window >>>= count;
    have -= count;
    return value;
  };
  // The last byte is filled up with ones, which begin a key that never ends.
  const isLeft = () => have > 0 || next < text.length;
  for (let key = -1; ; ) {
    let high = 0;
    while (isLeft() && take(1) === 1) high++;
    if (!isLeft()) return keys;
    key += (high << rice) + take(rice) + 1;
    keys.push(key);
  }
}

/** The packed numbers as a table. */
export function unpackSet(packed: PackedSet): KeySet {
  const set = createSet(packed.bits);
  for (const key of unpackKeys(packed)) put(set, key);
  return set;
}
