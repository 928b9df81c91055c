import { describe, expect, it } from 'vitest';
import { definitionOf, draftOf, EMPTY, faults, same } from './draft';

const FULL = {
  instructions: 'Be brief.',
  greeting: 'Hello.',
  suggestions: ['One?', 'Two?'],
  route: 'fast',
  tools: ['time'],
  bases: ['0190a6d2-7c1e-7c4b-9a55-2f3f0f9b1c11'],
  language: 'de' as const,
  max_tokens: 200,
  passages: 3,
};

describe('a draft', () => {
  it('becomes the definition that it was made of', () => {
    expect(definitionOf(draftOf(FULL))).toEqual(FULL);
    expect(definitionOf(draftOf(EMPTY))).toEqual(EMPTY);
  });

  it('tells no tools from all of them', () => {
    expect(definitionOf({ ...draftOf(EMPTY), tools: [] }).tools).toEqual([]);
    expect(same(EMPTY, { ...EMPTY, tools: [] })).toBe(false);
    expect(same(FULL, { ...FULL })).toBe(true);
  });

  it('leaves empty lines out', () => {
    const draft = { ...draftOf(EMPTY), suggestions: '\n One? \n\n' };

    expect(definitionOf(draft).suggestions).toEqual(['One?']);
  });

  it('knows what cannot be saved', () => {
    expect([...faults(draftOf(FULL))]).toEqual([]);
    expect([...faults({ ...draftOf(EMPTY), passages: '21' })]).toEqual(['passages']);
    expect([...faults({ ...draftOf(EMPTY), maxTokens: '1.5' })]).toEqual(['maxTokens']);
    expect([...faults({ ...draftOf(EMPTY), suggestions: 'a\n'.repeat(7) })]).toEqual([
      'suggestions',
    ]);
    expect([...faults({ ...draftOf(EMPTY), suggestions: 'a'.repeat(121) })]).toEqual([
      'suggestions',
    ]);
  });
});
