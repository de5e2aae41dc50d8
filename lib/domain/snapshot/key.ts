/**
 * Public halves of the keys whose snapshots every reader's extension takes: raw Ed25519, base64, made by
 * `lib/tools/snapshot/sign.ts --new-key`. Empty until the project publishes snapshots: then only a reader who gives an
 * address together with its publisher's key gets updates. To change keys, the new one stands beside the old one for one
 * release; see "Keys" in lib/README.md.
 */
export const SNAPSHOT_KEYS: readonly string[] = [];
