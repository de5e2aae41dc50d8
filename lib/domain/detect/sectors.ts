/** Sectors and ideas that a text may name. They carry no project; a mention is `sector:<id>`. */
import type { NameEntry } from './types.ts';

export const SECTOR_PREFIX = 'sector:';

/**
 * Phrases per sector in lower case. After "?" stand those that are everyday words too and need a crypto context; after "!" those that must also stand
 * as a term does, in a list or in quotation marks.
 */
const TABLE: Record<string, string> = {
  restaking: 'restaking,إعادة الرهن,إعادة الرهان,إعادة التخزين,إعادة التوقيف,إعادة الستاكينج,再质押,再質押',
  'liquid-restaking': 'liquid restaking,liquid restaking token,liquid restaking tokens,流动性再质押,流動性再質押',
  'liquid-staking':
    'liquid staking,liquid staking token,liquid staking tokens,流动性质押,流動性質押,流動性質押,الستاكينج السائل,التخزين السائل',
  intents:
    '?intents,intent-based,intent-centric,intent layer,التقاط النية,النوايا,النية,意图层,意图网络,意图协议,意图架构,意图交易,意图赛道,意图中心,意图驱动,意图为中心,基于意图,意圖層,意圖網絡,意圖協議,以意圖,意图表达,意图捕获,意图执行,意图求解,意圖表達,意圖執行,!意图,!意圖',
  'ai-agents':
    '?ai agents,ai agent,autonomous agents,agentic ai,وكلاء الذكاء الاصطناعي,وكيل الذكاء الاصطناعي,وكلاء ذكاء اصطناعي,ai代理,ai智能体,AI 代理,AI 智能体,AI 智能代理,ai智能體',
  l2: 'rollups,rollup,optimistic rollup,optimistic rollups,zk rollup,zk rollups,zk-rollup,zk-rollups,layer 2s,?layer 2,layer-2,حلول الطبقة الثانية,الطبقة الثانية,二层网络,二層網絡,二層網路,卷叠',
  stablecoin: 'stablecoins,stablecoin,العملات المستقرة,عملات مستقرة,عملة مستقرة,العملة المستقرة,稳定币,穩定幣',
  rwa: 'real-world assets,real world assets,real-world asset,RWAs,RWA,?الأصول الحقيقية,الأصول الواقعية,أصول العالم الحقيقي,أصول العالم الواقعي,现实世界资产,真实世界资产,現實世界資產,真實世界資產',
  depin:
    'depin,decentralized physical infrastructure,شبكات البنية التحتية المادية اللامركزية,去中心化物理基础设施,去中心化實體基礎設施',
  'prediction-market': '?prediction markets,prediction market,أسواق التنبؤ,预测市场,預測市場',
  da: '?data availability,data availability layer,توافر البيانات,توفر البيانات,数据可用性,數據可用性',
  'account-abstraction': 'account abstraction,تجريد الحساب,账户抽象,帐户抽象,帳戶抽象,賬戶抽象',
  'chain-abstraction': 'chain abstraction,链抽象,鏈抽象',
};

function entriesOf(id: string, list: string): NameEntry[] {
  let nameClass: NameEntry['nameClass'] = 'U';
  return list.split(',').map((item) => {
    if (item.startsWith('?')) nameClass = 'C';
    if (item.startsWith('!')) nameClass = 'X';
    const phrase = item.replace(/^[?!]/, '');
    const code = phrase.charCodeAt(phrase.length - 1);
    const lang = code > 0x3000 ? 'zh' : code > 0x600 ? 'ar' : undefined;
    return { projectId: SECTOR_PREFIX + id, phrase, nameClass, ...(lang ? { lang } : {}) };
  });
}

/** Every phrase of every sector, as names to verify. Latin ones match in any case. */
function allNames(): readonly NameEntry[] {
  return Object.entries(TABLE).flatMap(([id, list]) => entriesOf(id, list));
}
// Marked pure: the page's script needs `isSectorId` alone, and must not carry the table for it.
export const SECTOR_NAMES: readonly NameEntry[] = /* @__PURE__ */ allNames();

/** Whether an id is that of a sector or idea, not of a project. */
export function isSectorId(projectId: string): boolean {
  return projectId.startsWith(SECTOR_PREFIX);
}
