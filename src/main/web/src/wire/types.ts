import type { components } from './api';

type Schemas = components['schemas'];

export type Problem = Schemas['Problem'];
export type Session = Schemas['Session'];
export type SetupRequest = Schemas['SetupRequest'];
export type SetupAnswer = Schemas['SetupAnswer'];
export type Citation = Schemas['Citation'];
export type Usage = Schemas['Usage'];
export type Conversation = Schemas['Conversation'];
export type ConversationDetail = Schemas['ConversationDetail'];
export type Message = Schemas['Message'];
export type Turn = Schemas['Turn'];
export type Base = Schemas['Base'];
export type Document = Schemas['Document'];
export type DocumentState = Schemas['DocumentState'];
export type DocumentCounts = Schemas['DocumentCounts'];
export type DocumentContent = Schemas['DocumentContent'];
export type Block = Schemas['Block'];
export type Passage = Schemas['Passage'];

export interface ConversationPage {
  conversations: Conversation[];
  next?: string;
}

export interface DocumentPage {
  documents: Document[];
  next?: string;
  counts: DocumentCounts;
}

export interface PostedMessage {
  message: Message;
  turn: Turn;
}

export interface SearchAnswer {
  passages: Passage[];
  took_ms: number;
}
