/** Whole pages in Chinese and Arabic, as sites make them: navigation, list of flashes, table, related articles, foot with its permit. Our own words. */
import { describe, expect, it } from 'vitest';
import { items, onePageATest, page, shownOn } from './site-pages.ts';

onePageATest();

const zh = (main: string, related: string[] = []) =>
  page(
    main,
    ['首页', '快讯', '深度', '行情'],
    related,
    '<p>声明：内容不构成投资建议。</p><p>© 2026 某站 <a href="https://beian.example/">京ICP备20260001号-1</a> 京ICP证260001号 ICP/IP地址备案</p>',
  );
const ar = (main: string, related: string[] = []) =>
  page(main, ['الرئيسية', 'أخبار', 'تحليلات'], related, '<p>جميع الحقوق محفوظة. لا يعد هذا نصيحة.</p>');

describe('a Chinese page about crypto', () => {
  it.each([
    [
      'flashes',
      zh(
        `<h1>早间快讯</h1>${items([
          '<b>10:02</b> 巨鲸向币安/Bitget转入代币，链上地址已被标记',
          '<b>10:15</b> 以太坊主网手续费降至低位，Uniswap交易量上升',
          '<b>10:40</b> Polygon亚洲区主管谈跨链桥',
        ])}`,
      ),
      ['binance', 'bitget', 'ethereum', 'uniswap', 'polygon'],
    ],
    [
      'the characters of Taiwan',
      zh(
        '<h1>帳戶抽象走到哪裡</h1><p>乙太坊的錢包改用帳戶抽象，二層網路跟進；預測市場與流動性質押也是今年的區塊鏈題目。</p>',
      ),
      ['sector:account-abstraction', 'ethereum', 'sector:l2', 'sector:prediction-market', 'sector:liquid-staking'],
    ],
    [
      'names without their blank',
      zh('<p>ImmutableX与TornadoCash都部署在以太坊主网，代币在去中心化交易所流通。</p>'),
      ['immutable', 'tornado-cash', 'ethereum'],
    ],
    [
      'networks in a list',
      zh(
        `<p>以太坊上的代币可由以下网络充值：</p>${items(['Arbitrum One', 'OKT Chain', 'Optimism', 'Solana', 'X Layer'])}`,
      ),
      ['ethereum', 'arbitrum', 'optimism', 'solana'],
    ],
    [
      'the coin of that ticker',
      zh('<p>DFINITY 的代币 ICP 今日上涨，以太坊与比特币持平。</p>'),
      ['internet-computer', 'ethereum', 'bitcoin'],
    ],
    [
      'a list that says what each is',
      zh(
        `<h2>链上主要应用</h2><p>以太坊与 Solana 上的代币在这里交易，Uniswap 最早。</p>${items([
          '<b>Tensor</b>：面向专业用户的 NFT 交易市场',
          '<b>Orca</b>：去中心化的交易平台',
          '<b>Base</b>: Coinbase 推出的 L2 网络',
        ])}<p>Scroll 是兼容以太坊的二层网络。</p>`,
      ),
      ['ethereum', 'solana', 'uniswap', 'tensor', 'orca', 'base', 'coinbase', 'scroll', 'sector:l2'],
    ],
    [
      'a company by its full name',
      zh('<p>USDC 由Circle Internet Financial发行，在以太坊与Solana流通，是去中心化金融常用的稳定币。</p>'),
      ['circle', 'ethereum', 'solana', 'sector:stablecoin'],
    ],
    [
      'a short line',
      zh('<h3>Polygon上的新币</h3><p>以太坊的代币空投开始，区块链游戏随后。</p>'),
      ['polygon', 'ethereum'],
    ],
    [
      'a place for projects',
      zh('<h2>Kaito 上的新项目</h2><p>以太坊上的代币空投已经开始，Uniswap 与 Linea 随后。</p>'),
      ['kaito', 'ethereum', 'uniswap', 'linea'],
    ],
    [
      'further names in Chinese',
      zh('<p>抹茶、火必与币安上线特佐斯，麦子钱包随后支持，雪崩生态的代币下跌，以太坊持平。</p>'),
      ['mexc', 'htx', 'binance', 'tezos', 'math-wallet', 'avalanche', 'ethereum'],
    ],
  ])('shows what it names: %s', async (_, body, ids) => {
    expect(await shownOn(body)).toEqual(ids);
  });

  it.each([
    [
      'an intention',
      '<p>以太坊项目方认定持有人违反“无转售意图”规则，取消其代币配额，Uniswap 与 Aave 未受影响。</p>',
      ['ethereum', 'uniswap', 'aave'],
    ],
    ['a kind of chain', '<p>以太坊曾有 Plasma 链与侧链，代币需跨链，后来多用汇总。</p>', ['ethereum']],
    ['the program of Bitcoin', '<p>比特币社区争论区块大小，Core开发者反对提案，节点随后升级。</p>', ['bitcoin']],
    ['an algorithm and a language', '<p>用 Ruby 写一个区块链，节点之间以 Raft 协议达成一致，再部署智能合约。</p>', []],
    ['a device', '<p>该公司用 Orbs 扫描虹膜，再发放代币，监管者正在调查这种区块链钱包。</p>', []],
  ])('shows no project for the sake of %s', async (_, main, ids) => {
    expect(await shownOn(zh(main))).toEqual(ids);
  });
});

