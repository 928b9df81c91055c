// Hand-overs of the fake server: the chat's side and the inbox, over the same conversations.
import { randomUUID } from 'node:crypto';

const ROOT = '/api/v1/inbox';
const CHAT = '/api/v1/chat/conversations/([^/]+)';
const at = (root, rest = '') => new RegExp(`^${root}${rest}$`);
/** A picture of one point. */
const DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==';
const minutesAgo = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();

export function makeInbox({ conversations, find, refuse, iso, users }) {
  const handovers = new Map();
  const readers = new Set();
  let canned = [];

  const named = (id) => {
    const user = users().find((one) => one.id === id);
    return user && { id, name: user.name };
  };
  const send = (reader, id, name, data) =>
    reader.response.write(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  /** Tells the owner's page, and every agent's that something has changed. */
  const happen = (id, name, data) => {
    const one = conversations.get(id);
    one.happenings = (one.happenings ?? 0) + 1;
    for (const reader of readers) {
      if (reader.id === id && data) send(reader, one.happenings, name, data);
      if (reader.id === null) send(reader, 1, 'changed', { conversation_id: id, kind: name });
    }
  };
  const say = (id, role, text, more = {}) => {
    const one = conversations.get(id);
    const message = {
      id: randomUUID(),
      ...(one.leaf && { parent_id: one.leaf }),
      role,
      text,
      state: 'complete',
      created_at: iso(),
      citations: [],
      ...more,
    };
    one.messages.push(message);
    Object.assign(one, { leaf: message.id, updated_at: iso() });
    const entry = handovers.get(id);
    if (role === 'user' && entry) entry.unread += 1;
    const author = more.author_id && named(more.author_id);
    happen(id, 'message', { message, ...(author && { author }) });
    return message;
  };
  const open = (id, more = {}) => {
    const handover = {
      id: randomUUID(),
      conversation_id: id,
      state: 'open',
      epoch: 0,
      asked_by: 'user',
      channel: 'web',
      reason: '',
      page: '',
      seen: 0,
      created_at: iso(),
      updated_at: iso(),
      ...more,
    };
    handovers.set(id, { handover, visitor: { name: '', email: '' }, unread: 0, notes: [] });
    return handover;
  };
  const active = (id) => {
    const handover = handovers.get(id)?.handover;
    return handover?.state === 'closed' ? undefined : handover;
  };
  const owners = (handover) => ({
    state: handover.state,
    asked_by: handover.asked_by,
    created_at: handover.created_at,
    ...(handover.agent_id && { agent: named(handover.agent_id) }),
  });
  const item = (id) => {
    const { handover, visitor, unread } = find(handovers, id);
    const one = conversations.get(id);
    const last = one.messages.at(-1);
    return {
      handover,
      title: one.title,
      visitor,
      ...(handover.agent_id && { agent: named(handover.agent_id) }),
      ...(last && { last: { role: last.role, text: last.text, at: last.created_at } }),
      unread,
      last_happening: one.happenings ?? 0,
    };
  };
  const change = (id, more, kind, event) => {
    const { handover } = find(handovers, id);
    Object.assign(handover, more, { epoch: handover.epoch + 1, updated_at: iso() });
    happen(id, kind, event);
    return item(id);
  };
  const mine = (id, session) => {
    if (active(id)?.agent_id !== session?.user.id) {
      refuse(409, 'handover_not_yours', 'You do not have this conversation.');
    }
  };
  const seeded = (title, visitor, said, more) => {
    const id = randomUUID();
    const one = { id, title, created_at: minutesAgo(40), updated_at: iso(), messages: [] };
    conversations.set(id, { ...one, foreign: true });
    open(id, more);
    Object.assign(handovers.get(id), { visitor: { id: randomUUID(), ...visitor } });
    for (const [role, text, author_id] of said) say(id, role, text, author_id && { author_id });
  };

  const seed = (none) => {
    for (const [id, one] of conversations) if (one.foreign) conversations.delete(id);
    handovers.clear();
    canned = [];
    if (none) return;
    const [ada, bo] = users();
    const jane = { name: 'Jane Doe', email: 'jane@example.org' };
    const said = [
      ['user', 'My invoice of March is **wrong**. Who can correct it?'],
      ['assistant', 'Invoices are corrected by the accounts team within *two* days.'],
      ['user', 'I need it today. Is anybody there?'],
    ];
    seeded('Invoice of March', jane, said, {
      reason: 'The invoice is due today.',
      page: 'https://www.example.org/billing',
      created_at: minutesAgo(12),
    });
    const invoice = [...conversations.values()].find((one) => one.title === 'Invoice of March');
    const picture = { id: randomUUID(), name: 'invoice.png', media_type: 'image/png', bytes: 70 };
    invoice.attachments = [
      { message_id: invoice.messages[0].id, attachment: { ...picture, created_at: iso() } },
    ];
    seeded('Where is my parcel?', { name: '', email: '' }, said.slice(2), {
      asked_by: 'rule',
      reason: 'Parcels',
      created_at: minutesAgo(3),
    });
    const withBo = { state: 'claimed', agent_id: bo.id, epoch: 1 };
    seeded('A refund', { name: 'Kim', email: 'kim@example.org' }, said.slice(2), withBo);
    const withAda = { state: 'claimed', agent_id: ada.id, epoch: 1 };
    const answered = [...said, ['agent', 'I am looking at it now.', ada.id]];
    seeded('Change of address', { name: 'Lee', email: 'lee@example.org' }, answered, withAda);
    const over = { state: 'closed', outcome: 'resolved', agent_id: bo.id, epoch: 2 };
    seeded('Opening hours', { name: 'Max', email: 'max@example.org' }, said.slice(2), over);
    for (const entry of handovers.values()) entry.unread = 1;
    canned = [
      ['hello', 'Hello, thank you for waiting. How can I help?'],
      ['invoice', 'I have passed it on to accounts; you will hear from them today.'],
    ].map(([shortcut, text]) => ({ id: randomUUID(), shortcut, text, changed_at: iso() }));
  };

  const listed = (filter, session) =>
    ({
      queue: ({ handover }) => handover.state === 'open',
      mine: ({ handover }) =>
        handover.state === 'claimed' && handover.agent_id === session?.user.id,
      all: () => true,
    })[filter];
  const byTime = (filter) => (a, b) =>
    filter === 'queue'
      ? a.handover.created_at.localeCompare(b.handover.created_at)
      : b.handover.updated_at.localeCompare(a.handover.updated_at);

  const routes = [
    [
      'POST',
      at(CHAT, '/handover'),
      ({ id }) => {
        find(conversations, id);
        const there = active(id);
        if (there) return owners(there);
        const made = open(id);
        happen(id, 'handover', { state: 'open' });
        return owners(made);
      },
    ],
    [
      'DELETE',
      at(CHAT, '/handover'),
      ({ id }) => {
        const withdrawn = { state: 'closed', outcome: 'withdrawn' };
        if (active(id)) change(id, withdrawn, 'handover', withdrawn);
        return [204];
      },
    ],
    ['PUT', at(CHAT, '/typing'), () => [204]],
    [
      'GET',
      at(ROOT),
      ({ query, session }) => {
        const filter = query.get('filter') ?? 'queue';
        const words = (query.get('q') ?? '').toLowerCase();
        const all = [...handovers.keys()].map(item);
        const holds = (one) =>
          `${one.title} ${one.visitor.name} ${one.handover.reason}`.toLowerCase().includes(words);
        return {
          conversations: all
            .filter(listed(filter, session))
            .filter(holds)
            .sort(byTime(filter))
            .slice(0, Number(query.get('limit') ?? 50)),
          counts: {
            queue: all.filter(listed('queue', session)).length,
            mine: all.filter(listed('mine', session)).length,
          },
        };
      },
    ],
    ['GET', at(ROOT, '/canned-replies'), () => ({ replies: canned })],
    [
      'POST',
      at(ROOT, '/canned-replies'),
      ({ json }) => {
        if (canned.some(({ shortcut }) => shortcut === json.shortcut)) {
          refuse(400, 'validation_failed', 'Another has this shortcut.', {
            errors: [{ pointer: '/shortcut', detail: 'is taken' }],
          });
        }
        canned = [...canned, { id: randomUUID(), ...json, changed_at: iso() }];
        return [201, canned.at(-1)];
      },
    ],
    [
      'PUT',
      at(ROOT, '/canned-replies/([^/]+)'),
      ({ id, json }) => Object.assign(find(new Map(canned.map((one) => [one.id, one])), id), json),
    ],
    [
      'DELETE',
      at(ROOT, '/canned-replies/([^/]+)'),
      ({ id }) => {
        canned = canned.filter((one) => one.id !== id);
        return [204];
      },
    ],
    [
      'GET',
      at(ROOT, '/([^/]+)'),
      ({ id }) => ({
        item: item(id),
        others: 2,
        messages: conversations.get(id).messages,
        attachments: conversations.get(id).attachments ?? [],
        notes: handovers.get(id).notes,
        people: users().map(({ id: user, name }) => ({ id: user, name })),
        presence: [],
      }),
    ],
    [
      'GET',
      at(ROOT, '/([^/]+)/attachments/([^/]+)'),
      ({ id, part }) => ({
        attachment: conversations.get(id).attachments.find((one) => one.attachment.id === part)
          .attachment,
        base64: DOT,
      }),
    ],
    [
      'POST',
      at(ROOT, '/([^/]+)/claim'),
      ({ id, json, session }) => {
        const { handover } = find(handovers, id);
        if (handover.epoch !== json.epoch) refuse(409, 'handover_taken', 'Somebody was faster.');
        const agent_id = session?.user.id;
        const agent = named(agent_id);
        const event = { state: 'claimed', ...(agent && { agent }) };
        return change(id, { state: 'claimed', agent_id }, 'handover', event);
      },
    ],
    [
      'POST',
      at(ROOT, '/([^/]+)/give-back'),
      ({ id, json, session }) => {
        mine(id, session);
        if (json.to === 'queue') {
          return change(id, { state: 'open', agent_id: undefined }, 'handover', { state: 'open' });
        }
        const back = { state: 'closed', outcome: 'given_back' };
        return change(id, back, 'handover', back);
      },
    ],
    [
      'POST',
      at(ROOT, '/([^/]+)/close'),
      ({ id, session }) => {
        mine(id, session);
        const closed = { state: 'closed', outcome: 'resolved' };
        return change(id, closed, 'handover', closed);
      },
    ],
    [
      'POST',
      at(ROOT, '/([^/]+)/messages'),
      ({ id, json, session }) => {
        mine(id, session);
        if (json.text === 'fail') refuse(503, 'overloaded', 'Too busy.');
        return [201, say(id, 'agent', json.text, { author_id: session?.user.id })];
      },
    ],
    [
      'POST',
      at(ROOT, '/([^/]+)/notes'),
      ({ id, json, session }) => {
        const note = { id: randomUUID(), author_id: session?.user.id, text: json.text };
        find(handovers, id).notes.push({ ...note, created_at: iso() });
        happen(id, 'noted');
        return [201, { ...note, created_at: iso() }];
      },
    ],
    [
      'PUT',
      at(ROOT, '/([^/]+)/presence'),
      ({ id, session }) => {
        if (active(id)?.agent_id === session?.user.id) find(handovers, id).unread = 0;
        return [204];
      },
    ],
    [
      'POST',
      /^\/fake\/inbox$/,
      ({ json }) => {
        if (json.say) {
          const id = [...handovers.keys()].find((one) => item(one).title === json.to);
          say(id, 'user', json.say);
        } else seed(json.none);
        return [204];
      },
    ],
  ];
  return {
    routes,
    active: (id) => active(id) && owners(active(id)),
    people: () => users().map(({ id, name }) => ({ id, name })),
    say: (id, text) => ({ message: say(id, 'user', text), handover: owners(active(id)) }),
    /** The id of the conversation to follow, null for the inbox, undefined for something else. */
    followed(path) {
      if (path === `${ROOT}/events`) return null;
      return at(CHAT, '/events').exec(path)?.[1];
    },
    follow(id, response) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      const reader = { id, response };
      readers.add(reader);
      response.on('close', () => readers.delete(reader));
      if (id === null) send(reader, 1, 'ready', {});
      else response.write(': hello\n\n');
    },
  };
}
