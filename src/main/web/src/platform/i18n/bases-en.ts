import { formsOf } from './forms';

const { count } = formsOf('en');

export const bases = {
  choose: 'Knowledge base',
  all: 'All knowledge bases',
  add: 'New base',
  edit: (name: string) => `Settings of ${name}`,
  remove: (name: string) => `Delete ${name}`,
  closed: 'Only for some',
  readOnly: 'You may read this base, and not change it.',
  addTitle: 'New knowledge base',
  editTitle: 'Knowledge base',
  name: 'Name',
  nameTaken: 'There is one of this name already.',
  description: 'Description',
  descriptionHint: 'What is in it, for those who choose.',
  create: 'Create',
  everybody: 'Everybody in the workspace',
  everybodyReads: 'May read',
  everybodyReadsText: 'Their answers may rest on it.',
  onlySome: 'May not know of it',
  onlySomeText: 'Only those named below, and administrators.',
  everybodyChanges: 'May change documents',
  everybodyChangesText: 'Everybody adds and deletes.',
  some: 'Named people and roles',
  someText: 'Administrators may always read and change. What you decide holds at once.',
  who: 'Who',
  mayOf: (name: string) => `What ${name} may`,
  reads: 'May read',
  changes: 'May change',
  takeAway: (name: string) => `Take ${name} away`,
  addSome: 'Add somebody',
  ofRole: { agent: 'All agents', member: 'All members' },
  deleteTitle: (name: string) => `Delete “${name}”?`,
  deleteText: (n: number) =>
    n === 0
      ? 'It is empty.'
      : count(n, {
          one: 'Its document is deleted with it. This cannot be undone.',
          other: 'Its {n} documents are deleted with it. This cannot be undone.',
        }),
  deleteName: (name: string) => `Type “${name}” to confirm`,
  delete: 'Delete for good',
  ofAssistant: 'Knowledge',
  ofAssistantText: 'Where it looks for answers, of what whoever asks may read.',
  allBases: 'All bases',
  allBasesHint: 'Also those that are made later.',
  someBases: 'Only chosen ones',
  noBases: 'There are no knowledge bases.',
  gone: 'A base that is gone',
};
