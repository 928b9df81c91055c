import type { Catalogue } from './en';

export const reference: Catalogue['reference'] = {
  title: 'API-Referenz',
  find: 'Operation suchen',
  contents: 'Operationen',
  parameters: 'Parameter',
  body: 'Anfrage',
  responses: 'Antworten',
  example: 'Beispiel',
  required: 'Pflicht',
  default: 'Vorgabe',
  oneOf: 'eines von',
  permission: (name) => `Braucht die Berechtigung „${name}“`,
  open: 'Kein Schlüssel nötig',
  schemas: 'Schemata',
  download: 'openapi.json',
  none: 'Keine Operation passt.',
  from: (name) => `in ${name}`,
  link: (name) => `Link zu ${name}`,
};
