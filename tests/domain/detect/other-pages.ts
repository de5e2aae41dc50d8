/**
 * Pages that are not about crypto, hard on purpose: their subjects use the words that projects are named after. Sentences
 * are templates of our own; a seed chooses and fills them, so that every page is the same each time.
 */

/** Subject → its sentences. "{a|b|c}" stands for one of the words. */
const EN: Record<string, string[]> = {
  cooking: [
    'Add {Mint|mint}, a {dash|Dash} of salt and {Honey|honey} to the {Base|base}; let it {render|Render} on low {Gas|gas} for {ten|twenty} minutes.',
    'The {Sushi|Pancake|Gelato|Juicebox} course comes last. {Harvest|Beets|Figs} and {Sugar|Nectar} go on the plate near the {Flow|edge}.',
    'Swap the butter for oil, {pool|stake out} the juices in the pan and {yield|gain} two portions; the {Core|core} of the apple is discarded.',
    'Our {Maker|baker} friend {Babylon|Luna|Celestia} says the {Compound|compound} butter should be cold before you {Blend|fold} it.',
  ],
  sports: [
    '{Phoenix|Orlando|Avalanche} beat {Harmony|Union|Galaxy} 3–1; {Dash|Rocket} scored near the end and the {Wormhole|Curve} ball fooled the keeper.',
    'The {Core|core} of the squad returned on {Friday|Monday}. Optimism returned to the stands, and the {Flow|flow} of the game changed.',
    'Colorado {Avalanche|avalanche} signed a {Near|near}-record contract; the {Snapshot|snapshot} of the table shows them {second|first}.',
    'She plays her {Anchor|anchor} leg for {Jupiter|Apollo} FC, coached by {Maker|Stellar} names such as {Taylor|Okafor}.',
  ],
  physics: [
    '{Helium|Neon|Argon} is a noble gas; {Cosmos|cosmos} is an old word for the universe, and {Quantum|Flux|Radix} is a word of the text book.',
    'The {Curve|curve} flattens {Near|near} the {Core|core} of the {Polygon|polygon}; {Osmosis|osmosis} drives the {Flow|flow} through the membrane.',
    'A {Wormhole|Blast|Pulse} of {Ion|Axion|Tachyon} beams was measured with a {Qubit|qubit}. {Stellar|Solar} {Mass|mass} matters, wrote {Lagrange|Newton}.',
    'The {Graph|graph} shows a {Ripple|ripple} in the {Ether|ether}, a {Token|token} idea of the nineteenth century; the chain of proof is long.',
  ],
  travel: [
    'The {Oasis|Aurora|Moonriver} lodge is {Near|near} the {Ocean|ocean}; its {Base|base} camp has a {Bridge|bridge} over the {Flow|river}.',
    'We saw {Avalanche|avalanche} barriers in {Solana Beach|the Lido|Paxos} and a {Harbour|harbour} called {Arbor|Base|Port}.',
    'From {Babylon|Carthage|Lido} to {Osaka|Kadena|Sparta}: a {Compass|Map} of {Optimism|hope}, in {Scroll|book} form.',
    'Take the {Orbit|Metro|Linea} train to {Jupiter|Terra|Luna} beach, then {Hop|walk} {Across|across} the bay. Tickets are {Mint|green}.',
  ],
  code: [
    'Call {Render|render} with a {Token|token} from the {Stack|stack}; {Base|base}64 encodes the {Hash|hash} and {Fork|fork}s a process in the {Pool|pool}.',
    'The {Graph|graph} {Node|node} keeps a {Snapshot|snapshot}; {Flow|flow} types {Compound|compound} values. Use {Near|near} and {Across|across} with care.',
    'A {Bridge|bridge} network {Chain|chain} in {Namespace|Multipass|Tesseract} needs a {Validator|validator}; the {Protocol|protocol} has a {Swap|swap} file.',
    '{Aurora|Cosmos|Stellar} is a database service; {Polygon|polygon} fill rules live in {Canvas|canvas}. {Optimism|Optimistic locking} is a {Core|core} idea.',
  ],
  finance: [
    'Treasury yields rose; the {Base|base} rate stays. {Flow|flow} of funds into {Core|core} inflation hedges fell, and {Compound|compound} interest did the rest.',
    'The bank sold its {Stake|stake} to {Maple|Harvest|Sky} partners; liquidity and collateral rules {Swap|swap} places in {March|May}.',
    '{Optimism|optimism} about lending returned, analysts at {Goldfinch|Bluefin|Maple} Road {Capital|capital} said; {Curve|curve} steepening went on.',
    'The {Anchor|anchor} investor, {Ripple|Apollo|Galaxy} Holdings, holds a governance {Token|token} seat; the {Pool|pool} of borrowers shrank.',
  ],
  law: [
    'The {Union|court} held that the {Bond|bond} was void; a {Token|token} payment and the {Chain|chain} of custody were {Near|near} the {Core|core} of the case.',
    'Counsel for {Compass|Ledger|Safe} Ltd argued that {Protocol|protocol} was kept, that the {Bridge|bridge} loan had no collateral and the {Mint|mint} no duty.',
    '{Harmony|Accord} of laws and {Base|base} motives: the {Scroll|record} shows that the {Oracle|witness} of {Babylon|Alexandria} never spoke.',
    'A {Snapshot|copy} of the {Graph|chart} is annexed; {Optimism|optimism} is no defence, {Justice|Lord Justice} {Flow|Dash|Maker} remarked.',
  ],
  medicine: [
    'Blood {Flow|flow} {Near|near} the {Core|core} of the lesion fell; the {Curve|curve} of {Compound|compound} {B|C} peaked at noon.',
    '{Helium|helium} and {Ion|ion} mixtures help; {Osmosis|osmosis} moves water {Across|across} the wall. {Pulse|Spark|Nano} oximetry was used.',
    'The {Graph|figure} shows {Optimism|optimism} scores; a {Token|token} reward kept patients in the {Pool|pool}. {Balancer|Anchor} sutures held.',
    'Linea alba, {Aorta|Radix} and {Celer|Tibia}: the {Base|base} of the skull, in {Plate|Scroll} 4. {Prime|Lido}caine was not used.',
  ],
  gaming: [
    '{Celestia|Luna|Aurora|Ronin} casts {Avalanche|Blast}; mint a sword in the forge, {Stake|stake} the vampire and bridge the chasm with a {Token|token}.',
    'Patch notes: {Render|render} {Core|core} fixed, {Wormhole|Stargate} no longer {Loop|loop}s, {Harmony|Serenity} costs {10|12} {Gas|gas}.',
    '{Jupiter|Apollo|Orca} drops a {Scroll|scroll} {Near|near} the {Base|base}; {Optimism|Hope} buffs {Flow|flow}. {Komodo|Fantom|Katana} joins the {Guild|guild}.',
    'Coins, pools of lava and a chain of quests: {Phantom|Kaito} meets {Orca|Ronin} at {Babylon|Ripple} Gate.',
  ],
  poetry: [
    'O {Luna|Cosmos|Aurora}, {Near|near} and far; a {Ripple|ripple} {Across|across} the {Ocean|ocean}; the {Flow|flow} of {Harmony|harmony}.',
    '{Optimism|Hope} is a thing; {Terra|earth} and {Stellar|starry} {Dust|dust}; the {Render|rending} of the {Graph|grave}.',
    'The {Oracle|oracle} of {Delphi|Babylon} kept one {Token|token} of love; {Mint|mint} and {Honey|honey} grew at the {Base|base} of the {Bridge|bridge}.',
    '{Celestia|Polaris} {Dash|ran}ed {Near|near}; {Compound|twofold} grief, a {Curve|bend} of the {Core|heart}, {Sui|sweet} generis.',
  ],
};
const AR: Record<string, string[]> = {
  طبخ: [
    'أضف {النعناع|السكر} ثم اترك الخليط قرب النافذة، وقدّمه مع {Base|Mint|Honey} على طبق من {Sushi|Pancake}.',
    'هذه وصفة سهلة تصلح عملة واحدة من الزعفران لها، والشبكة المعدنية تبرد الكعك.',
  ],
  رياضة: [
    'فاز فريق {Phoenix|Galaxy|Avalanche} على {Orlando|Union} في مباراة ودية، وسجل {Dash|Rocket} هدفين.',
    'عاد التفاؤل إلى الجماهير، وتدفقت الحافلات من المحطة إلى الملعب عبر منصة جديدة.',
  ],
  علوم: [
    'يدرس الباحثون غاز {Helium|Neon} ومنحنى {Curve|Flow} قرب نواة {Core|Cosmos}، والبروتوكول التجريبي منشور.',
    'سيعرض المتحف صورًا لكوكب {Jupiter|Stellar} وللقمر {Luna|Terra} حتى نهاية الشهر، ورسوم الدخول رمزية.',
  ],
  مال: [
    'خفض المصرف سعر الفائدة، وارتفعت سيولة السوق وتداول السندات، وبقيت العملات مستقرة مع ضمان الرهن العقاري.',
    'قال المحلل إن شركة {Ripple|Galaxy|Apollo} للنقل باعت حصتها، وإن المحفظة الوقفية تراجعت.',
  ],
};
const ZH: Record<string, string[]> = {
  烹饪: [
    '在锅里加一点{Mint|薄荷}和{Sushi|Sugar}醋，小火煮{十|二十}分钟，最后撒上{Honey|Flow}粉。',
    '把奶油放进冰箱的节点位置，链条上的钩子要擦干净，协议菜单明天部署。',
  ],
  体育: [
    '{Phoenix|Galaxy|Avalanche}队三比一战胜{Union|Harmony}，{Dash|Rocket}在终场前进球，{Optimism|乐观}情绪回归。',
    '教练说{Flow|心流}状态很重要，{Core|核心}球员周五归队，交易所得的新人表现不错。',
  ],
  科技: [
    '以太网交换机价格稳定，智能家居节点已经部署，加密通信协议由{Render|渲染}线程处理，钱包放在桌上。',
    '{Graph|图}数据库的{Snapshot|快照}写入磁盘，{Base|基础}层不覆盖，{Compound|复合}索引排序很快，流动性好。',
  ],
  财经: [
    '央行下调存款准备金率，流动性得到补充，银行的质押融资利率走低，{Curve|曲线}趋陡。',
    '去中国旅行的游客增多，{Ripple|涟漪}效应明显，治理提案通过，{Maple|Apollo}公司出售股份。',
  ],
};

