import { formsOf } from './forms';

const { count, number } = formsOf('en');

export const keeping = {
  archive: 'Archive',
  unarchive: 'Move out of the archive',
  archived: 'Conversation archived.',
  unarchived: 'Conversation is back in the list.',
  showArchive: 'Archive',
  hideArchive: 'Back to conversations',
  archiveEmpty: 'Nothing is archived.',
  share: 'Share…',
  exportMarkdown: 'Save as Markdown',
  exportJson: 'Save as JSON',
  import: 'Take in a file…',
  imported: 'Conversation taken in.',
  notAFile: 'This file is no conversation.',
};

export const versions = {
  images: 'Images',
  addImages: 'Add images',
  removeImage: (name: string) => `Remove ${name}`,
  imageFaults: {
    kind: 'Only PNG, JPEG, GIF and WebP images can be shown.',
    size: 'An image may have at most 5 MB.',
    count: 'A question shows at most four images.',
  },
  steps: 'How this was answered',
  showSearched: 'What was looked through',
  lookedThrough: (n: number) =>
    count(n, { one: '{n} passage was looked through', other: '{n} passages were looked through' }),
  lookedUp: (query: string) => `Looked up as: ${query}`,
  edit: 'Edit question',
  editQuestion: 'Question in other words',
  regenerate: 'Answer again',
  versions: 'Versions',
  previousVersion: 'Previous version',
  nextVersion: 'Next version',
  good: 'Good answer',
  bad: 'Bad answer',
  whyBad: 'What is wrong with it?',
  more: 'More, if you like',
  sendFeedback: 'Send',
  thanks: 'Thank you. It is noted.',
  version: (at: number, of: number) => `${number(at)}/${number(of)}`,
  reasons: {
    wrong: 'It is wrong',
    incomplete: 'Something is missing',
    unsupported: 'The sources do not say so',
    unclear: 'It is hard to understand',
    off_topic: 'It misses the question',
    unsafe: 'It is harmful',
    other: 'Something else',
  },
};

export const share = {
  title: 'Share conversation',
  lead: 'A link shows the conversation as it is now, with the quotes of its answers. What is said later is not in it.',
  own: 'People of this workspace can open it.',
  everybody: 'Everybody who has the link can open it.',
  make: 'Make a link',
  copy: 'Copy link',
  once: 'This link is shown once. Copy it now.',
  none: 'There is no link yet.',
  links: 'Links',
  revoke: 'End',
  revoked: 'The link leads nowhere now.',
  sharedOn: (day: string) => `Shared ${day}`,
  page: 'Shared conversation',
  gone: 'Nothing is shared here',
  goneText: 'The link was ended, or it is not complete.',
  signIn: 'Sign in',
};
