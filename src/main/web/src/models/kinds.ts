import type { ModelProviderRequest } from '../wire/types';

export type Kind = ModelProviderRequest['kind'];

interface KindFacts {
  /** As its vendor writes it. */
  name: string;
  /** Where its calls go when no address is given. */
  usual: string;
  /** An example of a model. */
  model: string;
}

export const KINDS: Record<Kind, KindFacts> = {
  openai: { name: 'OpenAI', usual: 'https://api.openai.com/v1', model: 'gpt-4o-mini' },
  anthropic: {
    name: 'Anthropic',
    usual: 'https://api.anthropic.com/v1',
    model: 'claude-sonnet-4-5',
  },
  gemini: {
    name: 'Gemini',
    usual: 'https://generativelanguage.googleapis.com/v1beta',
    model: 'gemini-2.5-flash',
  },
  ollama: { name: 'Ollama', usual: 'http://localhost:11434', model: 'llama3.2' },
};

const isKind = (kind: string): kind is Kind => Object.hasOwn(KINDS, kind);

export const kindName = (kind: string): string => (isKind(kind) ? KINDS[kind].name : kind);

export const exampleModel = (kind: string): string => (isKind(kind) ? KINDS[kind].model : '');

/** Host and path of where calls go. */
export function placeOf(kind: string, address: string): string {
  const url = address === '' && isKind(kind) ? KINDS[kind].usual : address;
  return url.replace(/^https?:\/\//, '').replace(/\/+$/, '');
}
