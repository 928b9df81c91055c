import type { Catalogue } from './en';

export const reference: Catalogue['reference'] = {
  title: 'API 参考',
  find: '查找操作',
  contents: '操作',
  parameters: '参数',
  body: '请求体',
  responses: '响应',
  example: '示例',
  required: '必填',
  default: '默认',
  oneOf: '其中之一',
  permission: (name) => `需要权限“${name}”`,
  open: '无需密钥',
  schemas: '模式',
  download: 'openapi.json',
  none: '没有符合的操作。',
  from: (name) => `位于 ${name}`,
  link: (name) => `${name} 的链接`,
};
