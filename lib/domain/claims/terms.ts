/**
 * Two published word lists per language: words of price and trading, words of building. The page's language is shown as
 * counts with examples; no ratio is judged. Matched on folded text: English whole words, Arabic words after clitics
 * (a stem with $ takes no ending), Chinese anywhere.
 */

export const TERM_GROUPS = ['trading', 'building'] as const;
export type TermGroup = (typeof TERM_GROUPS)[number];
export type TermLanguage = 'en' | 'ar' | 'zh';

const list = (text: string) => text.split('|');

export const TERMS: Record<TermGroup, Record<TermLanguage, string[]>> = {
  trading: {
    en: list(
      'price|prices|pump|dump|bullish|bearish|bull run|bull market|bear market|rally|moon|all-time high|ath|trade|trades|trading|trader|traders|buy|sell|long|short|leverage|liquidation|liquidations|liquidated|market cap|volume|resistance|support level|breakout|candle|chart|profit|profits|gains|losses|airdrop|listing|listed|speculation|speculative|speculators|whale|whales|hodl|100x|10x|altseason|fomo|fud|memecoin|memecoins|inflows|outflows|etf|etfs|futures|options|portfolio|entry point|take profit|stop loss|undervalued|overvalued|market sentiment|secondary market',
    ),
    ar: list(
      'سعر|أسعار|تداول|متداول|مضارب|شراء|بيع$|صعود|هبوط|ربح|أرباح|خسائر|رافعة مالية|تصفية|سوق صاعد|سوق هابط|السوق الثانوية|القيمة السوقية|حجم التداول|مستوى الدعم|مقاومة|عملات الميم|حيتان|إدراج|إيردروب|صناديق الاستثمار المتداولة|etf|عقود آجلة|محفظة استثمارية|تقلب|ارتداد|قمة سعرية',
    ),
    zh: list(
      '价格|價格|币价|幣價|交易|买入|買入|卖出|賣出|做多|做空|杠杆|槓桿|爆仓|爆倉|清算|牛市|熊市|暴涨|暴漲|暴跌|涨幅|漲幅|跌幅|市值|成交量|行情|支撑位|阻力位|突破|抄底|止损|止損|止盈|套利|投机|投機|炒作|巨鲸|巨鯨|空投|上币|上幣|百倍|山寨季|迷因币|净流入|净流出|期货|期貨|合约交易|二级市场|二級市場|盈利|亏损|虧損|持仓|倉位',
    ),
  },
  building: {
    en: list(
      'developer|developers|engineer|engineers|code|codebase|commit|commits|repository|repositories|github|pull request|open source|open-source|release|releases|released|version|upgrade|upgrades|testnet|devnet|mainnet|audit|audits|audited|bug|bugs|bug bounty|roadmap|milestone|milestones|protocol upgrade|specification|implementation|research|documentation|sdk|api|compiler|client|clients|library|deploy|deployed|deployment|architecture|formal verification|proof system|benchmark|maintainer|maintainers|contributor|contributors|grant|grants|hard fork|infrastructure|product|prototype|smart contract|smart contracts',
    ),
    ar: list(
      'مطور|مبرمج|برمجة|برمجي|كود$|أكواد|شيفرة|مستودع|مصدر مفتوح|مفتوح المصدر|إصدار|ترقية|شبكة الاختبار|الشبكة التجريبية|الشبكة الرئيسية|تدقيق|ثغرة|ثغرات|خارطة طريق|خارطة الطريق|مرحلة|مراحل|تطوير|بناء|مهندس|بحث وتطوير|توثيق|بنية تحتية|منتج|نموذج أولي|عقد ذكي|عقود ذكية|العقود الذكية|ابتكار|مساهم|منح$',
    ),
    zh: list(
      '开发者|開發者|开发|開發|研发|研發|工程师|工程師|代码|代碼|代码库|提交|仓库|倉庫|开源|開源|版本|升级|升級|测试网|測試網|主网|主網|审计|審計|漏洞|路线图|路線圖|里程碑|规范|規範|实现|實現|文档|文檔|客户端|客戶端|部署|架构|架構|形式化验证|基础设施|基礎設施|产品|產品|原型|智能合约|智能合約|贡献者|貢獻者|硬分叉|技术创新|技術創新|构建|構建',
    ),
  },
};
