import { formsOf } from './forms';
import type { keeping as K, share as S, versions as V } from './threads-en';

const { number } = formsOf('zh');

export const keeping: typeof K = {
  archive: '归档',
  unarchive: '移出归档',
  archived: '对话已归档。',
  unarchived: '对话已回到列表。',
  showArchive: '归档',
  hideArchive: '返回对话列表',
  archiveEmpty: '归档为空。',
  share: '分享…',
  exportMarkdown: '保存为 Markdown',
  exportJson: '保存为 JSON',
  import: '导入文件…',
  imported: '对话已导入。',
  notAFile: '此文件不是对话。',
};

export const versions: typeof V = {
  images: '图片',
  addImages: '添加图片',
  removeImage: (name: string) => `移除 ${name}`,
  imageFaults: {
    kind: '只能显示 PNG、JPEG、GIF 和 WebP 图片。',
    size: '图片最大为 5 MB。',
    count: '一个问题最多显示四张图片。',
  },
  steps: '回答过程',
  showSearched: '查看查找范围',
  lookedThrough: (n: number) => `已查阅 ${number(n)} 个段落`,
  lookedUp: (query: string) => `检索内容：${query}`,
  edit: '编辑问题',
  editQuestion: '换一种说法',
  regenerate: '重新回答',
  versions: '版本',
  previousVersion: '上一个版本',
  nextVersion: '下一个版本',
  good: '回答得好',
  bad: '回答得不好',
  whyBad: '哪里不对？',
  more: '可以补充说明',
  sendFeedback: '发送',
  thanks: '谢谢，已记录。',
  version: (at: number, of: number) => `${number(at)}/${number(of)}`,
  reasons: {
    wrong: '内容错误',
    incomplete: '不完整',
    unsupported: '来源并未这样说',
    unclear: '难以理解',
    off_topic: '答非所问',
    unsafe: '有害',
    other: '其他',
  },
};

export const share: typeof S = {
  title: '分享对话',
  lead: '链接显示此刻的对话及其回答的引文，之后的内容不包含在内。',
  own: '本工作区的成员可以打开。',
  everybody: '任何拥有链接的人都可以打开。',
  make: '创建链接',
  copy: '复制链接',
  once: '此链接只显示一次，请立即复制。',
  none: '还没有链接。',
  links: '链接',
  revoke: '停用',
  revoked: '链接已失效。',
  sharedOn: (day: string) => `分享于 ${day}`,
  page: '分享的对话',
  gone: '这里没有分享的内容',
  goneText: '链接已停用，或者不完整。',
  signIn: '登录',
};