describe('an Arabic page about crypto', () => {
  it.each([
    [
      'a breach',
      ar('<p>تعرض بروتوكول الإقراض UwuLend لاختراق على شبكة إيثريوم، وهو متفرع من Aave.</p>'),
      ['uwu-lend', 'ethereum', 'aave'],
    ],
    [
      'a person',
      ar('<p>قال إريك ريبل، مدير الهندسة في Coinbase، إن العملات المستقرة على البلوكتشين تناسب البرامج.</p>'),
      ['coinbase', 'sector:stablecoin'],
    ],
    [
      'except, which folds into a spelling of Sui',
      ar('<p>لم تكن العملات المشفرة سوى تجربة، ثم جاءت بيتكوين وإيثيريوم على البلوكشين.</p>'),
      ['bitcoin', 'ethereum'],
    ],
    [
      'what each is',
      ar(
        '<p>تدعم المحفظة إيثيريوم وسولانا وArbitrum على البلوكتشين. Orca هي منصة لامركزية، وDrift (DRIFT) هو بروتوكول للعقود الدائمة.</p>',
      ),
      ['ethereum', 'solana', 'arbitrum', 'orca', 'drift'],
    ],
  ])('shows what it names: %s', async (_, body, ids) => {
    expect(await shownOn(body)).toEqual(ids);
  });
});

describe('a page about something else', () => {
  it.each([
    [
      '模型周报',
      zh(
        '<ul><li>AI 智能体可以调用工具，用量翻倍。</li><li>每个 token 的价格下降，Oracle 数据库支持加密传输。</li><li>某交易所停用旧接口。</li><li>有人用加密货币付账。</li></ul>',
      ),
    ],
    [
      '地震波场与雪崩',
      zh('<h1>雪崩之后</h1><p>研究者记录了地震波场，卡车司机王波卡在路上，柚子和橙子都运不出去。</p>'),
    ],
    ['菜谱', zh('<h1>寿司卷</h1><p>米饭拌醋，卷上海苔，配柚子汁。意图省事的人可以买现成的。</p>')],
    ['إلا', ar('<h1>الشبكة</h1><p>لا محفظة ولا عملة سوى ما في جيبك، ولا شبكة سوى شبكة الصياد.</p>')],
    [
      'نية الصائم',
      ar('<h1>النية في الصوم</h1><p>تجب النية قبل الفجر، ولا يشترط التلفظ بها، وقيمة الفدية مد من طعام.</p>'),
    ],
    ['طبخ', ar('<h1>كبسة الدجاج</h1><p>ضعي البصل في القدر، ثم أضيفي الأرز، واتركيه على نار هادئة.</p>')],
  ])('shows nothing: %s', async (_, body) => {
    expect(await shownOn(body)).toEqual([]);
  });
});
