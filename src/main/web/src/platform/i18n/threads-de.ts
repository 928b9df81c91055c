import { formsOf } from './forms';
import type { keeping as K, share as S, versions as V } from './threads-en';

const { count, number } = formsOf('de');

export const keeping: typeof K = {
  archive: 'Archivieren',
  unarchive: 'Aus dem Archiv holen',
  archived: 'Unterhaltung archiviert.',
  unarchived: 'Die Unterhaltung steht wieder in der Liste.',
  showArchive: 'Archiv',
  hideArchive: 'Zurück zu den Unterhaltungen',
  archiveEmpty: 'Das Archiv ist leer.',
  share: 'Teilen …',
  exportMarkdown: 'Als Markdown sichern',
  exportJson: 'Als JSON sichern',
  import: 'Datei einlesen …',
  imported: 'Unterhaltung eingelesen.',
  notAFile: 'Diese Datei ist keine Unterhaltung.',
};

export const versions: typeof V = {
  images: 'Bilder',
  addFiles: 'Bilder oder Dokumente hinzufügen',
  given: 'Dokumente dieser Unterhaltung',
  removeGiven: (name: string) => `${name} entfernen`,
  givenSending: 'Wird gesendet',
  givenBusy: 'Sie können danach fragen, sobald sie gelesen sind.',
  removeImage: (name: string) => `${name} entfernen`,
  imageFaults: {
    kind: 'Nur Bilder als PNG, JPEG, GIF oder WebP können gezeigt werden.',
    size: 'Ein Bild darf höchstens 5 MB haben.',
    count: 'Eine Frage zeigt höchstens vier Bilder.',
  },
  steps: 'Wie das beantwortet wurde',
  showSearched: 'Was durchgesehen wurde',
  lookedThrough: (n: number) =>
    count(n, { one: '{n} Stelle wurde durchgesehen', other: '{n} Stellen wurden durchgesehen' }),
  lookedUp: (query: string) => `Gesucht als: ${query}`,
  edit: 'Frage ändern',
  editQuestion: 'Frage in anderen Worten',
  regenerate: 'Noch einmal antworten',
  versions: 'Fassungen',
  previousVersion: 'Vorige Fassung',
  nextVersion: 'Nächste Fassung',
  good: 'Gute Antwort',
  bad: 'Schlechte Antwort',
  whyBad: 'Was stimmt nicht?',
  more: 'Mehr dazu, wenn Sie mögen',
  sendFeedback: 'Senden',
  thanks: 'Danke, das ist vermerkt.',
  version: (at: number, of: number) => `${number(at)}/${number(of)}`,
  reasons: {
    wrong: 'Sie ist falsch',
    incomplete: 'Es fehlt etwas',
    unsupported: 'Die Quellen sagen das nicht',
    unclear: 'Sie ist schwer zu verstehen',
    off_topic: 'Sie geht an der Frage vorbei',
    unsafe: 'Sie schadet',
    other: 'Etwas anderes',
  },
};

export const share: typeof S = {
  title: 'Unterhaltung teilen',
  lead: 'Ein Link zeigt die Unterhaltung, wie sie jetzt ist, mit den Zitaten ihrer Antworten. Was später gesagt wird, steht nicht darin.',
  own: 'Menschen dieses Arbeitsbereichs können ihn öffnen.',
  everybody: 'Alle, die den Link haben, können ihn öffnen.',
  make: 'Link erstellen',
  copy: 'Link kopieren',
  once: 'Dieser Link wird nur einmal gezeigt. Kopieren Sie ihn jetzt.',
  none: 'Es gibt noch keinen Link.',
  links: 'Erstellte Links',
  revoke: 'Beenden',
  revoked: 'Der Link führt nirgendwo mehr hin.',
  sharedOn: (day: string) => `Geteilt ${day}`,
  page: 'Geteilte Unterhaltung',
  gone: 'Hier ist nichts geteilt',
  goneText: 'Der Link wurde beendet, oder er ist nicht vollständig.',
  signIn: 'Anmelden',
};
