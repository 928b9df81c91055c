import type { bases as B } from './bases-en';
import { formsOf } from './forms';

const { count } = formsOf('de');

export const bases: typeof B = {
  choose: 'Wissensbasis',
  all: 'Alle Wissensbasen',
  add: 'Neue Basis',
  edit: (name: string) => `Einstellungen von ${name}`,
  remove: (name: string) => `${name} löschen`,
  closed: 'Nur für manche',
  readOnly: 'Sie dürfen diese Basis lesen und nicht ändern.',
  addTitle: 'Neue Wissensbasis',
  editTitle: 'Wissensbasis',
  name: 'Name',
  nameTaken: 'Es gibt schon eine mit diesem Namen.',
  description: 'Beschreibung',
  descriptionHint: 'Was darin steht, für alle, die wählen.',
  create: 'Anlegen',
  everybody: 'Alle im Arbeitsbereich',
  everybodyReads: 'Dürfen lesen',
  everybodyReadsText: 'Ihre Antworten dürfen darauf beruhen.',
  onlySome: 'Dürfen nichts davon wissen',
  onlySomeText: 'Nur wer unten genannt ist, und die Verwaltung.',
  everybodyChanges: 'Dürfen Dokumente ändern',
  everybodyChangesText: 'Alle fügen hinzu und löschen.',
  some: 'Genannte Personen und Rollen',
  someText: 'Die Verwaltung darf immer lesen und ändern. Was Sie festlegen, gilt sofort.',
  who: 'Wer',
  mayOf: (name: string) => `Was ${name} darf`,
  reads: 'Darf lesen',
  changes: 'Darf ändern',
  takeAway: (name: string) => `${name} entfernen`,
  addSome: 'Jemanden hinzufügen',
  ofRole: { agent: 'Alle im Kundendienst', member: 'Alle Mitglieder' },
  deleteTitle: (name: string) => `„${name}“ löschen?`,
  deleteText: (n: number) =>
    n === 0
      ? 'Sie ist leer.'
      : count(n, {
          one: 'Ihr Dokument wird mit gelöscht. Das lässt sich nicht rückgängig machen.',
          other: 'Ihre {n} Dokumente werden mit gelöscht. Das lässt sich nicht rückgängig machen.',
        }),
  deleteName: (name: string) => `Zur Bestätigung „${name}“ eingeben`,
  delete: 'Endgültig löschen',
  ofAssistant: 'Wissen',
  ofAssistantText: 'Wo er nach Antworten sucht, soweit die fragende Person es lesen darf.',
  allBases: 'Alle Basen',
  allBasesHint: 'Auch solche, die später angelegt werden.',
  someBases: 'Nur ausgewählte',
  noBases: 'Es gibt keine Wissensbasen.',
  gone: 'Eine Basis, die es nicht mehr gibt',
};
