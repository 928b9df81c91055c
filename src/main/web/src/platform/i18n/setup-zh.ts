import type { Catalogue } from './en';

export const setup: Catalogue['setup'] = {
  title: '设置 Parley',
  lead: '为工作区命名，并为您创建账号。',
  workspace: '工作区名称',
  workspaceHint: '您的公司或团队。',
  owner: '您的姓名',
  email: '您的邮箱',
  create: '创建工作区',
  noToken: '此链接不完整',
  noTokenText: '请打开服务器启动时输出的完整设置链接，包括“#”之后的部分。',
  password: '您的密码',
  done: '您的工作区已就绪。',
};
