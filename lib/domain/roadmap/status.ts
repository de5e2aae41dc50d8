/**
 * What a text says about the state of a promise: planned, in progress, done, delayed, dropped. Negation comes first, the future second.
 * Never inferred from a date that has passed.
 */
import type { ItemStatus } from '../signal.ts';
import { foldPattern, foldText, normaliseText } from './normalise.ts';

export interface StatusHit {
  status: ItemStatus;
  by: 'label' | 'emoji' | 'words';
  /** Done and in progress were both said. */
  conflict: boolean;
}

/** Marks with a settled meaning. Circles are colours only and give way to a legend; ⭐ 🚀 🎉 📌 say nothing about the state. */
const EMOJI: [string, ItemStatus][] = [
  ...[...'✅✔☑🟢🏁💚'].map((c): [string, ItemStatus] => [c, 'done']),
  ...[...'🚧🔄🏗🔨🛠⏩🔵🔃🏃♻◐'].map((c): [string, ItemStatus] => [c, 'in_progress']),
  ...[...'🔜📅🗓🔮🔲⬜☐◻🟡⚪📝🆕🔘🕐○💡'].map((c): [string, ItemStatus] => [c, 'planned']),
  ...[...'⏸🟠⚠'].map((c): [string, ItemStatus] => [c, 'delayed']),
  ...[...'❌🚫✖🗑⛔🔴'].map((c): [string, ItemStatus] => [c, 'dropped']),
  ...[...'⏳⌛'].map((c): [string, ItemStatus] => [c, 'in_progress']),
];
export const EMOJI_STATUS = new Map(EMOJI);

const folded = (text: string) => foldText(normaliseText(text));
const words = (text: string) =>
  `(?<![\\p{Script=Latin}\\p{Script=Arabic}])(?:${foldPattern(text)})(?![\\p{Script=Latin}\\p{Script=Arabic}])`;
const re = (latin: string, han = '') => new RegExp(han ? `${words(latin)}|${foldPattern(han)}` : words(latin), 'u');

/** Not done yet: looked for before anything else, since it contains the words of "done". */
const NOT_YET = re(
  'not (?:yet )?(?:been )?(?:started|begun|done|complete|completed|finished|released|launched|live|implemented|ready|available|delivered)|' +
    'not yet|yet to|incomplete|unfinished|unreleased|to[ -]?do|backlog|pending|upcoming|planned|planning|scheduled|proposed|future|next up|' +
    'غير مكتمل|لم يكتمل|لم تكتمل|لم ينجز|لم يتم|لم تتم|لم يبدا|لم تبدا|ليس بعد|غير منجز|مخطط|مخطط له|مخططة|المخطط|قيد التخطيط|قادم|قادمة|مجدول|لاحقا|مستقبلي|قريبا|المستقبل',
  '未完成|尚未|还没|還沒|没有完成|未开始|未開始|未启动|未啟動|未上线|未上線|未发布|未發布|待开始|待開始|待完成|待办|待辦|待启动|待上线|计划中|計劃中|計畫中|规划中|規劃中|筹备中|籌備中|即将|即將|预计|預計|将于|將於|待定|敬请期待',
);
const FUTURE = re(
  "will(?: be| have)?|won't|to be|is expected|are expected|expected|estimated|planned|plan to|plans to|aims? to|going to|shall|by the end of|eta|due|target(?:ed)?|" +
    'سيتم|ستتم|سيكون|ستكون|سوف|سيطلق|ستطلق|سنطلق|سنقوم|متوقع|المتوقع|من المتوقع|المقرر|نخطط|نعتزم',
  '将会|將會|将在|將在|将要|拟|擬',
);
const DROPPED = re(
  "cancell?ed|dropped|abandoned|discontinued|removed|rejected|won'?t do|wontfix|out of scope|superseded|deprecated|no longer planned|descoped|scrapped|ملغي|ملغاة|الغي|ألغي|تم الغاء|تم الإلغاء|لن يتم|متروك",
  '已取消|取消|已放弃|放弃|放棄|已废弃|废弃|廢棄|不再|中止|终止|終止',
);
const DELAYED = re(
  'delayed|postponed|on[ -]hold|paused|blocked|deferred|slipped|pushed back|behind schedule|suspended|stalled|overdue|rescheduled|' +
    'مؤجل|مؤجلة|تأجل|تاجلت|تم تأجيل|تم التأجيل|متأخر|متاخرة|معلق|متوقف|موقوف|متعثر',
  '延期|延迟|延遲|推迟|推遲|延后|延後|暂停|暫停|搁置|擱置|滞后',
);
const IN_PROGRESS = re(
  'in[ -]progress|ongoing|on[ -]going|underway|under way|wip|work in progress|in development|under development|under construction|being (?:built|developed|implemented|tested|worked on)|' +
    'we are (?:currently )?(?:working|building|developing|implementing|testing)|working on|currently|started|active|in review|in testing|in audit|in flight|doing|partially(?: (?:done|complete|completed))?|' +
    'قيد التنفيذ|قيد التطوير|قيد العمل|قيد الإنشاء|قيد الاختبار|قيد المراجعة|قيد الإنجاز|جاري|جار|جارية|يجري|تجري|جاري العمل|الجاري|قيد التقدم|مستمر|مستمرة|بدأ|حاليا',
  '进行中|進行中|正在|开发中|開發中|测试中|測試中|实施中|實施中|推进中|推進中|审计中|審計中|建设中|建設中|已开始|已開始|已启动|已啟動|进行时|部分完成|持续|執行中|执行中',
);
const DONE = re(
  'done|complete|completed|finished|finalized|finalised|shipped|released|launched|delivered|deployed|live|achieved|accomplished|closed|merged|implemented|resolved|fixed|published|concluded|past|shipped|' +
    'was (?:released|launched|completed)|were (?:released|reorganized|reworked)|' +
    'مكتمل|مكتملة|مكتملا|اكتمل|اكتملت|منجز|منجزة|أنجز|تم|تمت|تم الإطلاق|تم الانتهاء|تم الإنجاز|أطلق|أطلقت|منتهي|منتهية|انتهى|انتهت|جاهز|صدر',
  '已完成|完成✓|已上线|已上線|已发布|已發布|已推出|已启用|已实现|已實現|已交付|已结束|已結束|上线完成|完成了|已部署|已落地',
);
const LONE_DONE = /^(?:完成|完结|完結|上线|上線)$/;

