/** Terms of the field that are also the name of a project: texts about crypto write them with a capital for the thing itself. */
const TERMS = new Set(
  '0x Access Account Agent Alpha Beta Block Bond Bridge Bridges Burn Casper Chain Channels Claim Clique Collective Common Delegate Drop Edge Epoch Exchange Fork Foundation Frame Gas Gauge Guild Hash Hub IPC Key Launchpad Layer Ledger Level Liquid Market Meme Merge Mine Mint Nested Node Nonce Oracle Order Phase Plasma Points Pool Predicate Prime Proof Protocol Quest Reach Rebase Request Reserve Reverse Revert Root Sender Send Shard Sign Signal Slot Snap Stack Stake State Swap Token Treasury Trust Union Unit Vault Vote Wallet World Yield'.split(
    ' ',
  ),
);

/** True for a name that no context tells from the term: only a strong fact does. */
export const isTerm = (phrase: string) => TERMS.has(phrase);
