/** What a reading of Arabic and Persian pages showed, about crypto and about anything else, in sentences of our own. */
import { describe, expect, it } from 'vitest';
import { ARTICLE, projectsIn, shownOn } from './setup.ts';

describe('judgeBlock on Arabic articles, with the shipped registry', () => {
  it.each([
    ['a coin between its class and its ticker', 'صعدت العملة الرقمية ترون (TRX) قليلا.', 'tron'],
    ['a name in quotes before its ticker', 'هبطت عملة "تونكوين" (TON) بعد الخبر.', 'ton'],
    ['a spelling with another vowel', 'اشترى الصندوق الزد كاش والمونيرو قبل الحظر.', 'zcash'],
    ['a spelling without a long vowel', 'زادت رسوم إثريوم هذا الشهر.', 'ethereum'],
    ['an Arabic form of an exchange’s chain', 'تعمل اللعبة على سلسلة بينانس الذكية وعلى سولانا.', 'bnb-chain'],
    ['the article before the short spelling', 'باع المعدنون البتكوين لتغطية الكهرباء.', 'bitcoin'],
    ['names after "such as"', 'تتوسع منصات مثل كيرف وغيرها في الإقراض.', 'curve'],
    ['a word in quotes before its ticker', 'قفزت «سوي» (SUI) بعد الإعلان.', 'sui'],
    ['a coin that is a girl, with its ticker', 'خسرت بيبي (PEPE) ثلث قيمتها.', 'pepe'],
    ['tuna called a chain', 'تقيم الشركة تطبيقاتها على شبكة تون وحدها.', 'ton'],
    ['the noun of a configured thing as a coin', 'قبل المتجر عملة بتكوين للدفع.', 'bitcoin'],
    ['a Latin name glued to a clitic', 'انتقل المطورون من الـEthereum إلى غيرها.', 'ethereum'],
    ['a Latin name behind a clitic and a kashida', 'تتصل المحفظة بـSolana مباشرة.', 'solana'],
    ['marks of direction around a name', 'أعلنت \u2067أربيتروم\u2069 عن ترقية.', 'arbitrum'],
    ['kashida within a name', 'ســولانا تعود إلى القمة.', 'solana'],
    ['a protocol in the order of Arabic', 'تتبنى الجسر منصات عدة منها بروتوكول Solv.', 'solv-protocol'],
    ['one behind a clitic', 'يخص الرمز حوكمة التداول ببروتوكول ApeX وحده.', 'apex-protocol'],
    ['an exchange whose name is a word, called one', 'سحبت الشركة رصيدها من منصة Gate بعد الترقية.', 'gate-io'],
    ['an exchange named after a monster', 'ردت كراكن على الدعوى بعد يوم.', 'kraken'],
    ['a Persian name beside its class', 'کارمزد شبکه اتریوم امروز کم شد.', 'ethereum'],
    ['a Persian name with a narrow joiner', 'قیمت بیت‌کوین بالا رفت.', 'bitcoin'],
  ])('takes %s', (_, text, id) => {
    expect(projectsIn(text, ARTICLE)).toContain(id);
  });

  it.each([
    ['a statesman', 'التقى الوزير خافيير سولانا في بروكسل وتحدثا عن العملة.', 'solana'],
    ['a mathematician', 'نشر جيرولامو كاردانو كتابه عن الجبر والتشفير.', 'cardano'],
    ['a bank', 'رفع بنك بي إن بي باريبا توقعاته لأسعار العملات.', 'bnb-chain'],
    ['a house for rent', 'حجز الزوار عبر منصة إير بي إن بي غرفا في المدينة.', 'bnb-chain'],
    ['the verb to configure', 'قم بتكوين المحفظة والشبكة قبل التداول.', 'bitcoin'],
    ['an actress', 'بيعت صورة مارلين مونرو رمزا رقميا.', 'monero'],
    ['a gas', 'تحتاج الرقائق إلى غاز الهيليوم، وزادت أسعار العملات.', 'helium'],
    ['a planet', 'أطلقت الوكالة مسبارا نحو كوكب جوبيتر عبر الشبكة.', 'jupiter'],
    ['a fenced quarter', 'اشترى المستثمر شقة في كومباوند بالقاهرة.', 'compound'],
    ['a coin named after a child of the frog', 'أدرجت المنصة عملة بيبي دوج للتداول.', 'pepe'],
  ])('does not take %s', (_, text, id) => {
    expect(projectsIn(text, ARTICLE)).not.toContain(id);
  });
});

describe('sectors in Arabic articles', () => {
  it.each([
    ['إعادة الرهان', 'sector:restaking'],
    ['إعادة الستاكينج', 'sector:restaking'],
    ['إعادة التوقيف', 'sector:restaking'],
    ['التخزين السائل', 'sector:liquid-staking'],
    ['شبكات الطبقة الثانية', 'sector:l2'],
    ['العملة المستقرة', 'sector:stablecoin'],
    ['الأصول الواقعية', 'sector:rwa'],
    ['توفر البيانات', 'sector:da'],
    ['وكلاء ذكاء اصطناعي', 'sector:ai-agents'],
  ])('finds %s on a page about crypto, and not on one about anything else', (phrase, id) => {
    const about = ['تتوسع إيثيريوم وسولانا في التمويل اللامركزي على البلوكتشين.', `يتحدث المقال عن ${phrase} للرموز.`];
    expect(shownOn(about)).toContain(id);
    expect(shownOn([`يتحدث المقال عن ${phrase} في المدينة، وعن شبكة الطرق ومنصة الحجز.`])).toEqual([]);
  });
});

describe('pageGate on Arabic pages about anything else, with the shipped registry', () => {
  it.each([
    ['politics', 'أعلن خافيير سولانا دعم العملة الموحدة. وأضاف سولانا أن شبكة العلاقات تتوسع وأن المنصة واحدة.'],
    ['mathematics', 'ولد جيرولامو كاردانو عام 1501. وتنسب إليه شبكة كاردانو في التشفير، وهي قناع لرموز خفية.'],
    ['a set-up guide', 'قم بتكوين الشبكة، ثم أدخل الرمز على المنصة. بعدها يشفر الجهاز الاتصال عبر بروتوكول آمن.'],
    ['shares', 'يسمح التطبيق بتكوين محفظة من الأسهم وتداول العملات الأجنبية على منصة واحدة.'],
    ['a series', 'يغادر فلوكي القرية ويبني سفينة. عرضت الشبكة المسلسل، ثم انتقل إلى منصة أخرى مع رموز هدايا.'],
    ['a slope', 'يسمى الانهيار أفالانش بالفرنسية، وقد قطع شبكة الكهرباء وأوقف منصة الإنقاذ.'],
    ['art', 'تعرض يايوي كوساما أعمالها في الرياض، وتباع التذاكر على منصة رقمية وعبر شبكة بنوك.'],
    ['a lost effort', 'ذهبت أموال المشروع هدرا بعد تعطل الشبكة والمنصة والمعاملات.'],
  ])('shows nothing on a page about %s', (_, text) => {
    expect(shownOn([text])).toEqual([]);
  });
});
