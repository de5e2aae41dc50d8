/** Chinese words of Options: notifications, quiet hours and the count on the toolbar. */
import type { notices as english } from '../en/notices.ts';

export const notices: Record<keyof typeof english, string> = {
  'options.notices': '通知',
  'options.notices.body':
    '当所关注项目的判断改变或承诺日期移动，并且两次读取都确认时，Roadmark 可以通知你。每个项目在关注列表中有自己的开关。',
  'options.notices.on': '显示通知',
  'options.notices.denied': '浏览器未允许 Roadmark 发送通知，因此不会显示。',
  'options.notices.allow': '允许通知',
  'options.notices.quiet': '免打扰时段：结束后合并通知',
  'options.notices.from': '从',
  'options.notices.to': '到',
  'options.toolbarCount': '在工具栏按钮上显示本页项目数',
};
