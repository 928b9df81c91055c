import type { Catalogue } from './en';

export const setup: Catalogue['setup'] = {
  title: 'Parley einrichten',
  lead: 'Ein Name für den Arbeitsbereich und ein Konto für Sie.',
  workspace: 'Name des Arbeitsbereichs',
  workspaceHint: 'Ihre Firma oder Ihr Team.',
  owner: 'Ihr Name',
  email: 'Ihre E-Mail',
  create: 'Arbeitsbereich anlegen',
  noToken: 'Dieser Link ist unvollständig',
  noTokenText:
    'Öffnen Sie den ganzen Einrichtungslink, den der Server beim Start ausgegeben hat, mit dem Teil nach „#“.',
  password: 'Ihr Passwort',
  done: 'Ihr Arbeitsbereich ist bereit.',
};