/** Words that state the state when they stand as a label: in brackets, behind a dash or colon, alone in a cell or line. */
type Kind = [RegExp, ItemStatus];
const ORDER: Kind[] = [
  [DROPPED, 'dropped'],
  [DELAYED, 'delayed'],
  [NOT_YET, 'planned'],
];

/** State of a short text that is nothing but a state: a table cell, the value of "Status:", a label in brackets. */
export function statusOfLabel(input: string): StatusHit | undefined {
  const emoji = statusOfEmoji(input);
  const text = folded(input.slice(0, 200));
  const trimmed = text
    .replace(/[^\p{L}\p{N}\s%'-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const said = statusOfWords(text, trimmed);
  if (!said) return emoji;
  if (emoji && emoji.status !== said && isClash(emoji.status, said))
    return { status: 'in_progress', by: 'label', conflict: true };
  return { status: said, by: 'label', conflict: emoji?.conflict ?? false };
}
const isClash = (a: ItemStatus, b: ItemStatus) =>
  (a === 'done' && b === 'in_progress') || (a === 'in_progress' && b === 'done');

function statusOfWords(text: string, trimmed = text): ItemStatus | undefined {
  const percent = /^(?:~\s?)?(\d{1,3})\s?%/.exec(trimmed);
  if (percent) return Number(percent[1]) >= 100 ? 'done' : Number(percent[1]) > 0 ? 'in_progress' : 'planned';
  for (const [pattern, status] of ORDER) if (pattern.test(text)) return status;
  const running = IN_PROGRESS.test(text);
  if (FUTURE.test(text) && !running) return 'planned';
  if (running) return 'in_progress';
  if (DONE.test(text) || LONE_DONE.test(trimmed)) return 'done';
  if (/^(?:yes|نعم|是)$/.test(trimmed)) return 'done';
  if (/^(?:no|none|open|new|todo|tba|tbd|لا|否|soon|later|next)$/.test(trimmed)) return 'planned';
  return /^(?:now|current)$/.test(trimmed) ? 'in_progress' : undefined;
}

/** State by emoji alone; done and in progress together are a conflict, read as in progress. */
export function statusOfEmoji(
  input: string,
  legend: ReadonlyMap<string, ItemStatus> = EMOJI_STATUS,
): StatusHit | undefined {
  const seen = new Set<ItemStatus>();
  for (const c of input) {
    const status = legend.get(c);
    if (status) seen.add(status);
  }
  if (!seen.size) return undefined;
  if (seen.has('done') && seen.has('in_progress')) return { status: 'in_progress', by: 'emoji', conflict: true };
  for (const status of ['dropped', 'delayed', 'done', 'in_progress', 'planned'] as const)
    if (seen.has(status)) return { status, by: 'emoji', conflict: false };
  return undefined;
}

const LABELS = [
  /[([{（【〔]([^()[\]{}（）【】〔〕]{1,60})[)\]}）】〕]/gu, // (Completed), [WIP], 【进行中】
  /(?:^|\s)[-–—:：|·•>]+\s*([^-–—:：|()]{1,40})$/gu, // "… - done"
  /^([\p{L} ]{2,24}?)\s*[:：\-–—|]\s/gu, // "Done: …"
  /\*\*([^*]{2,24})\*\*/gu,
];

/** A whole phrase whose words are all about the state ("will be completed in Q3", "✅ COMPLETED", "تم الإطلاق"). */
const SENTENCES: Kind[] = [
  [
    re(
      'سيتم|ستتم|سوف|will be (?:completed|released|launched|delivered|deployed|live|finished)|not yet|yet to be|لم يتم|لم يكتمل|غير مكتمل',
      '尚未|未完成|将于|將於|预计|預計|即将|即將',
    ),
    'planned',
  ],
  [re('(?:has|have) been (?:cancell?ed|dropped|abandoned)|تم إلغاء|تم الغاء', '已取消|已放弃|已廢棄'), 'dropped'],
  [
    re(
      '(?:deferred|postponed|delayed|rescheduled|pushed back|on hold)|تم تأجيل|مؤجل|مؤجلة|تأجل',
      '延期|推迟|推遲|延后|延後|暂停|暫停|搁置',
    ),
    'delayed',
  ],
  [
    re(
      '(?:we are|is being|are being|is|are) (?:currently )?(?:working on|under development|in progress|being \\S+)|in progress|work in progress|قيد التنفيذ|قيد التطوير|جاري العمل|يجري|جاري',
      '进行中|進行中|正在|开发中|開發中|测试中|測試中',
    ),
    'in_progress',
  ],
  [
    re(
      '(?:has|have) (?:already )?been \\S+|was (?:released|launched|completed|deployed|delivered)|were (?:released|launched|completed|deployed|delivered)|already (?:live|done|released|available)|is (?:now )?live|successfully \\S+|تم|تمت|اكتمل|اكتملت|انتهى|أطلقنا',
      '已完成|已上线|已上線|已发布|已發布|已推出|已实现|已實現|已交付|已部署',
    ),
    'done',
  ],
];
const PARTICIPLE_LAST =
  /\b(?:launched|released|completed|deployed|published|shipped|delivered|finished|patched|redesigned|activated|reached|achieved)[.!]?(?:\s*[;(].*)?$/;
const PARTICIPLE_FIRST =
  /^(?:launched|released|completed|deployed|published|shipped|delivered|finished|listed|introduced|raised|cancelled|canceled)\b/;

/**
 * State that a title or heading states itself: labels in brackets or behind a dash, then emoji, then words. Undefined where it states none
 * ("Implement live query client").
 */
export function statusOfText(
  input: string,
  legend: ReadonlyMap<string, ItemStatus> = EMOJI_STATUS,
): StatusHit | undefined {
  const text = folded(input.slice(0, 600));
  const emoji = statusOfEmoji(input.slice(0, 600), legend);
  const label = labelIn(text);
  const said = label ?? wordsIn(text);
  if (said && emoji) {
    if (isClash(said, emoji.status) || emoji.conflict) return { status: 'in_progress', by: 'label', conflict: true };
    return label ? { status: label, by: 'label', conflict: false } : emoji;
  }
  if (said) return { status: said, by: label ? 'label' : 'words', conflict: false };
  return emoji;
}

function labelIn(text: string): ItemStatus | undefined {
  for (const pattern of LABELS)
    for (const m of text.matchAll(pattern)) {
      const inner = (m[1] as string).trim();
      // "(5%)" in the middle of a wording is a figure of what is built, not how far it is.
      if (/^[~\d.\s]+%$/.test(inner) && /\p{L}|\d+\s?%/u.test(text.replace(m[0], '').slice(m.index))) continue;
      // A label is short; a longer bracket is a remark ("issues may arise before release").
      if (inner.split(/\s+/).length > 6) continue;
      const bare = inner
        .replace(/[^\p{L}\p{N}\s%'-]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      const status = statusOfWords(inner, bare);
      if (status && (pattern !== LABELS[1] || bare.split(' ').length <= 4)) return status;
    }
  return undefined;
}

/** State of a line that says nothing else, but for marks and a share: "Done ✅ 100%". Undefined for any other line. */
export function statusAlone(input: string): ItemStatus | undefined {
  const plain = plainWords(folded(input.slice(0, 100)).replace(/\d{1,3}\s?%/g, ' '));
  return plain && plain.split(' ').length <= 3 ? statusOfShort(plain) : undefined;
}

const plainWords = (text: string) =>
  text
    .replace(/[^\p{L}\p{N}\s'/%-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function wordsIn(text: string): ItemStatus | undefined {
  const plain = plainWords(text);
  const count = plain.split(' ').length;
  if (count <= 3) {
    const short = statusOfShort(plain);
    if (short) return short;
  }
  for (const [pattern, status] of SENTENCES) if (pattern.test(text)) return status;
  if (/\b(?:completed?|done|cancell?ed|delayed|ongoing)$/.test(plain))
    return statusOfWords(plain.split(' ').slice(-3).join(' '));
  return PARTICIPLE_LAST.test(plain) || PARTICIPLE_FIRST.test(plain) ? 'done' : undefined;
}
/** One to three words that are only a state; "Active validators" or "Live query client" are none. */
function statusOfShort(plain: string): ItemStatus | undefined {
  const rest = plain
    .replace(
      new RegExp(`(?:${[DROPPED, DELAYED, NOT_YET, IN_PROGRESS, DONE].map((r) => r.source).join('|')})`, 'gu'),
      '',
    )
    .replace(/[^\p{L}]/gu, '');
  return rest.length === 0 ? statusOfWords(plain) : undefined;
}
