// A stand-in that follows the contract from memory: pages from target/web, conversations, streams,
// documents, people, models and money. For looking at the pages and for the tests that need failures or a slow model.
//   PORT=8765 SPEED=1 SIGN_IN=1 node e2e/fake-server.mjs   (ada@example.org, see fake-people.mjs)
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { play } from './fake-answers.mjs';
import { makeAssistants } from './fake-assistants.mjs';
import { fakeBases } from './fake-bases.mjs';
import { makeCases } from './fake-cases.mjs';
import { makeConsole } from './fake-console.mjs';
import { newDocument, process as read, seed } from './fake-documents.mjs';
import { fakeGiven } from './fake-given.mjs';
import { fakeImages } from './fake-images.mjs';
import { makeInbox } from './fake-inbox.mjs';
import { makePeople } from './fake-people.mjs';
import { makePolicies } from './fake-policies.mjs';
import { makeSettings } from './fake-settings.mjs';
import { makeSources } from './fake-sources.mjs';
import { fakeThreads } from './fake-threads.mjs';
import { makeTools } from './fake-tools.mjs';
import { formOf } from './form-of.mjs';

const { PORT = '8765', SPEED = '1', SIGN_IN = '', EMPTY = '' } = process.env;
const speed = Number(SPEED);
const ROOT = fileURLToPath(new URL('../../../../target/web', import.meta.url));
const CONTRACT = fileURLToPath(new URL('../../resources/openapi.yaml', import.meta.url));
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const { documents, citationsFor } = seed();
if (EMPTY) documents.clear();
const conversations = new Map();
const turns = new Map();
const done = new Map();
let streamsToDrop = 0;

class Refusal extends Error {
  constructor(status, code, title, more = {}) {
    super(title);
    this.problem = {
      type: `/docs#${code}`,
      title,
      status,
      code,
      request_id: randomUUID().slice(0, 8),
      retryable: status >= 500,
      ...more,
    };
  }
}
const refuse = (...why) => {
  throw new Refusal(...why);
};
const people = makePeople(refuse);
const operator = makeConsole(refuse, people);
const notFound = () => new Refusal(404, 'not_found', 'There is nothing at this address.');
const find = (map, id) =>
  map.get(id) ??
  (() => {
    throw notFound();
  })();
const iso = () => new Date().toISOString();

const assistants = makeAssistants(refuse, iso);
const inbox = makeInbox({ conversations, find, refuse, iso, users: people.users });

