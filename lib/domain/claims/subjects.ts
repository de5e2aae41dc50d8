/** Sectors and the whole field as subjects of a sentence. Projects come as mentions that were verified before. */
import { SECTOR_NAMES } from '../detect/sectors.ts';
import { foldedWords } from '../roadmap/normalise.ts';
import { has } from './words/index.ts';

/** Sectors beside those that detection marks: here a predicate and a number stand in the same sentence, which bears wider words. */
const MORE: Record<string, string> = {
  defi: 'defi|decentralized finance|decentralised finance|التمويل اللامركزي|去中心化金融',
  l2: 'layer two|l2s|l2|الطبقة الثانية|二层|二層',
  l1: 'layer 1|layer-1|l1s|l1|الطبقة الأولى|一层网络|公链|公鏈',
  dex: 'decentralized exchanges|dexs|dexes|المنصات اللامركزية|去中心化交易所',
  lending: 'lending protocols|lending protocol|بروتوكولات الإقراض|借贷协议|借貸協議',
  bridge: 'bridges|cross-chain bridges|الجسور|跨链桥|跨鏈橋',
  oracle: 'oracles|الأوراكل|预言机|預言機',
  zk: 'zero-knowledge|zk|إثباتات المعرفة الصفرية|零知识|零知識',
  privacy: 'privacy coins|privacy protocols|عملات الخصوصية|隐私币|隐私协议',
  gaming: 'gamefi|blockchain games|ألعاب البلوكتشين|链游|鏈遊',
  perps: 'perpetuals|perps|perp dexs|العقود الدائمة|永续合约|永續合約',
  restaking: 'restaked|إعادة الستيكينغ',
  intents: 'intent protocols|بروتوكولات النية',
  'ai-agents': 'crypto agents|ai 智能体|ai agent赛道|ai智能體',
};
/** Words of detection's list that are everyday words where nothing around speaks of crypto. */
const EVERYDAY = new Set(['النيه', 'النوايا', 'bridges', 'oracles', 'intents', '意图', '意圖'].map(foldedWords));
/** Says that an everyday word is meant as the sector. */
const SECTOR_CUE =
  /protocols?|projects?|sector|solvers?|networks?|بروتوكول|مشاريع|قطاع|سرد|协议|類|类|赛道|賽道|项目|項目|叙事/u;

const BY_PHRASE = new Map<string, string>();
for (const { phrase, projectId } of SECTOR_NAMES) BY_PHRASE.set(foldedWords(phrase), projectId.replace(/^sector:/, ''));
for (const [sector, list] of Object.entries(MORE))
  for (const p of list.split('|')) BY_PHRASE.set(foldedWords(p), sector);

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const longestFirst = [...BY_PHRASE.keys()]
  .sort((a, b) => b.length - a.length)
  .map(quoted)
  .join('|');
const SECTOR = new RegExp(
  `(?<![\\p{Script=Latin}\\d])(?:(?<!\\p{Script=Arabic})[وفبكل]{0,2}(?=\\p{Script=Arabic})|(?!\\p{Script=Arabic}))(${longestFirst})(?![\\p{Script=Latin}\\d])`,
  'gu',
);

export interface SectorHit {
  sector: string;
  at: number;
  to: number;
}

/** Sectors that folded text names, each once, in reading order. `crypto`: the page speaks of crypto anyway. */
export function sectorsIn(folded: string, crypto: boolean): SectorHit[] {
  const hits: SectorHit[] = [];
  for (const m of folded.matchAll(SECTOR)) {
    const phrase = m[1] as string;
    const sector = BY_PHRASE.get(phrase) as string;
    if (EVERYDAY.has(phrase) && !crypto && !SECTOR_CUE.test(folded)) continue;
    const at = m.index + m[0].length - phrase.length;
    if (!hits.some((h) => h.sector === sector)) hits.push({ sector, at, to: at + phrase.length });
  }
  return hits;
}

/** True where folded text names crypto as a whole. */
export function namesField(folded: string): boolean {
  return has(folded, 'field');
}
