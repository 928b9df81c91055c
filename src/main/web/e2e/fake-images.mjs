// Images that the fake server's conversations show.
import { randomUUID } from 'node:crypto';
import { formOf } from './form-of.mjs';

const AT = '/api/v1/chat/conversations/([^/]+)/attachments';

export function fakeImages({ conversations, find, iso }) {
  const files = new Map();
  const routes = [
    [
      'POST',
      new RegExp(`^${AT}$`),
      ({ id, body, type }) => {
        find(conversations, id);
        const value = formOf(body, type);
        const file = value('file');
        const attachment = {
          id: randomUUID(),
          name: value('name').toString('utf8'),
          media_type: 'image/png',
          bytes: file.length,
          created_at: iso(),
        };
        files.set(attachment.id, { attachment, base64: file.toString('base64') });
        return [201, attachment];
      },
    ],
    ['GET', new RegExp(`^${AT}/([^/]+)$`), ({ second }) => find(files, second)],
  ];
  /** Lets a message show images. */
  const show = (conversation, message, ids = []) => {
    conversation.attachments ??= [];
    for (const id of ids) {
      const { attachment } = find(files, id);
      conversation.attachments.push({ message_id: message.id, attachment });
    }
  };
  return { routes, show };
}
