/** Chinese words of the popup and what the side panel shares with it. */
import type { popup as english } from '../en/popup.ts';

export const popup: Record<keyof typeof english, string> = {
  'popup.title': 'Roadmark',
  'popup.panel': '在页面旁显示',
  'popup.here': '本页',
  'popup.none': '本页没有已知项目，或 Roadmark 在此已关闭或无权读取。',
  'popup.about': '主题',
  'popup.sector': '领域',
  'popup.search': '查找项目',
  'popup.recent': '最近查看',
  'popup.siteOn': '在 {host} 上显示标记',
  'popup.granted': '已允许。请重新加载已打开的页面。',
  'popup.declined': '未允许：没有改变。',
  'popup.looked': '已查看本页一次。',
  'popup.mayRead': 'Roadmark 可以在你的设备上读取此网站的页面。',
  'popup.mayNotRead': 'Roadmark 尚无权读取 {host}。',
  'popup.look': '查看本页一次',
  'popup.grantSite': '始终在此网站',
  'popup.more': '在更多网站读取',
  'popup.grantKnown': '所有已知项目网站',
  'popup.grantAll': '所有网站',
};
