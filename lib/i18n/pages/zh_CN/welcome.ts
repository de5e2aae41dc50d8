/** Chinese words of the welcome page. */
import type { welcome as english } from '../en/welcome.ts';

export const welcome: Record<keyof typeof english, string> = {
  'welcome.title': '一边读，一边核实。',
  'welcome.lead':
    'Roadmark 会标出页面提到的加密项目。把指针停在标记上，就能看到可以核实的内容：项目是否公布带日期的路线图，是否守时，还有谁在开发。',
  'welcome.sample.before': '在流动性质押协议中，',
  'welcome.sample.after': '出现在该领域的大多数调查里。',
  'welcome.sample.caption': '示例：这些数据来自 Roadmark 自带的快照，没有发出任何请求。',
  'welcome.sample.live': '示例：此项目目前已知的数据。',
  'welcome.step.marks': '名称上方有两个标记：方形表示代码，菱形表示路线图。判断由形状表达，不只靠颜色。',
  'welcome.step.card': '将指针停在名称上，或在标记上按回车、轻点：卡片就会打开。',
  'welcome.step.rows': '每个数字都能展开，看到依据和读取时间。',
  'welcome.step.watch': '“关注”会保留该项目，并列出变化：判断或承诺日期。如果愿意，也可以收到通知。',
  'welcome.promises': '你可以放心的事',
  'welcome.promise.local': '不会因为你阅读页面而有任何内容离开本机。名称在本机匹配。',
  'welcome.promise.ask': '只有你悬停、打开或关注的项目才会向 GitHub 查询。',
  'welcome.promise.log': '每个请求都记在日志里，可在选项中查看。',
  'welcome.promise.facts': '带来源和时间的事实。没有价格，没有建议，“未知”绝不显示为零。',
  'welcome.grants': '在哪里工作',
  'welcome.grants.body':
    '它在约 80 个阅读网站上立即可用：聚合网站、GitHub、交易所文章以及英文、阿拉伯文和中文新闻。如果想在别处使用，请在这里说明；之后可在选项中收回。',
};
