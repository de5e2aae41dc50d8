/** What a heading says about everything below it: date, state, whether plans stand here at all. */
import type { ItemStatus } from '../signal.ts';
import { type Block, type Line, makeBlock } from './blocks.ts';
import { type DateHit, findDates, parseDate } from './dates.ts';
import type { Meta } from './key-lines.ts';
import { foldPattern, foldText, normaliseText } from './normalise.ts';
import { EMOJI_STATUS, statusOfText } from './status.ts';

export interface Section {
  depth: number;
  text: string;
  line: number;
  links: string[];
  blocks: Block[];
  subs: Section[];
  parent: Section | null;
  /** Date in the heading itself. */
  hit: DateHit | undefined;
  status: ItemStatus | undefined;
  conflict: boolean;
  /** hard: nothing here is a promise; soft: only tasks and lines with a date of their own are. */
  skip: 'hard' | 'soft' | null;
  /** "Now", "Next", "Later": a time without a date; nothing is inherited from above. */
  bucket: boolean;
  /** The heading says that plans stand here: a date, a state, a phase, "planned", "goals". */
  plans: boolean;
  /** The title of the whole document. */
  title: boolean;
  /** Key lines directly below. */
  meta: Meta;
  /** Year named by the last heading down to here. */
  year: number | undefined;
}

const folded = (text: string) => foldText(normaliseText(text));
const anchored = (latin: string, han = '') =>
  new RegExp(`^(?:${foldPattern(latin)})$${han ? `|^(?:${foldPattern(han)})$` : ''}`, 'u');
const inside = (latin: string, han = '') =>
  new RegExp(
    `(?<![\\p{Script=Latin}\\p{Script=Arabic}])(?:${foldPattern(latin)})(?![\\p{Script=Latin}\\p{Script=Arabic}])${han ? `|${foldPattern(han)}` : ''}`,
    'u',
  );

/** Whole headings under which nothing is promised, not even by a box: criteria, legends, comparisons, metrics, what is out of scope. */
const HARD = inside(
  "definition of (?:done|ready)|done criteria|(?:success|acceptance|exit|completion|release) (?:criteria|metrics?|indicators?)|(?:key|impact|performance|success) (?:metrics?|indicators?|targets?)|kpis?|legend|status key|key to symbols|out of scope|not prioriti[sz]ed|non-?goals|won't do|competit\\w+|comparison|differentiat\\w+|vs\\.?|disclaimers?|table of contents|contents|changelog|how to (?:contribute|help|read|use)|guide to|road ?map (?:columns|stages|labels)|function areas?|contributing|contribut(?:e|ion guidelines)|open questions|(?:design |guiding |core )?principles|risk (?:assessment|management|factors)|risks|glossary|faq|license|references|further reading|feedback|get involved|ecosystem alignment|pr checklist|contact|" +
    'معايير النجاح|مؤشرات الأداء|مقارنة|إخلاء مسؤولية|إخلاء المسؤولية|تنويه|دليل الرموز|المساهمة|كيفية المساهمة|المحتويات|المخاطر|الأسئلة الشائعة|المراجع|خارج النطاق|تواصل معنا',
  '成功标准|成功標準|验收标准|图例|圖例|免责声明|免責聲明|目录|目錄|参与贡献|如何贡献|贡献指南|风险|風險|竞品|对比|非目标|关键指标|常见问题|参考资料|联系我们',
);
/** Headings that describe: their plain bullets are properties, not steps. */
const SOFT = anchored(
  '(?:\\d+[.)] )?(?:about\\b.*|overview|introduction|intro|background|description|summary|executive summary|objectives?|vision|our vision|mission|our mission|motivation|narratives?|why\\b.*|what is\\b.*|purpose|philosophy|values|team|our team|partners|tokenomics.*|token|architecture.*|.*\\bappendix\\b.*|features|key features|core features|highlights|benefits|resources|links|useful links|notes?|sections|context|scope|assumptions|dependencies|deliverables|strategy|technology|tech stack|stack|security features|structure|governance model|budget|funding allocation|allocation|use of funds)|' +
    'نظرة عامة|مقدمة|المقدمة|الرؤية|رؤيتنا|المهمة|رسالتنا|الخلفية|الفريق|الملخص|من نحن|حول المشروع|الميزات|اقتصاديات الرمز|ملاحظات|ملحق|الأهداف العامة',
  '概述|概览|概覽|简介|簡介|介绍|愿景(?:目标|与使命)?|願景(?:目標)?|使命|背景|团队|團隊|摘要|特性|核心特性|代币经济.*|附录|附錄|说明|关于.*|架构.*|技术架构|备注',
);
const BUCKET = anchored(
  '#?(?:now|next|later|soon|someday|future|the future|up next|backlog|ice ?box|wish ?list|maybe|ideas|long[- ]?term|medium[- ]?term|mid[- ]?term|short[- ]?term|near[- ]?term|next up|coming soon|upcoming|beyond|unscheduled|tbd|tba|to be determined|post[- ]\\S+(?: work)?|after \\S+|under consideration|exploring|future (?:work|plans|ideas|goals|considerations|directions?|improvements)|long[- ]?term (?:goals|vision|plans))(?:\\s*[(:-].*)?|' +
    'الآن|التالي|لاحقا|المستقبل|قريبا|المدى القصير|المدى المتوسط|المدى الطويل|المدى البعيد|على المدى .*|خطط مستقبلية|الخطط المستقبلية|قائمة الانتظار',
  '现在|現在|当前|接下来|接下來|下一步|未来|未來|以后|短期.*|中期.*|长期.*|長期.*|近期.*|待办|待辦|待规划|未来规划|未来计划|未来展望',
);
const PHASE = inside(
  '(?:phase|stage|milestone|step|sprint|iteration|epoch|wave|era|part|track|season|chapter|workstream|initiative|theme|release|version|tier)s?\\s?[-#:.]?\\s?(?:\\d+|[ivx]{1,4}|zero|one|two|three|four|five|six|alpha|beta|[a-e])|m\\d{1,2}|v\\d+(?:\\.\\d+)*(?:\\.x)?|\\d+\\.\\d+(?:\\.\\d+|\\.x)?|' +
    'المرحلة|مرحلة|الخطوة|المعلم|الإصدار',
  '第\\s?[一二三四五六七八九十\\d]+\\s?(?:阶段|階段|期|步|季)|阶段\\s?[一二三四五\\d]|里程碑|版本',
);
const PLAN = inside(
  'phases?|milestones?|planned|plans?|in progress|ongoing|completed|done|upcoming|to-?do|todos?|tasks?|task list|next steps?|action items?|immediate actions?|actions|goals|priorit(?:y|ies)|deliver(?:y|ables)|quick wins|timeline|schedule|initiatives|work ?items?|achieve\\w*|focus|roadmap items|backlog|short[- ]term|long[- ]term|mid[- ]term|past|history|releases?|shipped|launched|' +
    'خارطة الطريق|خريطة الطريق|المراحل|مكتمل|المنجزات|الإنجازات|قيد التنفيذ|المخطط|الأهداف|المهام|الخطوات القادمة|الخطوات التالية|الجدول الزمني|أولويات|الأولويات|قادم',
  '路线图|路線圖|里程碑|规划|規劃|计划|計劃|进行中|已完成|待完成|任务|任務|目标|目標|下一步|时间表|時間表|重点',
);
const TITLE = inside(
  'road ?maps?|development plan|release plan|milestones|project plan|timeline|' +
    'خارطة الطريق|خريطة الطريق|خارطة طريق|خريطة طريق',
  '路线图|路線圖|路线|发展规划|發展規劃|规划|里程碑|蓝图|藍圖',
);

