/** Which stage of a project a promise belongs to: funding, development, test, audit, launch, after. */
import type { Stage } from '../signal.ts';
import { foldPattern, foldText, normaliseText } from './normalise.ts';

const folded = (text: string) => foldText(normaliseText(text));
const rule = (latin: string, han = '') =>
  new RegExp(
    `(?<![\\p{Script=Latin}])(?<!\\p{Script=Arabic}{4})(?:${foldPattern(latin)})${han ? `|${foldPattern(han)}` : ''}`,
    'u',
  );
const end = '(?![\\p{Script=Latin}])';

const FUNDING = rule(
  `(?:seed|private|public|pre-?seed|strategic|series [abc]|investment|funding|angel)[ -](?:round|sale|raise|investments?)|fair ?launch|token sale|presale|pre-sale|crowdsale|crowdfund\\w*|fund-?rais\\w*|fundrais\\w*|ic[o]${end}|id[o]${end}|ie[o]${end}|ig[o]${end}|lbp${end}|tge${end}|token generation|token launch|launchpad|venture capital|raise (?:capital|funds)|raised? \\$|treasury diversification|nft sale|public mint|initial (?:coin|dex|exchange) offering|` +
    'جمع التمويل|جولة تمويل|تمويل|بيع خاص|بيع عام|البيع الخاص|البيع العام|بيع التوكن|بيع الرموز|بيع العملات|البيع المسبق|بيع مسبق|اكتتاب|الطرح الأولي|طرح الرمز|إصدار الرمز|إصدار التوكن|توليد الرمز',
  '融资|融資|募资|募資|私募|公募|种子轮|種子輪|代币销售|代幣銷售|代币发行|代幣發行|预售|預售|众筹|眾籌|首次代币|轮投资',
);
const AUDIT = rule(
  `(?:security |code |external |internal |smart[ -]contract |third[- ]party |independent )?audits?${end}(?! log| trail)|audited|auditing|auditors?|security review|penetration test\\w*|pen-?test\\w*|bug bount\\w+|formal verification|` +
    'تدقيق|التدقيق|مراجعة أمنية|المراجعة الأمنية|فحص أمني|مكافآت الثغرات|مكافأة الثغرات|اختبار الاختراق',
  '审计|審計|安全审查|安全審查|漏洞赏金|漏洞賞金|形式化验证|形式化驗證|渗透测试',
);
const TEST = rule(
  `test-?\\s?nets?${end}|devnet|devnets|test network|incentivi[sz]ed test|testing|tests?${end}|test suite|qa${end}|quality assurance|load[- ]test\\w*|stress[- ]test\\w*|fuzz\\w*|closed (?:alpha|beta)|open (?:alpha|beta)|public (?:alpha|beta)|private (?:alpha|beta)|alpha${end}|beta${end}|simulations?${end}|shadow mode|shadow fork|attacking network|` +
    'شبكة الاختبار|شبكة اختبار|الشبكة التجريبية|شبكة تجريبية|شبكة اختبارية|الشبكة الاختبارية|تست نت|تستنت|اختبار|الاختبار|اختبارات|الاختبارات|تجريبي|تجريبية|التجريبية|النسخة التجريبية|بيتا|نسخة تجريبية',
  '测试网|測試網|测试|測試|内测|內測|公测|公測|压力测试|灰度|测试版|沙盒',
);
const TESTNET = rule(
  `test-?\\s?nets?${end}|devnets?${end}|test network|شبكة الاختبار|شبكة اختبار|الشبكة التجريبية|شبكة تجريبية|الشبكة الاختبارية`,
  '测试网|測試網|开发网|開發網',
);
const MAINNET = rule(
  `main-?\\s?nets?${end}|main network|genesis block|الشبكة الرئيسية|شبكة رئيسية|الشبكه الرئيسيه|مين نت|ماينت|مينت نت`,
  '(?<!测试)主网|(?<!測試)主網',
);
const LAUNCH = rule(
  `launch\\w*|go(?:es|ing)? live|go-live|going live|general availability|ga${end}|final release|production (?:release|launch|deployment)|deploy(?:ment|ed|s)?${end}|deploy to (?:mainnet|production)|roll-?out|rollout|token listing|genesis${end}|release candidate|releases?${end}(?! (?:asset|note|manager|process|engineering|integrity|related))|released|out of beta|` +
    'إطلاق|الإطلاق|أطلق|إصدار|الإصدار|اصدار|نشر العقود|النشر على|بدء التشغيل|تدشين',
  '上线|上線|发布|發布|发行|推出|正式版|启动主网|启用|落地|部署',
);
const VERSION = /(?:^|\s)v?\d+\.\d+(?:\.\d+)*(?:-?(?:rc|alpha|beta)[.\d]*)?(?=$|\s|[:,])/;
const VERSION_ONLY = /^\W*(?:v?\d+\.\d+(?:\.\d+)*[\w.-]*|v\d+)(?=$|\s|[:,(-])/;
const AFTER = rule(
  `post-?(?:launch|mainnet)|maintenance|maintaining|maintain (?:the )?(?:network|nodes?|releases?)|ongoing support|dao (?:launch|governance|transition)|hand(?:ing)?[- ]?over|governance (?:handover|transition|launch|activation|transfer)|(?:full |progressive )?decentrali[sz]ation of governance|transition to dao|community governance|on-?going operations|grants? program\\w*|ecosystem (?:growth|fund|expansion|grants?)|global expansion|(?:exchange|cex|dex|tier[- ]?\\d) listings?|listings? on|partnerships?${end}|mass adoption|market expansion|scaling adoption|staking rewards program|community growth|` +
    'ما بعد الإطلاق|بعد الإطلاق|صيانة|الصيانة|حوكمة مجتمعية|حوكمة المجتمع|الحوكمة اللامركزية|منظمة لامركزية|توسع|التوسع|شراكات|الشراكات|الإدراج|إدراج في|إدراج على|برنامج المنح|صندوق النظام|نمو المجتمع|دعم مستمر',
  '治理|社区自治|社區自治|维护|維護|生态基金|生態基金|生态扩展|生态建设|生態建設|上币|上幣|交易所上|上线交易所|登陆交易所|合作伙伴|合作夥伴|全球扩张|全球拓展|推广|激励计划|资助计划',
);
const DEVELOPMENT = rule(
  `build(?:ing|s)?${end}|develop\\w*|implement\\w*|integrat\\w*|refactor\\w*|design\\w*|redesign\\w*|prototyp\\w*|proof of concept|poc${end}|mvp${end}|sdk${end}|apis?${end}|cli${end}|wallets?${end}|bridges?${end}|explorer|protocol|module|modules|smart contracts?|contracts?${end}|engine|framework|support|optimi[sz]\\w*|improv\\w*|enhanc\\w*|upgrad\\w*|migrat\\w*|add(?:ing|s)?${end}|creat\\w*|remov\\w*|fix\\w*|updat\\w*|writ\\w*|documentation|docs${end}|specification|spec${end}|architecture|codebase|code${end}|library|client|node|nodes|network layer|consensus|storage|database|interface|dashboard|portal|website|web app|mobile app|app${end}|platform|tools?${end}|tooling|infrastructure|backend|frontend|rpc${end}|evm${end}|wasm${end}|vm${end}|zk\\w*|proofs?${end}|rollups?${end}|sharding|cryptograph\\w*|benchmark\\w*|monitoring|metrics|indexer|mempool|elaborat\\w*|publication of|finali[sz]\\w*|multisig|multi-sig\\w*|subaddress\\w*|port to|feature|features|plugin|extension|compiler|virtual machine|oracle|staking|marketplace|exchange|swap|lending|vaults?|` +
    'تطوير|التطوير|بناء|تصميم|برمجة|تنفيذ|دمج|تكامل|دعم|إضافة|تحسين|تحديث|كتابة|توثيق|محفظة|المحفظة|جسر|الجسر|العقود الذكية|عقود ذكية|واجهة|منصة|المنصة|تطبيق|بروتوكول|البروتوكول|مستكشف|أدوات|نموذج أولي|ترقية|هجرة|إنشاء|إعادة|معمارية',
  '开发(?!网)|開發(?!網)|研发|研發|设计|設計|构建|構建|实现|實現|集成|整合|支持|优化|優化|升级|升級|重构|重構|钱包|錢包|跨链|跨鏈|桥|合约|合約|协议|協議|浏览器|瀏覽器|架构|架構|文档|文檔|白皮书|接口|原型|模块|模塊|引擎|平台|迁移|遷移|改进|新增|客户端|节点|節點|共识|共識|分片|虚拟机',
);
const RESEARCH_ONLY = rule(
  `research(?! (?:and|&) dev)|papers?${end}|whitepaper study|البحث|ورقة بحثية`,
  '研究|论文|論文',
);
const NO_STAGE = rule(
  `licens\\w*|legal|complian\\w*|incorporat\\w*|advis\\w*|team${end}|brand\\w*|members?${end}|followers|holders|tvl${end}|airdrops?|nft drop|sponsor\\w*|promoters?${end}|hackathons?|ama${end}|media${end}|press${end}|influencers?|kols?${end}|outreach|partners?${end}|hard-?fork|community${end}|discord|telegram|twitter|social media|marketing|ambassador\\w*|hiring|recruit\\w*|rename\\w*|rebrand\\w*|selection|events?|campaign\\w*|giveaway\\w*|recovered from|(?:start|end) of|meetup|conference|publish latency|` +
    'تسويق|التسويق|المجتمع|توظيف|ترخيص',
  '营销|營銷|市场推广|推广者|社区|社區|社群|活动|活動|赞助|贊助|黑客松|空投|投票|招聘|更名',
);

/**
 * Stages that a wording names, in the order of a project's life. `details` are lines that belong to the item (a release table's notes).
 * A test network's launch is test; an audit log is a feature; where nothing else is named and the wording is about software: development.
 */
export function stagesOf(title: string, details = ''): Stage[] {
  const text = folded(title.slice(0, 600));
  const found = new Set<Stage>();
  if (FUNDING.test(text)) found.add('funding');
  if (AUDIT.test(text)) found.add('audit');
  const testnet = TESTNET.test(text);
  if (testnet || (TEST.test(text) && !VERSION.test(text) && !/\b(?:release|released|out of beta)\b/.test(text)))
    found.add('test');
  if (MAINNET.test(text) && (!found.has('test') || LAUNCH.test(text) || testnet)) found.add('launch');
  else if (!found.size && (LAUNCH.test(unbracketed(text)) || VERSION_ONLY.test(text))) found.add('launch');
  if (AFTER.test(text)) found.add('after');
  const more = details ? folded(details.slice(0, 600)) : '';
  if (!found.size && more && FUNDING.test(more)) found.add('funding');
  if (!found.size && more && (TESTNET.test(more) || /\btest(?:ing|nets?)\b/.test(more)) && !DEVELOPMENT.test(text))
    found.add('test');
  if (
    found.size === 1 &&
    found.has('test') &&
    !testnet &&
    /(?<!continuous )integrat|develop|build|implement|开发|تطوير/.test(text)
  )
    found.add('development');
  if (!found.size && !RESEARCH_ONLY.test(text) && (DEVELOPMENT.test(text) || !NO_STAGE.test(text)))
    found.add('development');
  return STAGE_ORDER.filter((s) => found.has(s));
}
/** Brackets explain; what they name is rarely the step itself. */
const unbracketed = (text: string) => text.replace(/\([^()]*\)/g, ' ').trim() || text;
const STAGE_ORDER: Stage[] = ['funding', 'development', 'test', 'audit', 'launch', 'after'];
