/** Account storage as browsers carry it: each machine has a copy, changed items travel one by one and late, quotas hold. */
import type { RawSyncArea } from '../../lib/io/sync-area.ts';

const ITEM_BYTES = 8_192;
const TOTAL_BYTES = 102_400;
const MAX_ITEMS = 512;
const PER_MINUTE = 120;

/** Bytes as Chrome counts them. */
const sizeOf = (key: string, value: unknown) =>
  Buffer.byteLength(key) + Buffer.byteLength(JSON.stringify(value).replace(/</g, '\\u003C'));

export class FakeAccount {
  readonly server = new Map<string, unknown>();
  machine(now: () => number): Machine {
    return new Machine(this.server, now);
  }
}

export class Machine implements RawSyncArea {
  readonly copy = new Map<string, unknown>();
  /** Keys changed here that have not left yet. */
  readonly outbox = new Set<string>();
  writes = 0;
  /** What the next calls throw. */
  broken: string | null = null;
  private readonly times: number[] = [];
  private readonly server: Map<string, unknown>;
  private readonly now: () => number;

  constructor(server: Map<string, unknown>, now: () => number) {
    this.server = server;
    this.now = now;
  }
  async get(): Promise<Record<string, unknown>> {
    if (this.broken) throw new Error(this.broken);
    return Object.fromEntries(this.copy);
  }
  async set(items: Record<string, unknown>): Promise<void> {
    this.countWrite();
    const next = new Map([...this.copy, ...Object.entries(items)]);
    let total = 0;
    for (const [key, value] of next) {
      const size = sizeOf(key, value);
      if (size > ITEM_BYTES) throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
      total += size;
    }
    if (total > TOTAL_BYTES) throw new Error('QUOTA_BYTES quota exceeded');
    if (next.size > MAX_ITEMS) throw new Error('MAX_ITEMS quota exceeded');
    for (const [key, value] of Object.entries(items)) this.change(key, value);
  }
  async remove(keys: string[]): Promise<void> {
    this.countWrite();
    for (const key of keys) this.change(key, undefined);
  }
  /** Sends the chosen of the changed items, all without a choice. */
  push(chosen: (key: string) => boolean = () => true): void {
    for (const key of [...this.outbox].filter(chosen)) {
      const value = this.copy.get(key);
      if (value === undefined) this.server.delete(key);
      else this.server.set(key, value);
      this.outbox.delete(key);
    }
  }
  /** Takes in what others sent; items changed here meanwhile stay. Returns whether anything came. */
  pull(chosen: (key: string) => boolean = () => true): boolean {
    let came = false;
    for (const key of new Set([...this.server.keys(), ...this.copy.keys()])) {
      if (this.outbox.has(key) || !chosen(key) || this.server.get(key) === this.copy.get(key)) continue;
      const value = this.server.get(key);
      if (value === undefined) this.copy.delete(key);
      else this.copy.set(key, value);
      came = true;
    }
    return came;
  }
  private change(key: string, value: unknown): void {
    if (value === undefined) this.copy.delete(key);
    else this.copy.set(key, value);
    this.outbox.add(key);
  }
  private countWrite(): void {
    if (this.broken) throw new Error(this.broken);
    const now = this.now();
    this.times.push(now);
    this.writes++;
    if (this.times.filter((at) => at > now - 60_000).length > PER_MINUTE) {
      throw new Error('This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.');
    }
  }
}
