import { formsOf } from './forms';
import type { charts as C, explain as E, subjects as S, usage as U } from './usage-en';

const { count } = formsOf('zh');

export const charts: typeof C = {
  form: '显示方式',
  chart: '图表',
  table: '表格',
  total: '合计',
  others: '其他',
  when: '时间',
  label: (title, from, to) => `${title}，${from} 至 ${to}`,
};

export const subjects: typeof S = {
  for: '适用于',
  kinds: { workspace: '整个工作区', user: '某个人', key: '某个 API 密钥' },
  everyUser: '每个人，各自计算',
  everyKey: '每个 API 密钥，各自计算',
  user: (id) => `人员 ${id.slice(0, 8)}`,
  key: (id) => `API 密钥 ${id}`,
  choose: '请选择…',
  idHint: '用量和审计日志中显示的标识。',
};

export const usage: typeof U = {
  title: '用量',
  lead: '向模型提出了什么，花费了多少。',
  filters: '显示内容',
  range: '时间',
  ranges: { '24h': '24 小时', '7d': '7 天', '30d': '30 天', '90d': '90 天', '365d': '1 年' },
  from: '从',
  to: '到',
  by: '划分方式',
  byGroup: (group) => `按${group}`,
  groups: {
    model: '模型',
    provider: '服务商',
    user: '人员',
    key: 'API 密钥',
    kind: '用途',
    workspace: '工作区',
  },
  kinds: {
    chat: '回答',
    completion: 'API 调用',
    embedding: '向量',
    title: '标题',
    summary: '摘要',
    policy: '策略检查',
  },
  measure: '数据',
  measures: { cost: '费用', tokens: '令牌', requests: '请求', failures: '失败' },
  over: (measure, hourly) => `每${hourly ? '小时' : '天'}${measure}`,
  inOut: (input, output) => `输入 ${input}，输出 ${output}`,
  ofAll: (share) => `占请求的 ${share}`,
  thanBefore: (change) => `较之前 ${change}`,
  noneBefore: '之前没有',
  share: '占比',
  input: '输入令牌',
  output: '输出令牌',
  only: (name) => `仅显示 ${name}`,
  notOnly: (group, name) => `${group}：不再仅显示 ${name}`,
  noUser: '未登录',
  noKey: '无密钥',
  export: '下载 CSV',
  exportSums: '所显示的数据',
  exportLedger: '每一次调用',
  emptyTitle: '这段时间没有用量',
  emptyText: '一旦有人提问或调用 API，几秒内就会计入此处。',
  noMatchText: '请尝试更长的时间，或显示全部。',
  clear: '显示全部',
};

export const explain: typeof E = {
  title: '解释请求',
  id: '请求',
  idHint: '回答的 x-request-id 标头中的标识。',
  find: '显示',
  none: '此请求没有询问任何模型',
  attempts: '尝试过程',
  tries: (n) => count(n, { other: '{n} 次尝试' }),
  route: '路由',
  key: '服务商密钥',
  first: '首个词用时',
  took: '耗时',
  estimated: '估计',
  outcomes: {
    completed: '已回答',
    cancelled: '调用方离开',
    hit: '来自缓存',
    similar: '按含义来自缓存',
    shared: '与相同调用共享',
  },
};