class Turn {
  constructor(conversation, question) {
    this.ids = {
      turn_id: randomUUID(),
      conversation_id: conversation.id,
      question_id: question.id,
      answer_id: randomUUID(),
    };
    Object.assign(this, {
      conversation,
      log: [],
      readers: new Set(),
      text: '',
      citations: [],
      state: 'running',
      created: iso(),
      cancelled: false,
    });
  }
  view() {
    const { turn_id: id, ...ids } = this.ids;
    return { id, ...ids, state: this.state, attempt: 1, created_at: this.created };
  }
  add(name, data) {
    this.log.push(`id: ${this.log.length + 1}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
    for (const wake of this.readers) wake();
  }
  end(kind) {
    const problem =
      kind === 'failed'
        ? new Refusal(502, 'provider_error', 'The model answered with an error.', {
            retryable: true,
          }).problem
        : undefined;
    this.state = kind;
    const { messages } = this.conversation;
    const state = {
      completed: 'complete',
      cancelled: 'cancelled',
      failed: this.text ? 'interrupted' : 'failed',
    }[kind];
    this.conversation.feedback ??= [];
    if (this.conversation.leaf === this.ids.question_id) {
      this.conversation.leaf = this.ids.answer_id;
    }
    messages.push({
      id: this.ids.answer_id,
      parent_id: this.ids.question_id,
      role: 'assistant',
      text: this.text,
      state,
      created_at: iso(),
      turn_id: this.ids.turn_id,
      model: 'extractive',
      citations: this.citations,
      usage: this.usage,
      problem,
    });
    const title = this.conversation.title || messages[0].text.slice(0, 60);
    this.conversation.title = title;
    this.conversation.turn = undefined;
    this.add(
      kind,
      kind === 'failed'
        ? { problem }
        : {
            message_id: this.ids.answer_id,
            ...(kind === 'completed' && { finish_reason: 'stop', title }),
          },
    );
  }
}

const summary = ({
  id,
  title,
  created_at,
  updated_at,
  messages,
  turn,
  leaf,
  archived,
  happenings,
  assistant,
}) => ({
  id,
  title,
  created_at,
  updated_at,
  archived: archived ?? false,
  ...(assistant && { assistant }),
  ...(leaf && { active_message_id: leaf }),
  message_count: messages.length,
  last_happening: happenings ?? 0,
  ...(turn && { running_turn: turn.ids.turn_id }),
});

async function stream(turn, request, response) {
  if (streamsToDrop > 0) {
    streamsToDrop -= 1;
    request.socket.destroy();
    return;
  }
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  let next = Number(request.headers['last-event-id'] ?? 0);
  response.write(': hello\n\n');
  for (;;) {
    while (next < turn.log.length) response.write(turn.log[next++]);
    if (turn.state !== 'running') return response.end();
    if (streamsToDrop > 0) {
      streamsToDrop -= 1;
      return request.socket.destroy();
    }
    await new Promise((resolve) => {
      const wake = () => {
        turn.readers.delete(wake);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(wake, 500);
      turn.readers.add(wake);
    });
    if (response.destroyed) return;
  }
}

function ask(conversation, text, parent = conversation.leaf) {
  if (inbox.active(conversation.id)) return inbox.say(conversation.id, text);
  const message = {
    id: randomUUID(),
    ...(parent && { parent_id: parent }),
    role: 'user',
    text,
    state: 'complete',
    created_at: iso(),
    citations: [],
  };
  return answer(conversation, message);
}

function answer(conversation, message) {
  if (conversation.turn) throw new Refusal(409, 'turn_conflict', 'An answer is being written.');
  if (!conversation.messages.includes(message)) conversation.messages.push(message);
  Object.assign(conversation, { updated_at: iso(), leaf: message.id, archived: false });
  const { text } = message;
  const turn = new Turn(conversation, message);
  conversation.turn = turn;
  message.turn_id = turn.ids.turn_id;
  turns.set(turn.ids.turn_id, turn);
  void play(turn, text, citationsFor(text), speed);
  return { message, turn: turn.view() };
}

/** A question to a draft, in no conversation. */
function attempt({ question }, request, response) {
  const conversation = { id: randomUUID(), title: '', messages: [] };
  const asked = { id: randomUUID(), role: 'user', text: question };
  const turn = turns.get(answer(conversation, asked).turn.id);
  response.on('close', () => {
    turn.cancelled = true;
  });
  return stream(turn, request, response);
}

function counts(base) {
  const all = { queued: 0, reading: 0, embedding: 0, ready: 0, failed: 0 };
  for (const { document } of documents.values()) {
    if (!base || document.base_id === base) all[document.state] += 1;
  }
  return all;
}

function listDocuments(query) {
  const q = (query.get('q') ?? '').toLowerCase();
  const all = [...documents.values()]
    .map((one) => one.document)
    .filter(
      (one) =>
        (!q || `${one.name} ${one.title}`.toLowerCase().includes(q)) &&
        (!query.get('state') || one.state === query.get('state')) &&
        (!query.get('base') || one.base_id === query.get('base')),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const from = Number(query.get('after') ?? 0);
  const limit = Number(query.get('limit') ?? 50);
  return {
    documents: all.slice(from, from + limit),
    counts: counts(query.get('base')),
    ...(all.length > from + limit && { next: String(from + limit) }),
  };
}

function upload(body, type) {
  const value = formOf(body, type);
  const file = value('file');
  const name = value('name').toString('utf8') || 'file.txt';
  const base = value('base').toString('utf8');
  const known = [...documents.values()].find((one) => one.document.name === name);
  const more = { version: 0, passages: undefined, ...(base && { base_id: base }) };
  const entry = known ?? {
    document: newDocument(name, more),
    body: null,
  };
  Object.assign(entry.document, { state: 'queued', size_bytes: file.length, error: undefined });
  documents.set(entry.document.id, entry);
  void read(entry, file, speed);
  return entry.document;
}

function passages({ query }) {
  const [first] = citationsFor(query);
  const entry = documents.get(first.document_id);
  if (!entry || /nothing/.test(query)) return [];
  return citationsFor(query).map((one) => {
    const words = query
      .toLowerCase()
      .split(/\W+/)
      .filter((word) => word.length > 3);
    const highlights = words.flatMap((word) => {
      const start = one.quote.toLowerCase().indexOf(word);
      return start < 0 ? [] : [{ start, end: start + word.length }];
    });
    return { ...one, text: one.quote, highlights };
  });
}

const settings = makeSettings(
  refuse,
  () => people.users().find(({ email }) => email === 'ada@example.org').id,
);

const images = fakeImages({ conversations, find, iso });
const ROUTES = [
  ...people.open,
  ...people.routes,
  ...operator.routes,
  ...makePolicies(refuse),
  ...settings.routes,
  ...inbox.routes,
  ...makeTools(refuse),
  ...makeSources(refuse, EMPTY),
  ...assistants.routes,
  ...makeCases(),
  [
    'GET',
    /^\/api\/v1\/session$/,
    ({ session }) => ({
      workspace: {
        id: randomUUID(),
        name: settings.session().name,
        accent: settings.session().accent,
      },
      caller: people.caller(session),
      model: { provider: 'extractive', name: 'extractive' },
      version: '0.1.0',
      development: true,
      upload_limit_bytes: 25_000_000,
      setup_needed: people.setUpNeeded(),
      suggestions: settings.session().suggestions,
    }),
  ],
  [
    'GET',
    /^\/api\/v1\/chat\/conversations$/,
    ({ query }) => ({
      conversations: [...conversations.values()]
        .filter(
          (one) => !one.foreign && (one.archived ?? false) === (query.get('archived') === 'true'),
        )
        .filter((one) =>
          `${one.title} ${one.messages.map((m) => m.text).join(' ')}`
            .toLowerCase()
            .includes((query.get('q') ?? '').toLowerCase()),
        )
        .sort((a, b) => (a.updated_at < b.updated_at ? 1 : -1))
        .map(summary),
    }),
  ],
  [
    'POST',
    /^\/api\/v1\/chat\/conversations$/,
    ({ json }) => {
      const one = {
        id: randomUUID(),
        title: json.title ?? '',
        assistant: assistants.chosen(json.assistant),
        created_at: iso(),
        updated_at: iso(),
        messages: [],
      };
      conversations.set(one.id, one);
      return [201, summary(one)];
    },
  ],
  [
    'GET',
    /^\/api\/v1\/chat\/conversations\/([^/]+)$/,
    ({ id }) => {
      const one = find(conversations, id);
      return {
        conversation: summary(one),
        messages: one.messages,
        feedback: one.feedback ?? [],
        attachments: one.attachments ?? [],
        people: inbox.people(),
        ...(one.turn && { running_turn: one.turn.view() }),
        ...(inbox.active(id) && { handover: inbox.active(id) }),
      };
    },
  ],
  [
    'PATCH',
    /^\/api\/v1\/chat\/conversations\/([^/]+)$/,
    ({ id, json }) => summary(Object.assign(find(conversations, id), json)),
  ],
  [
    'DELETE',
    /^\/api\/v1\/chat\/conversations\/([^/]+)$/,
    ({ id }) => {
      find(conversations, id);
      conversations.delete(id);
      return [204];
    },
  ],
  [
    'POST',
    /^\/api\/v1\/chat\/conversations\/([^/]+)\/messages$/,
    ({ id, json }) => {
      const one = find(conversations, id);
      const posted = ask(one, json.text, json.parent_id);
      images.show(one, posted.message, json.attachment_ids);
      return [202, posted];
    },
  ],
  ...images.routes,
  ...fakeGiven({
    conversations,
    find,
    newDocument,
    read: (entry, file) => read(entry, file, speed),
  }).routes,
  ...fakeThreads({ conversations, find, summary, ask, answer, iso }),
  ['GET', /^\/api\/v1\/chat\/turns\/([^/]+)$/, ({ id }) => find(turns, id).view()],
  [
    'POST',
    /^\/api\/v1\/chat\/turns\/([^/]+)\/cancel$/,
    ({ id }) => {
      find(turns, id).cancelled = true;
      return [202, find(turns, id).view()];
    },
  ],
  ...fakeBases({ documents, find, refuse }).routes,
  ['GET', /^\/api\/v1\/knowledge\/documents$/, ({ query }) => listDocuments(query)],
  ['POST', /^\/api\/v1\/knowledge\/documents$/, ({ body, type }) => [202, upload(body, type)]],
  [
    'POST',
    /^\/api\/v1\/knowledge\/pages$/,
    ({ json }) => {
      const entry = {
        document: newDocument(json.url, {
          url: json.url,
          title: json.url,
          state: 'queued',
          version: 0,
          size_bytes: 0,
          passages: undefined,
        }),
        body: null,
      };
      documents.set(entry.document.id, entry);
      void read(entry, Buffer.from('A page.'), speed);
      return [202, entry.document];
    },
  ],
  ['GET', /^\/api\/v1\/knowledge\/documents\/([^/]+)$/, ({ id }) => find(documents, id).document],
  [
    'DELETE',
    /^\/api\/v1\/knowledge\/documents\/([^/]+)$/,
    ({ id }) => {
      find(documents, id);
      documents.delete(id);
      return [204];
    },
  ],
  [
    'GET',
    /^\/api\/v1\/knowledge\/documents\/([^/]+)\/content$/,
    ({ id, query }) => {
      const { document, body } = find(documents, id);
      if (!body) throw notFound();
      const version = Number(query.get('version') ?? document.version);
      return {
        document_id: id,
        version,
        current: version === document.version,
        title: document.title,
        ...(document.url && { url: document.url }),
        ...body,
      };
    },
  ],
  [
    'POST',
    /^\/api\/v1\/knowledge\/search$/,
    ({ json }) => ({ passages: passages(json), took_ms: 4 }),
  ],
  ['GET', /^\/openapi.json$/, async () => parse(await readFile(CONTRACT, 'utf8'))],
  [
    'POST',
    /^\/fake\/drop$/,
    ({ json }) => {
      streamsToDrop = json.streams;
      return [204];
    },
  ],
  [
    'POST',
    /^\/fake\/documents$/,
    ({ json }) => {
      for (let at = 0; at < json.count; at += 1) {
        const document = newDocument(`many/document-${String(at).padStart(5, '0')}.md`);
        documents.set(document.id, { document, body: null });
      }
      return [204];
    },
  ],
];

async function file(path, response) {
  const name = extname(path) === '' ? '/index.html' : path;
  try {
    const bytes = await readFile(ROOT + name);
    response.writeHead(200, {
      'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
      'Content-Security-Policy': POLICY,
      'Cache-Control': name.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
    });
    response.end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}

const SPEAKS_FOR_ITSELF = /^\/(openapi.json|fake|api\/v1\/auth\/(methods|password\/))/;
const NEEDS_A_PERSON = /^\/api\/v1\/auth\/(me|password|sessions|totp)(\/|$)/;

/** Operations whose answer comes with a cookie. */
function signInOrOut(request, response, given) {
  const name = `${request.method} ${given.path}`;
  const cookie = people.cookieIn(request.headers.cookie);
  if (name === 'POST /api/v1/auth/logout') {
    people.logout({ cookie });
    response.writeHead(204, { 'Set-Cookie': people.cookieFor() }).end();
    return true;
  }
  const [status, act] = people.signing[name] ?? [];
  if (!act) return false;
  const csrf = request.headers['x-csrf'] === '1';
  const agent = request.headers['user-agent'] ?? '';
  const entered = act({ ...given, cookie, csrf, agent });
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Set-Cookie': people.cookieFor(entered.cookie),
  });
  response.end(JSON.stringify(entered.answer));
  return true;
}

function sessionFor(request, path) {
  const { authorization } = request.headers;
  const session = people.sessionOf(authorization);
  const open = SPEAKS_FOR_ITSELF.test(path) && !/auth\/password$/.test(path);
  const nameless =
    !authorization && !people.needsSignIn() && !SIGN_IN && !NEEDS_A_PERSON.test(path);
  if (!session && !open && !nameless) refuse(401, 'unauthenticated', 'Please sign in.');
  return session;
}

async function handle(request, response) {
  const url = new URL(request.url, 'http://fake');
  const path = url.pathname;
  if (!/^\/(api|openapi|fake)/.test(path)) return file(path, response);
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  const json = type.includes('json') ? JSON.parse(body.toString('utf8')) : {};
  if (signInOrOut(request, response, { path, json })) return;
  const session = sessionFor(request, path);
  const events = /^\/api\/v1\/chat\/turns\/([^/]+)\/events$/.exec(path);
  if (events) return stream(find(turns, events[1]), request, response);
  if (request.method === 'POST' && assistants.isTry(path)) return attempt(json, request, response);
  const followed = inbox.followed(path);
  if (followed !== undefined) return inbox.follow(followed, response);
  const key = request.headers['idempotency-key'];
  const origin = `http://${request.headers.host}`;
  for (const [method, pattern, act] of ROUTES) {
    const found = pattern.exec(path);
    if (!found || method !== request.method) continue;
    const result =
      (key && done.get(key)) ||
      (await act({
        id: found[1],
        part: found[2],
        second: found[2],
        json,
        body,
        type,
        query: url.searchParams,
        session,
        origin,
      }));
    if (key) done.set(key, result);
    const [status, answer, kind] = Array.isArray(result) ? result : [200, result];
    response.writeHead(status, { 'Content-Type': kind ?? 'application/json' });
    return response.end(kind ? answer : answer === undefined ? '' : JSON.stringify(answer));
  }
  throw notFound();
}

createServer((request, response) => {
  handle(request, response).catch((error) => {
    const problem = error.problem ?? new Refusal(500, 'internal', String(error)).problem;
    if (response.headersSent) return response.destroy();
    response.writeHead(problem.status, { 'Content-Type': 'application/problem+json' });
    response.end(JSON.stringify(problem));
  });
}).listen(Number(PORT), '127.0.0.1', () => console.log(`fake server on http://localhost:${PORT}`));
