import { formsOf } from './forms';
import type { charts as C, explain as E, subjects as S, usage as U } from './usage-en';

const { count } = formsOf('de');

export const charts: typeof C = {
  form: 'Zeigen als',
  chart: 'Diagramm',
  table: 'Tabelle',
  total: 'Summe',
  others: 'Andere',
  when: 'Wann',
  label: (title, from, to) => `${title}, ${from} bis ${to}`,
};

export const subjects: typeof S = {
  for: 'Für',
  kinds: { workspace: 'Den Arbeitsbereich', user: 'Eine Person', key: 'Einen API-Schlüssel' },
  everyUser: 'Jede Person, jede für sich',
  everyKey: 'Jeden API-Schlüssel, jeden für sich',
  user: (id) => `Person ${id.slice(0, 8)}`,
  key: (id) => `API-Schlüssel ${id}`,
  choose: 'Auswählen…',
  idHint: 'Die Kennung, wie Nutzung und Protokoll sie zeigen.',
};

export const usage: typeof U = {
  title: 'Nutzung',
  lead: 'Was von Modellen verlangt wurde und was es gekostet hat.',
  filters: 'Was gezeigt wird',
  range: 'Zeit',
  ranges: { '24h': '24 Std.', '7d': '7 T.', '30d': '30 T.', '90d': '90 T.', '365d': '1 J.' },
  from: 'Von',
  to: 'Bis',
  by: 'Aufteilen nach',
  byGroup: (group) => `Nach ${group}`,
  groups: {
    model: 'Modell',
    provider: 'Anbieter',
    user: 'Person',
    key: 'API-Schlüssel',
    kind: 'Zweck',
    workspace: 'Arbeitsbereich',
  },
  kinds: {
    chat: 'Antworten',
    completion: 'Aufrufe der API',
    embedding: 'Vektoren',
    title: 'Überschriften',
    summary: 'Zusammenfassungen',
    policy: 'Prüfungen der Regeln',
  },
  measure: 'Zahlen',
  measures: { cost: 'Kosten', tokens: 'Token', requests: 'Anfragen', failures: 'Fehler' },
  over: (measure, hourly) => `${measure} nach ${hourly ? 'Stunden' : 'Tagen'}`,
  inOut: (input, output) => `${input} hinein, ${output} heraus`,
  ofAll: (share) => `${share} der Anfragen`,
  thanBefore: (change) => `${change} zu davor`,
  noneBefore: 'Davor nichts',
  share: 'Anteil',
  input: 'Token hinein',
  output: 'Token heraus',
  only: (name) => `Nur ${name} zeigen`,
  notOnly: (group, name) => `${group}: nicht nur ${name}`,
  noUser: 'Niemand angemeldet',
  noKey: 'Ohne Schlüssel',
  export: 'Als CSV laden',
  exportSums: 'Zahlen wie gezeigt',
  exportLedger: 'Jeder einzelne Aufruf',
  emptyTitle: 'In dieser Zeit wurde nichts benutzt',
  emptyText: 'Sobald jemand fragt oder die API aufruft, wird es hier binnen Sekunden gezählt.',
  noMatchText: 'Versuchen Sie eine längere Zeit, oder zeigen Sie alles.',
  clear: 'Alles zeigen',
};

export const explain: typeof E = {
  title: 'Anfrage erklären',
  id: 'Anfrage',
  idHint: 'Die Kennung aus dem Kopf x-request-id der Antwort.',
  find: 'Zeigen',
  none: 'Für diese Anfrage wurde kein Modell gefragt',
  attempts: 'Was versucht wurde',
  tries: (n) => count(n, { one: '{n} Versuch', other: '{n} Versuche' }),
  route: 'Über die Route',
  key: 'Schlüssel des Anbieters',
  first: 'Erstes Wort nach',
  took: 'Dauerte',
  estimated: 'geschätzt',
  outcomes: {
    completed: 'Beantwortet',
    cancelled: 'Aufrufer ging',
    hit: 'Gemerkte Antwort',
    similar: 'Gemerkte Antwort, dem Sinn nach',
    shared: 'Mit gleichem Aufruf geteilt',
  },
};
