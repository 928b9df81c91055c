export const setup = {
  title: 'Set up Parley',
  lead: 'A name for the workspace, and an account for you.',
  workspace: 'Workspace name',
  workspaceHint: 'Your company or team.',
  owner: 'Your name',
  email: 'Your e-mail',
  password: 'Your password',
  create: 'Create workspace',
  noToken: 'This link is incomplete',
  noTokenText:
    'Open the whole set-up link that the server printed when it started, including the part after “#”.',
  done: 'Your workspace is ready.',
};
