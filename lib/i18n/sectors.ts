/** Names of sectors and ideas in every language, by the registry's ids (lib/domain/registry/sectors.ts): `sector.<id>`. */
import type { Language } from '../i18n.ts';

/** id: English, Arabic, Chinese. */
const NAMES = {
  l0: ['Layer 0', 'الطبقة 0', 'Layer 0'],
  l1: ['Layer 1', 'الطبقة 1', '一层网络'],
  l2: ['Layer 2', 'الطبقة 2', '二层网络'],
  l3: ['Layer 3', 'الطبقة 3', '三层网络'],
  defi: ['DeFi', 'التمويل اللامركزي', 'DeFi'],
  dex: ['Exchange on chain', 'منصة تداول لامركزية', '去中心化交易所'],
  'dex-aggregator': ['Exchange aggregator', 'مجمّع تداول', '交易聚合器'],
  cex: ['Centralised exchange', 'منصة تداول مركزية', '中心化交易所'],
  perps: ['Perpetuals', 'العقود الدائمة', '永续合约'],
  options: ['Options', 'عقود الخيارات', '期权'],
  synthetics: ['Synthetic assets', 'أصول اصطناعية', '合成资产'],
  'prediction-market': ['Prediction market', 'سوق توقعات', '预测市场'],
  lending: ['Lending', 'إقراض', '借贷'],
  yield: ['Yield', 'عوائد', '收益'],
  insurance: ['Cover', 'تغطية', '保障'],
  stablecoin: ['Stablecoin', 'عملة مستقرة', '稳定币'],
  'reserve-currency': ['Reserve currency', 'عملة احتياطية', '储备货币'],
  rwa: ['Real-world assets', 'أصول واقعية', '现实世界资产'],
  payments: ['Payments', 'مدفوعات', '支付'],
  staking: ['Staking', 'رهن', '质押'],
  'liquid-staking': ['Liquid staking', 'رهن سائل', '流动性质押'],
  restaking: ['Restaking', 'إعادة الرهن', '再质押'],
  'liquid-restaking': ['Liquid restaking', 'إعادة رهن سائلة', '流动性再质押'],
  intents: ['Intents', 'النوايا', '意图'],
  bridge: ['Bridge', 'جسر', '跨链桥'],
  interop: ['Interoperability', 'تشغيل بيني', '互操作'],
  'chain-abstraction': ['Chain abstraction', 'تجريد السلاسل', '链抽象'],
  'account-abstraction': ['Account abstraction', 'تجريد الحسابات', '账户抽象'],
  oracle: ['Oracle', 'أوراكل', '预言机'],
  da: ['Data availability', 'توافر البيانات', '数据可用性'],
  sequencing: ['Sequencing', 'ترتيب المعاملات', '排序'],
  zk: ['Zero-knowledge proofs', 'براهين المعرفة الصفرية', '零知识证明'],
  fhe: ['Homomorphic encryption', 'تشفير متماثل', '同态加密'],
  privacy: ['Privacy', 'خصوصية', '隐私'],
  security: ['Security', 'أمان', '安全'],
  identity: ['Identity', 'هوية', '身份'],
  wallet: ['Wallet', 'محفظة', '钱包'],
  infrastructure: ['Infrastructure', 'بنية تحتية', '基础设施'],
  data: ['Data and indexing', 'بيانات وفهرسة', '数据与索引'],
  storage: ['Storage', 'تخزين', '存储'],
  depin: ['DePIN', 'شبكات البنية المادية (DePIN)', 'DePIN'],
  ai: ['AI', 'ذكاء اصطناعي', '人工智能'],
  'ai-agents': ['AI agents', 'وكلاء الذكاء الاصطناعي', 'AI 代理'],
  gaming: ['Gaming', 'ألعاب', '游戏'],
  nft: ['NFT', 'رموز غير قابلة للاستبدال', 'NFT'],
  social: ['Social', 'شبكات اجتماعية', '社交'],
  consumer: ['Consumer', 'تطبيقات استهلاكية', '消费应用'],
  ip: ['Intellectual property', 'ملكية فكرية', '知识产权'],
  launchpad: ['Launchpad', 'منصة إطلاق', '启动平台'],
  'dao-governance': ['DAO and governance', 'منظمات لامركزية وحوكمة', 'DAO 与治理'],
  'public-goods': ['Public goods', 'منافع عامة', '公共物品'],
  meme: ['Meme', 'ميم', '迷因'],
  rollups: ['Rollups', 'حزم المعاملات (Rollups)', 'Rollup'],
} as const satisfies Record<string, readonly [string, string, string]>;

export type SectorMessages = { readonly [K in `sector.${keyof typeof NAMES}`]: string };

const COLUMNS: Record<Language, 0 | 1 | 2> = { en: 0, ar: 1, zh_CN: 2 };

/** The sectors' names in one language, as messages. */
export function sectorMessages(language: Language): SectorMessages {
  const entries = Object.entries(NAMES).map(([id, names]) => [`sector.${id}`, names[COLUMNS[language]]]);
  return Object.fromEntries(entries) as SectorMessages;
}
