/** Chinese words of Options: the sync through the browser's account storage. */
import type { sync as english } from '../en/sync.ts';

export const sync: Record<keyof typeof english, string> = {
  'options.sync': '在你的设备之间同步',
  'options.sync.body':
    '通过浏览器自带的账户存储同步你关注的项目及其标签。笔记、自建项目和其他一切都留在本机。不开启就不会同步。',
  'options.sync.on': '同步关注的项目和标签',
  'options.sync.first': '开启时会合并两边的内容，不会删除任何项目。',
  'options.sync.state': '账户中有 {n} 个项目（占其空间 {percent}），上次同步：{ago}。',
  'options.sync.now': '立即同步',
  'options.sync.forget': '关闭并从账户中移除',
  'options.sync.failed.full': '账户存储空间不足，新内容未发送。所有内容都保存在本机。',
  'options.sync.failed.rate': '浏览器暂时不允许继续写入，半小时内会重试。',
  'options.sync.failed.none': '此浏览器不向扩展提供账户存储，或该功能已关闭。',
};
