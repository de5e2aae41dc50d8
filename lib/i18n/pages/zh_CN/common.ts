/** Chinese words of the band on top and what every page says. */
import type { common as english } from '../en/common.ts';

export const common: Record<keyof typeof english, string> = {
  'nav.watchlist': '关注列表',
  'nav.options': '选项',
  'nav.welcome': '开始',
  'nav.pages': 'Roadmark 页面',
  'page.loading': '正在读取…',
  'page.failed': '没有成功：{reason}',
  'page.retry': '重试',
  'page.close': '关闭',
  'page.cancel': '取消',
  'page.save': '保存',
  'page.copied': '已复制',
  'page.notCopied': '无法复制',
  'page.unknown': '未知',
};
