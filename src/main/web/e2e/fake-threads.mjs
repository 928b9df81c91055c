// Branches, judgements, links and files of the fake server's conversations.
import { randomUUID } from 'node:crypto';

const AT = '/api/v1/chat/conversations/([^/]+)';
const path = (rest) => new RegExp(`^${AT}${rest}$`);

export function fakeThreads({ conversations, find, summary, ask, answer, iso }) {
  const shared = new Map();
  const message = (conversation, id) =>
    find(new Map(conversation.messages.map((one) => [one.id, one])), id);
  const endBelow = ({ messages }, id) => {
    const last = messages.findLast((one) => one.parent_id === id);
    return last ? endBelow({ messages }, last.id) : id;
  };
  const branch = ({ messages, leaf }) => {
    const all = [];
    for (let at = leaf; at; ) {
      const one = messages.find(({ id }) => id === at);
      all.unshift(one);
      at = one?.parent_id;
    }
    return all;
  };
  const share = (token) => find(shared, token).content;
  return [
    [
      'POST',
      path('/messages/([^/]+)/edit'),
      ({ id, second, json }) => {
        const one = find(conversations, id);
        return [202, ask(one, json.text, message(one, second).parent_id ?? null)];
      },
    ],
    [
      'POST',
      path('/messages/([^/]+)/regenerate'),
      ({ id, second }) => {
        const one = find(conversations, id);
        const said = message(one, second);
        const question = said.role === 'user' ? said : message(one, said.parent_id);
        return [202, answer(one, question)];
      },
    ],
    [
      'PUT',
      path('/branch'),
      ({ id, json }) => {
        const one = find(conversations, id);
        one.leaf = endBelow(one, message(one, json.message_id).id);
        return summary(one);
      },
    ],
    [
      'PUT',
      path('/messages/([^/]+)/feedback'),
      ({ id, second, json }) => {
        const one = find(conversations, id);
        const given = { text: '', ...json, message_id: second, updated_at: iso() };
        const others = (one.feedback ?? []).filter(({ message_id }) => message_id !== second);
        one.feedback = [...others, given];
        return given;
      },
    ],
    [
      'DELETE',
      path('/messages/([^/]+)/feedback'),
      ({ id, second }) => {
        const one = find(conversations, id);
        one.feedback = (one.feedback ?? []).filter(({ message_id }) => message_id !== second);
        return [204];
      },
    ],
    [
      'GET',
      path('/shares'),
      ({ id }) => ({
        everybody: true,
        shares: [...shared.values()]
          .map((one) => one.share)
          .filter((one) => one.conversation_id === id),
      }),
    ],
    [
      'POST',
      path('/shares'),
      ({ id }) => {
        const one = find(conversations, id);
        const token = randomUUID().slice(0, 22);
        const made = {
          id: randomUUID(),
          conversation_id: id,
          title: one.title,
          created_at: iso(),
        };
        const messages = branch(one).map(({ role, text, citations }) => ({
          role,
          text,
          citations: citations.map(({ number, quote }) => ({ number, quote })),
        }));
        const content = { title: one.title, created_at: made.created_at, messages };
        shared.set(token, { share: made, content });
        return [201, { share: made, token, path: `/shared/${token}` }];
      },
    ],
    [
      'DELETE',
      /^\/api\/v1\/chat\/shares\/([^/]+)$/,
      ({ id }) => {
        for (const [token, one] of shared) if (one.share.id === id) shared.delete(token);
        return [204];
      },
    ],
    ['GET', /^\/api\/v1\/shared\/([^/]+)$/, ({ id }) => share(id)],
    ['GET', /^\/api\/v1\/chat\/shared\/([^/]+)$/, ({ id }) => share(id)],
    [
      'GET',
      path('/export'),
      ({ id }) => {
        const { title, created_at, messages, leaf } = find(conversations, id);
        const file = { format: 'parley.conversation', version: 1, title, created_at };
        return { ...file, active_message_id: leaf, messages };
      },
    ],
    [
      'POST',
      /^\/api\/v1\/chat\/import$/,
      ({ json }) => {
        const one = {
          id: randomUUID(),
          title: json.title,
          created_at: json.created_at,
          updated_at: iso(),
          messages: json.messages,
          leaf: json.active_message_id,
        };
        conversations.set(one.id, one);
        return [201, summary(one)];
      },
    ],
  ];
}
