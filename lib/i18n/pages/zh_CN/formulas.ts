/** Chinese words of the formulas. */
import type { formulas as english } from '../en/formulas.ts';

export const formulas: Record<keyof typeof english, string> = {
  'formula.active-developers': 'T 之前 28 天内至少有一次计入提交的作者，在所有已读取的仓库中只计一次',
  'formula.peak-developers': 'P = 在 T − 7k 天（k = 0..52）时活跃开发者的最大值',
  'formula.drawdown': 'D = 1 − 活跃开发者 ÷ P',
  'formula.regulars': '活跃开发者中，28 天内有 ≥ 10 个不同提交日的人',
  'formula.one-day': '活跃开发者中，84 天内只有 1 个提交日的人',
  'formula.established-share': '首次提交早于 T − 730 天的活跃开发者所占比例',
  'formula.newcomer-share': '首次提交在 T − 365 天当天或之后的活跃开发者所占比例',
  'formula.developers-joined': '首次提交在最近 91 天内、且总共有 ≥ 2 个活跃日的作者（来自统计时按周）',
  'formula.developers-left': '在 [T − 182, T − 91) 活跃而此后不再活跃、且总共有 ≥ 2 个活跃日的作者（来自统计时按周）',
  'formula.absence-factor': '完成最近 365 天提交 ≥ 50% 所需的最少作者数',
  'formula.top-author-share': '最活跃作者的提交 ÷ 365 天内全部计入的提交',
  'formula.commit-trend': '最近 91 天的提交 ÷ 之前 3 个季度的平均值；下降 < 0.7，上升 > 1.5',
  'formula.days-since-release': '距最近一次稳定发布的天数；同一天的发布只计一次；没有发布时用语义化版本标签',
  'formula.release-gap': '730 天内最近 ≤ 10 个间隔的中位数；若最近一次早于 3 个间隔且早于 90 天则为迟到',
  'formula.days-since-commit': '从 T 之前最后一次计入的提交到现在的天数；来自统计时从该周末算起',
  'formula.maintained': '已归档或不足 90 天为 0，否则 min(10, ⌊10 · 90 天内的提交 ÷ 12⌋)',
  'formula.original-share': '分叉：365 天内上游没有的计入提交 ÷ 全部；其他：1 − 早于仓库创建 30 天以上的提交所占比例',
  'formula.response-share': '外部人士在 [T − 120, T − 30) 提出的议题和合并请求中，成员在 14 天内答复的比例，不计机器人',
  'formula.first-response-days': '已答复者从提问到首次答复天数的中位数',
  'formula.state': '已消失、已停用、已归档、镜像、空；否则休眠（> 365 天无提交且无发布）、沉寂（> 180 天无提交）、活跃',
  'formula.integrity':
    '最近 91 天：空提交 > 10%、机器人 > 60%、相同说明 > 30%、集中在一天 > 40%、倒填超过 90 天 > 20%、单次提交作者 > 60%；满足 ≥ 2 项才显示',
  'formula.coverage': '已读取的仓库 ÷ 列出的仓库；作者无账号的提交比例；最新数据的时间',
  'formula.published':
    '1：≥ 3 个结构化条目，或 12 个月内 ≥ 3 个里程碑；0.5：更少、仅存根或标题；0：查看之处没有，或已移除',
  'formula.dated-share': '有日期的条目 ÷ 未放弃的条目',
  'formula.specificity': '有日期条目的平均：日、月、季度 1；半年、季节、三分之一年、区间 0.75；年 0.5',
  'formula.stage-coverage':
    '融资、开发、测试 + 审计（其一算半）、主网、之后 ÷ 5；主网已上线：开发、测试 + 审计、之后 ÷ 3',
  'formula.freshness': '最近一次改动条目的编辑：≤ 90 天 1，≤ 180 天 0.5，≤ 365 天 0.25，否则 0',
  'formula.horizon': '若有未完成条目在未来 18 个月内到期为 1，否则 0',
  'formula.delivered-share': '到期且完成 ÷ 到期；到期：未放弃且日期已过',
  'formula.overdue-depth': '1 − min(1, 逾期天数中位数 ÷ 365)；无逾期为 1',
  'formula.dates-kept':
    '对最接近 365 天前的版本中未完成且有日期的条目：1 − min(1, max(0, 推迟天数) ÷ 180) 的平均；失去日期或悄然删除：1',
  'formula.milestones-on-time': '截止后 7 天内关闭 ÷ 24 个月内全部到期',
  'formula.code-evidence':
    '已完成且链接到议题、合并请求、发布或合约，或与发布匹配（相似度 ≥ 0.6，± 60 天）的条目 ÷ 已完成条目',
  'formula.traceable': '1：在 git 中且有 ≥ 3 个版本；0.5：自身标明日期；否则 0',
  'formula.roadmap-score': '已知标准的平均值，至少 6 项',
  'formula.overdue-items': '日期已过而未完成的条目',
  'formula.median-days-overdue': '逾期条目距其日期天数的中位数',
  'formula.moved-items': '在最接近 365 天前的版本中未完成且有日期、如今日期更晚的条目',
  'formula.median-days-moved': '这些条目推迟天数的中位数',
  'formula.removed-items': '在该版本中未完成且有日期、如今悄然消失的条目',
  'formula.code-verdict':
    '第一个成立者：未检查 → 已消失 → 已归档 → 在别处维护（镜像） → 休眠 → 沉寂 → 时间太短（< 56 周） → 人数太少（P < 5） → 暂不判断（可信度 0、数据被截断或不全） → 大幅下降（D ≥ 50% 且趋势 < 0.7） → 下降（D ≥ 30%、至少少 3 人且趋势 < 0.7） → 上升（趋势 > 1.5 且 D < 30%） → 平稳',
  'formula.roadmap-verdict':
    '第一个成立者：未检查 → 无法读取 → 已移除 → 未找到 → 全部完成（每项都标为完成） → 久未更新（一年未更新且有未完成项） → 延期（逾期 ≥ max(2, 到期的 20%)，或守期 < 0.5） → 含糊（有日期 < 0.3） → 尚无到期项 → 按期（到期 ≥ 3 且完成 ≥ 70%） → 情况不一',
};
