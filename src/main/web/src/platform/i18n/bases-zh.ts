import type { bases as B } from './bases-en';
import { formsOf } from './forms';

const { count } = formsOf('zh');

export const bases: typeof B = {
  choose: '知识库',
  all: '所有知识库',
  add: '新建知识库',
  edit: (name: string) => `${name} 的设置`,
  remove: (name: string) => `删除 ${name}`,
  closed: '仅限部分人',
  readOnly: '您可以阅读此知识库，但不能更改。',
  addTitle: '新建知识库',
  editTitle: '知识库',
  name: '名称',
  nameTaken: '已有同名的知识库。',
  description: '说明',
  descriptionHint: '其中包含什么，供选择时参考。',
  create: '创建',
  everybody: '工作区中的所有人',
  everybodyReads: '可以阅读',
  everybodyReadsText: '他们的回答可以以此为依据。',
  onlySome: '不得知晓',
  onlySomeText: '仅限下列人员和管理员。',
  everybodyChanges: '可以更改文档',
  everybodyChangesText: '所有人都可以添加和删除。',
  some: '指定的人员和角色',
  someText: '管理员始终可以阅读和更改。您的决定立即生效。',
  who: '谁',
  mayOf: (name: string) => `${name} 的权限`,
  reads: '可以阅读',
  changes: '可以更改',
  takeAway: (name: string) => `移除 ${name}`,
  addSome: '添加人员',
  ofRole: { agent: '所有客服', member: '所有成员' },
  deleteTitle: (name: string) => `删除“${name}”？`,
  deleteText: (n: number) =>
    n === 0
      ? '它是空的。'
      : count(n, {
          one: '其中的 {n} 个文档将一并删除，且无法撤销。',
          other: '其中的 {n} 个文档将一并删除，且无法撤销。',
        }),
  deleteName: (name: string) => `输入“${name}”以确认`,
  delete: '永久删除',
  ofAssistant: '知识',
  ofAssistantText: '在提问者可以阅读的范围内，从哪里查找答案。',
  allBases: '所有知识库',
  allBasesHint: '包括以后新建的。',
  someBases: '仅限所选',
  noBases: '没有知识库。',
  gone: '已不存在的知识库',
};
