/**
 * What stands beside a name that is another thing there, beyond the collected table: regular expression sources, right
 * after and right before the phrase. Found by reading articles.
 */
export const ANTI: Record<string, { next?: string; prev?: string }> = {
  Gemini: { next: 'Advanced|AI|Exp|Flash|Nano|Pro|Ultra|\\d' },
  Tron: { next: 'Legacy|Ares|arcade' },
  Stargate: { next: 'AI|infrastructure|project|venture', prev: 'called|OpenAI.s|venture' },
  Base: { next: 'tokens?|pairs?|protocols?' },
  // Bitcoin Core, called Core once it was named.
  Core: {
    next: 'layers?|tokens?|wallet|teams?|contracts?|开发者|開發者|开发团队|贡献者|客户端|节点|節點',
    prev: 'Wallet|USD[CT]',
  },
  // The way of making chains, which Ethereum left.
  Plasma: { next: '链|鏈|侧链|技术|技術|框架|方案' },
  // What is traded against emissions.
  Carbon: {
    next: 'tokens?|exchanges?|credits?|markets?|offsets?|removals?|footprints?|emissions?|assets?|finance|bridge',
  },
  // Products of Solana Mobile and Aave.
  Ten: { next: 'years?|months?|weeks?|days?|hours?|minutes?|times?|thousand|million|percent|of|or|people|more' },
  Saga: { next: 'phone|smartphone|Mobile', prev: 'Solana' },
  Umbrella: { next: 'module|stak', prev: 'Aave|Aave.s' },
  Mango: { next: 'Network' },
  Pepe: { prev: 'Street|Baby' },
  Boba: { next: 'Tea|tea' },
  Swarm: { prev: 'OpenAI' },
  Kernel: { prev: 'Linux|the' },
  // The number of a permit, at the foot of every page that is served from the mainland.
  ICP: { next: '备|備|证|證|许可|許可|经营|經營|号|號|/IP' },
  Raft: { next: '协议|協議|共识|共識|算法|演算法|consensus|protocol|cluster|group|leader' },
  Kraken: { next: 'Black|rum', prev: 'Seattle|the|a' },
  Ledger: { prev: 'distributed|general|public|shared|the|a' },
};
