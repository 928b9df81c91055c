// The documents of the fake server, with blocks and offsets as the contract has them.
import { randomUUID } from 'node:crypto';

const points = (text) => [...text].length;

/** Text and blocks of `[kind, text, level?, page?]` pieces. */
function content(pieces) {
  let text = '';
  const blocks = [];
  for (const [kind, words, level = 0, page] of pieces) {
    if (text !== '') text += kind === blocks.at(-1)?.kind && kind !== 'paragraph' ? '\n' : '\n\n';
    const start = points(text);
    text += words;
    blocks.push({
      kind,
      level,
      start,
      end: points(text),
      ...(page && { page }),
      ...(kind === 'heading' && { anchor: words.toLowerCase().replaceAll(' ', '-') }),
    });
  }
  return { text, blocks };
}

const HANDBOOK = content([
  ['heading', 'Employee handbook 🌿', 1],
  [
    'paragraph',
    'This handbook says how we work together: when, where and with whom. 👋🏽 It is read by everybody on their first day.',
  ],
  ['heading', 'Leave', 2],
  [
    'paragraph',
    'Everybody has thirty days of leave in a year. Leave is asked for in the portal and granted by the team.',
  ],
  ['heading', 'Carrying leave over', 3],
  ['paragraph', 'Up to five days of leave can be carried over into the next year.'],
  ['list_item', 'Days that were carried over must be taken before the end of March.', 1],
  ['list_item', 'Days that could not be taken because of illness do not expire.', 1],
  ['list_item', 'Parents may carry over ten days.', 2],
  ['heading', 'Travel', 2],
  [
    'paragraph',
    'Journeys below six hours are made by train. The ticket is booked in second class; first class is possible with a discount card.',
  ],
  ['table_row', 'Distance | Means | Class'],
  ['table_row', 'below 6 h | Train | Second'],
  ['table_row', 'above 6 h | Plane | Economy'],
  ['code', 'travel book --from HAM --to VIE\ntravel confirm'],
  ['quote', 'The cheapest journey is the one that was not needed.'],
  ...Array.from({ length: 120 }, (_, at) => [
    'paragraph',
    `Note ${at + 1}. What else is agreed is written down here, so that it can be found by whoever needs it later.`,
  ]),
]);

const BACKUPS = content([
  ['heading', 'Backups and restore', 1, 1],
  ['paragraph', 'Backups are kept in three tiers: daily, weekly and monthly.', 0, 1],
  ['heading', 'Checking', 2, 2],
  ['paragraph', 'The checksum must equal the one in the backup log.', 0, 2],
  ['paragraph', 'A restore that was never tried is not a backup.', 0, 3],
]);

const now = Date.now();
const at = (minutes) => new Date(now - minutes * 60_000).toISOString();

export function newDocument(name, more = {}) {
  return {
    id: randomUUID(),
    base_id: '018f3c7e-0000-7000-8000-000000000001',
    name,
    title: name
      .split('/')
      .at(-1)
      .replace(/\.\w+$/, '')
      .replaceAll(/[-_]/g, ' '),
    state: 'ready',
    version: 1,
    size_bytes: 20_480,
    passages: 12,
    created_at: at(60),
    updated_at: at(60),
    ...more,
  };
}

export function seed() {
  const handbook = newDocument('people/handbook.md', {
    title: 'Employee handbook',
    url: 'https://docs.example.org/handbook',
    passages: 38,
    size_bytes: 48_213,
  });
  const backups = newDocument('operations/backups.pdf', {
    title: 'Backups and restore',
    passages: 6,
    size_bytes: 412_332,
    updated_at: at(60 * 30),
  });
  const documents = new Map();
  const add = (document, body) => documents.set(document.id, { document, body });
  add(handbook, HANDBOOK);
  add(backups, BACKUPS);
  add(
    newDocument('finance/scan-2019.pdf', {
      title: 'Scan 2019',
      state: 'failed',
      version: 0,
      passages: undefined,
      size_bytes: 5_120_000,
      error: {
        code: 'scanned',
        message: 'The file holds only pictures of pages; it needs text recognition first.',
      },
    }),
    null,
  );
  for (const name of [
    'engineering/on-call.md',
    'engineering/style.md',
    'legal/privacy.docx',
    'product/pricing.html',
    'support/macros.txt',
  ]) {
    add(
      newDocument(name, {
        updated_at: at(60 * 24 * (name.length % 9)),
        size_bytes: 3_000 * name.length,
      }),
      BACKUPS,
    );
  }
  const quote = (entry, words, number, heading_path, page) => {
    const body = documents.get(entry.id).body;
    const start = points(body.text.slice(0, body.text.indexOf(words)));
    return {
      number,
      document_id: entry.id,
      version: 1,
      title: entry.title,
      ...(entry.url && { url: entry.url }),
      ...(page && { page }),
      heading_path,
      quote: words,
      start,
      end: start + points(words),
      score: 0.9 - number / 20,
    };
  };
  const across =
    'Up to five days of leave can be carried over into the next year.\n\nDays that were carried over must be taken before the end of March.';
  const leave = [
    quote(handbook, across, 1, ['Leave', 'Carrying leave over']),
    quote(handbook, 'must be taken before the end of March', 2, ['Leave', 'Carrying leave over']),
    quote(backups, 'A restore that was never tried is not a backup.', 3, ['Checking'], 3),
  ];
  const restore = [
    quote(backups, 'Backups are kept in three tiers', 1, [], 1),
    quote(backups, 'The checksum must equal the one in the backup log.', 2, ['Checking'], 2),
    quote(backups, 'A restore that was never tried is not a backup.', 3, ['Checking'], 3),
  ];
  return {
    documents,
    citationsFor: (question) => (/restore|backup|table|code/i.test(question) ? restore : leave),
  };
}

/** Lets an uploaded file wait, be read and be indexed, then be ready or failed. */
export async function process(entry, bytes, speed) {
  const { document } = entry;
  const step = (ms, change) =>
    new Promise((resolve) =>
      setTimeout(() => {
        Object.assign(document, change, { updated_at: new Date().toISOString() });
        resolve();
      }, ms * speed),
    );
  await step(400, { state: 'reading' });
  if (bytes.includes('%FAIL%')) {
    await step(400, {
      state: 'failed',
      error: { code: 'damaged', message: 'The file is damaged and cannot be opened.' },
    });
    return;
  }
  for (let done = 0; done <= 20; done += 4)
    await step(200, { state: 'embedding', progress: { done, total: 20 } });
  entry.body = content([
    ['heading', document.title, 1],
    ['paragraph', bytes.toString('utf8').slice(0, 5_000) || 'Empty.'],
  ]);
  document.progress = undefined;
  document.error = undefined;
  await step(100, { state: 'ready', version: document.version + 1, passages: 20 });
}