/** Heading without numbering, emoji and marks, folded. */
export function plainHeading(text: string): string {
  return folded(text)
    .replace(/[\p{Extended_Pictographic}\p{Emoji_Component}]/gu, (c) => (/[\d#*]/.test(c) ? c : ' '))
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–:.]+|[\s\-–:.]+$/g, '')
    .trim();
}

/** Whether a text is little more than a date, or opens with a phase: it groups what follows. */
export function isGroupTitle(text: string, year?: number): boolean {
  const plain = plainHeading(text);
  if (plain.length > 120 || !plain) return false;
  const hit = parseDate(text, { bareYear: true, ...(year ? { year } : {}) });
  if (hit?.start && !restOfDate(text, hit)) return true;
  return (
    /^(?:phase|stage|milestone|step|sprint|quarter|المرحله|مرحله|第.{1,3}(?:阶段|階段|期)|阶段)/u.test(plain) ||
    BUCKET.test(plain)
  );
}
/** What is left of a text without its date phrase, connecting words and marks; empty for "Q3 2025:" and "(by Q3 2025)". */
export function restOfDate(text: string, hit: DateHit): string {
  const clean = normaliseText(text);
  return foldText(clean.slice(0, hit.at) + clean.slice(hit.to))
    .replace(
      /(?<!\p{L})(?:by|in|of|the|year|quarter|for|expected|estimated|eta|target|planned|early|mid|late|end|goals?|releases?|plans?|roadmap|عام|سنه|في|خلال|计划|目标|路线图|规划)(?!\p{Script=Latin})/gu,
      '',
    )
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function headingHit(text: string, year: number | undefined): DateHit | undefined {
  const hit = parseDate(text, { bareYear: true, ...(year ? { year } : {}) });
  if (hit?.start) return hit;
  return hit && (hit.prominent || hit.precision === 'relative') ? hit : undefined;
}

/** What a release brings, where it stands right under the release. */
const OF_RELEASE = /^(?:new |key )?(?:features|deliverables)$/;
const isRelease = (section: Section | null): boolean =>
  section !== null && /^(?:release |version )?v?\d{1,4}(?:\.\d{1,4}){1,2}(?!\d|\.)/.test(plainHeading(section.text));

/** Marks that headings are decorated with; they tell a state only where the document's legend says so. */
const DECORATION = new Set([...'🛠🏗🔨📅🗓💡📝']);
const undecorated = (text: string, legend: ReadonlyMap<string, ItemStatus>) =>
  [...text].filter((c) => !DECORATION.has(c) || legend.get(c) !== EMOJI_STATUS.get(c)).join('');

function makeSection(
  block: Block,
  parent: Section | null,
  year: number | undefined,
  legend: ReadonlyMap<string, ItemStatus>,
): Section {
  const plain = plainHeading(block.text);
  const hit = headingHit(block.text, year);
  const title = block.depth === 1 && TITLE.test(plain);
  const status = title ? undefined : statusOfText(undecorated(block.text, legend), legend);
  const bucket = !hit?.start && BUCKET.test(plain);
  const soft = SOFT.test(plain) && !(OF_RELEASE.test(plain) && isRelease(parent));
  const skip = HARD.test(plain) && !hit?.start ? 'hard' : soft && !hit?.start && !bucket ? 'soft' : null;
  const named = findDates(block.text, { bareYear: true }).find((h) => h.start);
  return {
    ...{
      depth: block.depth,
      text: block.text,
      line: block.line,
      links: block.links,
      blocks: [],
      subs: [],
      parent,
      hit,
      bucket,
      title,
      meta: {},
    },
    status: status?.status,
    conflict: status?.conflict ?? false,
    skip:
      parent?.skip === 'hard' ? 'hard' : (skip ?? (parent?.skip === 'soft' && !hit?.start && !status ? 'soft' : null)),
    plans: Boolean(
      hit || status || bucket || PHASE.test(plain) || PLAN.test(plain) || (TITLE.test(plain) && block.depth < 7),
    ),
    year: named?.start ? Number(named.start.slice(0, 4)) : year,
  };
}

/** A short line alone that stands for a heading: bold, or a date or phase before a list. */
function asHeading(block: Block, next: Block | undefined, year: number | undefined): Block | undefined {
  const line = block.lines[0];
  if (block.type !== 'para' || !line) return undefined;
  if (block.lines.length === 1 && line.text.length <= 120) {
    const opens = next?.type === 'list' || next?.type === 'table' || next?.type === 'para';
    if (line.bold && opens && !/[:：]\s*\S/.test(line.text))
      return makeBlock('heading', block.line, { depth: 7, text: line.text, links: line.links });
    if (next?.type === 'list' && isGroupTitle(line.text, year))
      return makeBlock('heading', block.line, { depth: 7, text: line.text, links: line.links });
  }
  return undefined;
}

/** A line of running text that stands for a heading without being bold is short; a longer one is a sentence. */
const MAX_BARE_TITLE = 40;
/** Lines of one paragraph of which some are headings ("Q4 2021" above "✅ Wallet"): each stands for itself. */
function unfolded(block: Block): Block[] {
  if (block.type !== 'para' || block.lines.length < 2) return [block];
  const isHeading = (line: Line, i: number) =>
    i + 1 < block.lines.length &&
    line.text.length <= 120 &&
    ((isGroupTitle(line.text) && line.text.length <= MAX_BARE_TITLE) || (line.bold && !/[:：]\s*\S/.test(line.text)));
  if (!block.lines.some(isHeading)) return [block];
  const out: Block[] = [];
  block.lines.forEach((line, i) => {
    if (isHeading(line, i)) out.push(makeBlock('heading', line.line, { depth: 7, text: line.text, links: line.links }));
    else {
      const last = out[out.length - 1];
      if (last?.type === 'para') last.lines.push(line);
      else out.push(makeBlock('para', line.line, { lines: [line] }));
    }
  });
  return out;
}

/** The tree of headings; the root is a section without a heading. */
export function buildSections(blocks: Block[], legend: ReadonlyMap<string, ItemStatus> = EMOJI_STATUS): Section {
  const root = makeSection(makeBlock('heading', 1, {}), null, undefined, legend);
  root.plans = false;
  let current = root;
  let year: number | undefined;
  const close = (depth: number) => {
    while (current.parent && current.depth >= depth) current = current.parent;
  };
  const flat = blocks.flatMap(unfolded);
  flat.forEach((block, i) => {
    if (block.type === 'end') {
      close(block.depth);
      return;
    }
    const heading = block.type === 'heading' ? block : asHeading(block, flat[i + 1], year);
    if (!heading) {
      current.blocks.push(block);
      return;
    }
    close(heading.depth);
    const section = makeSection(heading, current, year, legend);
    if (section.year && section.hit?.start) year = section.year;
    current.subs.push(section);
    current = section;
  });
  return root;
}

/** A section for a list entry that groups its children. */
export function groupSection(
  text: string,
  line: number,
  links: string[],
  parent: Section,
  legend: ReadonlyMap<string, ItemStatus>,
): Section {
  const section = makeSection(makeBlock('heading', line, { depth: 8, text, links }), parent, parent.year, legend);
  return { ...section, plans: true, skip: parent.skip };
}
