/**
 * Public half of the key that signs published snapshots: raw Ed25519, base64 (made by `lib/tools/snapshot/sign.ts --new-key`).
 * null: nobody publishes snapshots yet; then no update is taken from anywhere, and the bundled snapshot stays.
 */
export const SNAPSHOT_PUBLIC_KEY: string | null = null;
