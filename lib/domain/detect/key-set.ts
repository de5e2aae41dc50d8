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

/** The packed numbers, ascending. Runs once on every page, before any optimiser has seen it: few calls, bytes in an array. */
export function unpackKeys({ rice, data }: PackedSet): number[] {
  const text = atob(data);
  // Four more than there are: a window may reach over the end.
  const bytes = new Uint8Array(text.length + 4);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  const mask = (1 << rice) - 1;
  const keys: number[] = [];
  let key = -1;
  for (let at = 0; ; at += rice) {
    let high = 0;
    while (((bytes[at >> 3] as number) >> (at & 7)) & 1) {
      high++;
      at++;
    }
    at++;
    // The last byte is filled up with ones, which begin a number that never ends.
    if (at + rice > text.length * 8) return keys;
    const from = at >> 3;
    const upper = ((bytes[from + 3] as number) << 8) | (bytes[from + 2] as number);
    const window = (upper << 16) | ((bytes[from + 1] as number) << 8) | (bytes[from] as number);
    key += (high << rice) + ((window >>> (at & 7)) & mask) + 1;
    keys.push(key);
  }
}

/** The packed numbers as a table. */
export function unpackSet(packed: PackedSet): KeySet {
  const set = createSet(packed.bits);
  const { bits } = set;
  for (const key of unpackKeys(packed)) bits[key >> 3] = (bits[key >> 3] as number) | (1 << (key & 7));
  return set;
}
