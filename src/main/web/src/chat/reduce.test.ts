import { describe, expect, it } from 'vitest';
import { type TurnEvent, turnEventOf } from '../wire/turn-event';
import type { Citation, Problem } from '../wire/types';
import { NO_EVENTS, reduce, type TurnState } from './reduce';

const citation = (number: number): Citation => ({
  number,
  document_id: 'd',
  version: 1,
  title: 'Handbook',
  quote: 'five days',
  start: 3,
  end: 12,
  score: 0.9,
});

const problem: Problem = {
  type: 'about:blank',
  title: 'Broken',
  status: 502,
  code: 'provider_error',
  request_id: 'r',
  retryable: true,
};

type Told = { [E in TurnEvent as E['name']]: [E['name'], E['data']] }[TurnEvent['name']];

const fold = (...told: Told[]): TurnState =>
  told
    .map(([name, data], at) => ({ name, data, seq: at + 1 }) as TurnEvent)
    .reduce(reduce, NO_EVENTS);

const STARTED: Told = [
  'started',
  { turn_id: 't', conversation_id: 'c', question_id: 'q', answer_id: 'a' },
];

describe('reduce', () => {
  it('puts an answer together', () => {
    const state = fold(
      STARTED,
      ['status', { phase: 'searching', bases: 3 }],
      ['retrieved', { passages: [{ document_id: 'd', title: 'Handbook', score: 1 }] }],
      ['status', { phase: 'writing' }],
      ['citation', { citation: citation(1) }],
      ['delta', { text: 'Five ' }],
      ['delta', { text: 'days [1].' }],
      ['usage', { model: 'm', usage: { input_tokens: 1, output_tokens: 2, estimated: false } }],
      ['completed', { message_id: 'a', finish_reason: 'stop', title: 'Leave' }],
    );

    expect(state).toMatchObject({
      seq: 9,
      answerId: 'a',
      text: 'Five days [1].',
      citations: [citation(1)],
      model: 'm',
      end: { kind: 'completed', finishReason: 'stop', title: 'Leave' },
    });
  });

  it('says the phases in order', () => {
    expect(fold(STARTED).phase).toEqual({ name: 'starting' });
    expect(fold(STARTED, ['status', { phase: 'searching', bases: 2 }]).phase).toEqual({
      name: 'searching',
      bases: 2,
    });
    const read: Told[] = [
      STARTED,
      ['retrieved', { passages: [{ document_id: 'd', title: 'T', score: 1 }] }],
      ['status', { phase: 'writing' }],
    ];
    expect(fold(...read).phase).toEqual({ name: 'reading', passages: 1 });
    expect(fold(...read, ['delta', { text: 'x' }]).phase).toEqual({ name: 'writing' });
  });

  it('applies an event that comes twice once', () => {
    const delta: TurnEvent = { name: 'delta', seq: 1, data: { text: 'once' } };

    expect(reduce(reduce(NO_EVENTS, delta), delta).text).toBe('once');
  });

  it('begins anew with another attempt', () => {
    const state = fold(STARTED, ['delta', { text: 'lost' }], ['attempt', { attempt: 2 }]);

    expect(state).toEqual({ ...NO_EVENTS, answerId: 'a', phase: { name: 'again' }, seq: 3 });
  });

  it('changes nothing after the end', () => {
    const ended = fold(STARTED, ['cancelled', { message_id: 'a' }]);

    expect(reduce(ended, { name: 'delta', seq: 9, data: { text: 'late' } })).toBe(ended);
  });

  it('follows a tool from its wish to its answer', () => {
    const call = { call_id: 1, tool: 'note', arguments: '{}', side_effect: true };
    const waiting: Told = ['tool_call', { ...call, state: 'waiting' }];
    const running: Told = ['tool_call', { ...call, state: 'running' }];
    const result: Told = [
      'tool_result',
      { call_id: 1, tool: 'note', outcome: 'ok', text: 'noted', ms: 3 },
    ];

    expect(fold(STARTED, waiting).phase).toEqual({ name: 'calling', tool: 'note' });
    expect(fold(STARTED, waiting, running).tools.map((use) => use.call.state)).toEqual(['running']);
    const done = fold(STARTED, waiting, running, result);
    expect(done.tools.map((use) => use.result?.text)).toEqual(['noted']);
    expect(done.phase).toEqual({ name: 'writing' });
  });

  it('keeps what was written when a turn fails', () => {
    const state = fold(STARTED, ['delta', { text: 'Half' }], ['failed', { problem }]);

    expect(state.text).toBe('Half');
    expect(state.end).toEqual({ kind: 'failed', problem });
  });
});

describe('turnEventOf', () => {
  it('passes over names of a newer contract', () => {
    expect(turnEventOf('something_newer', '3', '{}')).toBeNull();
    expect(turnEventOf('constructor', '3', '{}')).toBeNull();
  });

  it('passes over events without a sequence number', () => {
    expect(turnEventOf('delta', '', '{"text":"x"}')).toBeNull();
    expect(turnEventOf('delta', 'x', '{"text":"x"}')).toBeNull();
  });
});
