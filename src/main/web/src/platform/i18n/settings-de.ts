import { formsOf } from './forms';
import type { settings as english } from './settings-en';

const { count, number } = formsOf('de');

export const settings: typeof english = {
  title: 'Einstellungen',
  lead: 'Was sich ändern lässt, während Parley läuft. Es gilt überall innerhalb einer Sekunde.',
  on: 'An',
  off: 'Aus',
  none: 'Nichts',
  unknown: 'Hier nicht bekannt',
  number,
  chosen: 'Geändert',
  unsaved: 'Nicht gespeichert',
  standard: (value) => `Vorgabe: ${value}`,
  back: 'Vorgabe nehmen',
  backNamed: (name) => `Vorgabe nehmen für ${name}`,
  between: (least, most) => `Muss eine ganze Zahl von ${number(least)} bis ${number(most)} sein.`,
  tooLong: (most) => `Eine Zeile darf höchstens ${number(most)} Zeichen haben.`,
  tooMany: (most) => `Es dürfen höchstens ${number(most)} Zeilen sein.`,
  changes: (n) => count(n, { one: '{n} Änderung', other: '{n} Änderungen' }),
  faults: (n) =>
    count(n, {
      one: '{n} kann nicht gespeichert werden',
      other: '{n} können nicht gespeichert werden',
    }),
  discard: 'Verwerfen',
  review: 'Ansehen und speichern',
  saveTitle: 'Diese Änderungen speichern?',
  saveText: 'Daraus wird eine neue Version, die sich zurücknehmen lässt.',
  note: 'Notiz',
  noteHint: 'Warum – für alle, die später hier nachsehen. Kann leer bleiben.',
  before: 'War:',
  after: 'Ist:',
  saved: 'Die Einstellungen sind gespeichert.',
  look: 'Noch einmal ansehen',
  history: 'Verlauf',
  historyText: 'Wer was geändert hat. Auch Zurücknehmen macht eine neue Version.',
  noHistory: 'Noch hat niemand etwas geändert: Alles ist, wie es konfiguriert wurde.',
  version: (n) => `Version ${number(n)}`,
  current: 'Gültig',
  restored: (n) => `Zurück zu Version ${number(n)}`,
  restoredNothing: 'Zurück zu den Vorgaben',
  restore: 'Zurücknehmen',
  restoreNamed: (n) => `Zurück zu Version ${number(n)}`,
  restoreTitle: (n) => `Zurück zu Version ${number(n)}?`,
  restoreText: 'Das würde ändern:',
  restoreSame: 'Diese Version ist dieselbe wie die gültige.',
  rolledBack: (n) => `Die Einstellungen sind wieder die von Version ${number(n)}.`,
  groups: {
    workspace: 'Arbeitsbereich',
    accounts: 'Konten',
    models: 'Modelle',
    answers: 'Antworten',
    sharing: 'Teilen',
  },
  units: { passages: 'Abschnitte', tokens: 'Token' },
  names: {
    'workspace.name': 'Name des Arbeitsbereichs',
    'workspace.accent': 'Akzentfarbe',
    'workspace.suggestions': 'Vorgeschlagene Fragen',
    'accounts.registration': 'Wer ein Konto anlegen darf',
    'answers.max_tokens': 'Längste Antwort',
    'answers.passages': 'Abschnitte einer Antwort',
    'answers.history_tokens': 'Bisheriges Gespräch',
    'answers.summaries': 'Zusammenfassungen',
    'answers.rewrite_questions': 'Anschlussfragen',
    'models.reuse_answers': 'Gespeicherte Antworten',
    'models.similar_answers': 'Antworten auf ähnliche Fragen',
    'sharing.public': 'Öffentliche Links',
  },
  abouts: {
    'workspace.name':
      'Wie dieser Arbeitsbereich heißt. Leer für den Namen, mit dem er eingerichtet wurde.',
    'workspace.accent': 'Die Farbe von Knöpfen und Links, hell und dunkel.',
    'workspace.suggestions': 'Was ein leeres Gespräch anbietet, eine Frage je Zeile.',
    'accounts.registration':
      'Mit einem Passwort. Administratoren können in jedem Fall Leute einladen.',
    'answers.max_tokens': 'Wie lang eine Antwort werden darf.',
    'answers.passages': 'Wie viele Abschnitte Ihrer Dokumente eine Antwort nutzen darf.',
    'answers.history_tokens': 'Wie viel vom bisherigen Gespräch ein Modell bekommt.',
    'answers.summaries':
      'Ein Modell notiert kurz, was nicht mehr hineinpasst. Dafür wird es nach einer Antwort noch einmal gefragt.',
    'answers.rewrite_questions':
      'Ein Modell schreibt eine Anschlussfrage neu, damit sie für sich gesucht werden kann. Dafür wird es vor einer solchen Antwort noch einmal gefragt.',
    'models.reuse_answers':
      'Programme, die dasselbe noch einmal fragen, dürfen die gespeicherte Antwort bekommen.',
    'models.similar_answers':
      'Programme dürfen um die gespeicherte Antwort auf eine Frage bitten, die fast dasselbe bedeutet.',
    'sharing.public': 'Wer nicht angemeldet ist, kann Links zu Gesprächen öffnen.',
  },
  words: {
    'workspace.accent': {
      green: 'Grün',
      blue: 'Blau',
      violet: 'Violett',
      rose: 'Rosé',
      amber: 'Bernstein',
      slate: 'Schiefer',
    },
    'accounts.registration': {
      open: 'Alle',
      invitation: 'Wer eingeladen wurde',
      closed: 'Niemand',
    },
  },
};
