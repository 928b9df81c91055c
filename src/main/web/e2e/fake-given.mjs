// Documents of single conversations of the fake server.
import { formOf } from './form-of.mjs';

const AT = '/api/v1/chat/conversations/([^/]+)/documents';

export function fakeGiven({ conversations, find, newDocument, read }) {
  const entriesOf = (id) => {
    const one = find(conversations, id);
    one.given ??= new Map();
    return one.given;
  };
  const routes = [
    [
      'GET',
      new RegExp(`^${AT}$`),
      ({ id }) => ({ documents: [...entriesOf(id).values()].map((one) => one.document) }),
    ],
    [
      'POST',
      new RegExp(`^${AT}$`),
      ({ id, body, type }) => {
        const value = formOf(body, type);
        const file = value('file');
        const document = newDocument(value('name').toString('utf8'), {
          state: 'queued',
          version: 0,
          passages: undefined,
          size_bytes: file.length,
        });
        const entry = { document, body: null };
        entriesOf(id).set(document.id, entry);
        void read(entry, file);
        return [202, document];
      },
    ],
    [
      'DELETE',
      new RegExp(`^${AT}/([^/]+)$`),
      ({ id, second }) => {
        find(entriesOf(id), second);
        entriesOf(id).delete(second);
        return [204];
      },
    ],
  ];
  return { routes };
}