/** What stands around a text on any page. */
const MARGINS = {
  en: [
    'Subscribe to our newsletter. {Share|Like} this on {X|Mastodon}, {Signal|Telegram} or {Block|copy} the link; sign in with your wallet or {Key|key}.',
    'More from {Mirror|The Block|Atlas}: {Optimism|hope} in {Spring|May}, and why the {Render|print} matters. {Safe|safe} payment, no token needed.',
  ],
  ar: ['اشترك في النشرة البريدية، وشارك الرابط عبر المنصات. الدفع آمن بالبطاقة أو المحفظة الرقمية.'],
  zh: ['订阅邮件，分享链接。付款安全，支持电子钱包。更多内容见{Mirror|首页}。'],
};

/** Linear congruential numbers of Numerical Recipes: enough to choose words by. */
function numbers(seed: number): (below: number) => number {
  // Neighbouring seeds must not begin alike.
  let state = Math.imul(seed, 2654435761) >>> 0;
  for (let i = 0; i < 3; i++) state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function fill(sentence: string, next: (below: number) => number): string {
  return sentence.replace(/\{([^}]*)\}/g, (_, words: string) => {
    const choice = words.split('|');
    return choice[next(choice.length)] as string;
  });
}

export interface OtherPage {
  language: 'en' | 'ar' | 'zh';
  subject: string;
  blocks: string[];
}

/** `count` pages of four to nine paragraphs, two thirds English, the others Arabic and Chinese. */
export function otherPages(count: number): OtherPage[] {
  return Array.from({ length: count }, (_, index) => {
    const next = numbers(index + 1);
    const language = (['en', 'en', 'en', 'en', 'ar', 'zh'] as const)[index % 6] as OtherPage['language'];
    const subjects = { en: EN, ar: AR, zh: ZH }[language];
    const names = Object.keys(subjects);
    const subject = names[next(names.length)] as string;
    const own = [...(subjects[subject] as string[]), ...MARGINS[language]];
    const blocks = Array.from({ length: 4 + next(6) }, () =>
      Array.from({ length: 2 + next(3) }, () => fill(own[next(own.length)] as string, next)).join(' '),
    );
    return { language, subject, blocks };
  });
}
